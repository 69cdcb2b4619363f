"""Numbers, moments and names as a Vietnamese document writes them, and the notes on the data."""

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction

from dxdesk.domain.figures import Rate, Statistics
from dxdesk.domain.office import Office
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import Period, PeriodKind

NOTHING = "—"
SMALL = 5
"""Below so many dossiers a share or a change says nothing about a trend."""
SMALL_NUMBER = "số lượng nhỏ, chưa thể hiện xu hướng"
FEW_MARK = "*"
FEW_NOTE = f"{FEW_MARK} Dưới {SMALL} hồ sơ: {SMALL_NUMBER}."
NO_NUMBER = "chưa có số"
"""What nobody noted: neither zero nor a rate."""
_BLANK = "……………………"
_EARLY_RULES = {
    EarlyRule.SESSION: "hồ sơ trước hạn là hồ sơ có kết quả trước khi bắt đầu buổi làm việc chứa "
    "thời điểm hẹn trả; có kết quả trong buổi đó, không muộn hơn thời điểm hẹn trả, là đúng hạn",
    EarlyRule.DAY: "hồ sơ trước hạn là hồ sơ có kết quả trước ngày hẹn trả; có kết quả trong ngày "
    "hẹn trả, không muộn hơn thời điểm hẹn trả, là đúng hạn",
    EarlyRule.MOMENT: "hồ sơ trước hạn là hồ sơ có kết quả trước thời điểm hẹn trả; có kết quả "
    "vào đúng thời điểm hẹn trả là đúng hạn",
}
_BODY = "ủy ban nhân dân"
_UNITS = ("thành phố", "tỉnh", "phường", "xã", "đặc khu")


def count_text(number: int) -> str:
    """`1.234`."""
    return f"{number:,}".replace(",", ".")


def dossiers(number: int) -> str:
    """`1.234 hồ sơ`."""
    return f"{count_text(number)} hồ sơ"


def percent_text(rate: Rate) -> str:
    """`24.580,00 %`: a share as shown (R17), its whole part with dots."""
    whole, decimals = rate.shown.split(",")
    return f"{count_text(int(whole))},{decimals}"


def rate_text(rate: Rate, *, marked: bool = True) -> str:
    """`95,83 % (1.150/1.200)`; "—" when nothing arose (R16, R18).

    Of few dossiers it bears FEW_MARK, unless the words around it say so (*marked* False).
    """
    if rate.value is None:
        return f"{NOTHING} (không phát sinh)"
    mark = FEW_MARK if marked and is_few(rate) else ""
    return f"{rate.shown} ({fraction_text(rate)}){mark}"


def few_note(texts: Iterable[str]) -> tuple[str, ...]:
    """What FEW_MARK means, when one of *texts* bears it."""
    return (FEW_NOTE,) if any(FEW_MARK in text for text in texts) else ()


def is_few(rate: Rate) -> bool:
    """Whether something arose, but too little for a trend: `3/3` is no 100 %."""
    return 0 < rate.denominator < SMALL


def fraction_text(rate: Rate) -> str:
    return f"{count_text(rate.numerator)}/{count_text(rate.denominator)}"


def points_text(points: Fraction) -> str:
    """A difference of two rates, without its sign, as percentage points: `1,25`.

    Rounded half up like a rate; never `0,00` for a difference that is not zero (R17).
    """
    size = abs(points)
    hundredths = (size.numerator * 20000 + size.denominator) // (size.denominator * 2)
    hundredths = max(hundredths, 1) if size else 0
    return f"{hundredths // 100},{hundredths % 100:02}"


def date_text(day: date | datetime | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"


def moment_text(moment: datetime) -> str:
    """`08 giờ 05 phút ngày 02/05/2026`."""
    return f"{moment:%H} giờ {moment:%M} phút ngày {moment:%d/%m/%Y}"


def until_text(moment: datetime) -> str:
    """Up to when data reach: `hết ngày 30/04/2026`, or the moment within a day."""
    if (moment.hour, moment.minute) == (23, 59):
        return f"hết ngày {moment:%d/%m/%Y}"
    return moment_text(moment)


def short_moment(moment: datetime | None, *, day_only: bool = False) -> str:
    """`02/05/2026 08:05`, or the date alone when no more is known (R8)."""
    if moment is None:
        return ""
    return f"{moment:%d/%m/%Y}" if day_only else f"{moment:%d/%m/%Y %H:%M}"


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def period_span(period: Period) -> str:
    """`Tháng 4 năm 2026 (từ ngày 01/04/2026 đến ngày 30/04/2026)`, dates once."""
    if period.label == period.range_label or period.kind is PeriodKind.DAY:
        return capitalised(period.label)
    return f"{capitalised(period.label)} ({period.range_label})"


def within(period: Period) -> str:
    """How a sentence about *period* begins: `Trong tháng 4 năm 2026`, `Từ ngày … đến ngày …`."""
    if period.label == period.range_label:
        return capitalised(period.label)
    return f"Trong {period.label}"


def committee_name(office: Office) -> str:
    """`Ủy ban nhân dân phường An Bình`, or dots to fill in by hand."""
    return f"Ủy ban nhân dân {office.name or _BLANK}"


def unit_name(office: Office) -> str:
    """Who reports, as the head of a form names it: by the ward's own heading where it has one."""
    return ", ".join(reversed(office.heading)) or committee_name(office)


def superior_name(office: Office) -> str:
    """The addressee in small letters, as Nghị định 30/2020 wants it (box 9a)."""
    name = office.superior.strip()
    if not name:
        return _BLANK
    if not name.isupper():
        return name
    rest = name.lower()
    if not rest.startswith(_BODY):
        return name
    rest = rest.removeprefix(_BODY).strip()
    unit = next((unit for unit in _UNITS if rest.startswith(unit)), "")
    proper = " ".join(capitalised(word) for word in rest.removeprefix(unit).split())
    return " ".join(filter(None, (capitalised(_BODY), unit, proper)))


def notes(statistics: Statistics, *, verified: bool) -> tuple[str, ...]:
    """What a reader must know to read the figures: R10, R11, R13 and the state of the data."""
    total = statistics.total
    running = statistics.as_of < statistics.period.end
    state = (
        f"Số liệu tính đến {until_text(statistics.as_of)}"
        f"{' (kỳ báo cáo chưa kết thúc)' if running else ''}, theo dữ liệu đến thao tác số "
        f"{count_text(statistics.last_action)} lúc {moment_text(statistics.taken_at)}."
    )
    rule = (
        f"Cách tính: {_EARLY_RULES[statistics.early_rule]}; thủ tục trả kết quả trong ngày so "
        "theo từng phút."
    )
    apart = (
        f"Hồ sơ kết thúc không có kết quả (rút, dừng giải quyết, đóng vì không bổ sung), đã tính "
        f"trong số đã giải quyết: {count_text(total.without_result)}. Hồ sơ đang tạm dừng tính "
        f"thời hạn, đã tính trong số đang giải quyết: {count_text(total.stopped)}. Hồ sơ bị từ "
        f"chối tiếp nhận, không tính trong biểu: {count_text(total.declined)}."
    )
    lines = [state, rule, apart]
    if not verified:
        lines.append("Mẫu biểu chưa được đối chiếu với bản gốc của thông tư.")
    return tuple(lines)
