"""A number as it was reported: counts, or a share without them, exact or “trên”, “khoảng”."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from dxdesk.domain.figures import Rate
from dxdesk.domain.indicators.kinds import Unit
from dxdesk.domain.text import clean, folded
from dxdesk.errors import InputError

MOST = 10**12
MOST_LETTERS = 60
EXAMPLES = {
    Unit.SHARE: "hãy nhập tử số/mẫu số như 3449/3452, hoặc tỷ lệ như 65 hay trên 65",
    Unit.COUNT: "hãy nhập một số như 8 hay 1.250",
}


class Bound(StrEnum):
    EXACT = ""
    OVER = "over"
    ABOUT = "about"

    @property
    def word(self) -> str:
        return {"": "", "over": "trên ", "about": "khoảng "}[self]


_BOUNDS = {"tren": Bound.OVER, "hon": Bound.OVER, ">": Bound.OVER, "khoang": Bound.ABOUT}
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_SHAPE = re.compile(
    rf"(?P<bound>tren|hon|khoang|>)?\s*(?P<first>{_NUMBER})\s*(?:%|\s*/\s*(?P<second>{_NUMBER})"
    rf"(?:\s*=\s*(?P<told>{_NUMBER})\s*%?)?)?",
    re.ASCII,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Amount:
    numerator: int | None = None
    denominator: int | None = None
    stated: Fraction | None = None
    """A share of 1 or a count, as the report says it."""
    bound: Bound = Bound.EXACT

    @property
    def rate(self) -> Rate | None:
        if self.numerator is None or self.denominator is None:
            return None
        return Rate(self.numerator, self.denominator)

    @property
    def worth(self) -> Fraction | None:
        """What it is worth: of the counts where there are some; None when nothing arose."""
        return self.stated if self.rate is None else self.rate.value

    @property
    def contradiction(self) -> str:
        """Why the stated share and the counts cannot both be true; empty when they can (R19)."""
        rate = self.rate
        if rate is None or rate.value is None or self.stated is None:
            return ""
        if _hundredths(rate.value) == _hundredths(self.stated):
            return ""
        return (
            f"báo cáo ghi {share_text(self.stated)} nhưng {_count(rate.numerator)}/"
            f"{_count(rate.denominator)} là {rate.shown}"
        )


def _hundredths(share: Fraction) -> int:
    return (share.numerator * 20000 + share.denominator) // (share.denominator * 2)


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def share_text(share: Fraction) -> str:
    """`65 %`, `99,91 %`: whole per cents without decimals, else two, rounded half up (R17)."""
    percent = share * 100
    if percent.denominator == 1:
        return f"{_count(percent.numerator)} %"
    return Rate(share.numerator, share.denominator).shown if share < 1 else _over_one(share)


def _over_one(share: Fraction) -> str:
    whole, part = divmod(_hundredths(share), 100)
    return f"{_count(whole)},{part:02} %"


def level_text(level: Fraction, unit: Unit) -> str:
    """A target or a worth as read: `80 %`, `8`."""
    if unit is Unit.SHARE:
        return share_text(level)
    return (
        _count(level.numerator) if level.denominator == 1 else str(float(level)).replace(".", ",")
    )


def amount_text(amount: Amount, unit: Unit) -> str:
    """`99,91 % (3.449/3.452)`, `trên 65 %`, `8`; "—" when nothing arose."""
    if amount.rate is not None and amount.rate.value is not None:
        counts = f"{_count(amount.rate.numerator)}/{_count(amount.rate.denominator)}"
        return f"{amount.rate.shown} ({counts})"
    if amount.stated is None:
        return "—"
    return amount.bound.word + level_text(amount.stated, unit)


def typed_text(amount: Amount, unit: Unit) -> str:
    """*amount* as it would be typed; `parse_amount` reads it back."""
    if amount.rate is not None:
        told = "" if amount.stated is None else f" = {_decimal(amount.stated * 100)}"
        return f"{amount.rate.numerator}/{amount.rate.denominator}{told}"
    if amount.stated is None:
        return ""
    scale = 100 if unit is Unit.SHARE else 1
    return amount.bound.word + _decimal(amount.stated * scale)


def _decimal(number: Fraction) -> str:
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.6f}".rstrip("0").rstrip(".").replace(".", ",")


def parse_amount(text: str, unit: Unit) -> Amount | None:
    """What an officer typed; None for nothing. InputError says what was expected."""
    text = clean(text)
    if not text:
        return None
    found = _SHAPE.fullmatch(folded(text)) if len(text) <= MOST_LETTERS else None
    if found is None:
        raise InputError(f"Số liệu “{text[:MOST_LETTERS]}”: không đọc được; {EXAMPLES[unit]}.")
    bound = _BOUNDS.get(found["bound"] or "", Bound.EXACT)
    first = _number(found["first"])
    if found["second"] is not None:
        return _of_counts(first, _number(found["second"]), found["told"], unit, bound)
    if unit is Unit.COUNT:
        if "%" in text:
            raise InputError(f"Số liệu “{text}”: chỉ tiêu này đếm số lượng; {EXAMPLES[unit]}.")
        return Amount(stated=Fraction(_whole(first)), bound=bound)
    return Amount(stated=_share(first), bound=bound)


def parse_level(text: str, unit: Unit) -> Fraction:
    """A target: `80`, `80 %`, `8`."""
    amount = parse_amount(text, unit)
    if amount is None or amount.stated is None or amount.rate or amount.bound is not Bound.EXACT:
        wanted = "tỷ lệ như 80" if unit is Unit.SHARE else "một số như 8"
        raise InputError(f"Mức giao: chưa đúng; hãy nhập {wanted}.")
    return amount.stated


def _number(text: str) -> Fraction:
    if _THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    return Fraction(text.replace(",", "."))


def _whole(number: Fraction) -> int:
    if number.denominator != 1:
        raise InputError("Số liệu: số đếm phải là số nguyên; hãy nhập lại, ví dụ 1.250.")
    if number > MOST:
        raise InputError("Số liệu: số quá lớn; hãy kiểm tra lại.")
    return number.numerator


def _share(percent: Fraction) -> Fraction:
    if percent > 100:  # noqa: PLR2004 - per cent
        raise InputError("Số liệu: tỷ lệ lớn hơn 100 %; hãy kiểm tra lại tử số và mẫu số.")
    return percent / 100


def _of_counts(
    first: Fraction, second: Fraction, told: str | None, unit: Unit, bound: Bound
) -> Amount:
    if unit is Unit.COUNT or bound is not Bound.EXACT:
        raise InputError(f"Số liệu: không dùng được tử số/mẫu số ở đây; {EXAMPLES[unit]}.")
    numerator, denominator = _whole(first), _whole(second)
    if numerator > denominator:
        raise InputError(
            f"Số liệu: tử số {numerator} lớn hơn mẫu số {denominator}; hãy kiểm tra lại hai số."
        )
    stated = None if told is None else _share(_number(told))
    return Amount(numerator, denominator, stated)
