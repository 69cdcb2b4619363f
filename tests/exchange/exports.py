"""One dossier in each shape that provincial systems export (heads, then a row).

`write_export` makes the file of a shape: titles above, heads merged over two rows where the systems
do so, the row of numbers, a group row, the total and signatures below; in any order of columns.
"""

import random
from pathlib import Path

from tests.exchange.files import Value, html_table, write_csv, write_html, write_xlsx

CODE, DAY, LATER = "H99.16-260302-0001", "02/03/2026 08:15", "03/03/2026 09:00"
EXPORTS = {
    "danh-sach": f"""
        STT | Đơn vị tiếp nhận | Tên thủ tục hành chính | Mã hồ sơ | Trạng thái | Địa chỉ |
        Người nộp | Chủ hồ sơ | Ngày nộp hồ sơ | Ngày nhận | Ngày hẹn trả | Ngày kết thúc xử lý
        ---
        1 | UBND phường | Khai sinh | {CODE} | Đã trả | Tổ 1 |
        Lê A | Lê B | {DAY} | {DAY} | {LATER} | {DAY}""",
    "theo-thu-tuc": f"""
        TT | Mã hồ sơ hành chính | Họ tên người nộp | Số CMND/HC/Thẻ CC người nộp |
        Địa chỉ người nộp | Điện thoại người nộp | Họ tên chủ hồ sơ | Số CMND… chủ hồ sơ |
        Địa chỉ | Điện thoại | Họ tên người tiếp nhận | Nội dung hồ sơ | Ngày tiếp nhận |
        Ngày hẹn trả kết quả | Ngày có kết quả | Ngày trả công dân |
        Họ tên người nhận kết quả | Hình thức nộp hồ sơ | Tổng phí, lệ phí đã nộp
        ---
        1 | {CODE} | Lê A | 012345678912 | Tổ 1 | 0912345678 | Lê B | 012345678913 |
        Tổ 2 | 0912345679 | Cán bộ 1 | Khai sinh | {DAY} | {LATER} | {DAY} | {LATER} |
        Lê C | Trực tiếp | 8.000""",
    "so-mau-07": f"""
        TT | Mã hồ sơ | Tên TTHC | Tên cá nhân, tổ chức | Địa chỉ, SĐT | Cơ quan chủ trì |
        Nhận hồ sơ | Hẹn trả | Trả kết quả | Phương thức nhận | Ký nhận
        ---
        1 | {CODE} | Khai sinh | Lê B | Tổ 2, SĐT 0912345679 | UBND phường |
        {DAY} | {LATER} | {DAY} | Trực tiếp |""",
    "cong-khai": f"""
        TT | Mã hồ sơ hành chính | Ngày tiếp nhận hồ sơ | Người nhận | Ngày hẹn trả kết quả |
        Hồ sơ chưa đủ điều kiện | Hồ sơ không giải quyết
        ---
        1 | {CODE} | {DAY} | Cán bộ 1 | {LATER} | |""",
    "so-theo-doi": f"""
        STT | Mã hồ sơ | Nội dung hồ sơ | Số lượng (bộ) | Họ tên chủ hồ sơ | Địa chỉ chủ hồ sơ |
        Số điện thoại | Ngày, tháng, năm / Nhận hồ sơ | Ngày, tháng, năm / Hẹn trả kết quả |
        Trả kết quả / Ngày nhận kết quả | Trả kết quả / Bên giao | Trả kết quả / Bên nhận |
        Người nhận hồ sơ | Địa bàn phát sinh | Ghi chú
        ---
        1 | {CODE} | Khai sinh | 1 | Lê B | Tổ 2 | 0912345679 | {DAY} | {LATER} | {LATER} |
        Cán bộ 1 | Lê C | Cán bộ 1 | Tổ 2 | """,
    "thu-phi": f"""
        STT | Đơn vị | Lĩnh vực | Mã hồ sơ | Tên TTHC | Chủ hồ sơ | Địa chỉ | Người nộp | Nội dung |
        Ngày thu | Lệ phí đã thu | Phí đã thu | Số biên lai phí | Số biên lai lệ phí |
        Người tiếp nhận
        ---
        1 | UBND phường | Hộ tịch | {CODE} | Khai sinh | Lê B | Tổ 2 | Lê A | Khai sinh | {DAY} |
        8.000 | 0 | 000123 | | Cán bộ 1""",
    "khong-han": f"""
        Mã hồ sơ | Mã TTHC | Chủ hồ sơ | Ngày tiếp nhận | Ngày có kết quả
        ---
        {CODE} | 1.001193 | Lê B | {DAY} | {DAY}""",
    "qua-han": f"""
        STT | Tên thủ tục | Người nộp | Ngày nhận | Ngày hẹn trả | Tình trạng | Ghi chú
        ---
        1 | Khai sinh | Lê A | {DAY} | {LATER} | Đang xử lý |""",
    "dinh-danh": f"""
        Mã biên nhận | Chủ hồ sơ | Số định danh
        ---
        {CODE} | Lê B | 012345678913""",
}


