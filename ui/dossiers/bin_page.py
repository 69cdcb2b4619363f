"""The recycle bin: what was entered by mistake, why, and the way back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from dxdesk.domain.act import RULE_OF, Act
from dxdesk.domain.rights import RIGHT_OF_ACT
from dxdesk.services import acts
from dxdesk.services.voided import Voided, voided
from ui import dialogs
from ui.barring import bar, bar_action
from ui.dossiers.matching import short_name
from ui.dossiers.moments import moment_text
from ui.dossiers.notice import Notice
from ui.format import number
from ui.page import Page
from ui.rows import Column, RowsModel, select_row, table_of
from ui.tasks import Tasks
from ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk

COLUMNS: tuple[Column[Voided], ...] = (
    Column("Mã hồ sơ", lambda one: one.code or f"số {one.book}", 190),
    Column("Chủ hồ sơ", lambda one: one.owner, 180),
    Column("Thủ tục", lambda one: short_name(one.procedure), 200, stretches=True),
    Column("Hủy lúc", lambda one: moment_text(one.void_at), 155),
    Column("Lý do", lambda one: one.reason, 200),
)
_EMPTY = "Không có hồ sơ nào bị hủy. Hồ sơ nhập nhầm thì mở ra rồi bấm “Hủy (nhập nhầm)”."


class BinPage(Page):
    closed = Signal()

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self.model = RowsModel(COLUMNS)
        self.table = table_of(self.model, "Hồ sơ đã hủy; Enter để mở")
        self.table.activated.connect(self._open)
        self.problem = Notice("noticeWarning")
        self.shown = label("", "muted")
        self.restore = button("&Khôi phục…", "undo", role="primary", pressed=self.bring_back)
        self._lay_out()
        self._add_actions()

    def _lay_out(self) -> None:
        layout = column(self)
        layout.addLayout(row(label("Hồ sơ đã hủy", "title"), None, self.shown))
        layout.addWidget(
            label(
                "Hồ sơ hủy không vào số liệu nào nhưng không bao giờ mất: còn nguyên số sổ, giấy "
                "tờ và quá trình xử lý. Khôi phục thì hồ sơ trở lại như trước khi hủy.",
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(self.problem)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.restore, None))

    def _add_actions(self) -> None:
        why = self.desk.why_not(RIGHT_OF_ACT[Act.RESTORE])
        bar(self.restore, why)
        for text, keys, slot, against in (
            (RULE_OF[Act.RESTORE].title, "Ctrl+Shift+K", self.bring_back, why),
            ("Về danh sách hồ sơ", "Esc", self.closed.emit, ""),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            bar_action(action, against)
            self.addAction(action)

    def refresh(self) -> None:
        self.tasks.run(lambda _job: voided(self.desk), self._show)

    def _show(self, found: Sequence[Voided]) -> None:
        at = max(self.table.currentIndex().row(), 0)
        self.model.show(found)
        self.shown.setText(f"{number(len(found))} hồ sơ" if found else _EMPTY)
        self.restore.setEnabled(bool(found))
        if found:
            select_row(self.table, min(at, len(found) - 1))

    def start(self) -> None:
        self.table.setFocus()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.rows[index.row()].id)

    def bring_back(self) -> None:
        """Ask why, then bring the chosen dossiers back, each by its own action."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        chosen = [self.model.rows[at] for at in rows]
        if not chosen:
            return
        what = chosen[0].code or chosen[0].book if len(chosen) == 1 else f"{len(chosen)} hồ sơ"
        reason = dialogs.ask_reason(self, "Khôi phục", f"Vì sao khôi phục {what}?")
        if reason is None:
            return
        self.problem.say("")

        def work() -> None:
            for one in chosen:
                acts.restore(self.desk, one.id, reason=reason)

        def done(_none: None) -> None:
            self.said.emit(f"Đã khôi phục {what}.")
            self.refresh()
            self.changed.emit()

        self.tasks.run(lambda _job: work(), done, failed=self.problem.say)
