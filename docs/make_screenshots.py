"""Draw the pictures of docs/screenshots from the running program over a sample ward.

    python docs/make_screenshots.py [BEGINNING]

They show an invented ward at a fixed moment, so that a change of the program is the only change.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image  # noqa: E402 - as above
from PySide6.QtWidgets import QApplication  # noqa: E402

from docs.scenes import EVERY, SCENES, USUAL, Look, Scene  # noqa: E402 - after the path

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from ui.screenshot import Studio

NOW = datetime(2026, 6, 16, 9, 20)
OUT = ROOT / "docs" / "screenshots"
SHADES = 255
"""Of one picture: enough for the letters, and a third of the bytes."""
OWN_SCENES = ("office", "digital")


def sample_ward(path: Path) -> None:
    from dxdesk.domain.backup import Reason
    from dxdesk.services import demo
    from dxdesk.services.backups import making
    from dxdesk.services.indicators.catalogue import take_set

    desk = _open(path)
    demo.make(desk, dossiers=3000, seed=1, until=date(2026, 6, 16))
    take_set(desk, "cap-xa", 2026)
    making.make(desk, Reason.BY_HAND)  # else every picture would ask for one
    desk.close()


def _open(path: Path) -> "Desk":
    from dxdesk.services.opening import open_desk

    return open_desk(path, clock=lambda: NOW)


@contextmanager
def _studio(ward: Path, look: Look) -> Iterator["Studio"]:
    from ui.screenshot import Studio

    (Path(os.environ["DXDESK_HOME"]) / "window.ini").unlink(missing_ok=True)  # nothing remembered
    with Studio(
        lambda: _open(ward), size=look.size, scale=look.scale, theme_key=look.theme
    ) as studio:
        yield studio


def draw_all(ward: Path, empty: Path, wanted: str) -> None:
    """Every place, then the scenes that begin with *wanted*; the empty ward last."""
    for place, look in _places():
        if place.startswith(wanted):
            with _studio(ward, look) as studio:
                studio.go(place)
                _save(studio, OUT / f"{place}{look.ending}.png")
    for scene in SCENES:
        if scene.name.startswith(wanted):
            for look in scene.looks or (USUAL,):
                _draw(ward, scene, look)
    with _studio(empty, USUAL) as studio:
        studio.go("start")
        _save(studio, OUT / "start-empty.png")


def _places() -> Iterator[tuple[str, Look]]:
    from ui.places import PLACES

    for place in PLACES:
        if place.key not in OWN_SCENES:
            for look in EVERY:
                yield place.key, look


def _draw(ward: Path, scene: Scene, look: Look) -> None:
    with _studio(ward, look) as studio:
        studio.go(scene.place)
        studio.settle()
        scene.prepare(studio)
        _save(studio, OUT / f"{scene.name}{look.ending}.png")
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.hide()


def _save(studio: "Studio", target: Path) -> None:
    """The window, or the dialog that stands before it, in few shades."""
    studio.settle()
    (QApplication.activeModalWidget() or studio.window).grab().save(str(target))
    with Image.open(target) as drawn:
        small = drawn.convert("RGB").quantize(SHADES, dither=Image.Dither.NONE)
    small.save(target, optimize=True)


def main() -> None:
    OUT.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        os.environ["DXDESK_HOME"] = folder
        ward, empty = Path(folder) / "phuong-an-binh.db", Path(folder) / "moi.db"
        sample_ward(ward)
        draw_all(ward, empty, sys.argv[1] if len(sys.argv) > 1 else "")


if __name__ == "__main__":
    main()
