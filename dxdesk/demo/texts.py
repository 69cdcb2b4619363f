"""What officers write down: contents, and reasons from short lists."""

from collections.abc import Mapping

CONTENTS: Mapping[str, tuple[str, ...]] = {
    "2.000815": (
        *("Bằng tốt nghiệp trung học phổ thông", "Học bạ", "Giấy khai sinh", "Thẻ căn cước"),
        *("Giấy chứng nhận quyền sử dụng đất", "Bằng đại học", "Sổ hộ khẩu cũ", "Giấy kết hôn"),
    ),
    "2.000884": ("Sơ yếu lý lịch", "Giấy ủy quyền", "Giấy cam kết", "Đơn xin xác nhận"),
    "2.000635": ("Bản sao trích lục khai sinh", "Bản sao trích lục kết hôn"),
    "1.004873": ("Để đăng ký kết hôn", "Để vay vốn ngân hàng", "Để bổ sung hồ sơ nhà đất"),
    "1.001193": ("Khai sinh đúng hạn", "Khai sinh quá hạn"),
    "1.001612": ("Bán tạp hóa", "Dịch vụ ăn uống", "Cắt tóc, gội đầu", "Sửa chữa xe máy"),
    "1.013225": ("Nhà ở riêng lẻ 2 tầng", "Nhà ở riêng lẻ 3 tầng", "Nhà ở riêng lẻ 1 tầng"),
}
LATE: Mapping[str, int] = {
    "Chờ kết quả xác minh của địa phương khác.": 3,
    "Hồ sơ phức tạp, phải kiểm tra thực địa nhiều lần.": 9,
    "Phần mềm chuyên ngành gián đoạn.": 4,
    "Chậm nhận ý kiến của cơ quan phối hợp.": 3,
    "Người có thẩm quyền ký đi công tác.": 2,
    "Số hồ sơ tăng đột biến đầu năm học.": 2,
}
"""Reasons, each with the number of its cause (resources/late-causes)."""
LATE_REASONS = tuple(LATE)
SUPPLEMENT = (
    "Thiếu bản sao giấy tờ tùy thân của người liên quan.",
    "Tờ khai chưa có chữ ký của người yêu cầu.",
    "Thông tin trên tờ khai không khớp với Cơ sở dữ liệu quốc gia về dân cư.",
    "Bản chụp tải lên bị mờ, không đọc được.",
    "Thiếu giấy ủy quyền.",
    "Thiếu bản vẽ thiết kế theo mẫu.",
)
PAYMENT = ("Chờ nộp lệ phí trước bạ.", "Chờ nộp tiền sử dụng đất theo thông báo của cơ quan thuế.")
SUSPENDED = ("Chờ giải quyết tranh chấp liên quan đến hồ sơ.",)
DECLINED = (
    "Hồ sơ không thuộc thẩm quyền của phường.",
    "Thủ tục này thực hiện tại cơ quan khác; đã hướng dẫn nơi nộp.",
    "Giấy tờ tải lên không phải của thủ tục đã chọn.",
)
REFUSED = (
    "Không đủ điều kiện theo quy định.",
    "Thông tin khai không có căn cứ trong sổ lưu.",
    "Thửa đất đang có tranh chấp.",
)
WITHDRAWN = (
    "Công dân không còn nhu cầu.",
    "Công dân xin rút để nộp lại với thông tin đã sửa.",
    "Công dân chuyển nơi cư trú.",
)
STOPPED = ("Có văn bản ngăn chặn của cơ quan có thẩm quyền.",)
CLOSED = "Quá thời hạn bổ sung mà chưa nhận được giấy tờ."
VOID = ("Nhập trùng hồ sơ.", "Nhập nhầm thủ tục, đã nhập lại.", "Nhập nhầm người nộp.")
