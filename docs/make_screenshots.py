"""Draw the pictures of docs/screenshots from the running program over a sample ward.

    python docs/make_screenshots.py

They show an invented ward at a fixed moment, so that a change of the program is the only change.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from ui.screenshot import Studio

NOW = datetime(2026, 6, 16, 9, 20)
REGISTER = ROOT / "tests" / "samples" / "so-theo-doi-2026-q2.xlsx"
OUT = ROOT / "docs" / "screenshots"
USUAL, SMALL = (1366, 768), (1024, 768)


@dataclass(frozen=True)
class Look:
    """One way to see every page; *ending* ends the names of its pictures."""

    ending: str
    size: tuple[int, int]
    theme: str = "light"
    scale: int = 100


@dataclass(frozen=True)
class Scene:
    """One picture that is not simply a place: what stands before it is shown."""

    name: str
    place: str
    prepare: "Callable[[Studio], None]"
    looks: tuple[Look, ...] = ()
    """All of `LOOKS` when none is named."""


LOOKS = (
    Look("", USUAL),
    Look("-dark", USUAL, theme="dark"),
    Look("-1024", SMALL),
    Look("-1024-dark", SMALL, theme="dark"),
    Look("-150", USUAL, scale=150),
    Look("-150-dark", USUAL, theme="dark", scale=150),
)
PLAIN = LOOKS[:1]
LARGEST = Look("-200", SMALL, scale=200)
CONTRAST = Look("-contrast", USUAL, theme="contrast")


def leader(studio: "Studio") -> None:
    page: Any = studio.window.stack.page("start")
    page.roles["leader"].click()


def palette(studio: "Studio") -> None:
    studio.settle()
    studio.window.menus.actions["palette"].trigger()
    from ui.palette import Palette

    found = studio.window.findChild(Palette)
    if found is not None:
        found.line.setText("khai sinh")


def notice(studio: "Studio") -> None:
    studio.settle()
    studio.window.toast.tell("Đã trả kết quả 12 hồ sơ.", action="Hoàn tác")


def cover(studio: "Studio") -> None:
    studio.settle()
    studio.window.lock.cover()


def preview(studio: "Studio") -> None:
    page: Any = studio.window.stack.page("import")
    page.show_file(REGISTER)


def done(studio: "Studio") -> None:
    preview(studio)
    studio.settle()
    page: Any = studio.window.stack.page("import")
    page.go.click()


SCENES = (
    Scene("leader", "start", leader),
    Scene("notice", "dossiers", notice, PLAIN),
    Scene("palette", "start", palette, PLAIN),
    Scene("locked", "dossiers", cover, PLAIN),
    Scene("start", "start", lambda _studio: None, (LARGEST, CONTRAST)),
    Scene("dossiers", "dossiers", lambda _studio: None, (LARGEST, CONTRAST)),
    Scene("import-preview", "import", preview, PLAIN),
    Scene("import-done", "import", done, PLAIN),
)


def sample_ward(path: Path) -> None:
    from dxdesk.domain.backup import Reason
    from dxdesk.services import demo
    from dxdesk.services.backups import making

    desk = _open(path)
    demo.make(desk, dossiers=3000, seed=1, until=date(2026, 6, 16))
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


def draw_all(ward: Path, empty: Path) -> None:
    """Every place under every look, then the scenes; the empty ward last."""
    from ui.places import PLACES

    for look in LOOKS:
        with _studio(ward, look) as studio:
            for place in PLACES:
                studio.go(place.key)
                studio.save(OUT / f"{place.key}{look.ending}.png")
    for scene in SCENES:
        for look in scene.looks or LOOKS:
            with _studio(ward, look) as studio:
                studio.go(scene.place)
                scene.prepare(studio)
                _save(studio, OUT / f"{scene.name}{look.ending}.png")
    with _studio(empty, LOOKS[0]) as studio:
        studio.go("start")
        studio.save(OUT / "start-empty.png")


def _save(studio: "Studio", target: Path) -> None:
    """The window, or the dialog that stands before it."""
    from PySide6.QtWidgets import QApplication

    studio.settle()
    (QApplication.activeModalWidget() or studio.window).grab().save(str(target))


def main() -> None:
    OUT.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        os.environ["DXDESK_HOME"] = folder
        ward, empty = Path(folder) / "phuong-an-binh.db", Path(folder) / "moi.db"
        sample_ward(ward)
        draw_all(ward, empty)


if __name__ == "__main__":
    main()
