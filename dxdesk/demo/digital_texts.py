"""What the sample ward's ledgers say; the campaign, the pilots and the systems are the seeds'."""

from typing import Any

ACTIVITIES = (
    ("door", "vneid", "Kích hoạt VNeID mức 2"),
    ("door", "payment", "Thanh toán tiền điện, nước"),
    ("session", "service", "Cổng Dịch vụ công quốc gia"),
    ("session", "safety", "Nhận biết lừa đảo trên mạng"),
    ("point", "service", "Nộp hồ sơ trực tuyến"),
    ("point", "signature", "Cấp chữ ký số cá nhân"),
    ("remote", "health", "Sổ sức khỏe điện tử"),
)
MEETINGS = (
    (
        "Triển khai kế hoạch chuyển đổi số năm",
        (
            "Giao chỉ tiêu cho các tổ dân phố; Phòng Văn hóa – Xã hội\n"
            "Rà soát máy tính, đường truyền; Văn phòng HĐND và UBND"
        ),
    ),
    ("Sơ kết quý, đánh giá hoạt động tổ công nghệ số", "Tập huấn lại các tổ; Đoàn Thanh niên"),
    ("Phát động tuần lễ đoàn thanh niên với chuyển đổi số", "Báo cáo kết quả; Đoàn Thanh niên"),
)
DUTIES = (
    ("Giao chỉ tiêu cho các tổ dân phố", "Phòng Văn hóa – Xã hội", 1, 200, 205),
    ("Rà soát máy tính, đường truyền", "Văn phòng HĐND và UBND", 1, 180, 170),
    ("Kiện toàn tổ công nghệ số cộng đồng", "Phòng Văn hóa – Xã hội", 1, 150, 160),
    ("Tập huấn lại các tổ công nghệ số", "Đoàn Thanh niên", 2, 60, 66),
    ("Ký số toàn bộ văn bản đi", "Văn phòng HĐND và UBND", 2, 90, 95),
    ("Niêm yết mã QR thanh toán tại chợ", "Phòng Kinh tế, Hạ tầng và Đô thị", 2, 12, None),
    ("Lập dự toán thay máy tính cũ", "Văn phòng HĐND và UBND", 3, -1, None),
    ("Báo cáo kết quả tuần lễ đoàn thanh niên", "Đoàn Thanh niên", 3, 5, None),
    ("Phủ mô hình 3 không ở hai tổ dân phố", "Công an phường", 3, -40, None),
    ("Cập nhật danh sách nhóm Zalo", "Phòng Văn hóa – Xã hội", 3, -20, None),
)
"""Title, lead, meeting, due and done as days before the last one."""
COMMITTEE = (
    ("Trưởng ban", "Bí thư Đảng ủy phường"),
    ("Phó Trưởng ban", "Chủ tịch UBND phường"),
    ("Phó Trưởng ban", "Phó Chủ tịch UBND phường"),
    ("Ủy viên", "Trưởng Công an phường (cũ)"),
    ("Ủy viên", "Trưởng Công an phường"),
    ("Ủy viên", "Chánh Văn phòng HĐND và UBND"),
    ("Ủy viên", "Trưởng Phòng Văn hóa – Xã hội"),
    ("Ủy viên", "Trưởng Phòng Kinh tế, Hạ tầng và Đô thị"),
    ("Ủy viên", "Giám đốc Trung tâm Phục vụ hành chính công"),
    ("Ủy viên", "Bí thư Đoàn Thanh niên"),
    ("Ủy viên", "Chủ tịch Mặt trận Tổ quốc"),
)
YOUTH_WEEK: dict[str, Any] = {
    "name": "Tuần lễ đoàn thanh niên với chuyển đổi số",
    "goal": "Mỗi đoàn viên là một tuyên truyền viên\nHướng dẫn cài đặt chữ ký số và ứng dụng số",
    "target": 500,
    "lead": "Đoàn Thanh niên phường",
    "document": "12/KH-ĐTN",
}
EVENTS = (
    ("conference", "Hội nghị triển khai chỉ tiêu chuyển đổi số"),
    ("briefing", "Lồng ghép trong họp giao ban"),
    ("loudspeaker", "Bài phát thanh về dịch vụ công trực tuyến"),
    ("zalo", "Hướng dẫn nộp hồ sơ trên nhóm Zalo"),
    ("home", "Vận động kích hoạt VNeID tại nhà"),
    ("school", "Nói chuyện về an toàn mạng cho học sinh"),
)
PILOTS: tuple[dict[str, Any], ...] = (
    {
        "name": "Mô hình 3 không",
        "scope": "Tổ dân phố 01 và 02",
        "document": "21/KH-UBND",
        "goals": "Không khai báo thông tin nhiều lần\nKhông dùng tiền mặt\nKhông cần tiếp xúc",
        "result": "",
    },
    {
        "name": "Trường học điện tử",
        "scope": "Các trường trên địa bàn phường",
        "document": "05/KH-UBND",
        "goals": "Sổ điểm, học bạ điện tử; thu phí không tiền mặt",
        "result": "Tất cả các trường đã tiếp cận",
    },
)
SUBJECTS = (
    ("thong_bao", "Kết luận giao ban công tác tuần"),
    ("giay_moi", "Họp Ban Chỉ đạo chuyển đổi số"),
    ("cong_van", "Đôn đốc nộp hồ sơ trực tuyến"),
    ("bao_cao", "Kết quả công tác chuyển đổi số tháng"),
    ("ke_hoach", "Tập huấn kỹ năng số cho người dân"),
)
SYSTEMS = (
    ("Một cửa điện tử", "Tiếp nhận, giải quyết hồ sơ", "Văn phòng UBND tỉnh"),
    ("Phần mềm hộ tịch", "Đăng ký, quản lý hộ tịch", "Bộ Tư pháp"),
    ("Chứng thực điện tử", "Chứng thực bản sao điện tử", "Cục Kiểm soát thủ tục hành chính"),
    ("Egov – văn bản điều hành", "Văn bản đi, đến, hồ sơ công việc", "Sở Khoa học và Công nghệ"),
    ("Thư điện tử công vụ", "Trao đổi công việc", "Sở Khoa học và Công nghệ"),
    ("Phản ánh hiện trường", "Tiếp nhận phản ánh của người dân", "Sở Khoa học và Công nghệ"),
)
DEVICES = (
    *(("desktop", f"Máy tính quầy {n}", "Quầy tiếp nhận", 1) for n in range(1, 7)),
    *(("desktop", f"Máy tính phòng chuyên môn {n}", "Phòng chuyên môn", 1) for n in range(1, 13)),
    *(("printer", f"Máy in {n}", "Phòng chuyên môn", 1) for n in range(1, 5)),
    ("scanner", "Máy quét tài liệu", "Quầy tiếp nhận", 2),
    ("camera", "Camera giám sát giao thông", "Các tuyến đường chính", 24),
    ("loudspeaker", "Cụm loa truyền thanh thông minh", "Các tổ dân phố", 12),
    ("station", "Trạm phát sóng di động", "Địa bàn phường", 8),
    ("meeting", "Bộ họp trực tuyến", "Hội trường", 1),
)
