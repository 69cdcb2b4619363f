"""The folder that PyInstaller makes runs by itself: no Python, no sources, no fonts of the PC."""

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from dxdesk import __version__

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
SUFFIX = ".exe" if sys.platform == "win32" else ""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    places = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "build")]
    build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places]
    answer = subprocess.run(
        [*build, "build.spec"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    return folder / "dist" / "dxdesk" / f"dxdesk{SUFFIX}"


@pytest.fixture(scope="module")
def ward(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ward")
    options = ["--dossiers", "300", "--seed", "1", "--until", "2026-06-30"]
    call(program, "--database", "phuong.db", "demo", *options, cwd=folder)
    return folder


def call(program: Path, *arguments: str, cwd: Path) -> str:
    """Standard output of the bundle, run with an environment that knows nothing of Python."""
    keep = {"SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA"}
    env = {name: value for name, value in os.environ.items() if name in keep}
    env |= {"DXDESK_HOME": str(cwd / "home"), "QT_QPA_PLATFORM": "offscreen", "HOME": str(cwd)}
    answer = subprocess.run(
        [str(program), *arguments],
        cwd=cwd,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert "Traceback" not in answer.stderr
    return answer.stdout


def test_the_bundle_knows_its_version(program: Path, tmp_path: Path) -> None:
    assert __version__ in call(program, "--version", cwd=tmp_path)


def test_the_bundle_counts_due_times_with_the_holidays_it_carries(
    program: Path, tmp_path: Path
) -> None:
    options = ["--received", "2026-04-29T09:00", "--working-days", "1", "--json"]
    assert '"2026-05-04T09:00"' in call(program, "due", *options, cwd=tmp_path)


def test_the_bundle_prints_the_official_report_of_its_sample_ward(
    program: Path, ward: Path
) -> None:
    report = ["report", "ii06a", "--month", "2026-05", "--output", "ii06a.pdf"]
    call(program, "--database", "phuong.db", *report, cwd=ward)
    document = pypdfium2.PdfDocument(ward / "ii06a.pdf")
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "II.06a" in text
    assert "Tổng cộng" in text
    assert "An Bình" in text


def test_the_bundle_draws_its_window_with_fonts_and_icons(program: Path, ward: Path) -> None:
    call(program, "--database", "phuong.db", "screenshot", "start", "start.png", cwd=ward)
    picture = QImage(str(ward / "start.png"))
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, 300, 3)}
    assert picture.width() >= 800
    assert len(colours) > 20
