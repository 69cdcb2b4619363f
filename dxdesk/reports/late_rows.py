"""What is said of one late dossier, on every list alike."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from dxdesk.domain.dossier import DayOnly, DossierLine
from dxdesk.reports.wording import count_text, short_moment

NO_REASON = "chưa ghi nguyên nhân"
TITLE_TEXT = "Danh sách hồ sơ quá hạn và nguyên nhân"
HEADS = (
    ("STT", 11),
    ("Mã hồ sơ", 38),
    ("Chủ hồ sơ", 36),
    ("Thủ tục hành chính", 54),
    ("Hẹn trả", 22),
    ("Có kết quả", 22),
    ("Số ngày quá hạn", 16),
    ("Cán bộ xử lý", 27),
    ("Nguyên nhân", 26),
)


def late_moments(line: DossierLine) -> tuple[str, str]:
    """Due and finished as text, dates alone where no more is known (R8)."""
    return (
        short_moment(line.due_at, day_only=DayOnly.DUE in line.day_only),
        short_moment(line.finished_at, day_only=DayOnly.FINISHED in line.day_only),
    )


def days_late(line: DossierLine, as_of: datetime) -> str:
    """Whole days of the calendar from the due time to the result, else to *as_of*."""
    if line.due_at is None:
        return ""
    days = ((line.finished_at or as_of) - line.due_at).days
    return count_text(days) if days > 0 else "< 1"


def reasons(lines: Sequence[DossierLine]) -> list[tuple[str, int]]:
    """Reasons with their numbers, the most frequent first, those without one last."""
    found = Counter(line.late_reason.strip() for line in lines)
    missing = found.pop("", 0)
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return [*ordered, *([(NO_REASON, missing)] if missing else [])]
