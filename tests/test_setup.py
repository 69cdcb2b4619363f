"""Set-up: what is installed, how it is checked, and what `run.py` says on strange machines."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parent.parent
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([0-9][^ ;\\]*)(?: ;[^\\]*)? \\$")


def test_qt_keeps_the_count_of_references_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one at every call and ends the process at last."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("y")
    assert abs(before - sys.getrefcount(None)) < 100


def locked() -> dict[str, str]:
    lines = (ROOT / "requirements.lock").read_text(encoding="ascii").splitlines()
    pins = [PINNED.match(line) for line in lines if not line.startswith((" ", "#"))]
    assert None not in pins
    return {pin[1].lower().replace("_", "-"): pin[2] for pin in pins if pin}


def test_every_dependency_is_pinned_exactly() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.split(r"[<>=!~ ]", line, maxsplit=1)[0].lower() for line in asked}
    assert names - set(locked()) == set()


def test_the_lock_carries_hashes_and_names_no_host() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="ascii")
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "index-url" not in text


def run_py(*arguments: str, **env: str) -> "subprocess.CompletedProcess[str]":
    """`run.py` as on a machine whose only environment variables are *env*."""
    command = [sys.executable, str(ROOT / "run.py"), *arguments]
    return subprocess.run(
        command, env=env, capture_output=True, encoding="utf-8", check=False, timeout=60
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_run_says_so_and_names_what_works_without_one() -> None:
    answer = run_py(PATH="")
    assert answer.returncode == 1
    assert "không có màn hình" in answer.stderr
    assert "python run.py test" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("arguments", [("chay",), ("check", "thừa")])
def test_a_wrong_word_after_run_shows_the_right_ones(arguments: tuple[str, ...]) -> None:
    answer = run_py(*arguments, PATH="")
    assert answer.returncode == 2
    assert "python run.py test" in answer.stdout


def debian_without_packages(folder: Path) -> Path:
    """Tools of a Debian on which no package that is asked for is there, nor can be installed."""
    for name, script in {"dpkg-query": "exit 1", "apt-get": 'echo "$@"; exit 100'}.items():
        tool = folder / name
        tool.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
        tool.chmod(0o755)
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="about Debian")
def test_missing_system_libraries_are_named_with_the_way_to_get_them(tmp_path: Path) -> None:
    tools = debian_without_packages(tmp_path)
    answer = run_py("dxdesk", PATH=str(tools))
    assert answer.returncode == 1
    assert "libegl1" in answer.stderr
    assert "Traceback" not in answer.stderr
    if os.geteuid() == 0:
        assert "Không cài được thư viện hệ thống" in answer.stderr
        assert [line.split()[3] for line in answer.stdout.splitlines()] == ["install", "update"]
    else:
        assert "sudo apt-get install --yes" in answer.stderr


FAULTY = """
import logging, threading, warnings
from PySide6.QtCore import qWarning

def test_python_warns():
    warnings.warn("x")

def test_a_stray_line_is_logged():
    logging.getLogger("a.b").warning("x")

def test_qt_warns(qtbot):
    qWarning("x")

def test_a_thread_dies():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

def test_nothing_is_wrong(qtbot):
    pass
"""


def test_a_test_that_passes_beside_a_fault_fails(tmp_path: Path) -> None:
    file = tmp_path / "test_faulty.py"
    file.write_text(FAULTY, encoding="utf-8")
    options = ["-rfE", "-p", "tests.conftest", "-p", "no:cacheprovider", "-c", "pyproject.toml"]
    answer = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(file)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    failed = set(re.findall(r"^(?:FAILED|ERROR) \S*::(\w+)", answer.stdout, re.MULTILINE))
    assert failed == set(re.findall(r"def (test_\w+)", FAULTY)) - {"test_nothing_is_wrong"}
