"""docs/keystrokes.md is what is counted on the real window, and intake is quick enough."""

import os
import re

import pytest

from dxdesk.desk import Desk
from tests.ui.keystrokes import FILE, KEYS_PER_SECOND, Hand, count, telex
from ui.main_window import MainWindow
from ui.tasks import Tasks

LONGEST_INTAKE = 20
"""Seconds for the dossier of a citizen whom the book knows."""
LONGEST_ACTIVITY = 10
"""Seconds for one line of what a team did."""


def test_telex_takes_one_key_for_each_letter_and_each_mark() -> None:
    assert [telex(word) for word in ("Nam", "Đức", "Trần", "Nguyễn")] == [3, 6, 6, 8]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_page_of_key_strokes_is_true(window: MainWindow, ward: Desk, tasks: Tasks) -> None:
    counted = count(Hand(window, ward, tasks))
    if "DXDESK_WRITE" in os.environ:
        FILE.write_text(counted, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == counted
    rows = re.findall(r"\| (\d+) \| (\d+) \|$", counted, flags=re.MULTILINE)
    assert len(rows) == 11
    assert int(rows[0][0]) / KEYS_PER_SECOND < LONGEST_INTAKE
    assert int(rows[-1][0]) / KEYS_PER_SECOND < LONGEST_ACTIVITY
