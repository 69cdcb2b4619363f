"""How cells of the board are drawn and edited: the course as a small line, the base as a choice."""

from itertools import pairwise

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dxdesk.domain.indicators.board import BoardRow
from dxdesk.domain.indicators.kinds import Base
from ui.digital import edits
from ui.digital.grid import COLUMNS, COURSE, BoardModel
from ui.theme import scaled, tone

Index = QModelIndex | QPersistentModelIndex


class BoardDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        if COLUMNS[index.column()].key == COURSE and isinstance(model, BoardModel):
            row = model.row(index.row())
            if row is not None:
                rect: QRect = option.rect
                _draw_course(painter, rect, row)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if COLUMNS[index.column()].key != edits.BASE:
            return super().createEditor(parent, option, index)
        choice = QComboBox(parent)
        for base in Base:
            choice.addItem(base.label, base.value)
        choice.setAccessibleName("Tính trên")
        return choice

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)


def _draw_course(painter: QPainter, rect: QRect, row: BoardRow) -> None:
    """A line of the known points, a gap where one is missing, and where it goes."""
    shares = [point.share for point in row.course]
    known = [share for share in shares if share is not None]
    if len(known) < 2:  # noqa: PLR2004 - a line has two ends
        return
    inner = rect.adjusted(scaled(6), scaled(8), -scaled(24), -scaled(8))
    low, high = min(known), max(known)
    span = float(high - low) or 1.0
    points = [
        None
        if share is None
        else QPointF(
            inner.left() + inner.width() * at / (len(shares) - 1),
            inner.bottom() - inner.height() * (float(share - low) / span if high > low else 0.5),
        )
        for at, share in enumerate(shares)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tone("accent"), scaled(2)))
    for before, after in pairwise(points):
        if before is not None and after is not None:
            painter.drawLine(before, after)
    _draw_trend(painter, QPointF(rect.right() - scaled(11), rect.center().y()), row.trend)
    painter.restore()


def _draw_trend(painter: QPainter, at: QPointF, trend: int) -> None:
    """A triangle that points up or down; a dash while it stays level. Drawn: no font has them."""
    half = scaled(4)
    painter.setPen(QPen(tone("text"), scaled(2)))
    if not trend:
        painter.drawLine(at - QPointF(half, 0), at + QPointF(half, 0))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone("text"))
    tip = QPointF(0, -half * trend)
    painter.drawPolygon([at + tip, at - tip + QPointF(half, 0), at - tip - QPointF(half, 0)])
