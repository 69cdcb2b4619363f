"""From a selection to paper: what gets a slip, what does not and why, what is a reprint."""

from io import BytesIO
from pathlib import Path

import pytest

from db.models import OfficerRecord
from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.dossier import DossierId, OfficerId
from dxdesk.domain.paper import HandedPaper, PaperForm
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services import dossiers, history, papers
from dxdesk.services.slips import jobs
from dxdesk.services.timeline import timeline
from tests.kit import Clock, do, in_state, moment, receive, submit
from tests.reports.slips.sheets import text_of


def names(desk: Desk, dossier_id: DossierId) -> list[str]:
    return [event.name for event in timeline(desk, dossier_id)]


@pytest.mark.parametrize(
    ("state", "form"),
    [
        (State.ACCEPTED, "receipt"),
        (State.PROCESSING, "receipt"),
        (State.AWAITING_SUPPLEMENT, "supplement"),
        (State.DECLINED, "refusal"),
        (State.STOPPED, "stop"),
        (State.WITHDRAWN, "stop"),
        (State.RETURNED, "receipt"),
        (State.VOID, None),
        (State.AWAITING_ACCEPTANCE, None),
    ],
)
def test_each_state_has_its_slip_and_it_can_be_printed(
    desk: Desk, state: State, form: str | None
) -> None:
    dossier = in_state(desk, state)
    assert jobs.fitting_form(desk, dossier.id) == form
    if form is not None:
        assert len(jobs.prepare(desk, [dossier.id], form).slips) == 1


def test_an_apology_goes_before_the_receipt(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    clock.later(days=1)
    do(desk, Act.APOLOGISE, dossier.id)
    assert jobs.fitting_form(desk, dossier.id) == "apology"


def test_those_without_a_slip_are_told_with_the_reason(desk: Desk) -> None:
    good, waiting = receive(desk), submit(desk)
    void = in_state(desk, State.VOID)
    job = jobs.prepare(desk, [waiting.id, good.id, void.id], "receipt")
    assert [slip.context.dossier.id for slip in job.slips] == [good.id]
    assert [(one.label, one.why) for one in job.skipped] == [
        (f"số {waiting.book}", "chưa được tiếp nhận"),
        (f"số {void.book}", "đã hủy (nhập nhầm)"),
    ]


def test_the_order_is_that_of_the_selection(desk: Desk) -> None:
    ids = [receive(desk).id for _ in range(4)]
    job = jobs.prepare(desk, ids[::-1], "receipt")
    assert list(job.ids) == ids[::-1]


def test_nothing_to_print_is_a_sentence_and_writes_no_file(desk: Desk, tmp_path: Path) -> None:
    dossier = submit(desk)
    job = jobs.prepare(desk, [dossier.id], "receipt")
    with pytest.raises(InputError, match="chưa được tiếp nhận"):
        jobs.write(job, tmp_path / "p.pdf")
    assert list(tmp_path.glob("*.pdf")) == []
    with pytest.raises(InputError, match="Chưa chọn hồ sơ nào"):
        jobs.write(jobs.prepare(desk, [], "receipt"), BytesIO())


def test_a_selection_beyond_reason_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"20\.000 phiếu"):
        jobs.prepare(desk, [DossierId(1)] * 20_001, "receipt")


def test_the_second_print_is_a_reprint_on_paper_and_in_the_timeline(
    desk: Desk, tmp_path: Path
) -> None:
    dossier = receive(desk)
    for time in (1, 2):
        job = jobs.prepare(desk, [dossier.id], "receipt")
        assert job.reprints == time - 1
        jobs.write(job, tmp_path / f"{time}.pdf")
        jobs.record(desk, job)
    assert "Bản in lại" not in text_of(tmp_path / "1.pdf")
    assert "Bản in lại (lần 2)" in text_of(tmp_path / "2.pdf")
    assert names(desk, dossier.id)[-2:] == [
        "In giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "In giấy tiếp nhận hồ sơ và hẹn trả kết quả (bản in lại, lần 2)",
    ]
    assert jobs.prepare(desk, [dossier.id], "control").reprints == 0


