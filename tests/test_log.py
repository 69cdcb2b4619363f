"""The log file: there for whoever repairs the program, silent about persons."""

import logging
import sqlite3
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from dxdesk.errors import DeskError
from dxdesk.log import log_file, start_log
from dxdesk.trouble import trouble

PERSON = "Nguyễn Thị Bí Mật 079123456789"


@pytest.fixture(autouse=True)
def started_log() -> Iterator[None]:
    start_log()
    yield
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, RotatingFileHandler)]:
        root.removeHandler(handler)
        handler.close()


def fail_with(error: Exception) -> str:
    """What the person is told when *error* arises within another one."""
    try:
        _raise_after_another(error)
    except Exception as raised:  # noqa: BLE001 - whatever the test raises
        return trouble(raised)
    raise AssertionError("nothing was raised")


def _raise_after_another(error: Exception) -> None:
    try:
        int(PERSON)
    except ValueError as inner:
        raise error from inner


def test_nothing_is_made_before_there_is_something_to_write(own_data_folder: Path) -> None:
    logging.getLogger("dxdesk").info("all is well")
    assert not own_data_folder.exists()


@pytest.mark.logs("unexpected")
def test_a_bug_is_written_with_its_places_and_its_cause_but_no_message() -> None:
    said = fail_with(KeyError(PERSON))
    assert str(log_file()) in said
    written = log_file().read_text(encoding="utf-8")
    assert "builtins.KeyError" in written
    assert "builtins.ValueError" in written
    assert "which led to" in written
    assert "tests/test_log.py" in written
    assert PERSON not in written + said


@pytest.mark.logs("unexpected")
def test_messages_of_the_system_are_kept_without_the_file_that_they_name() -> None:
    fail_with(OSError(5000, "trouble of some kind", f"/home/{PERSON}/a.db"))
    fail_with(sqlite3.OperationalError("no such table: dossier"))
    written = log_file().read_text(encoding="utf-8")
    assert "[5000] trouble of some kind" in written
    assert "no such table: dossier" in written
    assert PERSON not in written


def test_a_refusal_is_said_and_not_logged() -> None:
    assert fail_with(DeskError("Chưa chọn thủ tục.")) == "Chưa chọn thủ tục."
    assert not log_file().exists()


def test_a_full_disk_is_told_in_words() -> None:
    said = fail_with(OSError(28, "No space left on device", "so.pdf"))
    assert said == "“so.pdf”: ổ đĩa đã đầy; hãy xóa bớt tệp để lấy chỗ trống rồi làm lại."


@pytest.mark.logs("unexpected")
def test_a_log_that_cannot_be_written_hides_no_error(
    own_data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_data_folder.write_text("a file where the folder should be", encoding="utf-8")
    assert "ngoài dự kiến" in fail_with(RuntimeError(PERSON))
    assert capsys.readouterr() == ("", "")


@pytest.mark.logs("unexpected")
def test_the_log_does_not_grow_without_end(own_data_folder: Path) -> None:
    start_log()
    for _ in range(3000):
        logging.getLogger("dxdesk").error("unexpected %s", "x" * 2000)
    files = list(own_data_folder.iterdir())
    assert 1 < len(files) <= 4
    assert all(file.stat().st_size <= 1_000_000 for file in files)
