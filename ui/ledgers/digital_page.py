"""The place “Chuyển đổi số”."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from ui.ledgers.ledger_tab import LedgerTab
from ui.ledgers.tabs import LEDGERS_OF, TABS
from ui.tabbed import TabbedPage
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

ACTIONS = (
    ("add", "Thêm vào sổ đang mở", "Ins"),
    ("edit", "Sửa dòng đang chọn", "F2"),
    ("remove", "Xóa dòng ghi nhầm", "Del"),
    ("paste", "Dán bảng chép từ Excel", "Ctrl+Shift+V"),
    ("take_file", "Nhập bảng từ tệp", "Ctrl+Shift+O"),
    ("write", "Xuất sổ ra Excel", "Ctrl+Shift+E"),
    ("forward", "Sổ kế tiếp của thẻ", "Ctrl+PgDown"),
    ("back", "Sổ trước của thẻ", "Ctrl+PgUp"),
)


class DigitalPage(TabbedPage):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(
            desk,
            tasks,
            title="Chuyển đổi số",
            name="Các phần của công tác chuyển đổi số",
            tabs=TABS,
            actions=ACTIONS,
        )

        self.noted.connect(self.show_ledger)

    def show_ledger(self, key: str, text: str = "") -> None:
        """Bring the ledger *key* to the front, and in it what *text* finds."""
        self.show_tab(next(tab for tab, keys in LEDGERS_OF.items() if key in keys))
        page = self.current()
        if isinstance(page, LedgerTab):
            page.show_ledger(key)
            page.view.box.setText(text)

    def actions(self) -> list[QAction]:
        """Of the shown tab too: the sheet of shortcuts tells them."""
        return [*super().actions(), *self.current().actions()]

    def offering(self) -> tuple[object, ...]:
        page = self.current()
        return (page, page.view, page.view.pasting) if isinstance(page, LedgerTab) else (page,)
