"""Cards abreast, as many as there is room for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import scaled


class CardGrid(QWidget):
    def __init__(self, cards: Sequence[QWidget], *, least: int) -> None:
        """*least*: pixels that one card needs, before the zoom."""
        super().__init__()
        self._cards, self._least = tuple(cards), least
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scaled(12))
        self._arrange(len(self._cards))

    def fit(self, width: int, *, most: int) -> None:
        """Lay them out for *width* pixels, at most *most* abreast."""
        self._arrange(max(1, min(most, width // scaled(self._least))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for at in range(self._columns):
            self._grid.setColumnStretch(at, 0)
        self._columns = columns
        for at, made in enumerate(self._cards):
            self._grid.addWidget(made, at // columns, at % columns)
        for at in range(columns):
            self._grid.setColumnStretch(at, 1)
