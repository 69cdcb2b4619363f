"""The board of digital transformation: targets, values, the program's own figures, standings."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableView

from dxdesk.domain.indicators.board import Board
from dxdesk.domain.indicators.scoring import points_text
from dxdesk.domain.period import Period
from dxdesk.domain.rights import Right
from dxdesk.errors import DeskError
from dxdesk.services.indicators.board import board
from dxdesk.services.indicators.targets import set_targets
from dxdesk.services.indicators.values import save_values
from ui.barring import bar
from ui.digital.board_work import BoardWork
from ui.digital.delegate import BoardDelegate
from ui.digital.edits import EDITED, VALUE, Changes, changes_of
from ui.digital.grid import COLUMNS, BoardModel, summary_text
from ui.digital.hamlet_grid import DownTable
from ui.dossiers.notice import Notice
from ui.page import Page
from ui.period_picker import PeriodPicker
from ui.tasks import Tasks
from ui.theme import scaled
from ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk

KEYS = (
    ("save", "Lưu số liệu đã nhập", "Ctrl+S"),
    ("drop", "Bỏ số liệu chưa lưu", "Ctrl+Del"),
    ("detail", "Mở chi tiết chỉ tiêu", "Ctrl+Return"),
)
_WAITING = "Có {} ô chưa lưu. Ctrl+S để lưu, Ctrl+Del để bỏ."


class BoardPage(Page):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self.model = BoardModel()
        self.model.edited.connect(self._show_edits)
        self.table = _table(self.model)
        self.table.activated.connect(self._activate)
        self.picker = PeriodPicker(desk.now().date(), brief=True)
        self.picker.changed.connect(self.refresh)
        self.summary = label("", "muted", wrap=True)
        self.notice = Notice("noticeWarning")
        self.empty = Notice("noticeInfo")
        self.work = BoardWork(self, self.period)
        self.empty.pressed.connect(self.work.take_set)
        self._buttons()
        layout = column(self, margin=6, spacing=6)
        layout.addWidget(self.picker)
        layout.addLayout(row(self.sets, self.carry, self.remarks, None, self.open, self.save_all))
        layout.addWidget(self.notice)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.summary)
        self._actions()
        self._show_edits()

    def _buttons(self) -> None:
        self.sets = button("Bộ chỉ tiêu…", "book", pressed=self.work.take_set)
        self.carry = button("Năm sau…", "tomorrow", pressed=self.work.carry_over)
        self.remarks = button("Nội dung…", "edit", pressed=self.work.ask_remarks)
        self.open = button("Chi tiết", "search", pressed=self.detail)
        self.save_all = button("Lưu", "save", role="primary", pressed=self.save)
        why = self.desk.why_not(Right.RECORD)
        for part in (self.sets, self.carry, self.remarks, self.save_all, self.empty.action):
            bar(part, why)
        if why:
            self.table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.open.setToolTip("Ctrl+Enter")
        if not why:
            self.save_all.setToolTip("Ctrl+S")

    def _actions(self) -> None:
        for name, text, keys in KEYS:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(partial(self._do, name))
            self.addAction(action)

    def _do(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        getattr(self, name)()

    def start(self) -> None:
        self.table.setFocus()

    def period(self) -> Period | None:
        try:
            return self.picker.period()
        except DeskError:
            return None

    def refresh(self) -> None:
        period = self.period()
        if period is not None:
            self.tasks.run(lambda _job: board(self.desk, period), self._show)

    def _show(self, found: Board) -> None:
        if found.period != self.period():
            return
        at = self.table.currentIndex()
        here = (at.row(), at.column())
        self.model.show(found)
        empty = not found.rows
        self.empty.say(
            "Chưa có chỉ tiêu nào. Hãy lấy một bộ chỉ tiêu có sẵn rồi nhập mức giao và số liệu."
            if empty
            else "",
            action="Lấy bộ chỉ tiêu…" if empty else "",
        )
        self.table.setVisible(not empty)
        for line in range(self.model.rowCount()):
            if self.model.row(line) is None:
                self.table.setSpan(line, 0, 1, len(COLUMNS))
        self.summary.setText(summary_of(found))
        self._select(*(here if self.model.row(here[0]) else (1, _column(VALUE))))

    def _select(self, line: int, at: int) -> None:
        if 0 <= line < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(line, max(at, 0)))

    def _show_edits(self) -> None:
        waiting = len(self.model.edits)
        self.notice.say(_WAITING.format(waiting) if waiting else "")
        self.save_all.setEnabled(bool(waiting))
        self.picker.setEnabled(not waiting)

    def drop(self) -> None:
        self.model.forget()

    def save(self) -> None:
        """Keep what was typed: targets as one action, values as another."""
        period = self.period()
        if not self.model.edits or period is None:
            return
        try:
            changes = changes_of(self.model.rows(), self.model.edits)
        except DeskError as error:
            self.notice.say(f"{error} Chưa có gì được lưu.")
            return
        self.tasks.run(
            lambda _job: _keep(self.desk, period, changes),
            lambda _none: self._saved(period),
            failed=lambda sentence: self.notice.say(f"{sentence} Chưa lưu hết."),
        )

    def _saved(self, period: Period) -> None:
        self.model.forget()
        self.acted.emit(f"Đã lưu số liệu chuyển đổi số {period.label}.")
        self.changed.emit()

    def _activate(self, index: QModelIndex) -> None:
        if COLUMNS[index.column()].key not in EDITED:
            self.detail()

    def detail(self) -> None:
        """The history of the chosen indicator, and what it takes to reach the target."""
        chosen = self.model.row(self.table.currentIndex().row())
        if chosen is not None and self.model.board is not None:
            self.work.show_detail(chosen, self.model.board)


def summary_of(found: Board) -> str:
    """Grades, what lacks evidence, points of scoring sets."""
    if not found.rows:
        return ""
    lines = [summary_text(found)]
    if found.unproven:
        lines.append(f"{len(found.unproven)} số liệu chưa có tài liệu kiểm chứng")
    for key, score in found.scores:
        lines.append(
            f"bộ {key}: {points_text(score.points)}/{points_text(score.of)} điểm đã tính được, "
            f"{points_text(score.missing)} điểm chưa có số"
            + (" (thang điểm chưa đối chiếu với bản gốc)" if key in found.unverified else "")
        )
    return "; ".join(lines)


def _keep(desk: "Desk", period: Period, changes: Changes) -> None:
    if changes.targets:
        set_targets(desk, period.last.year, changes.targets)
    if changes.values:
        save_values(desk, period, changes.values)


def _column(key: str) -> int:
    return [one.key for one in COLUMNS].index(key)


def _table(model: BoardModel) -> QTableView:
    table = DownTable()
    table.setModel(model)
    table.setItemDelegate(BoardDelegate(table))
    table.setAccessibleName("Bảng chỉ tiêu chuyển đổi số")
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setEditTriggers(
        QTableView.EditTrigger.AnyKeyPressed
        | QTableView.EditTrigger.EditKeyPressed
        | QTableView.EditTrigger.DoubleClicked
    )
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(scaled(32))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    for at, one in enumerate(COLUMNS):
        table.setColumnWidth(at, scaled(one.width))
        if one.stretches:
            header.setMinimumSectionSize(scaled(60))
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
    return table
