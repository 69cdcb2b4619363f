"""The power goes at any moment: nothing that was told is lost, nothing is half done.

The long form, with 2,000 kills: `python -m tests.faults kills`.
"""

from pathlib import Path

import pytest

from tests.faults.jobs import JOBS
from tests.faults.killing import kill_once
from tests.faults.ward import make_files

TRIES = 8
"""Of each of the eight jobs."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    make_files(folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("job", JOBS)
def test_a_program_killed_at_any_moment_has_kept_all_that_it_said(
    job: str, files: Path, tmp_path: Path
) -> None:
    told = 0
    for seed in range(TRIES):
        folder = tmp_path / str(seed)
        folder.mkdir()
        found = kill_once(job, files, folder, seed)
        assert found.lost == [], found.told[-3:]
        told += len(found.told)
    assert told > TRIES, "the job never got to do anything"
