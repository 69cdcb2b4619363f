"""The papers that a procedure asks for: listed, added, changed, put in order, by keys alone."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from dxdesk.domain.paper import Paper
from dxdesk.domain.text import clean
from ui.dossiers.form import spacious
from ui.dossiers.problems import FieldLine
from ui.rows import Column, RowsModel, select_row, table_of
from ui.theme import scaled
from ui.widgets import NumberBox, button, label, row

_MOST = 99
_TOLD = (
    "Giấy tờ theo thứ tự in trên phiếu. Hồ sơ đã đối chiếu giữ danh sách cũ; hồ sơ nhận từ nay "
    "theo danh sách mới."
)


def _count(number: int) -> str:
    return str(number) if number else ""


COLUMNS: tuple[Column[Paper], ...] = (
    Column("Giấy tờ", lambda one: one.name or "(chưa ghi tên)", 300, stretches=True),
    Column("Bản chính", lambda one: _count(one.originals), 80, right=True),
    Column("Chứng thực", lambda one: _count(one.certified), 105, right=True),
    Column("Bản sao", lambda one: _count(one.copies), 70, right=True),
    Column("Khi nào", lambda one: "luôn cần" if one.always else "nếu có", 80),
)


class PapersListDialog(QDialog):
    """The fields below the table are those of the chosen paper and change it at once."""

    def __init__(self, parent: QWidget | None, procedure: str, papers: Sequence[Paper]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giấy tờ của thủ tục")
        self.model = RowsModel(COLUMNS, pale=lambda one: not one.always)
        self.table = table_of(self.model, "Giấy tờ của thủ tục")
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.name = FieldLine("Tên giấy tờ", QLineEdit())
        self.originals = FieldLine("Bản chính", _spin())
        self.certified = FieldLine("Bản sao chứng thực", _spin())
        self.copies = FieldLine("Bản sao", _spin())
        self.always = QCheckBox("&Hồ sơ nào cũng cần")
        self.problem = label("", "error", wrap=True)
        self._loading = False
        self._lay_out(procedure)
        self._connect()
        self.model.show(papers)
        self._choose(0)

    def _lay_out(self, procedure: str) -> None:
        layout = spacious(self)
        layout.addWidget(label(procedure, "strong", wrap=True))
        layout.addWidget(label(_TOLD, "muted", wrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.name)
        layout.addLayout(row(self.originals, self.certified, self.copies, self.always, None))
        layout.addWidget(self.problem)
        tools = [button(text, icon, pressed=slot) for text, icon, slot in self._tools()]
        save = button("&Lưu (Ctrl+Enter)", role="primary", pressed=self.accept)
        layout.addLayout(row(*tools, None, button("Bỏ &qua (Esc)", pressed=self.reject), save))
        self.problem.hide()
        self.resize(scaled(820), scaled(560))

    def _tools(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        return (
            ("Thê&m (Ins)", "plus", self.add),
            ("Bỏ &dòng (Del)", "trash", self.remove),
            ("Lê&n (Alt+↑)", "up", lambda: self.shift(-1)),
            ("X&uống (Alt+↓)", "down", lambda: self.shift(1)),
        )

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._show)
        self.name.editor.textChanged.connect(self._take)
        self.always.toggled.connect(self._take)
        for line in (self.originals, self.certified, self.copies):
            line.editor.valueChanged.connect(self._take)
        for keys, owner, slot in (
            ("Ctrl+Return", self, self.accept),
            ("Ctrl+Enter", self, self.accept),
            ("Ins", self, self.add),
            ("Del", self.table, self.remove),
            ("Alt+Up", self, lambda: self.shift(-1)),
            ("Alt+Down", self, lambda: self.shift(1)),
        ):
            QShortcut(QKeySequence(keys), owner).activated.connect(slot)

    def papers(self) -> tuple[Paper, ...]:
        return tuple(replace(one, name=clean(one.name)) for one in self.model.rows)

    @property
    def _at(self) -> int:
        return self.table.currentIndex().row()

    def _choose(self, at: int) -> None:
        there = bool(self.model.rows)
        for part in (self.name, self.originals, self.certified, self.copies, self.always):
            part.setEnabled(there)
        if there:
            select_row(self.table, max(0, min(at, len(self.model.rows) - 1)))
            self._show()

    def _show(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        if self._at < 0:
            return
        one, self._loading = self.model.rows[self._at], True
        self.name.editor.setText(one.name)
        self.originals.editor.setValue(one.originals)
        self.certified.editor.setValue(one.certified)
        self.copies.editor.setValue(one.copies)
        self.always.setChecked(one.always)
        self._loading = False

    def _take(self, _value: object) -> None:
        """What was typed belongs to the chosen paper; the ward answers for it now."""
        if self._loading or self._at < 0:
            return
        self.model.rows[self._at] = Paper(
            self.name.editor.text(),
            self.originals.editor.value(),
            self.certified.editor.value(),
            self.copies.editor.value(),
            self.always.isChecked(),
        )
        self.model.dataChanged.emit(
            self.model.index(self._at, 0), self.model.index(self._at, len(COLUMNS) - 1)
        )

    def add(self) -> None:
        """A further paper below the chosen one."""
        at = self._at + 1
        self._put([*self.model.rows[:at], Paper("", originals=1), *self.model.rows[at:]], at)
        self.name.editor.setFocus()

    def remove(self) -> None:
        at = self._at
        if at >= 0:
            self._put([*self.model.rows[:at], *self.model.rows[at + 1 :]], at)

    def shift(self, by: int) -> None:
        at = self._at
        if at >= 0 and 0 <= at + by < len(self.model.rows):
            rows = list(self.model.rows)
            rows.insert(at + by, rows.pop(at))
            self._put(rows, at + by)

    def _put(self, rows: list[Paper], at: int) -> None:
        self.model.show(rows)
        self._choose(at)

    def show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))


def _spin() -> NumberBox:
    made = NumberBox()
    made.setRange(0, _MOST)
    return made


def ask_papers_list(
    parent: QWidget, procedure: str, papers: Sequence[Paper], *, problem: str = ""
) -> tuple[Paper, ...] | None:
    """The list as it shall be; None when the officer went back."""
    dialog = PapersListDialog(parent, procedure, papers)
    dialog.show_problem(problem)
    given = dialog.papers() if dialog.exec() else None
    dialog.deleteLater()
    return given
