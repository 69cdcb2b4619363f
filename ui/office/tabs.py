"""The tabs of the place “Danh mục”, as data. Modules are named, not imported, as in ui/places."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Tab:
    key: str
    title: str
    """With `&` before an ASCII letter: Alt and the letter open the tab."""
    module: str
    page: str

    def load(self) -> Any:
        """The class of its page, a `ui.page.Page`."""
        return getattr(import_module(self.module), self.page)


TABS = (
    Tab("calendar", "&Lịch làm việc", "ui.office.calendar_tab", "CalendarTab"),
    Tab("procedures", "&Thủ tục", "ui.office.procedures_tab", "ProceduresTab"),
    Tab("officers", "&Cán bộ", "ui.office.officers_tab", "OfficersTab"),
    Tab("hamlets", "Tổ &dân phố", "ui.office.hamlets_tab", "HamletsTab"),
    Tab("slips", "&Mẫu giấy tờ", "ui.office.slips_tab", "SlipsTab"),
    Tab("backups", "&Sao lưu", "ui.office.backups_tab", "BackupsTab"),
)
