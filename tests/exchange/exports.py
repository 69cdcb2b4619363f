"""One dossier in each shape that provincial systems export (heads, then a row)."""

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
    "qua-han": f"""
        STT | Tên thủ tục | Người nộp | Ngày nhận | Ngày hẹn trả | Tình trạng | Ghi chú
        ---
        1 | Khai sinh | Lê A | {DAY} | {LATER} | Đang xử lý |""",
    "dinh-danh": f"""
        Mã biên nhận | Chủ hồ sơ | Số định danh
        ---
        {CODE} | Lê B | 012345678913""",
}


def export(shape: str) -> list[list[str]]:
    """The heads and the dossier of *shape*."""
    return [[cell.strip() for cell in text.split("|")] for text in EXPORTS[shape].split("---")]
