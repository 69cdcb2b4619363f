"""The ward itself: its office, people, places, and how often each procedure is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass

from dxdesk.domain.due import Limit
from dxdesk.domain.office import Office

OFFICE = Office(
    name="phường An Bình",
    committee="PHƯỜNG AN BÌNH",
    desk_name="Trung tâm Phục vụ hành chính công phường An Bình",
    place="An Bình",
    superior="ỦY BAN NHÂN DÂN TỈNH HẢI SƠN",
    signer_name="Đặng Minh Tâm",
    code_prefix="H99.12",
)
UNITS = (
    ("Trung tâm Phục vụ hành chính công phường An Bình", 0.84),
    ("Điểm tiếp nhận số 2, phường An Bình", 0.16),
)
HAMLETS = tuple(f"Tổ dân phố {number:02}" for number in range(1, 13))
STREETS = (
    *("Lê Lợi", "Trần Phú", "Nguyễn Trãi", "Hai Bà Trưng", "Lý Thường Kiệt", "Phan Bội Châu"),
    *("Chu Văn An", "Hoàng Diệu", "Bạch Đằng", "Hùng Vương", "Điện Biên Phủ", "Kim Đồng"),
)
ELSEWHERE = (
    *("phường Tân Lập, tỉnh Hải Sơn", "xã Phú Điền, tỉnh Hải Sơn", "xã Đồng Tâm, tỉnh Hải Sơn"),
    "phường Minh Khai, tỉnh Hải Sơn",
)


@dataclass(frozen=True, slots=True)
class Clerk:
    """An officer of the ward. *fields*: the fields that he or she works on; none: the counter."""

    name: str
    title: str
    fields: tuple[str, ...] = ()


CLERKS = (
    Clerk("Nguyễn Thị Thu Hà", "Công chức tiếp nhận"),
    Clerk("Lê Văn Tùng", "Công chức tiếp nhận"),
    Clerk("Phạm Mai Linh", "Công chức tiếp nhận"),
    Clerk("Trần Quốc Bảo", "Công chức tư pháp – hộ tịch", ("Hộ tịch", "Nuôi con nuôi")),
    Clerk("Võ Thị Kim Ngân", "Công chức tư pháp – hộ tịch", ("Chứng thực",)),
    Clerk(
        "Đinh Văn Khánh",
        "Chuyên viên Phòng Kinh tế, Hạ tầng và Đô thị",
        ("Đất đai", "Hoạt động xây dựng", "Quy hoạch đô thị và nông thôn", "Đường bộ"),
    ),
    Clerk(
        "Nông Thị Yến",
        "Chuyên viên Phòng Văn hóa – Xã hội",
        ("Bảo trợ xã hội", "Người có công", "Giáo dục và Đào tạo", "Giảm nghèo", "Trẻ em"),
    ),
    Clerk(
        "Hoàng Anh Sơn",
        "Chuyên viên Phòng Kinh tế, Hạ tầng và Đô thị",
        ("Thành lập và hoạt động của hộ kinh doanh", "Công Thương"),
    ),
)
GENERALIST = 6
"""Index in CLERKS of who takes the fields that nobody else has."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A procedure of the catalogue as the sample ward sees it."""

    procedure_id: int
    field_id: int
    code: str
    field: str
    limit: Limit | None
    level: str
    free: bool


OTHERWISE = 0.02
"""Weight of a procedure that stands in no list below."""
WEIGHTS: Mapping[str, float] = {
    "2.000815": 30,
    "2.000884": 8,
    "2.001035": 3,
    "2.000908": 0.5,
    "2.000942": 0.4,
    "2.001016": 0.4,
    "2.001406": 0.4,
    "2.001019": 0.2,
    "2.000635": 9,
    "1.001193": 7,
    "1.004873": 6,
    "2.000986": 4,
    "1.000894": 2.5,
    "1.000656": 2.5,
    "1.004859": 1.5,
    "1.004884": 0.8,
    "2.002516": 0.6,
    "1.001022": 0.3,
    "1.004772": 0.3,
    "1.014027": 2,
    "1.001776": 2,
    "1.001699": 1,
    "1.014028": 0.6,
    "1.001731": 0.5,
    "1.001653": 0.3,
    "1.011607": 0.5,
    "1.011608": 0.4,
    "1.001612": 2.5,
    "2.000720": 1,
    "1.001266": 0.8,
    "1.001570": 0.3,
    "2.000575": 0.3,
    "1.013978": 1,
    "1.012753": 0.4,
    "1.012796": 0.5,
    "1.012812": 0.4,
    "1.013949": 0.4,
    "1.013225": 1.2,
    "1.013229": 0.5,
    "1.014159": 0.6,
    "1.013274": 0.5,
    "2.000620": 0.3,
    "2.002481": 0.7,
    "1.001622": 0.6,
    "1.013133": 0.8,
    "1.012373": 0.3,
    "2.002307": 0.3,
}
SEASONS: Mapping[str, Mapping[int, float]] = {
    "2.000815": {5: 1.1, 6: 1.4, 7: 1.5, 8: 1.4},
    "2.000635": {6: 1.3, 7: 1.4, 8: 1.3},
    "2.002481": {6: 2, 7: 5, 8: 6, 9: 2},
    "1.001622": {9: 5, 10: 3},
    "1.000894": {10: 1.4, 11: 1.8, 12: 1.8, 1: 1.5},
    "1.011607": {9: 3, 10: 5, 11: 4},
    "1.011608": {9: 3, 10: 5, 11: 4},
    "1.013133": {3: 3, 4: 6, 5: 2},
    "1.012373": {11: 2, 12: 5, 1: 3},
    "1.001612": {2: 1.4, 3: 1.4},
}
"""How much more often than usual a procedure is asked for in some months."""
FEES: Mapping[str, int] = {
    "2.000635": 8_000,
    "2.002516": 8_000,
    "2.000884": 10_000,
    "2.001035": 50_000,
    "2.001016": 50_000,
    "2.001406": 50_000,
    "2.001019": 50_000,
    "1.001612": 100_000,
    "2.000720": 30_000,
    "2.000575": 30_000,
}
"""Đồng for one copy or one case."""
COPIED = "2.000815"
"""Certified copies: several of them, paid by the page."""
PAGE_FEE = 2_000
