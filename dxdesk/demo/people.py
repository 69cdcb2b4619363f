"""Invented citizens: names of many peoples of Viet Nam, numbers that nobody has."""

from dataclasses import dataclass
from random import Random

from dxdesk.demo.chance import Wheel, between
from dxdesk.demo.ward import ELSEWHERE, HAMLETS, STREETS

_FAMILY = Wheel(
    (
        *(("Nguyễn", 31), ("Trần", 11), ("Lê", 9.5), ("Phạm", 7), ("Hoàng", 4), ("Huỳnh", 2)),
        *(("Phan", 4.5), ("Vũ", 3), ("Võ", 2), ("Đặng", 2.1), ("Bùi", 2), ("Đỗ", 1.9), ("Hồ", 1.6)),
        *(("Ngô", 1.3), ("Dương", 1.3), ("Lý", 1), ("Đinh", 1), ("Đoàn", 0.9), ("Mai", 0.8)),
        *(("Trịnh", 0.8), ("Tô", 0.5), ("Lâm", 0.6), ("Đào", 0.6), ("Cao", 0.6), ("Tạ", 0.4)),
        *(("Chu", 0.4), ("Quách", 0.3), ("Tăng", 0.2), ("Kiều", 0.2), ("Tôn Thất", 0.1)),
    )
)
_MEN_MIDDLE = (
    *("Văn", "Văn", "Văn", "Hữu", "Đức", "Minh", "Quốc", "Thanh", "Xuân", "Ngọc", "Công"),
    *("Anh", "Hoàng", "Quang", "Tuấn", "Gia", "Bảo", "Thế", "Duy", "Trọng", "Mạnh", ""),
)
_WOMEN_MIDDLE = (
    *("Thị", "Thị", "Thị", "Thị Thu", "Thị Kim", "Thị Ngọc", "Thị Thanh", "Ngọc", "Thu"),
    *("Thị Hồng", "Thị Mỹ", "Phương", "Khánh", "Bảo", "Thùy", "Diệu", "Hoài", "Thị Bích", ""),
)
_MEN = (
    *("An", "Anh", "Bình", "Cường", "Dũng", "Duy", "Đạt", "Đông", "Đức", "Giang", "Hải", "Hậu"),
    *("Hiếu", "Hòa", "Hoàng", "Hùng", "Huy", "Khải", "Khang", "Khoa", "Kiên", "Lâm", "Long"),
    *("Lộc", "Luân", "Mạnh", "Minh", "Nam", "Nghĩa", "Nhân", "Phát", "Phong", "Phúc", "Phước"),
    *("Quân", "Quang", "Quý", "Sang", "Sơn", "Tài", "Tâm", "Thành", "Thắng", "Thịnh", "Tiến"),
    *("Toàn", "Trí", "Trung", "Tuấn", "Tùng", "Tường", "Việt", "Vinh", "Vũ", "Ý"),
)
_WOMEN = (
    *("An", "Anh", "Ánh", "Bích", "Châu", "Chi", "Cúc", "Diễm", "Dung", "Duyên", "Đào", "Giang"),
    *("Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hòa", "Hồng", "Huệ", "Hương", "Huyền", "Khánh"),
    *("Lan", "Lệ", "Liên", "Linh", "Loan", "Ly", "Mai", "My", "Nga", "Ngân", "Ngọc", "Nguyệt"),
    *("Nhàn", "Nhi", "Nhung", "Oanh", "Phương", "Phượng", "Quyên", "Quỳnh", "Sen", "Tâm"),
    *("Thảo", "Thơ", "Thu", "Thúy", "Thủy", "Tiên", "Trang", "Trâm", "Trinh", "Tuyết", "Uyên"),
    *("Vân", "Xuân", "Yên", "Yến"),
)
_PEOPLES = (  # for men and for women: family name with middle name, given name
    (
        (("Nông Văn", "Lương Văn", "Vi Văn", "Bế Văn"), ("Chài", "Thoại", "Sìn", "Pảo", "Hiệu")),
        (("Nông Thị", "Lương Thị", "Vi Thị", "Bế Thị"), ("Slao", "Chanh", "Èn", "Nhình", "Thím")),
    ),
    (
        (("Lò Văn", "Quàng Văn", "Cà Văn", "Tòng Văn"), ("Ín", "Hặc", "Ún", "Pâng", "Oai")),
        (("Lò Thị", "Quàng Thị", "Cà Thị", "Tòng Thị"), ("Ọi", "Ếch", "Inh", "Ương", "Xôm")),
    ),
    (
        (("Giàng A", "Sùng A", "Vàng A", "Thào A"), ("Páo", "Tủa", "Dế", "Sử", "Chống")),
        (("Giàng Thị", "Sùng Thị", "Vàng Thị", "Thào Thị"), ("Mỷ", "Chở", "Dợ", "Súa", "Pàng")),
    ),
    (
        (("Triệu Tài", "Bàn Văn", "Phùng Chòi", "Đặng Quẩy"), ("Sếnh", "Vượng", "Phin", "Mềnh")),
        (("Triệu Mùi", "Bàn Thị", "Phùng Mùi", "Đặng Thị"), ("Ghến", "Nái", "Pham", "Coi")),
    ),
    (
        (("Y Bih", "Y Thăk", "Y Jut", "Y Krông"), ("Niê", "Êban", "Mlô", "Kbuôr", "Ayŭn")),
        (("H’Hen", "H’Bliă", "H’Yam", "H’Lan"), ("Niê", "Êban", "Mlô", "Kbuôr", "Ayŭn")),
    ),
    (
        (("Rơ Châm", "Siu", "Ksor", "Nay"), ("Tih", "Blơh", "Hyuh", "Thoan", "Kơk")),
        (("Rơ Châm", "Siu", "Ksor", "Nay"), ("H’Bơ", "H’Phen", "H’Nga", "H’Lê", "H’Dim")),
    ),
    (
        (("Thạch", "Danh", "Kim", "Sơn"), ("Sa Rây", "Út", "Sô Phi", "Hoành Na", "Sà Rương")),
        (("Thạch Thị", "Danh Thị", "Kim Thị", "Sơn Thị"), ("Sóc Kha", "Sà Phia", "Rọt", "Pha Ly")),
    ),
    (
        (("Thập Văn", "Bá Văn", "Đàng Văn", "Quảng"), ("Mừng", "Quyến", "Thiện", "Đại Cẩn")),
        (("Thập Thị", "Bá Thị", "Đàng Thị", "Quảng Thị"), ("Nương", "Mỏ", "Cỡ", "Lựu")),
    ),
)
_OF_THESE_PEOPLES = 0.07
_KNOWN = 6000
_ENOUGH = 40
_COMES_AGAIN = 0.35
_WOMEN_AMONG = 0.53
_LIVES_HERE = 0.93
_YOUNGEST, _SPAN = 2008, 70
_THIS_CENTURY = 2000
_MULTIPLIERS = (700_001, 7_654_321)
"""Not divisible by 2 or 5: consecutive people get scattered numbers, none twice."""


