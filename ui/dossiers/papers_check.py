"""The papers of a dossier by keyboard: one stop for Tab, a digit says what was handed in."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from dxdesk.domain.paper import HandedPaper, Paper, PaperForm, unchecked
from ui.theme import scaled

KEYS = {
    1: PaperForm.ORIGINAL,
    2: PaperForm.CERTIFIED,
    3: PaperForm.COPY,
    4: PaperForm.ELECTRONIC,
    5: PaperForm.FROM_DATA,
    0: PaperForm.MISSING,
}
_ANSWERS: dict[Qt.Key, PaperForm | None] = {
    **{Qt.Key(Qt.Key.Key_0 + digit): form for digit, form in KEYS.items()},
    **dict.fromkeys((Qt.Key.Key_Delete, Qt.Key.Key_Backspace)),
}
KEYS_HINT = "1 chính · 2 chứng thực · 3 sao · 4 điện tử · 5 dữ liệu · 0 thiếu · F8 đủ"
_UNCHECKED, _IF_ANY = "—", "(nếu có)"
_ROWS = 3


class PapersCheck(QTableWidget):
    """Shows the papers of one dossier; `papers()` is what the officer said of them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(0, 2)
        self._papers: tuple[HandedPaper, ...] = ()
        self._asked: tuple[Paper, ...] = ()
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(scaled(24))

    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(24) * _ROWS + scaled(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def ask(self, papers: tuple[Paper, ...]) -> None:
        """The list of a procedure, at which nobody has looked yet."""
        self._asked = papers
        self.set_papers(unchecked(papers))

    def reset(self) -> None:
        self.set_papers(unchecked(self._asked))

    def set_papers(self, papers: tuple[HandedPaper, ...]) -> None:
        self._papers = papers
        self.setRowCount(len(papers))
        for row in range(len(papers)):
            self._show(row)
        if papers:
            self.setCurrentCell(0, 0)
        self.changed.emit()

    def papers(self) -> tuple[HandedPaper, ...]:
        """Empty while nobody said anything of any paper."""
        looked = any(one.form is not None for one in self._papers)
        return self._papers if looked else ()

    def add(self, paper: HandedPaper) -> None:
        """One more paper below the others, chosen."""
        self.set_papers((*self._papers, paper))
        self.setCurrentCell(self.rowCount() - 1, 0)

    def complete(self) -> None:
        """All that is always needed is there, as it is asked for; what was said stays."""
        wanted = {one.name: one.wanted for one in self._asked}
        self.set_papers(
            tuple(
                replace(one, form=wanted.get(one.name, PaperForm.ORIGINAL))
                if one.always and one.form is None
                else one
                for one in self._papers
            )
        )

    def _show(self, row: int) -> None:
        paper = self._papers[row]
        told = paper.always or _IF_ANY in paper.name
        name = paper.name if told else f"{paper.name}  {_IF_ANY}"
        form = _UNCHECKED if paper.form is None else paper.form.label
        for column, text in enumerate((name, form)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            font = item.font()
            font.setBold(paper.form is PaperForm.MISSING)
            item.setFont(font)
            self.setItem(row, column, item)

    def _say(self, row: int, form: PaperForm | None) -> None:
        old = self._papers[row]
        new = HandedPaper(old.name, form, old.number, old.always)
        self._papers = (*self._papers[:row], new, *self._papers[row + 1 :])
        self._show(row)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self.currentRow()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ANSWERS and plain and row >= 0:
            self._say(row, _ANSWERS[key])
            if _ANSWERS[key] is not None and row + 1 < self.rowCount():
                self.setCurrentCell(row + 1, 0)
            return
        super().keyPressEvent(event)
