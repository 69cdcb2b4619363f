"""The words of headings, as data: gathered from the exports of provincial systems.

Texts of one entry are separated by bars. They are compared without accents, case, punctuation
and what stands in brackets, so one spelling of each is enough.
"""

HEADINGS = {
    "number": "STT | TT | Số TT | Số thứ tự | No | No.",
    "code": (
        "Mã hồ sơ | Mã hồ sơ hành chính | Mã số hồ sơ | Mã HS | Số hồ sơ | Mã biên nhận | "
        "Số biên nhận | Số biên nhận hồ sơ | Mã hồ sơ TTHC | Mã hồ sơ dịch vụ công"
    ),
    "procedure_code": (
        "Mã TTHC | Mã thủ tục | Mã thủ tục hành chính | Mã số TTHC | Mã dịch vụ công | Mã DVC"
    ),
    "procedure_name": (
        "Tên thủ tục hành chính | Tên TTHC | Tên thủ tục | Thủ tục | Thủ tục hành chính | "
        "TTHC | Thủ tục/Lĩnh vực | Tên dịch vụ công | Dịch vụ công | Loại thủ tục | "
        "Loại hồ sơ"
    ),
    "field_name": "Lĩnh vực | Tên lĩnh vực | Lĩnh vực thủ tục | Nhóm lĩnh vực",
    "content": (
        "Nội dung hồ sơ | Nội dung | Trích yếu | Trích yếu hồ sơ | Tên hồ sơ | "
        "Nội dung yêu cầu giải quyết"
    ),
    "owner_contact": (
        "Địa chỉ, SĐT | Địa chỉ, số điện thoại | Địa chỉ, điện thoại | "
        "Địa chỉ - Số điện thoại | Địa chỉ và số điện thoại"
    ),
    "submitted": (
        "Ngày nộp hồ sơ | Ngày nộp | Ngày giờ nộp | Thời gian nộp | Thời điểm nộp | "
        "Thời gian nộp hồ sơ | Ngày nộp trực tuyến"
    ),
    "received": (
        "Ngày nhận | Ngày tiếp nhận | Nhận hồ sơ | Tiếp nhận hồ sơ | Ngày nhận hồ sơ | "
        "Ngày tiếp nhận hồ sơ | Ngày giờ nhận | Ngày giờ tiếp nhận | "
        "Ngày giờ tiếp nhận hồ sơ | Thời gian nhận hồ sơ | Thời gian tiếp nhận | "
        "Thời gian tiếp nhận hồ sơ | Thời điểm tiếp nhận | Tiếp nhận"
    ),
    "due": (
        "Ngày hẹn trả | Hẹn trả | Hẹn trả kết quả | Ngày hẹn trả kết quả | "
        "Ngày giờ hẹn trả | Thời gian hẹn trả | Thời gian hẹn trả kết quả | Ngày hẹn | "
        "Hạn trả | Hạn trả kết quả | Ngày hạn trả | Hạn xử lý | Hạn giải quyết | "
        "Ngày trả kết quả dự kiến"
    ),
    "finished": (
        "Ngày có kết quả | Có kết quả | Thời gian có kết quả | Ngày kết thúc xử lý | "
        "Ngày kết thúc | Ngày hoàn thành | Ngày hoàn thành xử lý | Ngày xử lý xong | "
        "Ngày giải quyết xong | Nhận kết quả từ cơ quan giải quyết"
    ),
    "returned": (
        "Ngày trả công dân | Trả kết quả | Ngày trả | Ngày trả kết quả | "
        "Ngày trả kết quả cho công dân | Ngày giờ trả kết quả | Thời gian trả kết quả | "
        "Ngày nhận kết quả | Ngày công dân nhận kết quả"
    ),
    "channel": (
        "Hình thức nộp hồ sơ | Hình thức nộp | Hình thức tiếp nhận | "
        "Hình thức tiếp nhận hồ sơ | Hình thức nhận hồ sơ | Hình thức | Phương thức nhận | "
        "Phương thức nhận hồ sơ | Phương thức nộp | Phương thức nộp hồ sơ | "
        "Phương thức tiếp nhận | Kênh thực hiện | Kênh tiếp nhận | Kênh nộp | "
        "Kênh nộp hồ sơ | Kênh | Nguồn hồ sơ"
    ),
    "return_way": (
        "Phương thức nhận kết quả | Phương thức trả kết quả | Hình thức nhận kết quả | "
        "Hình thức trả kết quả"
    ),
    "status_text": (
        "Trạng thái | Tình trạng | Trạng thái hồ sơ | Tình trạng hồ sơ | Trạng thái xử lý | "
        "Tình trạng xử lý"
    ),
    "officer_name": (
        "Người nhận hồ sơ | Người nhận | Người tiếp nhận | Họ tên người tiếp nhận | "
        "Người tiếp nhận hồ sơ | Cán bộ tiếp nhận | Cán bộ tiếp nhận hồ sơ | "
        "Công chức tiếp nhận"
    ),
    "handler_name": (
        "Người xử lý | Cán bộ xử lý | Cán bộ thụ lý | Công chức xử lý | Chuyên viên xử lý | "
        "Chuyên viên thụ lý"
    ),
    "receiver_name": "Họ tên người nhận kết quả | Người nhận kết quả | Bên nhận",
    "unit_name": (
        "Đơn vị tiếp nhận | Đơn vị | Đơn vị thực hiện | Đơn vị xử lý | Đơn vị giải quyết | "
        "Cơ quan | Cơ quan chủ trì | Cơ quan chủ trì giải quyết | Cơ quan thực hiện | "
        "Cơ quan giải quyết | Cơ quan tiếp nhận"
    ),
    "copies": "Số lượng (bộ) | Số lượng hồ sơ (bộ) | Số lượng hồ sơ | Số bộ | Số bộ hồ sơ",
    "fee": (
        "Tổng phí, lệ phí đã nộp | Phí, lệ phí | Phí, lệ phí đã thu | Lệ phí đã thu | "
        "Phí đã thu | Lệ phí | Phí"
    ),
    "collected": "Ngày thu | Ngày thu phí | Ngày thu tiền | Ngày nộp phí",
    "receipt_no": "Số biên lai | Số biên lai lệ phí | Số biên lai phí | Biên lai | Số biên lai thu",
    "area": "Địa bàn phát sinh | Địa bàn | Khu phố | Tổ dân phố | Khu phố/Tổ dân phố | Thôn",
    "note": "Ghi chú",
    "email": "Email | Thư điện tử | Địa chỉ email",
}
"""Field ← headings."""

