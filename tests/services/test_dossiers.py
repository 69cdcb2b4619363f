"""One dossier: found by what is typed or scanned, its due time explained."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from sqlalchemy import select

from db.models import DossierRecord
from dxdesk.desk import Desk
from dxdesk.domain.clock import StopMode
from dxdesk.domain.derived import derive
from dxdesk.domain.dossier import DossierId
from dxdesk.errors import DeskError
from dxdesk.services import acts, dossiers
from dxdesk.services.settings import rules_in_force
from tests.kit import Clock, desk_over, moment, receive, submit
from tests.services.recount import Office, Step, histories


def test_a_dossier_is_found_by_code_or_book_number_as_typed(desk: Desk) -> None:
    receive(desk)
    dossier = receive(desk, code="H99.12-260309-0001")
    for typed in ("H99.12-260309-0001", " h99.12-260309-0001\n", "2026/000002", "2026/2"):
        assert dossiers.by_code(desk, typed) == dossier


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "/", "2026/", "2026/000003", "2025/1", "2026/²", "2026/1/1"),
        *("2026/99999999999999", "%", "' OR 1=1 --", "\x00", "9" * 5000 + "/1"),
    ],
)
def test_what_is_not_there_is_not_found(desk: Desk, typed: str) -> None:
    receive(desk)
    assert dossiers.by_code(desk, typed) is None


def test_a_dossier_that_is_gone_is_named_so(desk: Desk) -> None:
    with pytest.raises(DeskError, match="không còn trong sổ"):
        dossiers.get(desk, DossierId(1))


def test_overdue_begins_the_minute_after_the_due_time(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    assert dossier.due_at is not None
    clock.time = dossier.due_at
    assert not dossiers.get(desk, dossier.id).overdue
    clock.time = dossier.due_at + timedelta(minutes=1)
    assert dossiers.get(desk, dossier.id).overdue


def test_a_due_time_is_explained_day_by_day_also_after_a_restart(desk: Desk, clock: Clock) -> None:
    dossier = submit(desk)
    assert dossiers.due_account(desk, dossier.id) is None
    acts.request_supplement(desk, dossier.id, reason="Thiếu giấy")
    clock.later(days=1)
    acts.resume(desk, dossier.id)
    acts.accept(desk, dossier.id)
    for due, restart in (("17/03/2026 08:00", "12/03/2026 10:00"), ("19/03/2026 10:00", "")):
        account = dossiers.due_account(desk, dossier.id)
        assert account is not None
        assert account.due == moment(due) == dossiers.get(desk, dossier.id).due_at
        if restart:
            clock.set("11/03/2026 08:00")
            acts.request_supplement(desk, dossier.id, reason="Thiếu giấy")
            clock.set(restart)
            acts.resume(desk, dossier.id)


def test_a_late_restart_leaves_the_first_account_standing(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    clock.set("18/03/2026 08:00")
    acts.request_supplement(desk, dossier.id, reason="Thiếu giấy")
    clock.set("20/03/2026 08:00")
    acts.resume(desk, dossier.id)
    account = dossiers.due_account(desk, dossier.id)
    assert account is not None
    assert account.due == moment("16/03/2026 08:00")


def test_a_due_time_that_only_moved_on_has_no_account(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    clock.later(hours=2)
    acts.suspend(desk, dossier.id, reason="Chờ xác minh", mode=StopMode.RESUME)
    clock.later(hours=1)
    acts.resume(desk, dossier.id)
    assert dossiers.due_account(desk, dossier.id) is None


@given(history=histories)
@settings(max_examples=6, phases=[Phase.generate])
def test_derived_columns_are_right_after_every_act(
    empty_database: Path, history: list[Step]
) -> None:
    clock = Clock()
    with desk_over(empty_database, clock) as desk:
        office = Office(desk, clock)
        calendar = rules_in_force(desk).calendar
        for step in history:
            office.take(step)
            with desk.reading() as session:
                for record in session.scalars(select(DossierRecord)):
                    found = derive(record, calendar)
                    kept = {name: getattr(record, name) for name in found._fields}
                    assert {name: getattr(found, name) for name in kept} == kept
