"""What happened to one dossier, as its page tells it."""

from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Person
from dxdesk.domain.paper import HandedPaper, PaperForm
from dxdesk.domain.state import State
from dxdesk.services import acts, history
from dxdesk.services.attachments import attach, remove_attachment
from dxdesk.services.correction import correct
from dxdesk.services.officers import add_officer
from dxdesk.services.papers import check_papers
from dxdesk.services.timeline import timeline
from tests.kit import Clock, in_state, moment, receive


def names(desk: Desk, dossier_id: int) -> list[str]:
    return [event.name for event in timeline(desk, dossier_id)]  # type: ignore[arg-type]


def test_each_act_is_one_event_in_the_order_of_time(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    receive(desk)
    clock.later(hours=1)
    acts.request_supplement(desk, dossier.id, reason="Thiếu giấy")
    clock.later(days=1)
    acts.resume(desk, dossier.id)
    correct(desk, dossier.id, {"owner_name": "Võ Thị Mận"}, reason="Sai tên")
    clock.later(hours=1)
    acts.finish(desk, dossier.id)
    assert names(desk, dossier.id) == [
        "Tiếp nhận hồ sơ",
        f"Yêu cầu bổ sung số {dossier.book}",
        f"Tiếp tục xử lý số {dossier.book}",
        f"Sửa thông tin số {dossier.book}: Sai tên",
        f"Ghi có kết quả số {dossier.book}",
    ]


def test_a_correction_shows_old_and_new_as_an_officer_reads_them(desk: Desk) -> None:
    dossier = receive(desk, owner=Person("Trần Văn Đức"))
    changes = {"owner_name": "Trần Văn Đước", "due_at": moment("20/03/2026 17:00")}
    correct(desk, dossier.id, changes, reason="Sai")
    last = timeline(desk, dossier.id)[-1]
    shown = {change.label: (change.old, change.new) for change in last.changes}
    assert shown == {
        "Chủ hồ sơ": ("Trần Văn Đức", "Trần Văn Đước"),
        "Hẹn trả": ("16/03/2026 08:00", "20/03/2026 17:00"),
    }


def test_an_undone_act_is_marked_and_the_undo_is_an_event(desk: Desk) -> None:
    dossier = in_state(desk, State.FINISHED)
    history.undo(desk)
    events = timeline(desk, dossier.id)
    assert [(event.name.split(" số")[0], event.undone) for event in events] == [
        ("Tiếp nhận hồ sơ", False),
        ("Ghi có kết quả", True),
        ("Hoàn tác: Ghi có kết quả", False),
    ]


def test_a_moment_before_the_entry_stands_at_its_own_time(desk: Desk, clock: Clock) -> None:
    clock.set("10/03/2026 09:00")
    dossier = receive(desk, received_at=moment("09/03/2026 08:00"))
    told = [(event.at, event.name, event.officer) for event in timeline(desk, dossier.id)]
    assert told == [
        (moment("09/03/2026 08:00"), "Tiếp nhận", ""),
        (moment("10/03/2026 09:00"), "Tiếp nhận hồ sơ", "Cán bộ Một cửa"),
    ]


def test_a_receipt_undone_and_redone_tells_its_moment_once(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    clock.later(hours=1)
    history.undo(desk)
    clock.later(hours=1)
    history.redo(desk)
    assert names(desk, dossier.id) == [
        "Tiếp nhận hồ sơ",
        "Hoàn tác: Tiếp nhận hồ sơ",
        "Làm lại: Tiếp nhận hồ sơ",
    ]


def test_references_and_channels_are_told_by_name(desk: Desk) -> None:
    other = add_officer(desk, "Lê Thị Hồng")
    dossier = receive(desk)
    changes = {"officer_id": other.id, "channel": Channel.POSTAL, "assisted": True}
    correct(desk, dossier.id, changes, reason="Sai")
    last = timeline(desk, dossier.id)[-1]
    shown = {change.label: (change.old, change.new) for change in last.changes}
    assert shown == {
        "Người giữ": ("Cán bộ Một cửa", "Lê Thị Hồng"),
        "Kênh tiếp nhận": ("Trực tiếp", "Bưu chính công ích"),
        "Cán bộ nhập giúp trực tuyến": ("không", "có"),
    }


def test_a_file_attached_and_taken_back_stands_with_both(desk: Desk, clock: Clock) -> None:
    dossier, other = receive(desk), receive(desk)
    attach(desk, other.id, [("khac.png", b"\x89PNG\r\n\x1a\n")])
    clock.later(minutes=5)
    attach(desk, dossier.id, [("don.pdf", b"%PDF-1.4\n")])
    clock.later(minutes=5)
    history.undo(desk)
    told = [(one.name, one.undone) for one in timeline(desk, dossier.id)][1:]
    attached = f"Đính kèm don.pdf vào hồ sơ số {dossier.book}"
    assert told == [(attached, True), (f"Hoàn tác: {attached}", False)]
    clock.later(minutes=5)
    history.redo(desk)
    assert names(desk, dossier.id)[-1] == f"Làm lại: {attached}"
    assert len(names(desk, other.id)) == 2


def test_a_file_removed_and_had_again_stands_with_each_step(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    file = attach(desk, dossier.id, [("don.pdf", b"%PDF-1.4\n")])[0]
    clock.later(minutes=5)
    remove_attachment(desk, file.id)
    clock.later(minutes=5)
    history.undo(desk)
    starts = [name.split(" don.pdf")[0] for name in names(desk, dossier.id)[1:]]
    assert starts == ["Đính kèm", "Gỡ tệp", "Hoàn tác: Gỡ tệp"]


def test_every_check_of_the_papers_stands_in_the_timeline(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    for forms in (
        (PaperForm.MISSING,),
        (PaperForm.ORIGINAL,),
        (PaperForm.ORIGINAL, PaperForm.COPY),
    ):
        clock.later(hours=1)
        check_papers(desk, dossier.id, [HandedPaper(f"Giấy {at}", f) for at, f in enumerate(forms)])
    name = f"Đối chiếu giấy tờ hồ sơ số {dossier.book}"
    assert names(desk, dossier.id)[1:] == [name] * 3
    for _ in range(3):
        clock.later(hours=1)
        history.undo(desk)
    told = [(one.name, one.undone) for one in timeline(desk, dossier.id)][1:]
    assert told == [(name, True)] * 3 + [(f"Hoàn tác: {name}", False)] * 3
