"""Community digital teams: teams, members, what they did, what they returned (law.md §6.3)."""

from dxdesk.domain.ledgers.field import Choices, Field, Kind, Ledger

NOTE = Field("note", "Ghi chú", width=160, most=500)
PHONE = Field("phone", "Điện thoại", also=("số điện thoại", "sđt", "di động"), personal=True)
FORMS: Choices = (
    ("door", "Đi từng nhà"),
    ("session", "Buổi tập trung"),
    ("point", "Trực điểm hỗ trợ"),
    ("remote", "Qua điện thoại, Zalo"),
    ("other", "Hình thức khác"),
)
TOPICS: Choices = (
    ("vneid", "VNeID, định danh điện tử"),
    ("service", "Dịch vụ công trực tuyến"),
    ("payment", "Thanh toán không dùng tiền mặt"),
    ("signature", "Chữ ký số cá nhân"),
    ("health", "Sổ sức khỏe điện tử"),
    ("safety", "An toàn trên mạng"),
    ("skills", "Kỹ năng số cơ bản"),
    ("other", "Nội dung khác"),
)
TEAMS = Ledger(
    "teams",
    "Tổ",
    "tổ công nghệ số",
    (
        Field(
            "name",
            "Tên tổ",
            required=True,
            otherwise="hamlet",
            width=220,
            also=("tổ công nghệ số cộng đồng", "tổ công nghệ số"),
            hint="Để trống thì lấy tên tổ dân phố",
        ),
        Field(
            "hamlet",
            "Tổ dân phố",
            Kind.LINK,
            to="hamlets",
            creates=True,
            width=150,
            also=("thôn", "ấp", "khu pho", "địa bàn"),
            hint="Gõ vài chữ hoặc số rồi chọn",
        ),
        Field("decision", "Số quyết định", also=("quyết định thành lập", "quyết định")),
        Field("decided_on", "Ngày quyết định", Kind.DAY, also=("ngày thành lập",)),
        Field("ended_on", "Ngày giải thể", Kind.DAY, width=120),
        NOTE,
    ),
    "Mỗi tổ dân phố một tổ. Có sẵn danh sách trên Excel thì chép cả bảng rồi bấm “Dán từ Excel”; "
    "dán danh sách thành viên thì tổ chưa có được thêm luôn.",
    derived=(("members", "Thành viên", 100), ("last", "Hoạt động gần nhất", 150)),
)
MEMBERS = Ledger(
    "members",
    "Thành viên",
    "thành viên tổ",
    (
        Field(
            "team",
            "Tổ",
            Kind.LINK,
            required=True,
            to="teams",
            creates=True,
            kept=True,
            width=190,
            also=("tổ công nghệ số", "tên tổ", "tổ dân phố", "thôn", "ấp", "khu pho", "địa bàn"),
            hint="Gõ vài chữ hoặc số rồi chọn",
        ),
        Field("name", "Họ tên", required=True, width=200, also=("họ và tên", "thành viên")),
        Field("role", "Vai trò", also=("chức vụ", "chức danh", "nhiệm vụ"), hint="Tổ trưởng …"),
        PHONE,
        Field("trained_on", "Tập huấn gần nhất", Kind.DAY, also=("ngày tập huấn",)),
        Field("training", "Nội dung tập huấn", width=180),
        Field("since", "Từ ngày", Kind.DAY, width=100),
        Field("until", "Đến ngày", Kind.DAY, width=100),
        NOTE,
    ),
    "Người thôi tham gia thì ghi “Đến ngày”, đừng xóa: số thành viên của kỳ cũ vẫn đúng. Số điện "
    "thoại chỉ ra khỏi chương trình khi chọn xuất kèm.",
    repeats=True,
    fills_down="team",
)
ACTIVITIES = Ledger(
    "activities",
    "Hoạt động",
    "hoạt động của tổ",
    (
        Field(
            "team",
            "Tổ",
            Kind.LINK,
            required=True,
            to="teams",
            width=180,
            also=("tổ công nghệ số", "tên tổ", "tổ dân phố", "thôn", "ấp", "khu pho"),
            hint="Gõ vài chữ hoặc số, ví dụ 5",
        ),
        Field(
            "guided",
            "Số người được hướng dẫn",
            Kind.COUNT,
            also=("số người", "số lượt", "số lượt người"),
            width=110,
            summed=True,
        ),
        Field("day", "Ngày", Kind.DAY, required=True, kept=True, width=100),
        Field("form", "Hình thức", Kind.CHOICE, choices=FORMS, kept=True, width=150),
        Field("topic", "Nội dung", Kind.CHOICE, choices=TOPICS, kept=True, width=200),
        Field("service", "Dịch vụ đã hướng dẫn", kept=True, width=160, also=("ứng dụng",)),
        Field("households", "Số hộ", Kind.COUNT, width=80, summed=True),
        Field("place", "Địa điểm", width=150),
        NOTE,
    ),
    "Một dòng một buổi. Biểu mẫu mở lại ngay cho dòng tiếp theo và giữ ngày, hình thức, nội dung: "
    "chỉ cần gõ tổ, số người rồi Enter; Esc khi hết.",
    name="day",
    newest="day",
    repeats=True,
    fills_down="day",
)
RETURNS = Ledger(
    "returns",
    "Phiếu báo cáo",
    "phiếu báo cáo của tổ",
    (
        Field("team", "Tổ", Kind.LINK, required=True, to="teams", kept=True, width=200),
        Field("year", "Năm", Kind.COUNT, required=True, kept=True, width=70),
        Field("month", "Tháng", Kind.COUNT, required=True, kept=True, width=70),
        Field("sessions", "Số buổi ra quân", Kind.COUNT, width=130, summed=True),
        Field("guided", "Số lượt người được hướng dẫn", Kind.COUNT, width=200, summed=True),
        Field("households", "Số hộ được hỗ trợ", Kind.COUNT, width=150, summed=True),
        Field("difficulty", "Khó khăn, kiến nghị", width=240, most=1000),
        Field("returned_on", "Ngày nhận", Kind.DAY, width=100),
    ),
    "Bấm “Lập phiếu” để có tệp Excel gửi các tổ điền; nhận lại thì bấm “Đọc phiếu”. Dòng dưới bảng "
    "cho biết tổ nào chưa gửi phiếu của tháng trước.",
    name="team",
    newest="returned_on",
)
