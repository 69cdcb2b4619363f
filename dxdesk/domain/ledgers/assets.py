"""Staff with their accounts, devices by age and state, the systems in use and who has access."""

from dxdesk.domain.ledgers.field import YES_NO, Choices, Field, Kind, Ledger
from dxdesk.domain.ledgers.teams import NOTE, PHONE

DEVICE_KINDS: Choices = (
    ("desktop", "Máy tính để bàn"),
    ("laptop", "Máy tính xách tay"),
    ("printer", "Máy in"),
    ("scanner", "Máy quét"),
    ("network", "Thiết bị mạng"),
    ("camera", "Camera"),
    ("loudspeaker", "Cụm loa truyền thanh"),
    ("station", "Trạm phát sóng di động"),
    ("meeting", "Thiết bị họp trực tuyến"),
    ("other", "Thiết bị khác"),
)
OFFICE_KINDS = ("desktop", "laptop", "printer", "scanner", "network", "meeting")
"""What the staff works with; cameras, loudspeakers and stations stand in the hamlets."""
CONDITIONS: Choices = (
    ("", "Chưa rõ"),
    ("good", "Dùng tốt"),
    ("weak", "Yếu, chậm"),
    ("broken", "Hỏng"),
)
PROPOSALS: Choices = (("", "Chưa đề nghị"), ("replace", "Thay mới"), ("repair", "Sửa chữa"))


def _flag(key: str, title: str, *also: str) -> Field:
    return Field(key, title, Kind.CHOICE, choices=YES_NO, width=130, also=also)


STAFF_FLAGS = (
    _flag("account", "Tài khoản điều hành", "tài khoản", "tài khoản văn bản điều hành"),
    _flag("mail", "Dùng thư công vụ", "thư công vụ", "email công vụ", "thư điện tử"),
    _flag("portal", "Tài khoản Cổng DVC", "tài khoản dịch vụ công"),
    _flag("signature", "Chữ ký số", "ký số"),
    _flag("regular", "Đăng nhập thường xuyên", "đăng nhập"),
)
STAFF = Ledger(
    "staff",
    "Cán bộ",
    "cán bộ",
    (
        Field("name", "Họ tên", required=True, width=200, also=("họ và tên", "cán bộ")),
        Field("position", "Chức vụ", width=180, also=("chức danh",)),
        Field("unit", "Bộ phận", width=170, also=("phòng", "đơn vị")),
        *STAFF_FLAGS,
        Field("trained_on", "Tập huấn gần nhất", Kind.DAY, width=130),
        Field("training", "Nội dung tập huấn", width=180),
        PHONE,
        Field("left_on", "Nghỉ từ ngày", Kind.DAY, width=110),
    ),
    "Danh sách này là mẫu số của các tỷ lệ tài khoản, chữ ký số, đăng nhập. Ô “Chưa rõ” không tính "
    "là không có.",
)
DEVICES = Ledger(
    "devices",
    "Thiết bị",
    "thiết bị",
    (
        Field("name", "Thiết bị", required=True, width=220, also=("tên thiết bị", "tên tài sản")),
        Field("kind", "Loại", Kind.CHOICE, choices=DEVICE_KINDS, kept=True, width=160),
        Field("amount", "Số lượng", Kind.COUNT, width=90, summed=True),
        Field("first_year", "Năm sử dụng", Kind.COUNT, width=100, also=("năm đưa vào sử dụng",)),
        Field("condition", "Tình trạng", Kind.CHOICE, choices=CONDITIONS, width=110),
        Field("proposal", "Đề nghị", Kind.CHOICE, choices=PROPOSALS, width=110),
        Field("place", "Nơi đặt", kept=True, width=160),
        Field("holder", "Người sử dụng", width=160),
        Field("tag", "Mã tài sản", width=110),
        Field("source", "Nguồn cấp", kept=True, width=140),
        NOTE,
    ),
    "“Đề nghị kinh phí” lập văn bản có bảng thiết bị theo số năm sử dụng, danh sách thay mới và "
    "sửa chữa. “Xuất Excel” chỉ gồm các dòng đang tìm thấy.",
    derived=(("age", "Số năm", 80),),
    repeats=True,
)
SYSTEMS = Ledger(
    "systems",
    "Phần mềm",
    "phần mềm",
    (
        Field("name", "Phần mềm, hệ thống", required=True, width=260, also=("tên phần mềm",)),
        Field("purpose", "Dùng để", width=260),
        Field("owner", "Cơ quan quản lý", width=200),
        Field("since", "Dùng từ ngày", Kind.DAY, width=110),
        Field("until", "Ngừng từ ngày", Kind.DAY, width=110),
        NOTE,
    ),
    "Các phần mềm dùng song song: một cửa, hộ tịch, chứng thực, văn bản điều hành …",
)
ACCESSES = Ledger(
    "accesses",
    "Ai được cấp quyền",
    "quyền truy cập",
    (
        Field("system", "Phần mềm", Kind.LINK, required=True, to="systems", kept=True, width=240),
        Field("staff", "Cán bộ", Kind.LINK, required=True, to="staff", width=200),
        Field("level", "Quyền", width=150, hint="Ví dụ: tiếp nhận, ký duyệt, quản trị"),
        Field("since", "Từ ngày", Kind.DAY, width=110),
        Field("until", "Đến ngày", Kind.DAY, width=110),
        NOTE,
    ),
    "Cán bộ nghỉ hoặc chuyển việc mà còn quyền được nêu ở dòng dưới bảng.",
    name="level",
    repeats=True,
)
