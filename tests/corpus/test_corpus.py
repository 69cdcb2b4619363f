"""Every broken file of the corpus is told in words or read to its last row, in bounds."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.make import heavy, write_all

ROOT = Path(__file__).parents[2]
LONGEST = 30
FEWEST = 60


def read_apart(
    folder: Path, empty: Path, files: list[Path], *, seconds: int
) -> list[dict[str, Any]]:
    """What a confined process says about each of *files*."""
    own = folder / "own"
    own.mkdir()
    database = own / "desk.db"
    database.write_bytes(empty.read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "tests.corpus.child", str(database), *map(str, files)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def check(told: list[dict[str, Any]], files: list[Path]) -> None:
    assert [one["file"] for one in told] == [path.name for path in files]
    for one in told:
        assert one["seconds"] < LONGEST, one
        if "refused" in one:
            assert one["file"] in one["refused"], one
            assert one["refused"].endswith(".")
        else:
            assert one["rows"] == one["parts"], one
            assert one["lost"] == [], one


def test_each_broken_file_is_refused_in_words_or_read_to_its_last_row(
    tmp_path: Path, empty_database: Path
) -> None:
    folder = tmp_path / "tệp hỏng"
    folder.mkdir()
    files = write_all(folder)
    assert len({path.name for path in files}) == len(files) >= FEWEST
    check(read_apart(tmp_path, empty_database, files, seconds=120), files)


@pytest.mark.slow
def test_the_heavy_files_stay_in_time_and_memory(tmp_path: Path, empty_database: Path) -> None:
    for name, data in heavy():
        path = tmp_path / name
        path.write_bytes(data)
        folder = tmp_path / f"apart-{name}"
        folder.mkdir()
        check(read_apart(folder, empty_database, [path], seconds=120), [path])
        path.unlink()
