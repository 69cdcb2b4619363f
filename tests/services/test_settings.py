"""What the ward chose is kept clean, followed at once, and never taken from an undone draft."""

from dataclasses import replace
from datetime import date, time

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.calendar import DayException, DayKind, Session
from dxdesk.domain.office import Office
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import month
from dxdesk.errors import InputError
from dxdesk.services import history, settings
from dxdesk.services.statistics import statistics
from tests.kit import Clock, moment, receive

WARD = Office(
    name="phường An Bình",
    committee="PHƯỜNG AN BÌNH",
    signer_name="Nguyễn Văn A",
    recipients=("Như trên", "Lưu: VT"),
    early_rule=EarlyRule.DAY,
    due_rule="civil",
    same_day_cutoff=time(10, 30),
    code_prefix="H99.12",
)


def test_what_is_kept_is_read_again(desk: Desk) -> None:
    assert settings.office(desk) == Office()
    settings.save_office(desk, WARD)
    assert settings.office(desk) == WARD
    again = Desk(desk.database, desk.clock, desk.officer)
    assert settings.office(again) == WARD


def test_texts_are_kept_in_one_form(desk: Desk) -> None:
    settings.save_office(
        desk, replace(WARD, name=" phươ\u0300ng  An  Bình ", recipients=(" Như  trên ", "", "Lưu"))
    )
    kept = settings.office(desk)
    assert (kept.name, kept.recipients) == ("phường An Bình", ("Như trên", "Lưu"))


def test_a_rule_that_does_not_exist_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match="Cách tính thời hạn"):
        settings.save_office(desk, replace(WARD, due_rule="phút"))
    assert settings.office(desk) == Office()


def test_the_wards_rules_are_followed_from_the_next_dossier_on(desk: Desk, clock: Clock) -> None:
    first = receive(desk)
    settings.save_office(desk, WARD)
    second = receive(desk)
    assert (first.due_at, second.due_at) == (
        moment("16/03/2026 08:00"),
        moment("16/03/2026 17:30"),
    )
    assert statistics(desk, month(2026, 3)).early_rule is EarlyRule.DAY


def test_two_desks_over_one_file_see_each_others_settings(desk: Desk) -> None:
    other = Desk(desk.database, desk.clock, desk.officer)
    assert settings.office(other) == Office()
    settings.save_office(desk, WARD)
    assert settings.office(other) == WARD


def test_the_weeks_hours_decide(desk: Desk) -> None:
    settings.save_timetable(desk, [[Session(time(7), time(11))]] * 6 + [[]])
    assert receive(desk).due_at == moment("20/03/2026 08:00")
    with pytest.raises(InputError, match="Lịch làm việc"):
        settings.save_timetable(desk, [[]] * 7)


def test_a_day_of_the_wards_own_decides_and_can_be_changed(desk: Desk) -> None:
    closed = DayException(date(2026, 3, 10), DayKind.CLOSURE, "cúp điện")
    settings.save_day(desk, closed)
    assert receive(desk).due_at == moment("17/03/2026 08:00")
    settings.save_day(
        desk,
        replace(closed, kind=DayKind.OTHER_HOURS, sessions=(Session(time(8), time(12)),)),
    )
    assert receive(desk).due_at == moment("16/03/2026 14:00")
    history.undo(desk)
    history.undo(desk)
    history.undo(desk)
    assert settings.rules_in_force(desk).calendar.why(date(2026, 3, 10)) == "ngày nghỉ: cúp điện"


def test_settings_of_an_action_that_failed_are_not_followed(desk: Desk) -> None:
    """The next change may get the same number in the log as the one that was rolled back."""
    with pytest.raises(RuntimeError):
        _fail(desk)
    settings.save_office(desk, replace(WARD, name="phường Đông Hòa"))
    assert settings.office(desk).name == "phường Đông Hòa"


def _fail(desk: Desk) -> None:
    with desk.act("Hỏng") as session:
        settings.keep_office(session, WARD)
        session.flush()
        assert settings.rules(desk, session).office == WARD
        raise RuntimeError
