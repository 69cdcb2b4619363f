"""A few seconds of the fuzz run; the long form is a command (README)."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUNS = 60


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris has no wheel for this system")
def test_what_was_found_by_fuzzing_and_a_little_more_is_read(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.reading", f"--runs={RUNS}", f"--into={tmp_path}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "stat::number_of_executed_units" in done.stderr
