"""Keeping the search that is shown under a name, and taking one that a colleague gave."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from dxdesk.domain.query import Query
from dxdesk.domain.query_text import to_plain
from dxdesk.errors import DeskError
from dxdesk.services import saved_searches
from dxdesk.services.saved_searches import SavedSearch
from ui import dialogs
from ui.dossiers.chips import chips
from ui.dossiers.filters import Choices
from ui.dossiers.search_name import ask_name
from ui.files import ask_open
from ui.page import Page

_KINDS = f"Tìm kiếm của DX Desk (*{saved_searches.ENDING});;Mọi tệp (*)"
_TITLE = "Lưu tìm kiếm"


class KeepSearch(QObject):
    def __init__(
        self, page: Page, query: Callable[[], Query], choices: Callable[[], Choices]
    ) -> None:
        super().__init__(page)
        self._page, self._query, self._choices = page, query, choices

    def save(self) -> None:
        """Ask for a name; what is filtered proposes one."""
        query = self._query()
        try:
            to_plain(query)
        except DeskError as error:
            self._page.said.emit(str(error))
            return
        parts = [query.text, *(chip.label for chip in chips(query, self._choices()))]
        name = ", ".join(filter(None, parts))[: saved_searches.LONGEST_NAME]

        def keep(given: str, again: Callable[[str], None]) -> None:
            self._page.tasks.run(
                lambda _job: saved_searches.save(self._page.desk, given, query),
                self._told,
                failed=again,
            )

        ask_name(self._page, _TITLE, name, keep)

    def take(self) -> None:
        """From a file of a colleague."""
        path = ask_open(self._page, "Nhận tìm kiếm từ tệp", _KINDS)
        if path is not None:
            self._page.tasks.run(
                lambda _job: saved_searches.read_file(self._page.desk, path),
                self._told,
                failed=lambda why: dialogs.tell(self._page, "Nhận tìm kiếm từ tệp", why),
            )

    def _told(self, kept: SavedSearch) -> None:
        self._page.changed.emit()
        self._page.acted.emit(f"Đã lưu tìm kiếm “{kept.name}” vào thanh bên.")
