"""`check` finds what no use case could have written, and is content with all that they write."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import time
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.calendar import DEFAULT_TIMETABLE, Session
from dxdesk.domain.channel import Channel
from dxdesk.domain.state import State
from dxdesk.services import history, imports, settings
from dxdesk.services.checking import CheckReport, check
from tests.kit import Clock, do, in_state, receive

SAMPLES = Path(__file__).parent.parent / "samples"


@contextmanager
def behind_our_back(desk: Desk) -> Iterator[sqlite3.Connection]:
    """What another program does to the file."""
    assert desk.database.path is not None
    with closing(sqlite3.connect(desk.database.path)) as connection:
        yield connection
        connection.commit()


def faults(report: CheckReport) -> dict[str, str]:
    assert report.ok == all(one.ok for one in report.checks)
    return {one.key: " ".join(one.problems) for one in report.checks if not one.ok}


def notes(report: CheckReport) -> str:
    return " ".join(note for one in report.checks for note in one.notes)


def test_an_empty_database_is_sound(desk: Desk) -> None:
    report = check(desk)
    assert report.ok
    assert (report.dossiers, report.actions) == (0, 1)


def test_whatever_officers_do_passes_every_check(desk: Desk, clock: Clock) -> None:
    for state in State:
        in_state(desk, state)
        clock.later(hours=3)
    while history.last_undoable(desk) and len(history.events(desk)) < 60:
        history.undo(desk)
    history.redo(desk)
    assert faults(check(desk)) == {}


def test_an_import_and_its_undoing_pass_every_check(desk: Desk, clock: Clock) -> None:
    clock.set("30/06/2026 12:00")
    imports.run(desk, SAMPLES / "so-theo-doi-2026-q2.xlsx")
    assert faults(check(desk)) == {}
    history.undo(desk)
    report = check(desk)
    assert faults(report) == {}
    assert "430 số bỏ trống vì việc tiếp nhận đã được hoàn tác" in notes(report)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE dossier SET content = 'sửa lén' WHERE id = 2",
        "UPDATE dossier SET fee = 0 WHERE id = 2",
        "UPDATE officer SET name = 'Người khác' WHERE id = 1",
        "INSERT INTO hamlet (name) VALUES ('Tổ dân phố lạ')",
        "DELETE FROM dossier WHERE id = 2",
    ],
)
def test_a_change_around_the_log_is_found(desk: Desk, change: str) -> None:
    for _ in range(3):
        receive(desk)
    with behind_our_back(desk) as connection:
        connection.execute(change)
    assert "ngoài chương trình" in faults(check(desk))["log"]


def test_a_log_entry_that_cannot_be_read_is_named(desk: Desk) -> None:
    receive(desk)
    with behind_our_back(desk) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'change'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        last = connection.execute("SELECT max(id) FROM change").fetchone()[0]
        connection.execute("UPDATE change SET payload = x'00ff' WHERE id = ?", [last])
    assert f"số {last}" in faults(check(desk))["log"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("state = 9", "state"),
        ("owner_sort = 'zz'", "owner_sort"),
        ("search_text = ''", "search_text"),
        ("long_running = 0", "long_running"),
        ("arrived_at = arrived_at + 1", "arrived_at"),
        ("received_at = NULL", "mốc thời gian"),
    ],
)
def test_a_derived_value_that_does_not_follow_from_the_facts_is_found(
    desk: Desk, change: str, named: str
) -> None:
    dossier = receive(desk)
    with behind_our_back(desk) as connection:
        connection.execute(f"UPDATE dossier SET {change}")  # noqa: S608 - the test's own words
    derived = faults(check(desk))["derived"]
    assert named in derived
    assert dossier.book in derived


def test_a_wrong_outcome_is_found(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    clock.later(hours=2)
    do(desk, Act.FINISH, dossier.id)
    with behind_our_back(desk) as connection:
        connection.execute("UPDATE dossier SET outcome = -1")
    assert "outcome" in faults(check(desk))["derived"]


def test_an_outcome_of_an_earlier_timetable_is_a_note_and_no_fault(
    desk: Desk, clock: Clock
) -> None:
    dossier = receive(desk)
    clock.set("16/03/2026 07:50")  # ten minutes before the due time, in the same half-day
    do(desk, Act.FINISH, dossier.id)
    assert "lịch làm việc cũ" not in notes(check(desk))
    later = (Session(time(7, 55), time(11, 30)), Session(time(13, 30), time(17, 30)))
    settings.save_timetable(desk, (*(later,) * 5, *DEFAULT_TIMETABLE[5:]))
    after = check(desk)
    assert faults(after) == {}
    assert "1 hồ sơ được xếp trước hạn/đúng hạn theo lịch làm việc cũ" in notes(after)


def test_figures_that_do_not_add_up_are_named_by_month_and_dossier(
    desk: Desk, clock: Clock
) -> None:
    good, bad = receive(desk, code="H99.12-260309-0001"), receive(desk, code="H99.12-260309-0002")
    clock.set("10/04/2026 09:00")
    do(desk, Act.FINISH, good.id)
    with behind_our_back(desk) as connection:
        connection.execute(
            "UPDATE dossier SET channel = ? WHERE id = ?", [int(Channel.UNKNOWN), bad.id]
        )
    found = faults(check(desk))["identities"]
    assert "tháng 3 năm 2026" in found
    assert "trực tuyến + trực tiếp + bưu chính" in found
    assert bad.code in found
    assert good.code not in found


def test_a_gap_in_the_book_needs_its_reason_in_the_log(desk: Desk) -> None:
    for _ in range(4):
        receive(desk)
    history.undo(desk)
    explained = check(desk)
    assert faults(explained) == {}
    assert "1 số bỏ trống" in notes(explained)
    with behind_our_back(desk) as connection:
        connection.execute("UPDATE book SET last_number = last_number + 2")
    assert "2 số bị bỏ trống không rõ lý do (5, 6)" in faults(check(desk))["book"]


def test_a_book_that_would_give_a_number_twice_is_found(desk: Desk) -> None:
    receive(desk)
    receive(desk)
    with behind_our_back(desk) as connection:
        connection.execute("UPDATE book SET last_number = 1")
    assert "đã dùng đến số 2" in faults(check(desk))["book"]


def test_a_reference_to_nothing_is_found(desk: Desk) -> None:
    receive(desk)
    with behind_our_back(desk) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE dossier SET hamlet_id = 999")
    assert "dossier → hamlet" in faults(check(desk))["references"]


def test_a_damaged_index_is_found(desk: Desk) -> None:
    for _ in range(5):
        receive(desk)
    with behind_our_back(desk) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = 'CREATE INDEX ix_dossier_due ON dossier (finished_at)' "
            "WHERE name = 'ix_dossier_due'"
        )
        connection.execute("PRAGMA schema_version = 999")
    assert "hỏng" in faults(check(desk))["file"]


def test_a_search_index_that_lost_a_dossier_is_found(desk: Desk) -> None:
    receive(desk)
    with behind_our_back(desk) as connection:
        connection.execute("INSERT INTO dossier_search(dossier_search) VALUES ('delete-all')")
    found = faults(check(desk))
    assert set(found) == {"search"}
    assert "bỏ sót" in found["search"]


def test_progress_is_told_and_nothing_is_written(desk: Desk) -> None:
    receive(desk)
    told: list[tuple[int, int]] = []
    before = history.events(desk)
    check(desk, progress=lambda done, total: told.append((done, total)))
    assert told
    assert all(done <= total for done, total in told)
    assert history.events(desk) == before


def test_a_value_of_a_kind_that_there_is_not_is_told_and_stops_no_check(desk: Desk) -> None:
    """What one turned bit made of a stop: found by tests.faults."""
    receive(desk)
    assert desk.database.path is not None
    desk.close()
    with closing(sqlite3.connect(desk.database.path)) as file, file:
        file.execute("UPDATE dossier SET stop_kind = ''")
    found = {one.key: one for one in check(desk).checks}
    assert "không đọc hết được" in found["derived"].problems[0]
    assert found["file"].ok
    assert found["chain"].ok
