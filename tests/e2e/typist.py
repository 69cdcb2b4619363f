"""The real program with somebody at its keyboard, to be killed: `python -m tests.e2e.typist FILE`.

Tells line by line what stands in the form of intake: what came back, then what was typed and kept.
"""

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dxdesk.services import unsaved
from dxdesk.services.opening import open_desk
from tests.ui.dossiers.intake_typing import type_least
from tests.ui.typing import compose, enter
from ui.app import application, run
from ui.dossiers.half_typed import FORM
from ui.main_window import MainWindow

LOOK_EVERY_MS = 50


class Typist:
    def __init__(self) -> None:
        self._came_back: dict[str, str] | None = None
        self._typed: dict[str, str] | None = None
        self._timer = QTimer(interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        window = QApplication.activeWindow()
        if not isinstance(window, MainWindow) or not window.stack.attached:
            return
        if window.stack.key != "intake":
            window.go("intake")
            return
        page: Any = window.stack.pages["intake"]
        if not page.half_typed.is_ready:
            return
        if self._came_back is None:
            self._came_back = tell(page.form.values())
            if not self._came_back:
                self._type()
        elif self._typed is None and unsaved.kept(page.desk, FORM) == page.form.values():
            self._typed = tell(page.form.values())

    def _type(self) -> None:
        """Vietnamese through an input method; the last word is still under composition."""
        type_least(owner="Nguyễn Thị Ngọc Ánh")
        enter("079123456789")
        compose("Đ", "Đư", "Đườ", "Đường")


def tell(values: dict[str, str]) -> dict[str, str]:
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()
    return values


def main() -> None:
    path = Path(sys.argv[1])
    application([])
    typist = Typist()
    run(lambda: open_desk(path), [], path)
    del typist


if __name__ == "__main__":
    main()
