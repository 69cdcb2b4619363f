"""Prose beside what does not fit in it: declared figures against their own counts (R19)."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.claims import Finding, check_text, read_prose
from dxdesk.domain.query import CountFilter, Query
from ui.files import ask_open
from ui.tasks import Job, Tasks
from ui.theme import scaled
from ui.widgets import button, label, row, set_role

if TYPE_CHECKING:
    from dxdesk.desk import Desk

EMPTY = "Dán hoặc gõ đoạn báo cáo vào ô bên trái, hoặc mở tệp, để soát."
SOUND = "Không thấy chỗ nào lệch với số đếm ghi trong văn bản."
TEXTS = "Văn bản (*.docx *.pdf *.txt);;Mọi tệp (*)"
_AFTER_MS = 250
"""Rest after a key before the text is checked."""
_SIZE = (900, 560)


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking one text gave; `lists` has the ward's dossiers behind a finding."""

    findings: tuple[tuple[Finding, CountFilter | None], ...]
    note: str


class _Text(QPlainTextEdit):
    """Files dropped on the text are opened, not pasted as their names."""

    dropped = Signal(Path)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(Path(paths[0]))
        else:
            super().dropEvent(event)


class ClaimsDialog(QDialog):
    """Checks while the officer pastes or types; nothing is changed or kept."""

    listed = Signal(object)
    """The `Query` behind a ward's number shall be shown."""

    def __init__(self, parent: QWidget | None, tasks: Tasks, desk: "Desk | None") -> None:
        super().__init__(parent)
        self.setWindowTitle("Soát số liệu trong văn bản")
        self._tasks, self._desk = tasks, desk
        self._job: Job[Checked] | None = None
        self._found: tuple[tuple[Finding, CountFilter | None], ...] = ()
        self._rest = QTimer(self, interval=_AFTER_MS, singleShot=True)
        self._rest.timeout.connect(self.check)
        self.text = _Text()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Văn bản cần soát")
        self.text.setPlaceholderText("… tiếp nhận 3.452 hồ sơ … giải quyết trước hạn …")
        self.text.textChanged.connect(self._rest.start)
        self.text.dropped.connect(self.open_file)
        self.choose = button("&Mở tệp…", "folder", pressed=self._ask_file)
        self.ward = QCheckBox("&So với số liệu của đơn vị trong cùng kỳ")
        self.ward.setChecked(desk is not None)
        self.ward.setEnabled(desk is not None)
        self.ward.toggled.connect(lambda _on: self.check())
        self.told = label(EMPTY, wrap=True)
        self.findings = QListWidget()
        self.findings.setWordWrap(True)
        self.findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.findings.setAccessibleName("Chỗ số liệu không khớp")
        self.findings.currentRowChanged.connect(self._show_place)
        self.findings.itemActivated.connect(lambda _item: self.text.setFocus())
        self.list = button("Mở &danh sách hồ sơ", "list", pressed=self._open_list)
        self.list.setEnabled(False)
        self._lay_out()

    def _lay_out(self) -> None:
        ask = label("&Văn bản cần soát (báo cáo, tin bài, bảng dán từ Excel):")
        ask.setBuddy(self.text)
        left, right = QWidget(), QWidget()
        for side, parts in ((left, (ask, self.text)), (right, (self.told, self.findings))):
            down = QVBoxLayout(side)
            down.setContentsMargins(0, 0, 0, 0)
            for part in parts:
                down.addWidget(part, int(part in (self.text, self.findings)))
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([scaled(540), scaled(360)])
        both.setChildrenCollapsible(False)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(8))
        layout.addLayout(row(self.choose, self.ward, None))
        layout.addWidget(both, 1)
        layout.addLayout(row(self.list, None, close))
        self.resize(*map(scaled, _SIZE))
        self.text.setFocus()

    def _ask_file(self) -> None:
        path = ask_open(self, "Chọn văn bản cần soát", TEXTS)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        def work(_job: Job[str]) -> str:
            from dxdesk.exchange.texts import read_text

            return read_text(path)

        self._tell(f"Đang đọc {path.name}…")
        self._tasks.run(work, self.text.setPlainText, failed=partial(self._tell, role="error"))

    def check(self) -> None:
        """Check what stands there now; an older check that still runs is dropped."""
        text, desk = self.text.toPlainText(), self._desk if self.ward.isChecked() else None
        self._rest.stop()
        if self._job is not None:
            self._job.cancel()
        if not text.strip():
            self._show(Checked((), ""))
            self._tell(EMPTY)
            return
        self._job = self._tasks.run(lambda _job: _checked(text, desk), self._show)

    def _show(self, checked: Checked) -> None:
        self._job = None
        self._found = checked.findings
        self.findings.clear()
        for finding, _ in self._found:
            self.findings.addItem(QListWidgetItem(_words(finding)))
        self.list.setEnabled(False)
        told = f"Có {len(self._found)} chỗ cần xem lại:" if self._found else SOUND
        self._tell(f"{told}\n{checked.note}" if checked.note else told)

    def _tell(self, sentence: str, *, role: str = "") -> None:
        self.told.setText(sentence)
        set_role(self.told, role)

    def _show_place(self, at: int) -> None:
        """Select the words that the finding is about."""
        if not 0 <= at < len(self._found):
            return
        finding, listed = self._found[at]
        self.list.setEnabled(listed is not None)
        text = self.text.toPlainText()
        cursor = self.text.textCursor()
        cursor.setPosition(_units(text[: finding.start]))
        cursor.setPosition(_units(text[: finding.end]), QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()

    def _open_list(self) -> None:
        at = self.findings.currentRow()
        listed = self._found[at][1] if 0 <= at < len(self._found) else None
        if listed is not None:
            self.listed.emit(Query(count=listed))
            self.accept()


def _units(text: str) -> int:
    """Length of *text* as Qt counts it: letters beyond the first plane are two."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _words(finding: Finding) -> str:
    return f"{finding.kind.label}\n{finding.sentence}\n“{finding.quote}”"


def _checked(text: str, desk: "Desk | None") -> Checked:
    prose = read_prose(text)
    found: list[tuple[Finding, CountFilter | None]] = [(one, None) for one in check_text(prose)]
    note = ""
    if desk is not None:
        from dxdesk.services.claims import compare

        comparison = compare(desk, prose)
        note = comparison.why_not or f"Đã so {comparison.compared} số với số liệu của đơn vị."
        found += [(one.finding, one.listed) for one in comparison.findings]
    return Checked(tuple(sorted(found, key=lambda pair: pair[0].start)), note)
