"""Each form has the fields of the circular, in its order, with the data in them (law.md §3)."""

from pathlib import Path

import pytest

from dxdesk.reports.slips.sample import sample_subject
from tests.reports.slips.sheets import about, slip, text_of, written

HEAD = (
    "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)
BOTH = ("NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ", "(Ký và ghi rõ họ tên)")
FIELDS = {
    "receipt": (
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Bộ phận Tiếp nhận và Trả kết quả",
        "Tiếp nhận hồ sơ của: Nguyễn Thị Ánh Nguyệt",
        "CCCD/MST: 099190123456",
        "Địa chỉ: Tổ dân phố 05, phường An Bình",
        "Số điện thoại: 0951234567 Email: ....",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh (1.001193)",
        "1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:",
        "Tờ khai đăng ký khai sinh theo mẫu",
        "2. Số lượng hồ sơ: 1 (bộ)",
        "3. Thời gian giải quyết hồ sơ theo quy định là: 3 ngày làm việc",
        "4. Thời gian nhận hồ sơ: 08 giờ 15 phút, ngày 02 tháng 6 năm 2026",
        "5. Thời gian trả kết quả giải quyết hồ sơ: 08 giờ 15 phút, ngày 05 tháng 6 năm 2026",
        "6. Đăng ký nhận kết quả tại: Tại Bộ phận Một cửa",
        "7. Phí, lệ phí: 8.000 đồng",
        "Vào Sổ theo dõi hồ sơ, Quyển số: 2026 Số thứ tự: 001234",
        "NGƯỜI NỘP HỒ SƠ",
    ),
    "supplement": (
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Hồ sơ của: Nguyễn Thị Ánh Nguyệt",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh (1.001193)",
        "Địa chỉ: Tổ dân phố 05, phường An Bình",
        "Số điện thoại: 0951234567 Email: ....",
        "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:",
        "1. Giấy xác nhận thông tin về cư trú (2 bản)",
        "Lý do: Chưa có căn cứ xác định nơi cư trú của cha, mẹ.",
        "lần thứ 1, lúc 10 giờ 30 phút, ngày 02 tháng 6 năm 2026",
        "nếu có vướng mắc, Ông/Bà liên hệ Bộ phận Một cửa, 0277 3 123 456",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
    ),
    "refusal": (
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "Bộ phận Tiếp nhận và Trả kết quả",
        "Tiếp nhận hồ sơ của: Nguyễn Thị Ánh Nguyệt",
        "Địa chỉ: Tổ dân phố 05",
        "Số điện thoại: 0951234567",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh (1.001193)",
        "thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:",
        "Người nộp hồ sơ đề nghị dừng giải quyết để bổ sung giấy tờ của cơ quan khác.",
        "Xin thông báo cho Ông/Bà được biết và thực hiện.",
        "Ông/Bà liên hệ Bộ phận Một cửa",
        "NGƯỜI NỘP HỒ SƠ",
    ),
    "apology": (
        "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "Kính gửi: Trần Văn Đức",
        "08 giờ 15 phút, ngày 02 tháng 6 năm 2026, Bộ phận Tiếp nhận và Trả kết quả",
        "hồ sơ của: Nguyễn Thị Ánh Nguyệt",
        "Đăng ký khai sinh (1.001193)",
        "Mã hồ sơ: H99.12-260602-0017",
        "Thời gian hẹn trả kết quả: 08 giờ 15 phút, ngày 05 tháng 6 năm 2026",
        "chưa có kết quả",
        "Lý do: cơ quan phối hợp chưa trả lời xác minh.",
        "xin lỗi Ông/Bà và đề nghị gia hạn",
        "16 giờ 30 phút, ngày 09 tháng 6 năm 2026",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
    ),
    "stop": (
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "Kính gửi: Trần Văn Đức",
        "Mã hồ sơ: H99.12-260602-0017",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh",
        "Thời gian tiếp nhận hồ sơ: 08 giờ 15 phút, ngày 02 tháng 6 năm 2026",
        "hình thức nhận yêu cầu dừng giải quyết: ....",
        "Lý do: Người nộp hồ sơ đề nghị dừng giải quyết",
        "chưa có quyết định hoặc thông báo kết quả",
        "dừng giải quyết hồ sơ kể từ: 15 giờ 00 phút, ngày 09 tháng 6 năm 2026",
        "Giấy tờ trả lại: ....",
        "Phí, lệ phí: 8.000 đồng",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
    ),
    "control": (
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "Mã hồ sơ: H99.12-260602-0017",
        "Cơ quan (bộ phận) giải quyết hồ sơ: Phòng Tư pháp – Hộ tịch",
        "Cơ quan phối hợp: ....",
        "(Kèm theo hồ sơ của: Nguyễn Thị Ánh Nguyệt",
        "Thời gian hẹn trả kết quả: 08 giờ 15 phút",
    ),
    "handover": (
        "PHIẾU BÀN GIAO HỒ SƠ",
        "Số hồ sơ bàn giao: 1 hồ sơ (1 bộ)",
        "H99.12-260602-0017",
        "Tổng cộng: 1 hồ sơ (1 bộ)",
        "NGƯỜI NHẬN",
    ),
    "fees": ("BẢNG KÊ PHÍ, LỆ PHÍ", "8.000 đồng", "Tổng cộng: 1 hồ sơ, 8.000 đồng", "0001234"),
}


@pytest.mark.parametrize("paper", ["a4", "a5", "two"])
@pytest.mark.parametrize("key", FIELDS)
def test_the_fields_stand_in_the_order_of_the_form(key: str, paper: str, tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    written(path, slip(key, paper=paper, contact="Bộ phận Một cửa, 0277 3 123 456"))
    text = text_of(path)
    at = 0
    for field in FIELDS[key]:
        found = text.find(field, at)
        assert found >= 0, (field, text)
        at = found


@pytest.mark.parametrize("paper", ["a4", "a5", "two"])
def test_the_control_slip_has_each_hand_over_and_room_for_more(paper: str, tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    written(path, slip("control", paper=paper))
    text = text_of(path)
    for column in ("TÊN CƠ QUAN", "GHI CHÚ", "KẾT QUẢ", "THỜI GIAN"):
        assert column in text
    assert (text.count("1. Giao: "), text.count("2. Nhận: ")) == (5, 5)
    assert (text.count("…………"), text.count("Quá hạn")) == (6, 2)  # in the head, and in one row
    assert "08 giờ 20 phút" in text


@pytest.mark.parametrize("key", ["receipt", "supplement", "refusal", "stop", "control"])
def test_the_head_is_that_of_the_one_stop_shop(key: str, tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    written(path, slip(key))
    text = text_of(path)
    assert all(part in text for part in HEAD)
    assert all(part in text for part in BOTH[1:])
    assert "An Bình, ngày 0" in text


def test_the_apology_is_signed_by_the_agency(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    written(path, slip("apology"))
    assert "ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH" in text_of(path)


def test_what_is_not_known_becomes_dots_and_free_is_said(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    written(path, slip("receipt", about(sample_subject(), fee=0, delivery=None, due_at=None)))
    text = text_of(path)
    assert "7. Phí, lệ phí: Không" in text
    assert "6. Đăng ký nhận kết quả tại: ....." in text
    assert "5. Thời gian trả kết quả giải quyết hồ sơ: ....." in text
    written(path, slip("receipt", about(sample_subject(), fee=None)))
    assert "7. Phí, lệ phí: ....." in text_of(path)


def test_a_paper_that_is_missing_is_not_on_the_receipt(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    written(path, slip("receipt"))
    assert "Giấy xác nhận thông tin về cư trú" not in text_of(path)


def test_fees_that_nobody_noted_are_counted_apart_and_not_as_nought(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    unknown = about(sample_subject(), fee=None)
    written(path, slip("fees", sample_subject(), unknown))
    assert "2 hồ sơ, 8.000 đồng; chưa ghi mức phí: 1 hồ sơ" in text_of(path)
