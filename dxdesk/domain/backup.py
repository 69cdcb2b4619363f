"""What is known of a backup, and of going back to it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Reason(Enum):
    """Why a backup was made; the value stands in the file's name."""

    BY_HAND = "tu-bam"
    CLOSE = "khi-dong"
    CHANGES = "thay-doi"
    IMPORT = "truoc-nhap"
    UPGRADE = "truoc-nang-cap"
    CHECK = "truoc-kiem-tra"
    RESTORE = "truoc-khoi-phuc"
    BEFORE_KEY = "truoc-doi-ma-hoa"
    AFTER_KEY = "sau-doi-ma-hoa"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Reason.BY_HAND: "Tự bấm sao lưu",
    Reason.CLOSE: "Khi đóng chương trình",
    Reason.CHANGES: "Sau 30 phút có thay đổi",
    Reason.IMPORT: "Trước khi nhập dữ liệu",
    Reason.UPGRADE: "Trước khi nâng cấp tệp dữ liệu",
    Reason.CHECK: "Trước khi kiểm tra",
    Reason.RESTORE: "Trước khi khôi phục",
    Reason.BEFORE_KEY: "Trước khi đổi cách mã hóa",
    Reason.AFTER_KEY: "Sau khi đổi cách mã hóa",
}


@dataclass(frozen=True, slots=True)
class Backup:
    path: str
    at: datetime
    reason: Reason
    size: int
    """Bytes."""

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.replace("\\", "/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Newer:
    """What going back to a copy would take away."""

    dossiers: int
    """How many dossiers stand in the file in use only."""
    names: tuple[str, ...]
    """`2026/000123 · H99.12-260616-0006` of the newest of them, at most 500."""
    actions: tuple[str, ...]
    """`16/06/2026 09:20  Tiếp nhận hồ sơ …` of the newest actions done since, at most 500."""
    action_count: int
    same_history: bool
    """False when the copy's log is no beginning of this file's: another ward or another line."""
