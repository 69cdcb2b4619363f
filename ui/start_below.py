"""What stands below the numbers: countdown, recent dossiers, the year, the month's rates."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.start_acceptance import AcceptanceCard
from ui.start_figures import MonthRates
from ui.start_recent import RecentCard
from ui.start_sizes import MONTHS, TWO_ABREAST
from ui.start_year import Months, YearCard
from ui.theme import scaled

if TYPE_CHECKING:
    from dxdesk.services.acceptance import Submissions
    from ui.start_recent import KnownDossier


class Below(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.acceptance = AcceptanceCard()
        self.recent = RecentCard()
        self.rates = MonthRates()
        self.year = YearCard()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scaled(12))
        self._abreast = 0

    def fit(self, width: int) -> None:
        """Lay out for a page of *width* pixels."""
        abreast = 2 if width >= scaled(TWO_ABREAST) else 1
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for at, part in enumerate((self.acceptance, self.recent, self.year, self.rates)):
            self._grid.addWidget(part, at // abreast, at % abreast)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 3 if abreast > 1 else 0)

    def show_dossiers(self, submissions: "Submissions", known: "list[KnownDossier]") -> None:
        self.acceptance.show_submissions(submissions)
        self.recent.show_dossiers(known)

    def show_months(self, months: Months) -> None:
        """The newest month as rates; the picture when all are there."""
        if len(months) == 1:
            self.rates.show_month(*months[0])
        if len(months) == MONTHS:
            self.year.show_series(months)
