"""A closed period never changes; what would differ today is told with its dossiers (R20)."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from dxdesk.desk import Desk
from dxdesk.domain import period as periods
from dxdesk.domain.act import Act
from dxdesk.domain.channel import Channel
from dxdesk.domain.closing import recounted
from dxdesk.domain.dossier import DossierId, Person
from dxdesk.domain.figures import COUNT_NAMES
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError, StorageError
from dxdesk.services import archive, closing, correction, history, reporting
from dxdesk.services.checking import check
from dxdesk.services.statistics import snapshot, statistics
from tests.kit import Clock, do, in_state, receive
from tests.reports.literal import page_texts

MARCH = periods.month(2026, 3)
APRIL_FIRST = "02/04/2026 08:00"


@pytest.fixture
def march(desk: Desk, clock: Clock) -> Desk:
    """A ward whose March is over: some dossiers of each kind."""
    clock.set("09/03/2026 08:00")
    for state in (State.ACCEPTED, State.FINISHED, State.RETURNED, State.DECLINED, State.VOID):
        in_state(desk, state)
    in_state(desk, State.AWAITING_SUPPLEMENT)
    clock.set(APRIL_FIRST)
    return desk


def reprint(desk: Desk, tmp_path: Path, ending: str) -> bytes:
    path = tmp_path / f"lại.{ending}"
    reporting.write_report(desk, "ii06a", MARCH, path)
    return path.read_bytes()


@pytest.mark.parametrize("ending", ["pdf", "xlsx"])
def test_a_closed_report_is_printed_again_with_the_same_bytes(
    march: Desk, tmp_path: Path, clock: Clock, ending: str
) -> None:
    closed = closing.close(march, "ii06a", MARCH)
    assert archive.file(march, closed.id, ending) == reprint(march, tmp_path, ending)
    clock.set("30/04/2026 10:00")
    correction.correct(
        march, _first(march), {"channel": Channel.ONLINE_FULL}, reason="Nhập nhầm kênh"
    )
    assert archive.file(march, closed.id, ending) != reprint(march, tmp_path, ending)
    written = archive.write_file(march, closed.id, ending, tmp_path / f"cũ.{ending}")
    assert written.read_bytes() == archive.file(march, closed.id, ending)


def _first(desk: Desk) -> DossierId:
    return snapshot(desk, MARCH).behind("in_person")[0].id


def test_the_dossiers_behind_each_number_are_kept_with_the_figures(march: Desk) -> None:
    closed = closing.close(march, "ii06a", MARCH)
    kept = archive.closed_snapshot(march, closed.id)
    figures = statistics(march, MARCH)
    assert kept.statistics == figures
    assert kept == snapshot(march, MARCH)
    for name in COUNT_NAMES:
        assert len(kept.behind(name)) == getattr(figures.total, name), name
        for group in figures.groups:
            assert len(kept.behind(name, group.key)) == getattr(group.figures, name)
    assert recounted(kept.members) == figures.total


def test_who_closed_what_and_when_is_kept(march: Desk, clock: Clock) -> None:
    made = closing.close(march, "ii06a", MARCH)
    [listed] = archive.closings(march)
    assert listed == made
    assert (listed.report, listed.period, listed.closed_at) == ("ii06a", MARCH, clock())
    assert listed.officer == "Cán bộ Một cửa"
    assert listed.files == ("pdf", "xlsx")
    assert listed.stands


def test_a_running_period_is_not_closed(march: Desk) -> None:
    with pytest.raises(DeskError, match="đến hết ngày 30/04/2026"):
        closing.close(march, "ii06a", periods.month(2026, 4))
    assert archive.closings(march) == ()


def test_a_period_is_closed_once(march: Desk) -> None:
    closing.close(march, "ii06a", MARCH)
    with pytest.raises(DeskError, match="lập bản đính chính"):
        closing.close(march, "ii06a", MARCH)
    closing.close(march, "monthly", MARCH)
    assert len(archive.closings(march)) == 2


def test_undo_passes_a_closing_by(march: Desk) -> None:
    dossier = receive(march)
    closing.close(march, "ii06a", MARCH)
    assert history.undo(march).startswith("Tiếp nhận")
    assert len(archive.closings(march)) == 1
    history.redo(march)
    assert archive.difference(march, archive.closings(march)[0].id).moved == ()
    assert dossier.id


@pytest.mark.parametrize("table", ["closing", "closed_file"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET id = id + 1"])
def test_the_file_itself_refuses_to_change_a_closed_period(
    march: Desk, table: str, statement: str
) -> None:
    closing.close(march, "ii06a", MARCH)
    with (
        pytest.raises(IntegrityError, match="closed periods are kept"),
        march.act("Sửa") as session,
    ):
        session.execute(text(statement.format(table)))


def test_the_check_of_the_file_knows_closings(march: Desk) -> None:
    closing.close(march, "ii06a", MARCH)
    assert check(march).ok


def test_nothing_differs_by_the_ordinary_course_of_the_work(march: Desk, clock: Clock) -> None:
    closed = closing.close(march, "ii06a", MARCH)
    for member in snapshot(march, MARCH).behind("pending"):
        if "stopped" not in member.counts:
            do(march, Act.FINISH, member.id)
        else:
            do(march, Act.RESUME, member.id)
    receive(march)
    assert archive.difference(march, closed.id).moved == ()


def test_what_differs_is_told_with_the_dossier_and_the_action(march: Desk) -> None:
    closed = closing.close(march, "ii06a", MARCH)
    wrong = snapshot(march, MARCH).behind("in_person")[0]
    correction.correct(march, wrong.id, {"channel": Channel.POSTAL}, reason="Nhập nhầm kênh")
    found = archive.difference(march, closed.id)
    [one] = found.moved
    assert (one.id, one.lost, one.gained) == (wrong.id, ("in_person",), ("postal",))
    assert ["Sửa" in event.name for event in one.actions] == [True]
    assert [(c.name, c.new - c.old) for c in found.total] == [("in_person", -1), ("postal", 1)]


def test_a_dossier_taken_out_of_the_book_is_told_too(march: Desk) -> None:
    closed = closing.close(march, "ii06a", MARCH)
    gone = snapshot(march, MARCH).behind("in_time")[0]
    do(march, Act.VOID, gone.id)
    [one] = archive.difference(march, closed.id).moved
    assert one.new is None
    assert {"received", "pending"} <= set(one.lost)
    assert one.gained == ()


def test_a_correction_is_a_new_closing_that_names_the_old_one(march: Desk, tmp_path: Path) -> None:
    closed = closing.close(march, "ii06a", MARCH)
    wrong = snapshot(march, MARCH).behind("in_person")[0]
    correction.correct(march, wrong.id, {"channel": Channel.POSTAL}, reason="Nhập nhầm kênh")
    made = closing.correct(march, closed.id, "Ghi nhầm kênh tiếp nhận")
    assert made.corrects == closed.id
    assert not archive.closing(march, closed.id).stands
    assert archive.standing(march, "ii06a", MARCH) == made
    path = archive.write_file(march, made.id, closing.CORRECTION, tmp_path / "đính chính.pdf")
    printed = " ".join(page_texts(path))
    assert wrong.name in printed
    assert "Lý do đính chính: Ghi nhầm kênh tiếp nhận" in printed
    assert "bưu chính công ích" in printed
    assert archive.difference(march, made.id).moved == ()


def test_a_correction_needs_a_reason_and_a_difference(march: Desk) -> None:
    closed = closing.close(march, "ii06a", MARCH)
    with pytest.raises(InputError, match="Lý do đính chính"):
        closing.correct(march, closed.id, "  \n ")
    with pytest.raises(DeskError, match="Không có gì để đính chính"):
        closing.correct(march, closed.id, "Thử")


def test_a_corrected_closing_is_not_corrected_again(march: Desk) -> None:
    closed = closing.close(march, "ii06a", MARCH)
    do(march, Act.VOID, snapshot(march, MARCH).behind("in_time")[0].id)
    closing.correct(march, closed.id, "Nhập nhầm")
    with pytest.raises(DeskError, match="bản mới nhất"):
        closing.correct(march, closed.id, "Lần nữa")


def test_a_damaged_file_is_never_printed_as_the_closed_one(march: Desk) -> None:
    closed = closing.close(march, "ii06a", MARCH)
    path = march.database.path
    assert path is not None
    march.close()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TRIGGER closed_file_keeps_update")
        connection.execute("UPDATE closed_file SET content = x'00' WHERE name = 'pdf'")
    connection.close()
    with pytest.raises(StorageError, match="bị hỏng"):
        archive.file(march, closed.id, "pdf")


HOSTILE = "\u202e<b>Ấp</b>\x07 & 𝕏" + "dài " * 200


def test_hostile_names_stand_in_a_correction_as_they_are(march: Desk, tmp_path: Path) -> None:
    closed = closing.close(march, "ii06a", MARCH)
    wrong = snapshot(march, MARCH).behind("in_person")[0]
    changes = {"owner_name": HOSTILE, "channel": Channel.POSTAL}
    correction.correct(march, wrong.id, changes, reason=HOSTILE)
    made = closing.correct(march, closed.id, HOSTILE)
    path = archive.write_file(march, made.id, closing.CORRECTION, tmp_path / "c.pdf")
    assert "<b>Ấp</b>" in " ".join(page_texts(path))
    assert receive(march, owner=Person("Nguyễn Văn An")).id