ROLES = {
    "owner": "chủ hồ sơ | công dân | cá nhân, tổ chức | tổ chức, cá nhân | người yêu cầu",
    "applicant": "người nộp | người nộp hồ sơ | người đi nộp | người được ủy quyền",
}
PERSON = {
    "name": "Họ tên | Họ và tên | Tên",
    "id_no": (
        "Số CMND/HC/Thẻ CC | Số CMND | CMND | CCCD | Số CCCD | CMND/CCCD | Số CMND/CCCD | "
        "CCCD/CMND | Số CCCD/CMND | Căn cước | Số căn cước | Căn cước công dân | "
        "Số căn cước công dân | Số định danh | Số định danh cá nhân | Số giấy tờ | "
        "Số giấy tờ tùy thân"
    ),
    "phone": "Số điện thoại | Điện thoại | SĐT | ĐT | Số ĐT | Di động",
    "address": "Địa chỉ | Địa chỉ thường trú | Địa chỉ liên hệ | Nơi cư trú | Nơi ở",
}
"""Part of a person ← headings. Behind them stands a role ("Địa chỉ người nộp"), or none: then it
is the owner's. A role by itself ("Người nộp") is a name."""

UNDER = {
    ("Trả kết quả", "Phương thức nhận"): "return_way",
    ("Trả kết quả", "Phương thức"): "return_way",
    ("Trả kết quả", "Hình thức"): "return_way",
    ("Trả kết quả", "Người nhận"): "receiver_name",
    ("Trả kết quả", "Họ tên"): "receiver_name",
    ("Trả kết quả", "Họ và tên"): "receiver_name",
}
"""Field of a heading that means something else under a group: (group, heading)."""

GROUP_DECIDES = "Ngày | Ngày, tháng, năm | Thời gian | Thời điểm | Ngày giờ"
"""Headings that say nothing by themselves: the group above gives the field."""

SUMMARY = (
    "Trước hạn | Đúng hạn | Quá hạn | Sớm hạn | Trễ hạn | Sớm | Đúng | Trễ | Trong hạn | "
    "Chưa đến hạn | Đã quá hạn | Kỳ trước chuyển qua | Từ kỳ trước | Tồn trước | Tồn cuối | "
    "Số đầu kỳ | Nhận trong kỳ | Tiếp nhận trong kỳ | Đã giải quyết | Đang giải quyết | "
    "Được giải quyết | Chưa giải quyết | Tổng số | Tổng | Tổng tiếp nhận | Trực tuyến | "
    "Trực tiếp | Trực tiếp, bưu chính | Toàn trình | Một phần | BCCI | Mức độ 3 | "
    "Mức độ 4 | Số nộp qua mạng | Tỷ lệ | Tỷ lệ trực tuyến | Trả lại | Rút"
)
"""Headings of tables of figures; a file with several of them and no list is such a table."""

LABELS = {
    "code": "Mã hồ sơ",
    "procedure_name": "Tên thủ tục",
    "procedure_code": "Mã thủ tục",
    "field_name": "Lĩnh vực",
    "owner_name": "Chủ hồ sơ",
    "owner_id_no": "Số giấy tờ chủ hồ sơ",
    "owner_phone": "Điện thoại chủ hồ sơ",
    "owner_address": "Địa chỉ chủ hồ sơ",
    "owner_contact": "Địa chỉ và điện thoại chủ hồ sơ",
    "applicant_name": "Người nộp",
    "applicant_id_no": "Số giấy tờ người nộp",
    "applicant_phone": "Điện thoại người nộp",
    "applicant_address": "Địa chỉ người nộp",
    "received": "Ngày tiếp nhận",
    "submitted": "Ngày nộp trực tuyến",
    "due": "Ngày hẹn trả",
    "finished": "Ngày có kết quả",
    "returned": "Ngày trả kết quả",
    "channel": "Hình thức tiếp nhận",
    "status_text": "Trạng thái",
    "content": "Nội dung",
    "officer_name": "Người tiếp nhận",
    "handler_name": "Người xử lý",
    "receiver_name": "Người nhận kết quả",
    "unit_name": "Đơn vị tiếp nhận",
    "area": "Địa bàn (tổ dân phố)",
    "copies": "Số bộ",
    "fee": "Phí, lệ phí",
    "receipt_no": "Số biên lai",
    "note": "Ghi chú",
    "number": "Số thứ tự",
}
"""What an officer calls a field that a column may be mapped to."""
READ_ONLY = frozenset({"number", "collected", "email", "return_way"})
"""Known headings whose values the book does not keep: told as columns that are not used."""
