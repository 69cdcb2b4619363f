"""Several ledgers of one tab: a bar of their names above the one that is shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QTabBar

from dxdesk.domain.ledgers import Ledger
from ui.ledgers.ledger_view import LedgerView
from ui.page import Page
from ui.tasks import Tasks
from ui.widgets import column

if TYPE_CHECKING:
    from dxdesk.desk import Desk


class LedgerTab(Page):
    def __init__(self, desk: "Desk", tasks: Tasks, *, ledgers: Sequence[Ledger]) -> None:
        super().__init__(desk, tasks)
        self._ledgers = tuple(ledgers)
        self.bar = QTabBar()
        self.bar.setAccessibleName("Các sổ của thẻ này")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.stack = QStackedWidget()
        self.views: list[LedgerView] = []
        for ledger in self._ledgers:
            self.bar.addTab(ledger.title)
            view = LedgerView(desk, tasks, ledger)
            self.views.append(view)
            self.stack.addWidget(view)
            view.changed.connect(self.changed)
            view.said.connect(self.said)
        self.bar.currentChanged.connect(self._arrive)
        layout = column(self, margin=8, spacing=0)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack, 1)

    @property
    def view(self) -> LedgerView:
        return self.views[max(self.bar.currentIndex(), 0)]

    def show_ledger(self, key: str) -> None:
        self.bar.setCurrentIndex([one.key for one in self._ledgers].index(key))

    def _arrive(self) -> None:
        self.stack.setCurrentWidget(self.view)
        self.view.refresh()
        self.view.start()

    def refresh(self) -> None:
        self.view.refresh()

    def start(self) -> None:
        self.view.start()

    def search(self) -> None:
        self.view.search()

    def forward(self) -> None:
        self._step(1)

    def back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        self.bar.setCurrentIndex((self.bar.currentIndex() + by) % len(self.views))
