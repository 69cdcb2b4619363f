"""A dossier's whole path from intake to return, typed on a window of a real X server."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs xvfb")
def test_intake_supplement_result_and_return_on_a_real_window() -> None:
    """The same errands that docs/keystrokes.md counts: nothing in them knows the platform."""
    test = ROOT / "tests" / "ui" / "test_keystrokes.py"
    done = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test],  # noqa: S607 - found above
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert "2 passed" in done.stdout