def test_a_print_is_an_action_that_can_be_taken_back(desk: Desk) -> None:
    dossier = receive(desk)
    jobs.record(desk, jobs.prepare(desk, [dossier.id], "receipt"))
    told = f"In giấy tiếp nhận hồ sơ và hẹn trả kết quả hồ sơ số {dossier.book}"
    assert history.undo(desk) == told
    assert jobs.prepare(desk, [dossier.id], "receipt").reprints == 0
    assert not any(name.startswith("In ") for name in names(desk, dossier.id))
    history.redo(desk)
    assert jobs.prepare(desk, [dossier.id], "receipt").reprints == 1
    history.undo(desk)
    history.undo(desk)
    with pytest.raises(DeskError):
        dossiers.get(desk, dossier.id)


def test_many_slips_are_one_action(desk: Desk) -> None:
    ids = [receive(desk).id for _ in range(3)]
    jobs.record(desk, jobs.prepare(desk, ids, "receipt"))
    assert history.last_undoable(desk) == "In giấy tiếp nhận hồ sơ và hẹn trả kết quả (3 hồ sơ)"
    assert jobs.prepare(desk, ids, "receipt").reprints == 3


def test_a_stopped_job_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    job = jobs.prepare(desk, [receive(desk).id, receive(desk).id], "receipt")
    told: list[tuple[int, int]] = []
    with pytest.raises(DeskError, match="chưa in phiếu nào"):
        jobs.write(
            job,
            tmp_path / "p.pdf",
            progress=lambda done, total: told.append((done, total)),
            cancelled=lambda: bool(told),
        )
    assert told == [(1, 2)]
    assert list(tmp_path.glob("*.pdf")) == []


def test_missing_papers_become_the_content_of_the_request(desk: Desk, tmp_path: Path) -> None:
    dossier = receive(desk)
    papers.check_papers(
        desk,
        dossier.id,
        [HandedPaper("Tờ khai", PaperForm.ORIGINAL), HandedPaper("Trích lục", PaperForm.MISSING)],
    )
    do(desk, Act.REQUEST_SUPPLEMENT, dossier.id, reason="1. Trích lục")
    jobs.write(jobs.prepare(desk, [dossier.id], "supplement"), tmp_path / "p.pdf")
    text = text_of(tmp_path / "p.pdf")
    assert "1. Trích lục 2. ..." in text
    assert "Lý do: ...." in text


def test_the_lines_of_the_reason_are_the_content_where_no_paper_is_missing(
    desk: Desk, tmp_path: Path
) -> None:
    dossier = receive(desk)
    do(desk, Act.REQUEST_SUPPLEMENT, dossier.id, reason="1. Sơ đồ thửa đất\n2. Ảnh 4x6")
    jobs.write(jobs.prepare(desk, [dossier.id], "supplement"), tmp_path / "p.pdf")
    assert "1. Sơ đồ thửa đất 2. Ảnh 4x6 3. ..." in text_of(tmp_path / "p.pdf")


def test_hand_overs_stand_on_the_control_slip_but_not_those_taken_back(
    desk: Desk, clock: Clock
) -> None:
    with desk.act("Thêm cán bộ") as session:
        other = OfficerRecord(name="Lò Thị Ngần", title="")
        session.add(other)
    dossier = receive(desk)
    clock.later(hours=1)
    do(desk, Act.HAND_OVER, dossier.id, officer_id=OfficerId(other.id))
    (move,) = jobs.prepare(desk, [dossier.id], "control").slips[0].context.subject.moves
    assert (move.at, move.giver, move.taker) == (desk.now(), dossier.officer, "Lò Thị Ngần")
    history.undo(desk)
    assert jobs.prepare(desk, [dossier.id], "control").slips[0].context.subject.moves == ()


def test_the_day_of_receipt_chooses_the_version(desk: Desk) -> None:
    old = receive(desk, received_at=moment("12/09/2025 08:00"))
    new = receive(desk)
    job = jobs.prepare(desk, [old.id, new.id], "receipt")
    assert [slip.form.applies_from.year for slip in job.slips] == [2018, 2025]


def test_a_list_gathers_all_its_dossiers(desk: Desk, tmp_path: Path) -> None:
    ids = [receive(desk, copies=2).id for _ in range(60)]
    job = jobs.prepare(desk, ids, "handover", copies=1)
    assert (len(job.slips), job.labels) == (1, ("60 hồ sơ",))
    jobs.write(job, tmp_path / "p.pdf")
    text = text_of(tmp_path / "p.pdf")
    assert "Tổng cộng: 60 hồ sơ (120 bộ)" in text
    assert text.count("STT") >= 3
    jobs.record(desk, job)
    assert names(desk, ids[0])[-1] == "In phiếu bàn giao hồ sơ"
