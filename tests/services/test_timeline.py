"""What happened to one dossier, as its page tells it."""

from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Person
from dxdesk.domain.state import State
from dxdesk.services import acts, history
from dxdesk.services.correction import correct
from dxdesk.services.officers import add_officer
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
