"""An officer's half of the start page: work lists, countdown, recent dossiers, rates, the year."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.query import Order, Query, Worklist
from dxdesk.domain.rights import Right
from ui.barring import bar
from ui.dossiers.moments import moment_text
from ui.preferences import Preferences
from ui.recents import Recents
from ui.start_acceptance import AcceptanceCard
from ui.start_cards import ABREAST, WorkCards
from ui.start_figures import MonthRates
from ui.start_recent import KnownDossier, RecentCard
from ui.start_year import Months, YearCard
from ui.theme import scaled
from ui.widgets import button, card, label, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.services.acceptance import Submissions
    from dxdesk.services.worklists import WorkCounts

MONTHS = 13
TWO_ABREAST = 680
"""Pixels before the zoom that two cards beside each other need."""


@dataclass(frozen=True, slots=True)
class Work:
    """What the view shows of this minute besides the numbers."""

    submissions: "Submissions"
    known: list[KnownDossier]


class WorkView(QWidget):
    opened = Signal(int)
    listed = Signal(object)
    went = Signal(str)
    repinned = Signal()

    def __init__(self, desk: "Desk", preferences: Preferences) -> None:
        super().__init__()
        self.recents = Recents(desk, preferences)
        self.cards = WorkCards()
        self.cards.asked.connect(self._list)
        self.acceptance = AcceptanceCard()
        self.acceptance.opened.connect(self.opened)
        self.acceptance.asked.connect(lambda: self._list(Worklist.TO_ACCEPT))
        self.recent = RecentCard()
        self.recent.opened.connect(self.opened)
        self.recent.pin_asked.connect(self._pin)
        self.rates = MonthRates()
        self.year = YearCard()
        self.welcome = self._welcome(desk)
        self.below = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self.below)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scaled(12))
        self._abreast = 0
        self.fit(scaled(TWO_ABREAST))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(14))
        for part in (self.welcome, self.cards):
            layout.addWidget(part)
        layout.addWidget(self.below, 1)
        layout.addStretch(0)

    def fit(self, width: int) -> None:
        """Lay out for a page of *width* pixels."""
        self.cards.fit(width, most=ABREAST)
        abreast = 2 if width >= scaled(TWO_ABREAST) else 1
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for at, part in enumerate((self.acceptance, self.recent, self.year, self.rates)):
            self._grid.addWidget(part, at // abreast, at % abreast)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 3 if abreast > 1 else 0)

    def _welcome(self, desk: "Desk") -> QWidget:
        frame, inside = card("notice")
        inside.addWidget(label("Chưa có hồ sơ nào", "heading"))
        inside.addWidget(
            label(
                "Nếu đã có sổ theo dõi trên Excel hoặc tệp xuất từ hệ thống của tỉnh, hãy nhập tệp "
                "đó trước: chương trình tự nhận dạng cột, không ghi đè dữ liệu và hoàn tác được. "
                "Nếu chưa có, hãy tiếp nhận hồ sơ đầu tiên.",
                wrap=True,
            )
        )
        self.first_import = button(
            "&Nhập sổ theo dõi…", "import", role="primary", pressed=lambda: self.went.emit("import")
        )
        self.first_intake = button(
            "Tiếp nhận hồ &sơ đầu tiên", "plus", pressed=lambda: self.went.emit("intake")
        )
        bar(self.first_import, desk.why_not(Right.IMPORT))
        bar(self.first_intake, desk.why_not(Right.RECEIVE))
        inside.addLayout(row(self.first_import, self.first_intake, None))
        frame.hide()
        return frame

    def show_counts(self, counts: "WorkCounts") -> str:
        """Show the numbers; the sentence that says of which minute they are."""
        self.cards.show_numbers(counts.numbers)
        self.welcome.setVisible(counts.empty)
        self.below.setVisible(not counts.empty)
        if counts.empty and self.first.hasFocus():
            self.first_import.setFocus()
        return f"Số liệu lúc {moment_text(counts.as_of)}"

    def show_work(self, work: Work) -> None:
        self.acceptance.show_submissions(work.submissions)
        self.recent.show_dossiers(work.known)

    def show_months(self, months: Months) -> None:
        """The newest month as rates; the picture when all are there."""
        if len(months) == 1:
            self.rates.show_month(*months[0])
        if len(months) == MONTHS:
            self.year.show_series(months)

    @property
    def first(self) -> QPushButton:
        return self.cards.cards[Worklist.TO_ACCEPT]

    def _list(self, work: Worklist) -> None:
        due = work in {Worklist.DUE_TODAY, Worklist.DUE_TOMORROW, Worklist.OVERDUE}
        self.listed.emit(
            Query(work=work, order=Order.DUE, descending=False) if due else Query(work=work)
        )

    def _pin(self, dossier_id: int, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self.recents.pin(dossier_id, on=on)
        self.repinned.emit()
