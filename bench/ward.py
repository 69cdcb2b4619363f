"""The database that everything is measured on: the sample ward, kept between runs."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from dxdesk.desk import Desk
from dxdesk.services import demo
from dxdesk.services.opening import open_desk

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(tempfile.gettempdir()) / "dxdesk-bench"
UNTIL = date(2026, 9, 22)
SEED = 1
_PART = 10_000
NOW = datetime(2026, 9, 22, 10, 30)
_MADE_BY = (
    *("dxdesk/demo", "dxdesk/services/demo.py", "dxdesk/domain/derived.py"),
    "db/migrations/versions",
)


def clock() -> datetime:
    return NOW


def tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def ward_of(dossiers: int) -> Path:
    """A ward of *dossiers*, made when this version of the generator has not made it yet."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"ward-{dossiers}-{SEED}-{_version()}.db"
    if path.exists():
        return path
    part = path.with_suffix(".part")
    for leftover in FOLDER.glob(f"{part.name}*"):
        leftover.unlink()
    start = time.perf_counter()
    desk = open_desk(part, clock=clock)
    demo.make(desk, dossiers=dossiers, seed=SEED, until=UNTIL, progress=_progress)
    desk.close()
    seconds = timedelta(seconds=round(time.perf_counter() - start))
    tell(f"{dossiers:,} dossiers made in {seconds}, {part.stat().st_size >> 20} MB.")
    return part.rename(path)


def _progress(done: int, total: int) -> None:
    if done * 10 % total < _PART:
        tell(f"  … {done:,}/{total:,}")


def _version() -> str:
    found = hashlib.sha256()
    for name in _MADE_BY:
        place = ROOT / name
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            found.update(path.read_bytes())
    return found.hexdigest()[:12]


@contextmanager
def desk_over(path: Path) -> Iterator[Desk]:
    desk = open_desk(path, clock=clock)
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def scratch(path: Path) -> Iterator[Path]:
    """A copy that may be written to, on the same disk."""
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        copy = Path(folder) / "scratch.db"
        shutil.copyfile(path, copy)
        yield copy


def bare(path: Path) -> sqlite3.Connection:
    """The driver alone, with the program's own settings of the connection."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -65536"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a measured process: as installed, with compiled modules kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(FOLDER / "compiled"),
        "DXDESK_HOME": str(FOLDER / "home"),
        **more,
    }


def told_by(program: str, *files: Path, longest: int) -> Any:
    """What *program*, in a process of its own without a screen, tells as JSON in its last line."""
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, files)],
        cwd=ROOT,
        env=surroundings(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=longest,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])
