"""How a dossier of the list stands against its due time, in words and never by colour alone."""

from dataclasses import replace

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.dossier import DayOnly, DossierLine
from dxdesk.domain.state import State
from dxdesk.services import listing
from tests.kit import Clock, in_state, moment, receive
from ui.dossiers.columns import COLUMNS
from ui.dossiers.marks import Mark, standing


@pytest.fixture
def line(desk: Desk, clock: Clock) -> DossierLine:
    """Received on Monday 09/03/2026 08:00, due on Monday 16/03/2026 08:00."""
    return listing.lines(desk, [receive(desk).id])[0]


@pytest.mark.parametrize(
    ("now", "mark", "words"),
    [
        ("09/03/2026 09:00", Mark.NONE, "Còn 7 ngày"),
        ("15/03/2026 09:00", Mark.NONE, "Ngày mai 08:00"),
        ("16/03/2026 07:30", Mark.TODAY, "Hôm nay 08:00"),
    ],
)
def test_a_running_dossier_says_how_long_it_has(
    line: DossierLine, now: str, mark: Mark, words: str
) -> None:
    found = standing(line, moment(now))
    assert (found.mark, found.text) == (mark, words)


def test_an_overdue_dossier_says_since_when(line: DossierLine) -> None:
    late = replace(line, overdue=True)
    assert standing(late, moment("16/03/2026 09:00")).text == "Quá hạn lúc 08:00"
    assert standing(late, moment("19/03/2026 09:00")).text == "Quá hạn 3 ngày"
    assert standing(late, moment("19/03/2026 09:00")).mark is Mark.OVERDUE


def test_a_due_time_known_by_its_day_names_no_hour(line: DossierLine) -> None:
    day_only = replace(line, day_only=DayOnly.DUE)
    assert standing(day_only, moment("16/03/2026 07:30")).text == "Hôm nay"


def test_a_stopped_dossier_is_not_called_late(line: DossierLine) -> None:
    stopped = replace(line, stopped_since=moment("10/03/2026 10:00"))
    assert standing(stopped, moment("20/03/2026 10:00")).mark is Mark.STOPPED


@pytest.mark.parametrize("state", list(State))
def test_every_state_fills_every_column_with_text(desk: Desk, state: State) -> None:
    found = listing.lines(desk, [in_state(desk, state).id])[0]
    texts = [column.text(found, desk.now()) for column in COLUMNS]
    assert all(isinstance(text, str) for text in texts)
    assert texts[0], "a dossier without a code shows its book number"
    counted = state not in {State.VOID, State.DECLINED}
    assert bool(standing(found, desk.now()).text) == counted
