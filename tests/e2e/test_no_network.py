"""The whole program under a guard: no socket but local ones is ever used."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
GUARD = """
import json, os, sys

ASKED = []

def guard(event, args):
    if not event.startswith("socket.") or event in {"socket.__new__", "socket.gethostname"}:
        return
    address = args[1] if len(args) > 1 else args[0] if args else None
    if isinstance(address, (str, bytes)) and event in {"socket.connect", "socket.bind"}:
        return  # a socket in the file system: the screen, the system's bus
    ASKED.append(event)
    raise PermissionError(f"no network: {event}")

sys.addaudithook(guard)

def inner():
    # Sockets that libraries below Python hold: none may be of a network family.
    if not sys.platform.startswith("linux"):
        return []
    held = set()
    for name in os.listdir("/proc/self/fd"):
        try:
            link = os.readlink(f"/proc/self/fd/{name}")
        except OSError:
            continue
        if link.startswith("socket:["):
            held.add(link[8:-1])
    found = []
    for family in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        path = f"/proc/self/net/{family}"
        if os.path.exists(path):
            with open(path) as lines:
                found += [family for line in list(lines)[1:] if line.split()[9] in held]
    return found

from dxdesk.__main__ import main

statuses = []
for arguments in json.loads(sys.argv[1]):
    sys.argv = ["dxdesk", *arguments]
    try:
        main()
    except SystemExit as end:
        statuses.append(end.code)
modules = [one for one in sys.modules if one == "PySide6.QtNetwork"]
print(json.dumps({"statuses": statuses, "asked": ASKED, "held": inner(), "modules": modules}),
      file=sys.stderr)
"""


def run(calls: list[list[str]]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", GUARD, json.dumps(calls)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_no_command_and_no_page_of_the_window_uses_a_network(tmp_path: Path) -> None:
    ward = ["--database", str(tmp_path / "ward.db")]
    period = ["--from", "2026-05-01", "--to", "2026-05-31"]
    calls = [
        [*ward, "demo", "--dossiers", "40", "--seed", "1", "--until", "2026-06-16"],
        [*ward, "stats", "--from", "2026-06-01", "--to", "2026-06-16"],
        [*ward, "report", "ii06a", "--month", "2026-05", "--output", str(tmp_path / "a.pdf")],
        [*ward, "report", "monthly", "--month", "2026-05", "--output", str(tmp_path / "a.docx")],
        [*ward, "register", *period, "--output", str(tmp_path / "a.xlsx")],
        [*ward, "import", str(ROOT / "tests/samples/danh-sach-ho-so.xls"), "--dry-run"],
        [*ward, "backup", str(tmp_path / "sao.db")],
        [*ward, "check"],
        [*ward, "screenshot", "start", str(tmp_path / "a.png")],
    ]
    found = run(calls)
    told = json.loads(found.stderr.splitlines()[-1])
    assert told["statuses"] == [0] * len(calls), found.stderr[-2000:]
    assert (told["asked"], told["held"]) == ([], [])
    assert set(told["modules"]) <= {"PySide6.QtNetwork"}


def test_of_qts_network_only_the_local_server_of_one_window_is_used() -> None:
    """A second start finds the first one through a name of this computer, no address."""
    users = {
        (path.relative_to(ROOT).as_posix(), line.strip())
        for folder in ("ui", "dxdesk", "db")
        for path in (ROOT / folder).rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "QtNetwork" in line
    }
    assert users == {
        ("ui/one_window.py", "from PySide6.QtNetwork import QLocalServer, QLocalSocket")
    }


@pytest.mark.parametrize(
    "deed",
    [
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('example.org', 80)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
    ],
)
def test_the_guard_bites(deed: str) -> None:
    bitten = subprocess.run(
        [sys.executable, "-c", f"{GUARD}\nimport socket\n{deed}", "[]"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "PermissionError: no network" in bitten.stderr
