"""The start page: an officer's work of today, or the leader's page; one chooses which."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from ui.page import Page
from ui.preferences import Preferences
from ui.start_cautions import CautionBar
from ui.start_reading import WorkReading
from ui.start_sizes import TWO_ABREAST
from ui.start_work import WorkView
from ui.tasks import Tasks
from ui.theme import scaled
from ui.widgets import button, column, label, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxdesk.desk import Desk
    from dxdesk.services.cautions import Caution
    from ui.start_leading import LeaderHalf

ROLES = (("officer", "Việc của cán bộ"), ("leader", "Trang lãnh đạo"))
MINUTE_MS = 60_000
MARGIN = 24


class StartPage(Page):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self._preferences = Preferences()
        self.leads = False
        """The leader's half is shown."""
        self.as_of = label("", "muted")
        self.cautions = CautionBar(desk.why_not)
        self.cautions.asked.connect(self.went)
        self.work = WorkView(desk, self._preferences)
        self._reading = WorkReading(self.work, desk, tasks, self.as_of.setText)
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
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))  # empty: what it has by then, Qt dresses twice
        inside = column(content)
        head = row(
            label("Việc hôm nay", "title", wrap=True), None, self.as_of, *self.roles.values()
        )
        inside.addLayout(head)
        inside.addWidget(self.cautions)
        inside.addWidget(self.work, 1)
        self._inside = inside

    def _connect(self) -> None:
        for key, made in self.roles.items():
            made.clicked.connect(partial(self._choose, key))
        self.work.opened.connect(self.opened)
        self.work.listed.connect(self.listed)
        self.work.went.connect(self.went)
        self.work.repinned.connect(self._read_work)

    @cached_property
    def leader(self) -> "LeaderHalf":
        """Made for those who choose it: it brings SQLAlchemy and printing along."""
        from ui.start_leading import LeaderHalf

        made = LeaderHalf(self.desk, self.tasks)
        made.opened.connect(self.opened)
        made.listed.connect(self.listed)
        made.said.connect(self.said)
        self._inside.addWidget(made, 1)
        made.fit(self._room())
        return made

    def _choose(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self._preferences.role = key
        self._take_role(key)
        self.refresh()

    def _take_role(self, key: str) -> None:
        leads = key == "leader"
        for one, made in self.roles.items():
            made.setChecked((one == "leader") is leads)
        if leads is not self.leads:  # what is shown before its window is, Qt dresses twice
            self.leads = leads
            self.work.setVisible(not leads)
            self.leader.setVisible(leads)

    def refresh(self) -> None:
        if self.leads:
            self.leader.read()
        else:
            self._reading.read_all()
        self.tasks.after(self._read_cautions)

    def _read_work(self) -> None:
        if not self.leads:
            self._reading.read_work()

    def _read_cautions(self) -> None:
        self.tasks.run(lambda _job: _cautions(self.desk), self.cautions.show_cautions)

    def marked(self) -> int | None:
        """The dossier marked among the pinned and recent ones."""
        return self.work.below.recent.marked()

    def close_down(self) -> None:
        self._minute.stop()
        if "leader" in self.__dict__:
            self.leader.output.close_down()

    def _room(self) -> int:
        return self.width() - scaled(2 * MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self._room()
        self.as_of.setVisible(room >= scaled(TWO_ABREAST))
        self.work.fit(room)
        if "leader" in self.__dict__:
            self.leader.fit(room)

    def start(self) -> None:
        (self.leader if self.leads else self.work).first.setFocus()


def _switch(text: str) -> QPushButton:
    made = button(text, role="switch")
    made.setCheckable(True)
    return made


def _cautions(desk: "Desk") -> "Sequence[Caution]":
    from dxdesk.services.cautions import cautions  # SQLAlchemy: once the numbers are shown

    return cautions(desk)
