"""Undo and redo of everything, by the log alone (db.undo)."""

import threading
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from db.undo import TouchedLaterError, take_back
from dxdesk.desk import Desk
from dxdesk.domain.calendar import Session
from dxdesk.domain.dossier import DossierId, OfficerId
from dxdesk.domain.query import Query
from dxdesk.domain.state import State
from dxdesk.errors import DeskError
from dxdesk.services import acts, catalogue, correction, dossiers, history, listing, officers
from dxdesk.services import settings as office
from dxdesk.services.opening import open_desk
from tests.kit import Clock, desk_over, in_state, receive
from tests.services.recount import Office, Step, histories

TABLES = ("dossier", "stop", "apology", "officer", "setting", "day", "dossier_search")


def contents(desk: Desk) -> dict[str, list[Any]]:
    """Every logged row of the file, and the words of the search index."""
    with desk.reading() as session:
        found = {
            table: session.execute(select(text("*")).select_from(text(table))).all()
            for table in TABLES
        }
        # raises when the index and the dossiers disagree
        session.execute(
            text("INSERT INTO dossier_search(dossier_search, rank) VALUES ('integrity-check', 1)")
        )
        session.rollback()
    return {table: sorted(map(tuple, rows), key=str) for table, rows in found.items()}


@given(history_=histories, count=st.integers(1, 40))
@settings(max_examples=5, phases=[Phase.generate])
def test_undoing_takes_every_value_back_and_redoing_brings_it_again(
    empty_database: Path, history_: list[Step], count: int
) -> None:
    clock = Clock()
    with desk_over(empty_database, clock) as desk:
        office = Office(desk, clock)
        seen = [contents(desk)]
        for step in history_:
            office.take(step)
            seen.append(contents(desk))
        back = min(count, len(history_))
        for expected in seen[-2 : -back - 2 : -1]:
            history.undo(desk)
            assert contents(desk) == expected
        for expected in seen[len(seen) - back :]:
            history.redo(desk)
            assert contents(desk) == expected
        with pytest.raises(DeskError, match="Không có thao tác để làm lại"):
            history.redo(desk)


