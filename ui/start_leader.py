"""The leader's page: five numbers, three dangers, the late list with who, how long and why."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.domain.due import span_text
from dxdesk.domain.figures import Figures
from dxdesk.domain.leader import LateDossier, LeaderPage
from ui.card_grid import CardGrid
from ui.dossiers.matching import short_name
from ui.dossiers.moments import moment_text
from ui.format import number
from ui.link_line import LinkLine
from ui.number_card import NumberCard
from ui.rows import Column, RowsModel, table_of
from ui.start_figures import base_of
from ui.theme import scaled
from ui.widgets import button, card, label, row

NOTHING = "Chưa ghi lý do"


def _count(name: str) -> Callable[[Figures], str]:
    return lambda figures: number(getattr(figures, name))


@dataclass(frozen=True, slots=True)
class Figure:
    key: str
    title: str
    text: Callable[[Figures], str]
    lists: str
    """Which of the figures its list shows."""
    tone: str = ""
    """Its colour as soon as the list is not empty."""


FIGURES = (
    Figure("received", "Tiếp nhận", _count("received"), "received"),
    Figure("resolved", "Đã giải quyết", _count("resolved"), "resolved"),
    Figure("on_time", "Đúng và trước hạn", lambda f: f.rates.on_time.shown, "late"),
    Figure("pending", "Đang giải quyết", _count("pending"), "pending"),
    Figure("overdue", "Đang quá hạn", _count("overdue"), "overdue", "danger"),
)
"""Five numbers; the rate lists what spoils it."""


def hint_of(figure: Figure, summary: LeaderPage) -> str:
    before = f"tháng trước {figure.text(summary.previous)}"
    if figure.key != "on_time":
        return before
    return f"{base_of(summary.figures.rates.on_time, 'hồ sơ')}; {before}"


def late_text(one: LateDossier) -> str:
    if one.late is None:
        return ""
    return span_text(max(one.late, 0)).removesuffix(" làm việc")


COLUMNS: tuple[Column[LateDossier], ...] = (
    Column("Quá hạn", late_text, 150),
    Column("Hồ sơ", lambda one: one.line.code or one.line.book, 178),
    Column("Thủ tục", lambda one: short_name(one.line.procedure), 200, stretches=True),
    Column("Ai đang giữ", lambda one: one.line.officer or "Chưa phân công", 125),
    Column("Vì sao", lambda one: one.why or NOTHING, 200, stretches=True),
)


class LeaderView(QWidget):
    opened = Signal(int)
    listed = Signal(object)
    printed = Signal()
    saved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.summary: LeaderPage | None = None
        self.heading = label("", "heading", wrap=True)
        self.print = button("&In một trang…", "print", pressed=self.printed.emit)
        self.save = button("&Lưu PDF…", "pdf", pressed=self.saved.emit)
        self.cards = {figure.key: NumberCard(figure.title) for figure in FIGURES}
        self.five = CardGrid(tuple(self.cards.values()), least=148)
        for figure in FIGURES:
            self.cards[figure.key].clicked.connect(
                lambda _checked, figure=figure: self._list(figure)
            )
        self.dangers, self._inside = card(spacing=2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(12))
        head = row(self.heading, self.save, self.print)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(self.five)
        layout.addWidget(self.dangers)
        layout.addWidget(self._late_card(), 1)

    def fit(self, width: int) -> None:
        """Lay out for a page of *width* pixels."""
        self.five.fit(width, most=len(FIGURES))

    @property
    def first(self) -> NumberCard:
        return self.cards[FIGURES[0].key]

    def _late_card(self) -> QWidget:
        frame, inside = card(spacing=6)
        self.late_head = label("", "heading")
        self.all = button("&Xem tất cả hồ sơ quá hạn", role="flat", pressed=self._list_late)
        self.model = RowsModel(COLUMNS)
        self.table = table_of(self.model, "Hồ sơ quá hạn lâu nhất")
        self.table.activated.connect(self._open)
        self.table.setMinimumHeight(scaled(32 * 5))
        inside.addLayout(row(self.late_head, None, self.all))
        inside.addWidget(self.table, 1)
        return frame

    def show_summary(self, summary: LeaderPage) -> None:
        self.summary = summary
        period = summary.period.label
        self.heading.setText(f"{period[0].upper()}{period[1:]}, đến {moment_text(summary.as_of)}")
        for figure in FIGURES:
            tone = figure.tone if getattr(summary.figures, figure.lists) else ""
            self.cards[figure.key].show_value(
                figure.text(summary.figures), hint_of(figure, summary), tone=tone
            )
        self._show_dangers(summary)
        shown = (
            f", {len(summary.late)} hồ sơ lâu nhất" if len(summary.late) < summary.overdue else ""
        )
        self.late_head.setText(f"Hồ sơ quá hạn: {number(summary.overdue)}{shown}")
        self.all.setVisible(bool(summary.overdue))
        self.model.show(summary.late)

    def _show_dangers(self, summary: LeaderPage) -> None:
        while (item := self._inside.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._inside.addWidget(label("Cần chú ý ngay", "heading"))
        for at, danger in enumerate(summary.dangers, start=1):
            made = LinkLine(f"{at}. {danger.text}".replace("&", "&&"))
            made.setToolTip("Bấm để mở danh sách")
            made.clicked.connect(lambda _checked, query=danger.query: self.listed.emit(query))
            self._inside.addWidget(made)
        if not summary.dangers:
            self._inside.addWidget(
                label("Không có việc nào quá hạn hoặc đến hạn trong hôm nay và ngày mai.", "good")
            )

    def _list(self, figure: Figure) -> None:
        if self.summary is not None:
            self.listed.emit(self.summary.list_of(figure.lists))

    def _list_late(self) -> None:
        if self.summary is not None:
            self.listed.emit(self.summary.all_late)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.rows[index.row()].line.id)