FIGURES = {
    "ii06a": "TT | Lĩnh vực | Tiếp nhận / Tổng số | Tiếp nhận / Trực tuyến | "
    "Tiếp nhận / Trực tiếp, bưu chính | Tiếp nhận / Từ kỳ trước | Đã giải quyết / Tổng số | "
    "Đã giải quyết / Trước hạn | Đã giải quyết / Đúng hạn | Đã giải quyết / Quá hạn | "
    "Đang giải quyết / Tổng số | Đang giải quyết / Trong hạn | Đang giải quyết / Quá hạn",
    "truc-tuyen": "STT | Thủ tục | Tổng số | Trực tuyến | Trực tiếp | BCCI | Tỷ lệ trực tuyến | "
    "Số TTHC đạt chỉ tiêu | Số TTHC không đạt | Không phát sinh | Ghi chú",
    "truc-tuyen-muc-do": "STT | Đơn vị | Mức độ 3 | Mức độ 4 | Số nộp qua mạng | Tổng tiếp nhận | "
    "Tỷ lệ %",
    "mot-cua-tong-hop": "Cơ quan | Tổng | Tiếp nhận | Kỳ trước chuyển qua | Đã giải quyết / Số | "
    "Đã giải quyết / Sớm | Đã giải quyết / Đúng | Đã giải quyết / Trễ | Đang giải quyết / Số | "
    "Đang giải quyết / Chưa đến hạn | Đang giải quyết / Đã quá hạn | CD rút | Trả lại | Tồn cuối",
    "bao-cao-xa": "STT | Lĩnh vực | Số đầu kỳ | Kỳ trước chuyển qua | Tiếp nhận trong kỳ | "
    "Xong / Tổng | Xong / Sớm | Xong / Đúng | Xong / Trễ | Đang / Tổng | Đang / Chưa đến hạn | "
    "Đang / Quá hạn | Tổng trễ hạn | Trả lại | Rút",
    "tuan-don-vi": "ĐƠN VỊ | TỒN TRƯỚC | NHẬN TRONG KỲ | ĐƯỢC GIẢI QUYẾT / Đúng hạn | "
    "ĐƯỢC GIẢI QUYẾT / Trễ hạn | ĐƯỢC GIẢI QUYẾT / Đã trả dân | CHƯA GIẢI QUYẾT / Trong hạn | "
    "CHƯA GIẢI QUYẾT / Chờ bổ túc | CHƯA GIẢI QUYẾT / Trễ hạn",
    "tuan-gop": "KỲ & TUẦN | Trực tiếp | Trực tuyến toàn trình | Trực tuyến một phần | "
    "Hình thức khác | Phi địa giới | Kỳ trước chuyển qua | Bưu chính | Dừng xử lý | Rút | "
    "Nguồn file",
}


def export(shape: str) -> list[list[str]]:
    """The heads and the dossier of *shape*."""
    return [[cell.strip() for cell in text.split("|")] for text in EXPORTS[shape].split("---")]


def shuffled(shape: str, *, seed: int) -> list[list[str]]:
    """The heads and the row of *shape* in another order of columns."""
    heads, row = (export(shape)) if shape in EXPORTS else (figure_heads(shape), figure_heads(shape))
    row = row if shape in EXPORTS else [str(at) for at in range(len(heads))]
    places = list(range(len(heads)))
    random.Random(seed).shuffle(places)
    return [[heads[at] for at in places], [row[at] for at in places]]


def figure_heads(shape: str) -> list[str]:
    return [cell.strip() for cell in FIGURES[shape].split("|")]


def write_export(path: Path, shape: str, *, seed: int = 0) -> Path:
    """The file of *shape* with its columns in an order of *seed*; 0: as the systems have them."""
    heads, row = shuffled(shape, seed=seed) if seed else _in_order(shape)
    lines = [
        *(["ỦY BAN NHÂN DÂN"], ["PHƯỜNG AN BÌNH"], ["Từ ngày 01/03/2026 đến ngày 31/03/2026"], []),
        *_head_rows(heads),
        [f"({at})" for at in range(1, len(heads) + 1)],
        row,
        ["", "Tổng số: 1 hồ sơ"],
        ["", "", "NGƯỜI LẬP BIỂU"],
    ]
    rows: list[list[Value]] = [list(line) for line in lines]
    if path.suffix == ".xlsx":
        return write_xlsx(path, rows)
    if path.suffix == ".xls":
        return write_html(path, html_table(*rows))
    return write_csv(path, *rows)


def _in_order(shape: str) -> list[list[str]]:
    if shape in EXPORTS:
        return export(shape)
    heads = figure_heads(shape)
    return [heads, [str(at) for at in range(len(heads))]]


def _head_rows(heads: list[str]) -> list[list[str]]:
    """One row, or two where a heading names its group: the group once, over all its columns."""
    if not any(" / " in head for head in heads):
        return [heads]
    upper, lower, last = [], [], ""
    for head in heads:
        group, _, leaf = head.rpartition(" / ")
        upper.append((group if group != last else "") if group else head)
        lower.append(leaf if group else "")
        last = group
    return [upper, lower]
