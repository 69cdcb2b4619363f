"""Whose dossier it is, who brought it, and which papers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget

from dxdesk.domain.dossier import HamletId, Person
from dxdesk.services.catalogue import Named
from ui.dossiers.form import narrow_choice
from ui.dossiers.papers_check import KEYS_HINT, PapersCheck
from ui.dossiers.person_fields import PersonFields
from ui.dossiers.problems import FieldLine
from ui.widgets import card, label, row

_NO_HAMLET = "Chưa rõ"


class PeopleFields(QWidget):
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.owner = PersonFields("Chủ hồ sơ")
        self.hamlet = FieldLine("Tổ dân phố", narrow_choice())
        self.hamlet.editor.setMinimumContentsLength(6)
        self.hamlet.editor.addItem(_NO_HAMLET, None)
        self.other = QCheckBox("Người nộp khác")
        self.applicant = PersonFields("Người nộp")
        self.papers = FieldLine("Giấy tờ", PapersCheck())
        self.papers.editor.setAccessibleDescription(KEYS_HINT)
        self.papers.editor.setToolTip(KEYS_HINT)
        self.lines = (*self.owner.lines, self.hamlet, *self.applicant.lines, self.papers)
        self._lay_out()
        for person in (self.owner, self.applicant):
            person.edited.connect(self.edited)
        self.hamlet.editor.currentIndexChanged.connect(self.edited)
        self.other.toggled.connect(self.applicant.setVisible)
        self.other.toggled.connect(self.edited)
        self.papers.editor.changed.connect(self.edited)
        self.applicant.setVisible(False)

    def _lay_out(self) -> None:
        frame, inside = card(spacing=5, margin=10)
        inside.addWidget(self.owner)
        place = row(self.hamlet, self.other, spacing=10)
        place.setStretch(0, 1)
        place.setAlignment(self.other, Qt.AlignmentFlag.AlignBottom)
        inside.addLayout(place)
        inside.addWidget(self.applicant)
        inside.addWidget(self.papers, 1)
        inside.addWidget(label(KEYS_HINT, "muted", wrap=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def set_hamlets(self, hamlets: tuple[Named, ...]) -> None:
        chosen = self.hamlet.editor.currentData()
        self.hamlet.editor.clear()
        self.hamlet.editor.addItem(_NO_HAMLET, None)
        for hamlet in (one for one in hamlets if not one.retired):
            self.hamlet.editor.addItem(hamlet.name, hamlet.id)
        self.choose_hamlet(chosen)
        self.hamlet.setVisible(bool(hamlets))

    def choose_hamlet(self, hamlet_id: int | None) -> None:
        self.hamlet.editor.setCurrentIndex(max(0, self.hamlet.editor.findData(hamlet_id)))

    def hamlet_id(self) -> HamletId | None:
        chosen = self.hamlet.editor.currentData()
        return None if chosen is None else HamletId(int(chosen))

    def whose(self) -> PersonFields:
        """The person in whose fields the focus is; the owner when it is elsewhere."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.applicant.isAncestorOf(focused)
        return self.applicant if inside else self.owner

    def copy_person(self) -> None:
        """One key: what is typed of one person goes to the other one."""
        source = self.whose()
        self.other.setChecked(True)
        target = self.owner if source is self.applicant else self.applicant
        target.fill(source.person())
        target.name.editor.setFocus()

    def complete_papers(self) -> None:
        """All papers are there; the focus goes to them, for those that are not."""
        self.papers.editor.complete()
        self.papers.editor.setFocus()

    def the_applicant(self) -> Person:
        return self.applicant.person() if self.other.isChecked() else Person()
