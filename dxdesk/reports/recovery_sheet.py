"""The recovery code on one page, for an envelope in a locked drawer."""

from pathlib import Path

from reportlab.platypus import Spacer

from dxdesk.reports.document import (
    BOLD,
    CENTRE,
    JUSTIFIED,
    PORTRAIT,
    REGULAR,
    paragraph,
    style,
    write_pdf,
)

TITLE = "MÃ KHÔI PHỤC DX DESK"
_LINES = (
    (
        "Dùng khi người quản trị quên mật khẩu: ở khung đăng nhập bấm “Quên mật khẩu…”, nhập mã "
        "này và mật khẩu mới. Chữ hoa, chữ thường, dấu gạch đều như nhau."
    ),
    (
        "Mã dùng được một lần; đặt lại mật khẩu xong, chương trình đưa mã mới. Hãy hủy tờ này và "
        "in tờ mới."
    ),
    (
        "Ai có mã này và ngồi được vào máy thì mở được toàn bộ dữ liệu. Hãy bỏ vào phong bì dán "
        "kín, cất trong tủ có khóa, không chụp ảnh, không để ở máy tính."
    ),
)


def write_recovery_sheet(code: str, ward: str, path: Path) -> None:
    """Raises StorageError when *path* cannot be written."""
    look = style(REGULAR, 13, align=JUSTIFIED, after=8)
    story = [
        paragraph(TITLE, style(BOLD, 16, align=CENTRE, after=6)),
        *([paragraph(ward, style(REGULAR, 13, align=CENTRE))] if ward else []),
        Spacer(0, 24),
        paragraph(code, style(BOLD, 22, align=CENTRE)),
        Spacer(0, 24),
        *(paragraph(text, look) for text in _LINES),
    ]
    write_pdf(path, story, title=TITLE, author=ward, orientation=PORTRAIT)
