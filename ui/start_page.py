"""The start page: an officer's work of today, or the leader's page; one chooses which."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from dxdesk.services import cautions, leader, statistics
from ui.page import Page
from ui.pdf_output import PdfOutput, Write
from ui.preferences import Preferences
from ui.start_cautions import CautionBar
from ui.start_leader import LeaderView
from ui.start_work import MONTHS, TWO_ABREAST, WorkView, read_work
from ui.start_year import Months
from ui.tasks import Tasks
from ui.theme import scaled
from ui.widgets import button, column, label, row, scrolled

if TYPE_CHECKING:
    from dxdesk.desk import Desk

ROLES = (("officer", "Việc của cán bộ"), ("leader", "Trang lãnh đạo"))
MINUTE_MS = 60_000
MARGIN = 24
_WIDE, _NONE = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored


class StartPage(Page):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self._reading = 0
        self._preferences = Preferences()
        self.as_of = label("", "muted")
        self.cautions = CautionBar()
        self.cautions.asked.connect(self.went)
        self.work = WorkView(desk, self._preferences)
        self.leader = LeaderView()
        self.output = PdfOutput(self, desk, tasks)
        self.both = QStackedWidget()
        self.both.addWidget(self.work)
        self.both.addWidget(self.leader)
        self.roles = {key: _switch(text) for key, text in ROLES}
        self._lay_out()
        self._connect()
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(lambda: self._read_work() if self.isVisible() else None)
        self._minute.start()
        self._take_role(self._preferences.role)

    def _lay_out(self) -> None:
        content = QWidget()
        inside = column(content)
        head = row(label("Việc hôm nay", "title"), None, self.as_of, *self.roles.values())
        inside.addLayout(head)
        inside.addWidget(self.cautions)
        inside.addWidget(self.both, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))

    def _connect(self) -> None:
        for key, made in self.roles.items():
            made.clicked.connect(partial(self._choose, key))
        for view in (self.work, self.leader):
            view.opened.connect(self.opened)
            view.listed.connect(self.listed)
        self.work.went.connect(self.went)
        self.work.repinned.connect(self._read_work)
        self.leader.printed.connect(lambda: self._put_out(self.output.print_out))
        self.leader.saved.connect(lambda: self._put_out(self.output.save))
        self.output.said.connect(self.said)

    def _choose(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self._preferences.role = key
        self._take_role(key)
        self.refresh()

    def _take_role(self, key: str) -> None:
        leads = key == "leader"
        for one, made in self.roles.items():
            made.setChecked((one == "leader") is leads)
        shown, hidden = (self.leader, self.work) if leads else (self.work, self.leader)
        hidden.setSizePolicy(_NONE, _NONE)  # its size is not wanted
        shown.setSizePolicy(_WIDE, _WIDE)
        self.both.setCurrentWidget(shown)

    def refresh(self) -> None:
        self._reading += 1
        self.tasks.run(lambda _job: cautions.cautions(self.desk), self.cautions.show_cautions)
        if self.both.currentWidget() is self.leader:
            self.tasks.run(lambda _job: leader.leader_page(self.desk), self.leader.show_summary)
        else:
            self._read_work()
            self._read_month(self._reading, ())

    def _read_work(self) -> None:
        """The lists and the countdown; once a minute while they are shown."""
        if self.both.currentWidget() is self.work:
            recents = self.work.recents
            self.tasks.run(lambda _job: read_work(self.desk, recents), self._show_work)

    def _show_work(self, found: object) -> None:
        self.as_of.setText(self.work.show_work(found))

    def _read_month(self, reading: int, later: Months) -> None:
        """Month after month, backwards, so that a search need not wait for all of them."""
        if reading != self._reading or len(later) == MONTHS:
            return
        until = later[0][0].previous() if later else None

        def done(found: Months) -> None:
            months = found + later
            self.work.show_months(months)
            self._read_month(reading, months)

        self.tasks.run(
            lambda _job: statistics.monthly_series(self.desk, months=1, until=until), done
        )

    def marked(self) -> int | None:
        """The dossier marked among the pinned and recent ones."""
        return self.work.recent.marked()

    def _put_out(self, way: Callable[[str, str, Write], None]) -> None:
        found = self.leader.summary
        if found is not None:
            name = f"trang-lanh-dao-{found.as_of:%Y-%m-%d}.pdf"
            way("Lưu trang lãnh đạo", name, lambda path: leader.write(self.desk, found, path))

    def close_down(self) -> None:
        self._minute.stop()
        self.output.close_down()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - scaled(2 * MARGIN)
        self.as_of.setVisible(room >= scaled(TWO_ABREAST))
        for view in (self.work, self.leader):
            view.fit(room)

    def start(self) -> None:
        first = self.both.currentWidget()
        (self.work.first if first is self.work else self.leader.first).setFocus()


def _switch(text: str) -> QPushButton:
    made = button(text, role="switch")
    made.setCheckable(True)
    return made
