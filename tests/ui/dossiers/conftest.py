"""Pages over a real database file, shown offscreen, and waiting until their work is done."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Dossier, Person
from tests.kit import Clock, desk_over, receive
from ui.dossiers.dossier_page import DossierPage
from ui.dossiers.intake_page import IntakePage
from ui.page import Page
from ui.tasks import Tasks

Settle = Callable[[], None]
Open = Callable[[Dossier], DossierPage]


@pytest.fixture
def show(qtbot: QtBot, settle: Settle, dressed: QApplication) -> Callable[[QWidget], None]:
    """Show a page in a window of its own that has the keyboard."""

    def shown(page: QWidget) -> None:
        qtbot.addWidget(page)
        page.resize(1000, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        if isinstance(page, Page):
            page.refresh()
            page.start()
        settle()

    return shown


@pytest.fixture(scope="session")
def three_hundred(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with 300 dossiers, more than one page of the list."""
    folder = tmp_path_factory.mktemp("three_hundred")
    with desk_over(empty_database, Clock(), folder=folder) as desk:
        fill(desk, 300)
    return folder / "desk.db"


def fill(desk: Desk, number: int) -> None:
    for one in range(number):
        owner = Person(f"Nguyễn Văn {'Ánh' if one % 3 else 'Đạt'}", phone=f"09010{one:05}")
        receive(desk, code=f"H99.12-260309-{one:04}", owner=owner)


@pytest.fixture
def full_desk(three_hundred: Path, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with desk_over(three_hundred, clock, folder=tmp_path) as found:
        yield found


@pytest.fixture
def intake(desk: Desk, tasks: Tasks, show: Callable[[QWidget], None]) -> IntakePage:
    made = IntakePage(desk, tasks)
    show(made)
    return made


@pytest.fixture
def dossier_page(desk: Desk, tasks: Tasks, show: Callable[[QWidget], None]) -> DossierPage:
    made = DossierPage(desk, tasks)
    show(made)
    return made


@pytest.fixture
def open_page(dossier_page: DossierPage, settle: Settle) -> Open:
    def opened(dossier: Dossier) -> DossierPage:
        dossier_page.show_dossier(dossier.id)
        settle()
        dossier_page.start()
        return dossier_page

    return opened
