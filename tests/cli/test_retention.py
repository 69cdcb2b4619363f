"""`dxdesk retention`: the list, and the removal that wants the number of dossiers."""

import re
from datetime import date
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.state import State
from dxdesk.services.retention.terms import Scope, set_term
from tests.cli.kit import Line
from tests.kit import Clock, in_state, moment

LATER = moment("12/03/2035 08:00")


@pytest.fixture
def ended(desk: Desk, clock: Clock) -> Path:
    in_state(desk, State.RETURNED)
    in_state(desk, State.ACCEPTED)
    set_term(desk, Scope(), 5, document="QĐ 12", decided_on=date(2026, 1, 1))
    desk.close()
    assert desk.database.path is not None
    return desk.database.path


def test_the_list_says_what_is_due_and_since_when(ended: Path, line: Line) -> None:
    line = line.over(ended).at(LATER)
    answer = line("retention")
    assert re.split(r"\s{2,}", answer.out.splitlines()[1])[2:] == ["5 năm", "09/03/2031"]
    assert "1 hồ sơ hết thời hạn lưu trữ, 0 hồ sơ được giữ lại." in answer.err
    found = line.json("retention", "--json")
    assert (found["due"], found["waiting"], found["removed"]) == (1, 0, 0)
    assert found["dossiers"][0]["due"] == "2031-03-09T08:00"


def test_only_the_right_number_removes(ended: Path, line: Line) -> None:
    line = line.over(ended).at(LATER)
    wrong = line("retention", "--remove", 2)
    assert wrong.status == 2
    assert "có 1 hồ sơ hết thời hạn lưu trữ, không phải 2" in wrong.err
    done = line("retention", "--remove", 1)
    assert done.status == 0
    assert "Đã xóa dữ liệu cá nhân của 1 hồ sơ" in done.err
    assert "Hãy sao lưu ngay" in done.err
    assert line.json("retention", "--json")["removed"] == 1
    assert line("check").status == 0
