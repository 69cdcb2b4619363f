"""What is said of one late dossier, on every list alike."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dxdesk.domain.dossier import DayOnly, DossierLine
from dxdesk.reports.wording import count_text, short_moment

NO_REASON = "chưa ghi nguyên nhân"
NO_CAUSE = "chưa chọn trong danh mục nguyên nhân"
TITLE_TEXT = "Danh sách hồ sơ quá hạn và nguyên nhân"
HEADS = (
    ("STT", 11),
    ("Mã hồ sơ", 38),
    ("Chủ hồ sơ", 30),
    ("Thủ tục hành chính", 47),
    ("Hẹn trả", 21),
    ("Có kết quả", 21),
    ("Số ngày quá hạn", 15),
    ("Cán bộ xử lý", 25),
    ("Nguyên nhân", 44),
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


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause from the list of causes, and what was written beside it."""

    label: str
    number: int
    reasons: tuple[tuple[str, int], ...]
    """The most frequent first; those without words are in none."""


def why(line: DossierLine) -> str:
    """The cause chosen from the list, and the words beside it."""
    cause = line.late_cause.label if line.late_cause else ""
    return ": ".join(filter(None, (cause, _words(line)))) or NO_REASON


def causes(lines: Sequence[DossierLine]) -> list[Cause]:
    """By the list of causes, the most frequent first, the rest and those without a cause last."""
    by_label: dict[str, list[DossierLine]] = {}
    for line in lines:
        by_label.setdefault(_label(line), []).append(line)
    found = [Cause(label, len(those), _ranked(those)) for label, those in by_label.items()]
    last = [*_rest(lines), NO_CAUSE, NO_REASON]
    return sorted(found, key=lambda one: (_place(one.label, last), -one.number, one.label))


def _rest(lines: Sequence[DossierLine]) -> list[str]:
    """What the causes are called that name nothing."""
    return sorted({c.label for line in lines if (c := line.late_cause) is not None and c.rest})


def _place(label: str, last: Sequence[str]) -> int:
    return last.index(label) + 1 if label in last else 0


def reasons(lines: Sequence[DossierLine], *, most: int) -> list[tuple[str, int]]:
    """In one line each: the cause, else the words; at most *most* by name, those without last."""
    found = Counter(line.late_cause.label if line.late_cause else _words(line) for line in lines)
    missing = found.pop("", 0)
    last = _rest(lines)
    ordered = sorted(found.items(), key=lambda item: (_place(item[0], last), -item[1], item[0]))
    others = sum(number for _, number in ordered[most:])
    rest = [("các nguyên nhân khác", others), (NO_REASON, missing)]
    return [*ordered[:most], *((label, number) for label, number in rest if number)]


def _label(line: DossierLine) -> str:
    if line.late_cause is not None:
        return line.late_cause.label
    return NO_CAUSE if _words(line) else NO_REASON


def _words(line: DossierLine) -> str:
    return line.late_reason.strip().rstrip(".;")


def _ranked(lines: Sequence[DossierLine]) -> tuple[tuple[str, int], ...]:
    found = Counter(filter(None, map(_words, lines)))
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))
