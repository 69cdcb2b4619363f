"""The program as other programs start it: streams, encodings, exit status, what it loads."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from dxdesk import __version__
from tests.cli.kit import SAMPLES

ROOT = Path(__file__).parent.parent.parent
DUE = ("due", "--received", "2026-04-29T09:00", "--working-days", "1")
NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
HEAVY = ("sqlalchemy", "alembic", "PySide6", "reportlab", "xlsxwriter", "python_calamine", "lxml")


def started(
    *arguments: str, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """`python -m dxdesk …` with the test's own environment and *env* over it."""
    whole = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    whole = {name: value for name, value in whole.items() if value}
    return subprocess.run(
        [sys.executable, "-m", "dxdesk", *arguments],
        cwd=cwd,
        env=whole,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii:strict"},
    ],
)
def test_json_is_utf8_whatever_the_locale(env: dict[str, str]) -> None:
    found = started(*DUE, "--json", env=env)
    assert (found.returncode, found.stderr) == (0, b"")
    days = json.loads(found.stdout.decode("utf-8"))["days"]
    assert days[1]["why"].startswith("nghỉ lễ")
    wrong = started("statz", env=env)
    assert wrong.returncode == 2
    assert "Không có lệnh" in wrong.stderr.decode("utf-8")


def test_exit_status_and_streams_hold_for_the_real_process(tmp_path: Path) -> None:
    database = ("--database", str(tmp_path / "phường ở xã.db"))
    file = str(SAMPLES / "nhap-khong-han.csv")
    done = started(*database, "import", file, "--json")
    assert (done.returncode, json.loads(done.stdout)["files"][0]["new"]) == (0, 150)
    failed = started("--database", str(tmp_path / "khong-co.db"), "check")
    assert (failed.returncode, failed.stdout) == (1, b"")
    wrong = started(*database, "stats", "--from", "hôm qua", "--to", "2026-08-31")
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    for answer in (failed, wrong):
        assert b"Traceback" not in answer.stderr
        assert len(answer.stderr.decode().splitlines()) <= 2


@pytest.mark.parametrize("arguments", [("--version",), DUE, ("--help",), ("report", "--list")])
def test_what_needs_no_database_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    script = (
        "import sys\n"
        "sys.argv = ['dxdesk', *sys.argv[1:]]\n"
        "from dxdesk.__main__ import main\n"
        "try:\n    main()\n"
        f"finally:\n    print(*[n for n in {HEAVY!r} if n in sys.modules], file=sys.stderr)\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, check=False
    )
    assert found.returncode == 0
    assert found.stderr.split() == []


def test_a_start_of_the_window_loads_no_command_line() -> None:
    script = (
        "import sys, dxdesk.__main__\n"
        "print(*[n for n in ('click', 'sqlalchemy', 'PySide6') if n in sys.modules])\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False
    )
    assert (found.returncode, found.stdout.split()) == (0, [])


def test_the_first_page_loads_nothing_that_writes_paper() -> None:
    script = (
        "import sys, ui.app, ui.start_page\n"
        "print(*[n for n in ('reportlab', 'xlsxwriter', 'alembic') if n in sys.modules])\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False
    )
    assert (found.returncode, found.stdout.split()) == (0, [])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("named", [(), ("--database", "a.db")])
def test_without_a_screen_the_window_says_so(named: tuple[str, ...], tmp_path: Path) -> None:
    found = started(*named, cwd=tmp_path, env=NO_SCREEN)
    assert (found.returncode, found.stdout) == (1, b"")
    assert "màn hình" in found.stderr.decode()


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    batch = tmp_path / "nhieu.jsonl"
    line = '{"received": "2026-03-16T08:05", "kind": "working_days", "amount": 2}\n'
    batch.write_text(line * 20_000, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "dxdesk", "due", "--batch", str(batch)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b'{"due": "2026-03-18T08:05"}\n'
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_page_is_drawn_without_a_screen(tmp_path: Path) -> None:
    database = ("--database", str(tmp_path / "mau.db"))
    options = ("--dossiers", "30", "--until", "2026-06-30")
    assert started(*database, "demo", *options).returncode == 0
    picture = tmp_path / "trang.png"
    size = ("--size", "1024x768", "--theme", "dark")
    found = started(*database, "screenshot", "start", str(picture), *size, env=NO_SCREEN)
    assert (found.returncode, found.stdout) == (0, b""), found.stderr.decode()
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (1024, 768)


def test_the_version_is_that_of_the_package() -> None:
    assert started("--version").stdout.decode().strip() == f"DX Desk {__version__}"
