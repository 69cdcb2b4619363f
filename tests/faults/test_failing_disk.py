"""The disk fails under a single system call, or from one call on: a sentence, and nothing is lost.

The long form, every call in turn: `python -m tests.faults errors`.
"""

from pathlib import Path

import pytest

from tests.faults.failing import CALLS, ERRORS, available, fail_once
from tests.faults.ward import make_files

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not available(), reason="needs strace and the right to use it"),
]
WHEN = {
    "pwrite64": ("9", "40", "150+"),
    "pread64": ("3", "40+"),
    "fdatasync": ("2", "5+"),
    "ftruncate": ("1+",),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    make_files(folder)
    return folder


@pytest.mark.parametrize("call", CALLS)
def test_a_call_that_fails_is_told_and_costs_nothing(
    call: str, files: Path, tmp_path: Path
) -> None:
    struck = 0
    for number, when in enumerate(WHEN[call]):
        (folder := tmp_path / f"{number}").mkdir()
        found = fail_once(files, folder, call, ERRORS[number % 2], when)
        assert found.wrong == [], (when, found.steps)
        struck += found.struck
    assert struck, "no call failed"
