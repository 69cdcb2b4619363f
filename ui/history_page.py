"""The action log: who did what and when, and what was taken back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dxdesk.domain.dossier import Event
from dxdesk.services import history
from dxdesk.services.catalogue import Officer, officers
from ui.dossiers.moments import moment_text
from ui.format import number
from ui.history_filter import HistoryFilter
from ui.page import Page
from ui.rows import Column, RowsModel, table_of
from ui.tasks import Tasks
from ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk

LIMIT = 200
COLUMNS: tuple[Column[Event], ...] = (
    Column("Lúc", lambda event: moment_text(event.at), 165),
    Column("Cán bộ", lambda event: event.officer, 190),
    Column("Thao tác", lambda event: event.name, 460, stretches=True),
    Column("Ghi chú", lambda event: "Đã hoàn tác" if event.undone else "", 130),
)
Events = tuple[Event, ...]


class HistoryPage(Page):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self.model = RowsModel(COLUMNS, pale=lambda event: event.undone)
        self.table = table_of(self.model, "Nhật ký thao tác")
        self.shown = label("", "muted")
        self.more = button("Xe&m thêm thao tác cũ hơn", "down", pressed=self._read_more)
        self.more.hide()
        self.filter = HistoryFilter(desk)
        self.filter.changed.connect(self.refresh)
        layout = column(self)
        layout.addLayout(row(label("Nhật ký", "title"), None, self.shown))
        layout.addWidget(
            label(
                "Mọi thay đổi đều được ghi lại và không xóa được. Hoàn tác (Ctrl+Z) là một thao "
                "tác mới, ghi thêm vào nhật ký.",
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.more, None))

    def refresh(self) -> None:
        wanted = self.filter.wanted(self.desk.now().date())
        self.tasks.run(
            lambda _job: (
                officers(self.desk),
                history.events(self.desk, wanted, limit=LIMIT),
            ),
            self._show_all,
        )

    def _show_all(self, found: "tuple[Sequence[Officer], Events]") -> None:
        self.filter.show_officers(found[0])
        self._show(found[1])

    def _read_more(self) -> None:
        before = self.model.rows[-1].action_id
        self.more.setEnabled(False)
        wanted = self.filter.wanted(self.desk.now().date())
        self.tasks.run(
            lambda _job: history.events(self.desk, wanted, limit=LIMIT, before=before), self._add
        )

    def _show(self, events: Events) -> None:
        self.model.show(events)
        self._count(events)

    def _add(self, events: Events) -> None:
        self.model.add(events)
        self._count(events)

    def _count(self, last_read: Events) -> None:
        self.more.setEnabled(True)
        self.more.setVisible(len(last_read) == LIMIT)
        self.shown.setText(f"{number(self.model.rowCount())} thao tác")

    def start(self) -> None:
        self.table.setFocus()
