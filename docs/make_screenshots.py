"""Draw the pictures of docs/screenshots from the running program over a sample ward.

    python docs/make_screenshots.py

They show an invented ward at a fixed moment, so that a change of the program is the only change.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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


def sample_ward(path: Path) -> None:
    from dxdesk.services import demo

    desk = _open(path)
    demo.make(desk, dossiers=3000, seed=1, until=date(2026, 6, 16))
    desk.close()


def _open(path: Path) -> "Desk":
    from dxdesk.services.opening import open_desk

    return open_desk(path, clock=lambda: NOW)


@contextmanager
def _studio(ward: Path, size: tuple[int, int], **look: Any) -> Iterator["Studio"]:
    from ui.screenshot import Studio

    with Studio(lambda: _open(ward), size=size, **look) as studio:
        yield studio


def draw_all(ward: Path, empty: Path) -> None:
    from ui.places import PLACES

    for name, size, look in (
        ("", USUAL, {}),
        ("-dark", USUAL, {"theme_key": "dark"}),
        ("-1024", SMALL, {}),
        ("-150", USUAL, {"scale": 150}),
    ):
        with _studio(ward, size, **look) as studio:
            for place in PLACES:
                studio.go(place.key)
                studio.save(OUT / f"{place.key}{name}.png")
    _draw_import(ward)
    with _studio(empty, USUAL) as studio:
        studio.go("start")
        studio.save(OUT / "start-empty.png")


def _draw_import(ward: Path) -> None:
    with _studio(ward, USUAL) as studio:
        studio.go("import")
        page: Any = studio.window.stack.page("import")
        page.show_file(REGISTER)
        studio.save(OUT / "import-preview.png")
        page.go.click()
        studio.save(OUT / "import-done.png")


def main() -> None:
    OUT.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        os.environ["DXDESK_HOME"] = folder
        ward, empty = Path(folder) / "phuong-an-binh.db", Path(folder) / "moi.db"
        sample_ward(ward)
        draw_all(ward, empty)


if __name__ == "__main__":
    main()
