"""What the checker tells about one place of a text."""

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    SHARE = "share"
    """A declared share beside the one that its counts give."""
    SUM = "sum"
    """Parts that do not make up their whole."""
    NOTE = "note"
    """Dossiers that are neither resolved nor said to be in time or overdue."""
    WARD = "ward"
    """A count beside the ward's own for the same period."""

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    FindingKind.SHARE: "Tỷ lệ không khớp số đếm",
    FindingKind.SUM: "Các phần cộng lại không bằng tổng",
    FindingKind.NOTE: "Hồ sơ chưa nói đến",
    FindingKind.WARD: "Khác số liệu của đơn vị",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One place whose figures do not fit, in a sentence ready to read."""

    kind: FindingKind
    start: int
    """Where `quote` begins in the text as it was given."""
    end: int
    line: int
    quote: str
    sentence: str
    printed: str
    """What the text says."""
    computed: str
    """What its own counts, or the ward's data, give."""
    counts: str = ""
    """The counts behind `computed`: `3449/3452`."""
    open: int | None = None


def grouped(number: int) -> str:
    """`3.452`."""
    return f"{number:,}".replace(",", ".")
