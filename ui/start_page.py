"""The start page: today's work, this month's rates, a year of receipts and results."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dxdesk.domain.query import Query, Worklist
from dxdesk.services import statistics, worklists
from ui.dossiers.moments import moment_text
from ui.page import Page
from ui.start_cards import WorkCards
from ui.start_figures import MonthRates
from ui.start_year import Months, YearCard
from ui.tasks import Tasks
from ui.theme import scaled
from ui.widgets import button, card, column, label, row, scrolled

if TYPE_CHECKING:
    from dxdesk.desk import Desk

MONTHS = 13


class StartPage(Page):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self._reading = 0
        self.as_of = label("", "muted")
        self.cards = WorkCards()
        self.cards.asked.connect(self._open_list)
        self.rates = MonthRates()
        self.year = YearCard()
        self.welcome = self._welcome()
        self._content = QWidget()
        inside = column(self._content)
        inside.addLayout(row(label("Việc hôm nay", "title"), None, self.as_of))
        inside.addWidget(self.welcome)
        inside.addWidget(self.cards)
        self.below = QWidget()
        below = QHBoxLayout(self.below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(scaled(12))
        below.addWidget(self.rates, 2)
        below.addWidget(self.year, 5)
        inside.addWidget(self.below, 1)
        inside.addStretch(0)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._content))

    def _welcome(self) -> QWidget:
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
            "Nhập sổ theo dõi…", "import", role="primary", pressed=lambda: self.went.emit("import")
        )
        self.first_intake = button(
            "Tiếp nhận hồ sơ đầu tiên", "plus", pressed=lambda: self.went.emit("intake")
        )
        inside.addLayout(row(self.first_import, self.first_intake, None))
        frame.hide()
        return frame

    def refresh(self) -> None:
        self._reading += 1
        self.tasks.run(lambda _job: worklists.counts(self.desk), self._show_work)
        self._read_month(self._reading, ())

    def _show_work(self, found: worklists.WorkCounts) -> None:
        self.as_of.setText(f"Số liệu lúc {moment_text(found.as_of)}")
        self.cards.show_numbers(found.numbers)
        self.welcome.setVisible(found.empty)
        self.below.setVisible(not found.empty)
        if found.empty and self.cards.cards[Worklist.TO_ACCEPT].hasFocus():
            self.first_import.setFocus()

    def _read_month(self, reading: int, later: Months) -> None:
        """Month after month, backwards, so that a search need not wait for all of them."""
        if reading != self._reading or len(later) == MONTHS:
            return
        until = later[0][0].previous() if later else None

        def done(found: Months) -> None:
            months = found + later
            if not later:
                self.rates.show_month(*found[0])
            if len(months) == MONTHS:
                self.year.show_series(months)
            self._read_month(reading, months)

        self.tasks.run(
            lambda _job: statistics.monthly_series(self.desk, months=1, until=until), done
        )

    def _open_list(self, work: Worklist) -> None:
        self.listed.emit(Query(work=work))

    def start(self) -> None:
        self.cards.cards[Worklist.TO_ACCEPT].setFocus()
