"""What to print, on which paper, from which slip on, with which printer."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from dxdesk.domain.dossier import DossierId
from dxdesk.reports.slips.forms import SlipForm
from dxdesk.reports.slips.papers import PAPERS
from ui.dossiers.form import narrow_choice
from ui.preferences import Preferences
from ui.printing.printer_choice import PrinterChoice
from ui.printing.slip_file import Wanted
from ui.tasks import Job
from ui.theme import scaled
from ui.widgets import NumberBox, label

WIDTH = 340
"""Room for the longest name of a slip."""


class SlipChoices(QWidget):
    changed = Signal()
    """Other slips are wanted: what is shown must be made anew."""

    def __init__(self, forms: tuple[SlipForm, ...], form: str, preferences: Preferences) -> None:
        super().__init__()
        self.printers = PrinterChoice(preferences)
        self.form = _choice("Loại phiếu", [(one.name, one.key) for one in forms], form)
        papers = [("Theo cài đặt", ""), *((paper.label, paper.key) for paper in PAPERS)]
        self.paper = _choice("Khổ giấy", papers, "")
        self.copies = _spin("Số bản mỗi phiếu", 0, 9)
        self.copies.setSpecialValueText("Theo mẫu")
        self.start_at = _spin("In từ phiếu số", 1, 1)
        self.told = label("", wrap=True)
        self.told.setFixedWidth(scaled(WIDTH))
        self.form.currentIndexChanged.connect(self.changed)
        self.paper.currentIndexChanged.connect(self.changed)
        self.copies.valueChanged.connect(self.changed)
        self._lay_out()

    def _lay_out(self) -> None:
        side = QVBoxLayout(self)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(scaled(4))
        for text, editor in (
            ("&Loại phiếu", self.form),
            ("&Khổ giấy", self.paper),
            ("&Số bản mỗi phiếu", self.copies),
            ("In &từ phiếu số", self.start_at),
            ("&Máy in", self.printers.printer),
            ("Mặt &giấy", self.printers.duplex),
        ):
            name = label(text, "muted")
            name.setBuddy(editor)
            editor.setFixedWidth(scaled(WIDTH))
            side.addWidget(name)
            side.addWidget(editor)
        side.addSpacing(scaled(8))
        side.addWidget(self.told)
        side.addStretch(1)

    def wanted(self, ids: tuple[DossierId, ...]) -> Wanted:
        return Wanted(
            ids,
            str(self.form.currentData()),
            str(self.paper.currentData()),
            self.copies.value(),
        )

    def tell_job(self, job: Job[Any] | None) -> None:
        """How far a long job is; closing the window stops it."""
        if job is not None and job.title and job.at[1]:
            self.told.setText(f"{job.title}: {job.at[0]}/{job.at[1]}. Đóng để dừng.")

    def offer_starts(self, slips: int) -> None:
        """The job has so many slips to begin with."""
        self.start_at.setMaximum(max(slips, 1))
        self.start_at.setValue(1)


def _choice(name: str, entries: list[tuple[str, str]], chosen: str) -> QComboBox:
    made = narrow_choice()
    made.setAccessibleName(name)
    for text, value in entries:
        made.addItem(text, value)
    made.setCurrentIndex(max(made.findData(chosen), 0))
    return made


def _spin(name: str, low: int, high: int) -> NumberBox:
    made = NumberBox()
    made.setAccessibleName(name)
    made.setRange(low, high)
    return made
