"""What becomes of a row of a register or list."""

from enum import StrEnum


class Verdict(StrEnum):
    """What an import does with one row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    ASIDE = "aside"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Verdict.NEW: "Mới",
    Verdict.CHANGED: "Thay đổi",
    Verdict.SAME: "Không đổi",
    Verdict.ASIDE: "Dòng lỗi",
}
