"""The keys that were given since the start; each encrypted file is asked for once."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.domain.key import Key

NOT_UNLOCKED = (
    "Chưa nhập mật khẩu dữ liệu nên chưa mở được. Hãy bấm “Thử lại” để nhập mật khẩu, hoặc mã mở "
    "dữ liệu đã in."
)


class Unlocking:
    def __init__(self, parent: QWidget, tasks: Tasks) -> None:
        self._parent, self._tasks = parent, tasks
        self.keys: tuple[Key, ...] = ()

    def ask(self, path: Path) -> bool:
        """Whether the person gave what opens *path*."""
        from ui.encryption.unlock_dialog import ask_key

        key = ask_key(self._parent.window(), self._tasks, path)
        if key is not None:
            self.keys = (*self.keys, key)
        return key is not None
