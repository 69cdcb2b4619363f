"""Before personal data is removed for good: what goes, what stays, and the number typed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from dxdesk.errors import InputError
from ui.dossiers.form import FieldKind, Form, FormField
from ui.format import number
from ui.theme import scaled
from ui.widgets import set_role

TITLE = "Xóa dữ liệu cá nhân"
_GONE = (
    "Mất hẳn: họ tên, số giấy tờ, điện thoại, địa chỉ của chủ hồ sơ, người nộp, người nhận; nội "
    "dung, ghi chú, lý do, tên giấy tờ, tệp đính kèm; các giá trị cũ đó trong nhật ký; dòng lỗi, "
    "tìm kiếm, bản nhập dở nêu những người này; mọi bản trong hàng chờ in."
)
_STAYS = (
    "Giữ nguyên: mã hồ sơ, số sổ, thủ tục, mốc thời gian, kênh, trạng thái, kết quả đúng hạn; số "
    "liệu mọi kỳ không đổi; nhật ký ghi ai xóa, lúc nào."
)
_BACKUP = (("yes", "Sao lưu ngay sau khi xóa"), ("no", "Không sao lưu"))


@dataclass(frozen=True, slots=True)
class Confirmed:
    count: int
    backup: bool


def removal_fields() -> tuple[FormField, ...]:
    return (
        FormField("count", "Số hồ sơ", hint="Gõ đúng số hồ sơ sẽ xóa để xác nhận"),
        FormField("backup", "Sau khi xóa", kind=FieldKind.CHOICE, value="yes", choices=_BACKUP),
    )


def removal_form(
    parent: QWidget, count: int, copies: str, read: Callable[[dict[str, str]], Confirmed]
) -> Form[Confirmed]:
    form = Form[Confirmed](
        parent,
        TITLE,
        removal_fields(),
        read,
        action="Xóa, không hoàn tác được",
        intro=f"{TITLE} của {number(count)} hồ sơ hết thời hạn lưu trữ. KHÔNG HOÀN TÁC ĐƯỢC.",
    )
    shown = QPlainTextEdit(f"{_GONE}\n\n{_STAYS}\n\n{copies}")
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    shown.setMinimumHeight(scaled(230))
    shown.setAccessibleName("Những gì mất, những gì giữ nguyên")
    layout = form.layout()
    if isinstance(layout, QVBoxLayout):
        layout.insertWidget(1, shown, 1)
    form.setMinimumWidth(scaled(600))
    set_role(form.go, "danger")
    form.lines["count"].editor.setFocus()
    return form


def ask_removal(parent: QWidget, count: int, copies: str) -> Confirmed | None:
    """What the officer typed and chose, once the number is right; None when nothing shall go."""

    def read(values: dict[str, str]) -> Confirmed:
        typed = values["count"].replace(".", "").replace(" ", "")
        if not (typed.isascii() and typed.isdigit() and int(typed) == count):
            raise InputError(f"Số hồ sơ: hãy gõ {number(count)} để xác nhận, hoặc bấm Bỏ qua.")
        return Confirmed(count, values["backup"] == "yes")

    form = removal_form(parent, count, copies, read)
    answer = form.answer if form.exec() else None
    form.deleteLater()
    return answer
