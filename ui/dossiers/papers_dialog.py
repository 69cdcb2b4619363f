"""Checking the papers of a dossier after intake: what was handed in by now, what is missing."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from dxdesk.domain.paper import HandedPaper, Paper, missing
from dxdesk.domain.text import clean
from ui.dossiers.form import spacious
from ui.dossiers.papers_check import KEYS_HINT, PapersCheck
from ui.dossiers.problems import FieldLine
from ui.theme import scaled
from ui.widgets import button, label, row

_UNLISTED = "Thủ tục này chưa có danh sách giấy tờ trong Danh mục; hãy ghi tên giấy tờ vào ô dưới."
Papers = tuple[HandedPaper, ...]


class PapersDialog(QDialog):
    def __init__(self, parent: QWidget | None, asked: tuple[Paper, ...], papers: Papers) -> None:
        super().__init__(parent)
        self.setWindowTitle("Đối chiếu giấy tờ")
        self.resize(scaled(720), scaled(440))
        self.check = PapersCheck()
        self.check.setAccessibleName("Thành phần hồ sơ; phím số ghi giấy tờ đã nộp")
        self.check.setAccessibleDescription(KEYS_HINT)
        self.check.ask(asked)
        self.check.set_papers(papers)
        self.told = label("", "muted", wrap=True)
        self.other = FieldLine("Giấy tờ khác", QLineEdit(), "Gõ tên rồi Enter để thêm một dòng")
        self.other.editor.returnPressed.connect(self._add)
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self.check.changed.connect(self._tell)
        self._lay_out()
        self._tell()
        (self.check if papers else self.other.editor).setFocus()

    def _lay_out(self) -> None:
        go = button("Lưu (Ctrl+Enter)", role="primary", pressed=self.accept)
        layout = spacious(self)
        layout.addWidget(label(KEYS_HINT, "muted", wrap=True))
        layout.addWidget(self.check, 1)
        for part in (self.told, self.other, self.problem):
            layout.addWidget(part)
        layout.addLayout(row(None, button("Bỏ qua (Esc)", pressed=self.reject), go))
        for keys, slot in (
            ("Ctrl+Return", self.accept),
            ("Ctrl+Enter", self.accept),
            ("F8", self.check.complete),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _tell(self) -> None:
        lacking = len(missing(self.check.papers()))
        words = "" if self.check.rowCount() else _UNLISTED
        if lacking:
            words = (
                f"Còn thiếu {lacking} giấy tờ: lưu, rồi bấm Ctrl+B ở trang hồ sơ để yêu cầu bổ "
                "sung đúng các giấy tờ này."
            )
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _add(self) -> None:
        name = clean(self.other.editor.text())
        if name:
            self.check.add(HandedPaper(name))
            self.other.editor.clear()
            self.check.setFocus()

    def show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))


def ask_papers(
    parent: QWidget,
    asked: tuple[Paper, ...],
    papers: Papers,
    *,
    typed: Papers | None = None,
    problem: str = "",
) -> Papers | None:
    """What was handed in; None when the officer went back or said nothing new of any paper."""
    dialog = PapersDialog(parent, asked, papers if typed is None else typed)
    dialog.show_problem(problem)
    given = dialog.check.papers() if dialog.exec() else ()
    dialog.deleteLater()
    return given if given and given != papers else None
