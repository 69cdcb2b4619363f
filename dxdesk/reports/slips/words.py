"""How a slip writes moments, amounts and persons."""

from datetime import datetime

from dxdesk.domain.dossier import DayOnly, Dossier
from dxdesk.reports.wording import count_text


def day_words(moment: datetime) -> str:
    """`ngày 05 tháng 01 năm 2026`: days below 10 and the months 1 and 2 with a nought (NĐ 30)."""
    month = f"{moment.month:02}" if moment.month <= 2 else str(moment.month)  # noqa: PLR2004 - 01 and 02
    return f"ngày {moment.day:02} tháng {month} năm {moment.year}"


def moment_words(moment: datetime | None, *, day_only: bool = False) -> str:
    """`08 giờ 05 phút, ngày 05 tháng 01 năm 2026`; without the hour where it is not known (R8)."""
    if moment is None:
        return ""
    if day_only:
        return day_words(moment)
    return f"{moment:%H} giờ {moment:%M} phút, {day_words(moment)}"


def stored_moment(dossier: Dossier, name: str, flag: DayOnly) -> str:
    return moment_words(getattr(dossier, name), day_only=flag in dossier.day_only)


def fee_words(fee: int | None) -> str:
    """`Không` for a free procedure; empty when nobody noted the fee."""
    if fee is None:
        return ""
    return f"{count_text(fee)} đồng" if fee else "Không"
