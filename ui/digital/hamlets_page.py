"""One indicator hamlet by hamlet: typed down a column or pasted, saved as one action."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QTableView

from dxdesk.domain.indicators.amount import amount_text, level_text
from dxdesk.domain.indicators.kinds import Indicator, IndicatorId
from dxdesk.errors import DeskError
from dxdesk.services.indicators import by_hamlet
from dxdesk.services.indicators.by_hamlet import HamletSheet
from dxdesk.services.indicators.catalogue import indicators
from dxdesk.services.ledgers.cells import cells_of_text
from ui.digital.hamlet_grid import COLUMNS, VALUE, DownTable, HamletModel
from ui.dossiers.form import narrow_choice
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
    ("paste_values", "Dán số liệu chép từ Excel", "Ctrl+V"),
)
_WAITING = "Có {} tổ chưa lưu. Ctrl+S để lưu, Ctrl+Del để bỏ."


class HamletsPage(Page):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self.model = HamletModel()
        self.model.edited.connect(self._show_edits)
        self.table = _table(self.model)
        self.choice = narrow_choice()
        self.choice.setMinimumContentsLength(40)
        self.choice.setAccessibleName("Chỉ tiêu")
        self.choice.currentIndexChanged.connect(self._read_sheet)
        self.picker = PeriodPicker(desk.now().date(), brief=True)
        self.picker.changed.connect(self._read_sheet)
        self.notice, self.empty = Notice("noticeWarning"), Notice("noticeInfo")
        self.told = label("", wrap=True)
        self._buttons()
        layout = column(self, margin=6, spacing=6)
        layout.addWidget(self.picker)
        layout.addLayout(row(self.choice, self.paste, None, self.sum_up, self.save_all))
        for part in (self.notice, self.empty):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.told)
        for name, text, keys in KEYS:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(partial(self._do, name))
            self.addAction(action)
        self._show_edits()

    def _buttons(self) -> None:
        self.paste = button("Dán từ Excel", "sheet", pressed=self.paste_values)
        self.sum_up = button("Lấy tổng các tổ", "check", pressed=self.take_total)
        self.save_all = button("Lưu", "save", role="primary", pressed=self.save)
        self.paste.setToolTip("Ctrl+V")
        self.sum_up.setToolTip("Tổng của mọi tổ thành số của phường, xã")
        self.save_all.setToolTip("Ctrl+S")

    def _do(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        getattr(self, name)()

    def start(self) -> None:
        self.table.setFocus()

    def refresh(self) -> None:
        self.tasks.run(lambda _job: indicators(self.desk), self._offer)

    def _offer(self, found: tuple[Indicator, ...]) -> None:
        chosen = self.choice.currentData()
        self.choice.blockSignals(True)
        self.choice.clear()
        for one in found:
            if not one.retired and not one.plan.computed:
                self.choice.addItem(f"{one.plan.code}  {one.plan.name}", one.id)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self.choice.blockSignals(False)
        self._read_sheet()

    def _read_sheet(self, _index: object = None) -> None:
        key = self.choice.currentData()
        try:
            period = self.picker.period()
        except DeskError:
            return
        if key is None:
            self._show(None)
            return
        wanted = IndicatorId(int(key))
        self.tasks.run(lambda _job: by_hamlet.hamlet_sheet(self.desk, wanted, period), self._show)

    def _show(self, sheet: HamletSheet | None) -> None:
        at = max(self.table.currentIndex().row(), 0)
        self.model.show(sheet)
        nothing = ""
        if sheet is None:
            nothing = "Chưa có chỉ tiêu nào để nhập; hãy lấy bộ chỉ tiêu ở thẻ Bảng chỉ tiêu."
        elif not sheet.lines:
            nothing = "Chưa có tổ dân phố nào; hãy thêm ở trang Danh mục, thẻ Tổ dân phố."
        self.empty.say(nothing)
        self.table.setVisible(not nothing)
        self.told.setText("" if sheet is None else told_of(sheet))
        if not nothing:
            self.table.setCurrentIndex(self.model.index(min(at, self.model.rowCount() - 1), VALUE))

    def _show_edits(self) -> None:
        waiting = len(self.model.edits)
        self.notice.say(_WAITING.format(waiting) if waiting else "")
        for part in (self.picker, self.choice):
            part.setEnabled(not waiting)

    def drop(self) -> None:
        self.model.forget()

    def paste_values(self) -> None:
        sheet, text = self.model.sheet, QApplication.clipboard().text()
        first = max(self.table.currentIndex().row(), 0)
        if sheet is None:
            return

        def take(found: tuple[dict[int, str], tuple[str, ...]]) -> None:
            texts, left = found
            self.model.take(texts)
            if left:
                some = "; ".join(left[:3]) + (" …" if len(left) > 3 else "")  # noqa: PLR2004 - a few
                waiting = _WAITING.format(len(self.model.edits))
                self.notice.say(f"{waiting} {len(left)} dòng không thuộc tổ nào: {some}.")

        def read() -> tuple[dict[int, str], tuple[str, ...]]:
            return by_hamlet.understood(self.desk, sheet, cells_of_text(text), first=first)

        self.tasks.run(lambda _job: read(), take, failed=self.notice.say)

    def save(self) -> None:
        sheet, typed = self.model.sheet, dict(self.model.edits)
        if sheet is None or not typed:
            return
        told = f"Đã lưu số liệu của {len(typed)} tổ dân phố, {sheet.period.label}."
        self.tasks.run(
            lambda _job: by_hamlet.save_hamlets(self.desk, sheet, typed),
            lambda _none: self._saved(told),
            failed=lambda sentence: self.notice.say(f"{sentence} Chưa có gì được lưu."),
        )

    def take_total(self) -> None:
        sheet = self.model.sheet
        if sheet is not None:
            self.tasks.run(
                lambda _job: by_hamlet.take_total(self.desk, sheet),
                lambda _amount: self._saved("Đã lấy tổng các tổ làm số của phường, xã."),
                failed=self.notice.say,
            )

    def _saved(self, told: str) -> None:
        self.model.forget()
        self.acted.emit(told)
        self.changed.emit()


def told_of(sheet: HamletSheet) -> str:
    """The sum of what is known, whose number is missing, what the target is."""
    unit = sheet.indicator.plan.unit
    have = len(sheet.lines) - len(sheet.missing)
    told = f"{have}/{len(sheet.lines)} tổ dân phố có số."
    if sheet.total is not None:
        told += f" Cộng các tổ có số: {amount_text(sheet.total, unit)}."
    if sheet.ward is not None:
        told += f" Số của phường, xã: {amount_text(sheet.ward.amount, unit)}."
    if sheet.target is not None:
        told += f" Mức giao: {level_text(sheet.target.level, unit)}."
    if sheet.missing and have:
        some = ", ".join(sheet.missing[:5])
        more = f" và {len(sheet.missing) - 5} tổ nữa" if len(sheet.missing) > 5 else ""  # noqa: PLR2004 - a few are named
        told += f" Chưa có số: {some}{more}."
    return told


def _table(model: HamletModel) -> QTableView:
    table = DownTable()
    table.setModel(model)
    table.setAccessibleName("Số liệu từng tổ dân phố")
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
    table.horizontalHeader().setHighlightSections(False)
    for at, one in enumerate(COLUMNS):
        table.setColumnWidth(at, scaled(one.width))
    return table