@dataclass(frozen=True, slots=True)
class Citizen:
    """*hamlet*: index in `ward.HAMLETS`; None when living elsewhere."""

    name: str
    id_no: str
    phone: str
    address: str
    hamlet: int | None


class People:
    """The people of the ward and around: some come again."""

    def __init__(self, rng: Random) -> None:
        """All chance comes from *rng*."""
        self._rng = rng
        self._born = 0
        self._known: list[Citizen] = []

    def someone(self) -> Citizen:
        """A citizen who was here before, or a new one."""
        rng, known = self._rng, self._known
        if len(known) > _ENOUGH and rng.random() < _COMES_AGAIN:
            return known[between(rng, 0, len(known))]
        citizen = self._new()
        if len(known) < _KNOWN:
            known.append(citizen)
        else:
            known[between(rng, 0, _KNOWN)] = citizen
        return citizen

    def _new(self) -> Citizen:
        rng = self._rng
        self._born += 1
        woman = rng.random() < _WOMEN_AMONG
        year = _YOUNGEST - int(_SPAN * rng.random())
        sex = (1 if woman else 0) + (2 if year >= _THIS_CENTURY else 0)  # law.md §8.2
        scattered = [self._born * factor for factor in _MULTIPLIERS]
        hamlet = between(rng, 0, len(HAMLETS)) if rng.random() < _LIVES_HERE else None
        return Citizen(
            self._name(woman=woman),
            f"099{sex}{year % 100:02}{scattered[0] % 1_000_000:06}",
            f"095{scattered[1] % 10_000_000:07}",
            self._address(hamlet),
            hamlet,
        )

    def _name(self, *, woman: bool) -> str:
        rng = self._rng
        if rng.random() < _OF_THESE_PEOPLES:
            names = _PEOPLES[between(rng, 0, len(_PEOPLES))][woman]
            return " ".join(part[between(rng, 0, len(part))] for part in names)
        middles, givens = (_WOMEN_MIDDLE, _WOMEN) if woman else (_MEN_MIDDLE, _MEN)
        middle = middles[between(rng, 0, len(middles))]
        given = givens[between(rng, 0, len(givens))]
        return " ".join(filter(None, (_FAMILY.pick(rng), middle, given)))

    def _address(self, hamlet: int | None) -> str:
        rng = self._rng
        if hamlet is None:
            return ELSEWHERE[between(rng, 0, len(ELSEWHERE))]
        street = STREETS[between(rng, 0, len(STREETS))]
        return f"{between(rng, 1, 260)} {street}, {HAMLETS[hamlet]}, phường An Bình"
