"""The indicators of the ward, and one of them hamlet by hamlet: a bar above the one shown."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QTabBar

from ui.digital.board_page import BoardPage
from ui.digital.hamlets_page import HamletsPage
from ui.page import Page
from ui.tasks import Tasks
from ui.widgets import column

if TYPE_CHECKING:
    from dxdesk.desk import Desk


class BoardTab(Page):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self.board, self.hamlets = BoardPage(desk, tasks), HamletsPage(desk, tasks)
        self.bar, self.stack = QTabBar(), QStackedWidget()
        self.bar.setAccessibleName("Cả phường, xã hay từng tổ dân phố")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        for page, title in ((self.board, "Toàn phường, xã"), (self.hamlets, "Từng tổ dân phố")):
            self.bar.addTab(title)
            self.stack.addWidget(page)
            page.changed.connect(self.changed)
            page.acted.connect(self.acted)
            page.listed.connect(self.listed)
            page.noted.connect(self.noted)
        self.bar.currentChanged.connect(self._arrive)
        layout = column(self, margin=4, spacing=0)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack, 1)

    def current(self) -> Page:
        return (self.board, self.hamlets)[max(self.bar.currentIndex(), 0)]

    def actions(self) -> list[QAction]:
        """Of the part shown: the sheet of shortcuts tells them."""
        return [*super().actions(), *self.current().actions()]

    def _arrive(self) -> None:
        self.stack.setCurrentWidget(self.current())
        self.refresh()
        self.start()

    def refresh(self) -> None:
        self.current().refresh()

    def start(self) -> None:
        self.current().start()

    def forward(self) -> None:
        self.bar.setCurrentIndex(1 - self.bar.currentIndex())

    def back(self) -> None:
        self.forward()
