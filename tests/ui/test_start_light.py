"""What the start brings along until today's numbers stand on the page: nothing that can wait."""

from pathlib import Path

import pytest

from tests.ui.starting import watched_start

_START = """
import json, sys
sys.argv[1:] = ["--database", sys.argv[1]]
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from dxdesk import __main__ as start
from ui.app import Opening

told = {}
opening = Opening.start

def painted(self):
    told["painted"] = sorted(sys.modules)
    from ui.start_cards import WorkCards
    show = WorkCards.show_numbers

    def shown(self, numbers):
        show(self, numbers)
        told.setdefault("numbers", sorted(sys.modules))
        QTimer.singleShot(0, QApplication.closeAllWindows)

    WorkCards.show_numbers = shown
    opening(self)

Opening.start = painted
try:
    start.main()
finally:
    print(json.dumps(told))
"""
_WAITS = ("sqlalchemy", "alembic", "reportlab", "openpyxl", "docx", "qtawesome", "holidays")
_WAITS_FOR_DATA = (*_WAITS, "ui.start_page", "dxdesk.domain.calendar", "dxdesk.services.opening")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> dict[str, list[str]]:
    home = tmp_path_factory.mktemp("home")
    return watched_start(_START, empty_database, home)


@pytest.mark.parametrize(("moment", "waits"), [("painted", _WAITS_FOR_DATA), ("numbers", _WAITS)])
def test_what_can_wait_is_not_loaded(
    loaded: dict[str, list[str]], moment: str, waits: tuple[str, ...]
) -> None:
    early = [one for one in loaded[moment] if one in waits or one.split(".")[0] in waits]
    assert early == []
