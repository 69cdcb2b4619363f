"""Where an import stands, in a heading and a sentence above the page."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from dxdesk.services.imports import ImportResult, ListImport
from ui.format import number
from ui.theme import scaled
from ui.widgets import button, label, set_role

_UNCHANGED = "Ô trống trong tệp không xóa dữ liệu đã có; dòng lỗi được để riêng, sửa sau."


class Banner(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.head, self.text = label("", "heading"), label("", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8))
        layout.setSpacing(scaled(2))
        layout.addWidget(self.head)
        layout.addWidget(self.text)
        self.hide()

    def say(self, role: str, head: str, text: str) -> None:
        set_role(self, role)
        self.head.setText(head)
        self.text.setText(text)
        self.show()

    def show_preview(self, result: ImportResult) -> None:
        todo = result.new + result.changed
        if todo:
            text = f"Bấm “Nhập {number(todo)} hồ sơ” để ghi. {_UNCHANGED}"
            self.say("notice", "Xem trước, chưa ghi gì vào sổ", text)
        elif result.unkept:
            text = "Mọi hồ sơ đọc được đã có trong sổ; còn các dòng lỗi có thể giữ lại để sửa."
            self.say("notice", "Không có gì mới để nhập", text)
        else:
            text = "Mọi hồ sơ đọc được đã có trong sổ."
            self.say("notice", "Không có gì mới để nhập", text)

    def show_list(self, found: ListImport, *, done: bool) -> None:
        if done:
            text = "Bấm Ctrl+Z để hoàn tác cả lần nhập này."
            self.say("noticeGood", f"Đã nhập {number(found.todo)} dòng", text)
        elif found.todo:
            text = "Đây là danh mục của đơn vị, không phải sổ hồ sơ. Ô trống không xóa gì đã có."
            self.say("notice", "Xem trước, chưa ghi gì", text)
        else:
            self.say("notice", "Không có gì mới để nhập", "Mọi dòng đã có, hoặc là dòng lỗi.")

    def show_import(self, result: ImportResult) -> str:
        """Tell what was done; returns it in a few words."""
        done = f"{number(result.new)} hồ sơ mới, {number(result.changed)} hồ sơ có thay đổi"
        left = len(result.quarantined)
        waits = f" {number(left)} dòng lỗi cần sửa, bấm nút ở góc trên." if left else ""
        text = f"Bấm Ctrl+Z để hoàn tác cả lần nhập này.{waits}"
        self.say("noticeGood", f"Đã nhập: {done}", text)
        return done


class WaitingButton(QFrame):
    """Opens the rows that wait to be mended; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.button = button("", "edit")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        self.hide()

    def show_count(self, count: int) -> None:
        self.button.setText(f"{number(count)} dòng lỗi cần sửa")
        self.setVisible(bool(count))
