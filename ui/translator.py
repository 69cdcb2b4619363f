"""Qt's own words (buttons, context menus, file and print dialogs) in Vietnamese.

The wheel of Qt ships no Vietnamese translation; resources/translations/qt_vi.json is ours.
"""

import json
from typing import Any

from PySide6.QtCore import QObject, QTranslator

from dxdesk.paths import RESOURCES

FILE = RESOURCES / "translations" / "qt_vi.json"


class Translator(QTranslator):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, str] = json.loads(FILE.read_text(encoding="utf-8"))

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> Any:
        """The Vietnamese words; None, a null string to Qt, keeps the *source*."""
        return self._words.get(source)
