"""What was closed is printed again with the same bytes by another process, after a kill (R20)."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain import period as periods
from dxdesk.domain.act import Act
from dxdesk.domain.closing import ClosingId
from dxdesk.domain.wording import ReportWording
from dxdesk.services import archive
from dxdesk.services.opening import open_desk
from dxdesk.services.report_wordings import REPORT_WORDINGS
from dxdesk.services.reporting import write_report
from dxdesk.services.wordings import ALL
from tests.kit import Clock, desk_over, do, receive

MARCH = periods.month(2026, 3)
APRIL = "02/04/2026 08:00"
_CLOSE_AND_DIE = f"""
import hashlib, json, os, signal, sys
from pathlib import Path
from dxdesk.domain import period as periods
from dxdesk.services import archive, closing
from dxdesk.services.opening import open_desk
from tests.kit import Clock

desk = open_desk(Path(sys.argv[1]), clock=Clock({APRIL!r}))
made = closing.close(desk, "monthly", periods.month(2026, 3))
files = {{name: archive.file(desk, made.id, name) for name in made.files}}
kept = {{name: hashlib.sha256(content).hexdigest() for name, content in files.items()}}
print(json.dumps([made.id, kept]), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_closed_report_is_the_same_after_the_program_was_killed(
    empty_database: Path, tmp_path: Path
) -> None:
    path = tmp_path / "desk.db"
    with desk_over(empty_database, Clock("09/03/2026 08:00"), folder=tmp_path) as desk:
        _some(desk)
    killed = subprocess.run(
        [sys.executable, "-c", _CLOSE_AND_DIE, str(path)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    closing_id, kept = json.loads(killed.stdout)
    assert set(kept) == {"pdf", "xlsx", "docx"}
    desk = open_desk(path, clock=Clock(APRIL))
    for ending, digest in kept.items():
        write_report(desk, "monthly", MARCH, tmp_path / f"lại.{ending}")
        assert _digest((tmp_path / f"lại.{ending}").read_bytes()) == digest, ending
    REPORT_WORDINGS.save(desk, ALL, ReportWording(heading=("UBND XÃ B", "TRUNG TÂM")))
    for ending, digest in kept.items():
        assert _digest(archive.file(desk, ClosingId(closing_id), ending)) == digest
    write_report(desk, "monthly", MARCH, tmp_path / "mới.pdf")
    assert _digest((tmp_path / "mới.pdf").read_bytes()) != kept["pdf"]
    desk.close()


def _some(desk: Desk) -> None:
    for _ in range(3):
        do(desk, Act.FINISH, receive(desk).id)
    receive(desk)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
