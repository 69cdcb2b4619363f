"""Runs the real command line within the test, over real files."""

import logging
import shutil
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from dxdesk.services import imports
from tests.cli.kit import NOW, REGISTER, Line, answered
from tests.kit import desk_over


@pytest.fixture(autouse=True)
def own_log_file() -> Iterator[None]:
    """No later test writes into this test's log file."""
    yield
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, RotatingFileHandler)]:
        root.removeHandler(handler)
        handler.close()


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str]) -> Line:
    """`line("stats", …)` runs that command, without a database of its own."""
    return Line(lambda arguments, clock: answered(arguments, clock, capsys))


@pytest.fixture(scope="session")
def filled_database(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ward with the dossiers of one sample register."""
    folder = tmp_path_factory.mktemp("filled")
    with desk_over(empty_database, lambda: NOW, folder=folder) as desk:
        imports.run(desk, REGISTER)
    return folder / "desk.db"


@pytest.fixture
def database(filled_database: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled_database, tmp_path / "phuong.db"))


@pytest.fixture
def ward(line: Line, database: Path) -> Line:
    """The command line over a ward with dossiers."""
    return line.over(database)


@pytest.fixture
def new_ward(line: Line, empty_database: Path, tmp_path: Path) -> Line:
    """The command line over a ward without dossiers."""
    return line.over(Path(shutil.copy(empty_database, tmp_path / "moi.db")))
