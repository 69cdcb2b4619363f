"""The place “Danh mục”."""

from typing import TYPE_CHECKING

from ui.office.tabs import TABS
from ui.tabbed import TabbedPage
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

ACTIONS = (
    ("add", "Thêm vào danh mục", "Ins"),
    ("edit", "Sửa dòng đang chọn", "F2"),
    ("list_papers", "Giấy tờ của thủ tục đang chọn", "Ctrl+J"),
    ("retire", "Ngừng dùng, dùng lại hoặc bỏ dòng đang chọn", "Del"),
)


class OfficePage(TabbedPage):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(
            desk,
            tasks,
            title="Danh mục",
            name="Các danh mục của đơn vị",
            tabs=TABS,
            actions=ACTIONS,
        )
