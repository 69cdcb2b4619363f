"""How the cells of the dossier table are drawn: words and a sign, at a fraction of a style's cost.

Qt's own way asks the model nine times for each cell and lays every text out anew; a page of the
list took longer than the event loop may stand still while somebody types.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.dossiers.marks import Mark
from ui.dossiers.table_model import DossierTableModel, Look
from ui.theme import scaled, tone

Index = QModelIndex | QPersistentModelIndex
_MOST_KEPT = 1500
_SELECTED = QStyle.StateFlag.State_Selected
_SIGN, _COLOR = int(Qt.ItemDataRole.DecorationRole), int(Qt.ItemDataRole.ForegroundRole)


@dataclass(slots=True)
class _Dress:
    """What all cells have in common under one type size and theme."""

    font: QFont
    text: QColor
    chosen: QColor
    ground: QColor
    line: QColor = field(default_factory=lambda: tone("line"))
    margin: int = field(default_factory=lambda: scaled(11))
    sign: int = field(default_factory=lambda: scaled(14))
    gap: int = field(default_factory=lambda: scaled(6))
    ready: dict[tuple[str, int], QStaticText] = field(default_factory=dict)
    """Texts that are laid out: the same ones come again and again."""

    @classmethod
    def of(cls, option: QStyleOptionViewItem) -> "_Dress":
        colors = option.palette
        return cls(
            QFont(option.font),
            colors.text().color(),
            colors.highlightedText().color(),
            colors.highlight().color(),
        )

    def words(self, text: str, room: int) -> QStaticText:
        """*text*, cut with dots where it is too long for *room*."""
        found = self.ready.get((text, room))
        if found is None:
            if len(self.ready) >= _MOST_KEPT:
                self.ready.clear()
            cut = QFontMetrics(self.font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            found = QStaticText(cut)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.prepare(font=self.font)
            self.ready[text, room] = found
        return found


class DossierCells(QStyledItemDelegate):
    def __init__(self, table: QTableView, model: DossierTableModel, look: Look) -> None:
        super().__init__(table)
        self._model, self._look = model, look
        self._signs: dict[Mark, QIcon | None] = {}
        self._worn: tuple[int, float] | None = None
        self._dress: _Dress

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        worn = (option.palette.cacheKey(), option.font.pointSizeF())
        if worn != self._worn:
            self._worn, self._dress = worn, _Dress.of(option)
        dress, rect = self._dress, option.rect
        words, mark = self._model.cell(index.row(), index.column())
        color = dress.text
        if option.state & _SELECTED:
            painter.fillRect(rect, dress.ground)
            color = dress.chosen
        elif mark is not Mark.NONE:
            color = self._look(mark, _COLOR) or color
        painter.setPen(dress.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left, room = rect.x() + dress.margin, rect.width() - 2 * dress.margin
        if (sign := self._sign(mark)) is not None:
            above = rect.y() + (rect.height() - dress.sign) // 2
            sign.paint(painter, QRect(left, above, dress.sign, dress.sign))
            left, room = left + dress.sign + dress.gap, room - dress.sign - dress.gap
        text = dress.words(words, room)
        top = rect.y() + (rect.height() - round(text.size().height())) // 2
        painter.setPen(color)
        painter.drawStaticText(QPoint(left, top), text)

    def _sign(self, mark: Mark) -> QIcon | None:
        if mark not in self._signs:
            self._signs[mark] = self._look(mark, _SIGN)
        return self._signs[mark]
