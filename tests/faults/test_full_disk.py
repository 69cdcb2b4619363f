"""A really full disk under every way of writing: a sentence, nothing half done, all goes on."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.period import month
from dxdesk.errors import DeskError, StorageError
from dxdesk.services import acts, closing, history, imports, maintenance, reporting
from dxdesk.services.attachments import attach
from dxdesk.services.checking import check
from dxdesk.services.encryption import changing
from dxdesk.services.exporting import export_dossiers, of_period
from dxdesk.services.opening import open_desk
from dxdesk.services.whole import export_everything
from dxdesk.trouble import trouble
from tests.faults.jobs import NOW, PASSPHRASES, actions_of
from tests.faults.ward import make_files
from tests.kit import Clock, receive

MARCH = month(2026, 3)
SIZE_KIB = 12 * 1024
LEFT_KIB = (0, 12, 80)
"""What is still free when the work begins: nothing, a few pages, half of what most works need."""
WORKS: dict[str, Callable[[Desk, Path], object]] = {
    "intake": lambda desk, _folder: [receive(desk) for _ in range(40)],
    "result": lambda desk, _folder: acts.finish(desk, DossierId(4)),
    "undo": lambda desk, _folder: history.undo(desk),
    "import": lambda desk, folder: imports.run(desk, folder / "so.csv"),
    "attachment": lambda desk, _folder: attach(
        desk, DossierId(4), [("don.pdf", b"%PDF-1.4\n" + os.urandom(200_000))]
    ),
    "closing": lambda desk, _folder: closing.close(desk, "ii06a", MARCH),
    "backup": lambda desk, folder: maintenance.backup(desk, folder / "out.db"),
    "report": lambda desk, folder: reporting.write_report(desk, "ii06a", MARCH, folder / "out.pdf"),
    "register": lambda desk, folder: reporting.write_register(desk, MARCH, folder / "out.xlsx"),
    "list": lambda desk, folder: export_dossiers(desk, of_period(None), folder / "out.csv"),
    "encrypting": lambda desk, _folder: changing.encrypt(desk, PASSPHRASES[0]),
    "everything": lambda desk, folder: export_everything(desk, folder / "out.zip"),
}


def _mounted(folder: Path) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    options = f"size={SIZE_KIB}k"
    command = ["/bin/mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of its own that can be filled to the last byte."""
    folder = tmp_path_factory.mktemp("disk")
    if not _mounted(folder):
        pytest.skip("a small disk can only be mounted by root on Linux")
    yield folder
    subprocess.run(["/bin/umount", "-l", str(folder)], check=True)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    make_files(folder)
    return folder


@pytest.fixture
def folder(disk: Path, files: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The ward's files on that disk, the program's own folder too."""
    monkeypatch.setenv("DXDESK_HOME", str(disk / "home"))
    (disk / "home").mkdir()
    for name in ("desk.db", "so.csv"):
        shutil.copy(files / name, disk / name)
    yield disk
    for one in disk.iterdir():
        shutil.rmtree(one) if one.is_dir() else one.unlink()


def fill(folder: Path, left_kib: int) -> Path:
    """Leave that much room."""
    ballast = folder / "ballast"
    free = shutil.disk_usage(folder).free - left_kib * 1024
    with ballast.open("wb") as file:
        file.write(bytes(max(0, free)))
    return ballast


@pytest.mark.parametrize("left", LEFT_KIB)
@pytest.mark.parametrize("work", WORKS)
def test_no_room_is_told_and_costs_nothing_that_was_saved(
    work: str, left: int, folder: Path
) -> None:
    desk = open_desk(folder / "desk.db", clock=Clock(NOW), create=False)
    before = actions_of(desk)
    ballast = fill(folder, left)
    said = _said(WORKS[work], desk, folder)
    done = said is None
    assert said is None or "đầy" in said or "không đủ chỗ" in said
    desk.close()
    ballast.unlink()
    outcome = sorted(one.name for one in folder.glob("out*"))
    assert len(outcome) <= int(done), "what was not finished lies about"
    again = open_desk(folder / "desk.db", clock=Clock(NOW), create=False)
    try:
        _proven(again, before)
        if not done:
            WORKS[work](again, folder)  # with room it goes on as if nothing had been
    finally:
        again.close()


def _said(work: Callable[[Desk, Path], object], desk: Desk, folder: Path) -> str | None:
    """What the person reads; None when it was done."""
    try:
        work(desk, folder)
    except (DeskError, OSError) as error:
        return trouble(error)
    return None


def _proven(desk: Desk, before: int) -> None:
    report = check(desk)
    assert [line for one in report.checks for line in one.problems] == []
    assert actions_of(desk) >= before


def test_a_new_file_that_finds_no_room_is_told_and_made_later(folder: Path) -> None:
    ballast = fill(folder, 40)
    with pytest.raises(StorageError, match="đầy"):
        open_desk(folder / "new.db", clock=Clock(NOW))
    ballast.unlink()
    desk = open_desk(folder / "new.db", clock=Clock(NOW))
    assert receive(desk).book_number == 1
    desk.close()