def test_undo_goes_on_after_the_program_was_closed(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    dossier = in_state(desk, State.RETURNED)
    history.undo(desk)
    desk.close()
    again = open_desk(tmp_path / "desk.db", clock=clock, create=False)
    try:
        assert history.last_redoable(again) == f"Trả kết quả số {dossier.book}"
        assert history.undo(again) == f"Ghi có kết quả số {dossier.book}"
        assert dossiers.get(again, dossier.id).state is State.ACCEPTED
        assert history.redo(again) == f"Ghi có kết quả số {dossier.book}"
        assert history.redo(again) == f"Trả kết quả số {dossier.book}"
        assert dossiers.get(again, dossier.id) == dossier
    finally:
        again.close()


def test_an_undo_is_taken_back_by_redo_and_that_again_by_undo(desk: Desk) -> None:
    dossier = in_state(desk, State.FINISHED)
    name = f"Ghi có kết quả số {dossier.book}"
    for _ in range(3):
        assert history.undo(desk) == name
        assert dossiers.get(desk, dossier.id).state is State.ACCEPTED
        assert history.redo(desk) == name
        assert dossiers.get(desk, dossier.id) == dossier


def test_nothing_can_be_redone_after_something_new(desk: Desk) -> None:
    dossier = in_state(desk, State.FINISHED)
    history.undo(desk)
    acts.refuse(desk, dossier.id, reason="Không đủ điều kiện")
    assert history.last_redoable(desk) is None
    with pytest.raises(DeskError, match="Không có thao tác để làm lại"):
        history.redo(desk)


def test_a_new_database_has_nothing_to_undo(desk: Desk) -> None:
    assert history.last_undoable(desk) is None
    with pytest.raises(DeskError, match="Không còn thao tác nào"):
        history.undo(desk)
    assert catalogue.procedures(desk)


def test_an_action_whose_values_a_later_one_changed_is_not_taken_back(
    desk: Desk, clock: Clock
) -> None:
    dossier = receive(desk)
    receipt = history.events(desk)[0].action_id
    correction.correct(desk, dossier.id, {"note": "Gấp"}, reason="Bổ sung")
    with desk.database.action("Hoàn tác", officer_id=1, at=clock.time) as session:
        with pytest.raises(TouchedLaterError) as refused:
            take_back(session, receipt)
        assert refused.value.action is not None
        assert refused.value.action.name.startswith("Sửa thông tin")
    assert dossiers.get(desk, dossier.id).note == "Gấp"


def test_a_value_changed_outside_the_program_is_not_overwritten(desk: Desk) -> None:
    dossier = in_state(desk, State.FINISHED)
    with desk.database.engine.begin() as connection:
        connection.execute(text("UPDATE dossier SET finished_at = finished_at - 1"))
    with pytest.raises(DeskError, match="bị thay đổi ngoài chương trình"):
        history.undo(desk)
    assert dossiers.get(desk, dossier.id).state is State.FINISHED


def test_settings_and_the_due_times_that_follow_from_them_are_undone(desk: Desk) -> None:
    before = office.office(desk)
    office.save_office(desk, before.__class__(name="phường An Bình", due_rule="civil"))
    office.save_timetable(desk, [[Session(time(8), time(12))]] * 7)
    assert office.rules_in_force(desk).due.count == "civil"
    history.undo(desk)
    history.undo(desk)
    assert office.office(desk) == before
    assert receive(desk).due_at == receive(desk).due_at
    assert office.rules_in_force(desk).due.count == "minutes"


def test_an_officer_who_has_acted_is_not_undone_away(desk: Desk, clock: Clock) -> None:
    officer = officers.add_officer(desk, "Lê Thị Hồng")
    hers = Desk(desk.database, clock, OfficerId(officer.id))
    receive(hers)
    assert history.undo(hers) == "Tiếp nhận hồ sơ"
    with pytest.raises(DeskError, match="Chưa hoàn tác được “Thêm cán bộ Lê Thị Hồng”"):
        history.undo(hers)
    assert [one.name for one in catalogue.officers(desk)][1:] == ["Lê Thị Hồng"]


def test_a_book_number_once_given_is_never_given_again(desk: Desk) -> None:
    first = receive(desk)
    history.undo(desk)
    second = receive(desk)
    assert (first.book, second.book) == ("2026/000001", "2026/000002")
    assert second.id != first.id
    history.undo(desk)
    history.redo(desk)
    assert dossiers.get(desk, second.id).book == "2026/000002"


def test_two_counters_may_undo_at_the_same_time(desk: Desk, clock: Clock) -> None:
    dossier = in_state(desk, State.RETURNED)
    ready, results = threading.Barrier(2), []

    def undo() -> None:
        ready.wait()
        try:
            results.append(history.undo(desk))
        except DeskError as refused:
            results.append(str(refused))

    threads = [threading.Thread(target=undo) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 2
    assert dossiers.get(desk, dossier.id).state in {State.ACCEPTED, State.FINISHED}


def test_the_log_tells_what_was_undone(desk: Desk, clock: Clock) -> None:
    dossier = in_state(desk, State.FINISHED)
    clock.later(minutes=3)
    history.undo(desk)
    events = history.events(desk)
    assert [(event.name, event.undone) for event in events] == [
        (f"Hoàn tác: Ghi có kết quả số {dossier.book}", False),
        (f"Ghi có kết quả số {dossier.book}", True),
        ("Tiếp nhận hồ sơ", False),
        ("Tạo cơ sở dữ liệu", False),
    ]
    assert events[0].at == clock.time
    assert {event.officer for event in events} == {"Cán bộ Một cửa"}
    assert history.events(desk, limit=1, before=events[1].action_id) == (events[2],)


def test_undoing_a_receipt_leaves_no_dossier_to_be_found(desk: Desk) -> None:
    dossier = receive(desk)
    history.undo(desk)
    assert list(listing.ids(desk, Query(text="duc"))) == []
    with pytest.raises(DeskError, match="không còn trong sổ"):
        dossiers.get(desk, DossierId(dossier.id))
