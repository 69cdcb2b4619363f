"""What was submitted and never accepted is listed without a moment of receipt."""

from datetime import timedelta

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.state import State
from tests.cli.kit import Line
from tests.kit import do, in_state, submit


@pytest.mark.parametrize("state", list(State))
def test_received_is_null_exactly_when_nothing_was_accepted(
    line: Line, desk: Desk, state: State
) -> None:
    dossier = in_state(desk, state)
    [found] = line.over(str(desk.database.path))("list", "--state", state.key, "--json").lines
    assert (found["received"] is None) == (dossier.received_at is None)
    assert found["state"] == state.key


def test_a_submission_that_waits_for_its_supplement_is_not_received(line: Line, desk: Desk) -> None:
    dossier = submit(desk)
    do(desk, Act.REQUEST_SUPPLEMENT, dossier.id)
    ward = line.over(str(desk.database.path)).at(desk.now() + timedelta(days=1))
    [found] = ward("list", "--json").lines
    assert (found["state"], found["received"]) == ("awaiting_supplement", None)
    day = f"{desk.now():%Y-%m-%d}"
    assert ward.json("stats", "--from", day, "--to", day)["total"]["received"] == 0
