"""Choosing a procedure by typing: a list opens below and never takes the focus.

No inline completion: an input method that still composes a syllable would break it. The syllable
under composition already counts for the search.
"""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dxdesk.errors import InputError
from dxdesk.services.catalogue import Procedure
from ui.dossiers.form import Form
from ui.dossiers.matching import matches, short_name
from ui.dossiers.offer_list import STEPS, OfferList
from ui.dossiers.problems import FieldLine
from ui.theme import scaled

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LEAVING = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.OtherFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class ProcedurePicker(QLineEdit):
    """Holds a procedure or None; leaving the field takes the marked entry of the list."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._procedures: tuple[Procedure, ...] = ()
        self._procedure: Procedure | None = None
        self._found: list[Procedure] = []
        self.list = OfferList(self, "Thủ tục tìm thấy")
        self.list.clicked.connect(self._take_row)
        self.textEdited.connect(self._search)

    @property
    def procedure(self) -> Procedure | None:
        return self._procedure

    def set_procedures(self, procedures: tuple[Procedure, ...]) -> None:
        self._procedures = procedures

    def choose_id(self, procedure_id: int | None) -> None:
        """Choose by id; one that the catalogue no longer has is none."""
        self.choose(next((one for one in self._procedures if one.id == procedure_id), None))

    def choose(self, procedure: Procedure | None) -> None:
        self.list.hide()
        self.setText("" if procedure is None else short_name(procedure.name))
        self.setCursorPosition(0)
        if procedure != self._procedure:
            self._procedure = procedure
            self.chosen.emit(procedure)

    def _search(self, text: str) -> None:
        if self._procedure is not None:
            self._procedure = None
            self.chosen.emit(None)
        self._show_matches(text)

    def _show_matches(self, text: str) -> None:
        self._found = matches(self._procedures, text)
        entries = [
            (f"{short_name(one.name)}  ·  {one.field}  ·  {one.code}", one.name)
            for one in self._found
        ]
        self.list.offer(entries, marked=True)

    def _take_row(self, index: QModelIndex) -> None:
        self.choose(self._found[index.row()])

    def _take_marked(self) -> None:
        if not self.list.isHidden() and self._found:
            self.choose(self._found[max(0, self.list.currentRow())])

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        composed = event.preeditString()
        if composed:
            text, at = self.text(), self.cursorPosition()
            self._search(text[:at] + composed + text[at:])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.list.isHidden():
            if key == Qt.Key.Key_Down:
                self._show_matches(self.text() if self._procedure is None else "")
                return
        elif key in STEPS:
            self.list.step(key)
            return
        elif key in _ENTER:
            self._take_marked()
            return
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.text():
            self._show_matches("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _LEAVING and self.text().strip():
            self._take_marked()
        self.list.hide()
        super().focusOutEvent(event)


SEARCH_HINT = "Gõ tên không dấu, chữ cái đầu (dkks) hoặc mã"


def ask_procedure(parent: QWidget, procedures: tuple[Procedure, ...]) -> int | None:
    """Id of the procedure chosen; None when the officer went back."""
    picker = ProcedurePicker()
    picker.set_procedures(procedures)

    def read(_values: dict[str, str]) -> int:
        if picker.procedure is None:
            raise InputError("Thủ tục: chưa chọn; hãy gõ vài chữ rồi chọn trong danh sách.")
        return int(picker.procedure.id)

    form = Form(parent, "Lọc theo thủ tục", (), read, action="Lọc")
    form.add_line("procedure", FieldLine("Thủ tục", picker, SEARCH_HINT))
    form.setMinimumSize(scaled(560), scaled(380))
    try:
        return form.answer if form.exec() else None
    finally:
        form.deleteLater()
