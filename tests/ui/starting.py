"""A start of the real program in a process of its own, watched by a few lines of Python."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def watched_start(program: str, database: Path, home: Path) -> dict[str, list[str]]:
    """What *program*, run without a screen, told as JSON in its last line."""
    answer = subprocess.run(
        [sys.executable, "-c", program, str(database)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "DXDESK_HOME": str(home)},
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    found: dict[str, list[str]] = json.loads(answer.stdout.splitlines()[-1])
    return found
