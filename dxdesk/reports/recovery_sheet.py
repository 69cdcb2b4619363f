"""A code on one page, for an envelope in a locked drawer."""

from pathlib import Path

from reportlab.platypus import Spacer

from dxdesk.domain.secret import CodeKind, code_lines
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

_SIGN_IN = (
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
_DATA = (
    (
        "Dùng khi quên mật khẩu dữ liệu: mở chương trình, ở khung “Mở dữ liệu đã mã hóa” nhập mã "
        "này thay cho mật khẩu. Chữ hoa, chữ thường, dấu gạch, cách dòng đều như nhau. Vào được "
        "rồi, hãy đặt mật khẩu mới ở Sửa → Mã hóa dữ liệu."
    ),
    (
        "Mã mở tệp dữ liệu và các bản sao lưu từ lần mã hóa hoặc đổi mật khẩu này. Đổi mật khẩu "
        "thì có mã mới; hãy giữ tờ cũ chừng nào còn giữ bản sao lưu của lúc đó."
    ),
    (
        "Mất cả mật khẩu lẫn mã thì không ai mở được dữ liệu. Ai có mã này và có tệp thì đọc được "
        "toàn bộ. Hãy bỏ vào phong bì dán kín, cất trong tủ có khóa, không chụp ảnh, không để ở "
        "máy tính."
    ),
)
_LINES = {CodeKind.SIGN_IN: _SIGN_IN, CodeKind.DATA: _DATA}


def write_code_sheet(kind: CodeKind, code: str, ward: str, path: Path) -> None:
    """Raises StorageError when *path* cannot be written."""
    title = f"{kind.label.upper()} DX DESK"
    look = style(REGULAR, 13, align=JUSTIFIED, after=8)
    story = [
        paragraph(title, style(BOLD, 16, align=CENTRE, after=6)),
        *([paragraph(ward, style(REGULAR, 13, align=CENTRE))] if ward else []),
        Spacer(0, 24),
        *(paragraph(line, style(BOLD, 20, align=CENTRE, after=8)) for line in code_lines(code)),
        Spacer(0, 24),
        *(paragraph(text, look) for text in _LINES[kind]),
    ]
    write_pdf(path, story, title=title, author=ward, orientation=PORTRAIT)
