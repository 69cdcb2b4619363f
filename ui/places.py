"""The places of the window, as data: the side bar, Ctrl+1…8 and the screenshots read it.

Pages are named by module, not imported: their services bring SQLAlchemy along, which must not
stand between the start and the first paint.
"""

import sys
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from dxdesk.domain.rights import Right


@dataclass(frozen=True, slots=True)
class Place:
    key: str
    title: str
    icon: str
    module: str
    page: str
    listed: bool = True
    """Shown in the side bar."""
    right: Right | None = None
    """Without it nothing on the page could be done: the way there stands grey."""

    @property
    def loaded(self) -> bool:
        """Its module is there: building the page will not keep the window waiting."""
        return hasattr(sys.modules.get(self.module), self.page)

    def load(self) -> Any:
        """The class of its page; in the window's thread, see ui/preloading.py."""
        return getattr(import_module(self.module), self.page)


PLACES = (
    Place("start", "Trang đầu", "home", "ui.start_page", "StartPage"),
    Place("dossiers", "Hồ sơ", "folder", "ui.dossiers.list_page", "ListPage"),
    Place(
        "intake", "Tiếp nhận", "plus", "ui.dossiers.intake_page", "IntakePage", right=Right.RECEIVE
    ),
    Place("import", "Nhập dữ liệu", "import", "ui.imports.page", "ImportPage", right=Right.IMPORT),
    Place("reports", "Báo cáo", "report", "ui.reports_page", "ReportsPage"),
    Place("history", "Nhật ký", "history", "ui.history_page", "HistoryPage"),
    Place("office", "Danh mục", "book", "ui.office.office_page", "OfficePage"),
    Place("digital", "Chuyển đổi số", "digital", "ui.ledgers.digital_page", "DigitalPage"),
    Place("bin", "Hồ sơ đã hủy", "trash", "ui.dossiers.bin_page", "BinPage", listed=False),
    Place("dossier", "Một hồ sơ", "file", "ui.dossiers.dossier_page", "DossierPage", listed=False),
)
PLACE_OF = {place.key: place for place in PLACES}
MODULES = tuple(place.module for place in PLACES)
