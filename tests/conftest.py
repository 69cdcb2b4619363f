"""What holds for every test: no window server, no person's data, no stray log line.

Warnings fail through pyproject's `filterwarnings`, Qt's messages through `qt_log_level_fail`,
log lines of level WARNING and above here, unless the test announces them:
`@pytest.mark.logs("part of the line")`.
"""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dxdesk.desk import Desk
from tests.kit import Clock, desk_over, make_empty_database
from tests.timing import whole_files

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "dxdesk",
    deadline=None,  # no timing in tests
    derandomize=True,  # the same tests today and tomorrow; `--hypothesis-profile=default` searches
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("dxdesk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--quick",
        action="store_true",
        help="what a developer runs after every change: not the slow tests nor those of the files "
        "that tests/whole.txt lists",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("quick"):
        config.option.markexpr = "not slow"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    return True if config.getoption("quick") and collection_path in _WHOLE else None


_WHOLE = {Path(__file__).parents[1] / place for place in whole_files()}


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of this test alone; programs that the test starts inherit it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("DXDESK_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_stray_log_lines(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    expected = [mark.args[0] for mark in request.node.iter_markers("logs")]
    yield
    lines = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    stray = [line for line in lines if not any(text in line for text in expected)]
    silent = [text for text in expected if not any(text in line for line in lines)]
    if stray or silent:
        pytest.fail(f"stray log lines: {stray}; announced but not logged: {silent}")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file without dossiers; every test works on its own copy."""
    return make_empty_database(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(empty_database: Path, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk over a copy of the empty file, with a clock that the test sets."""
    with desk_over(empty_database, clock, folder=tmp_path) as found:
        yield found
