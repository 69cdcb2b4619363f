"""How a dossier stands against its due time: one short phrase and one mark, never colour alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from dxdesk.domain.dossier import DayOnly, DossierLine
from dxdesk.domain.state import State


class Mark(Enum):
    """Kind of urgency; the window gives each an icon and a colour."""

    NONE = "none"
    OVERDUE = "overdue"
    TODAY = "today"
    STOPPED = "stopped"
    LATE = "late"
    DONE = "done"
    OUT = "out"
    """Void or declined: in no figure."""


@dataclass(frozen=True, slots=True)
class Standing:
    mark: Mark
    text: str


_OUTCOMES = {
    "early": Standing(Mark.DONE, "Trước hạn"),
    "on_time": Standing(Mark.DONE, "Đúng hạn"),
    "late": Standing(Mark.LATE, "Quá hạn"),
}
OUT_OF_COUNT = frozenset({State.VOID, State.DECLINED})


def standing(line: DossierLine, now: datetime) -> Standing:
    """Where the dossier stands at *now*; the days in the phrase are calendar days."""
    if line.state in OUT_OF_COUNT:
        return Standing(Mark.OUT, "")
    if line.finished_at is not None:
        return _OUTCOMES.get(line.outcome or "", Standing(Mark.NONE, ""))
    if line.state is State.AWAITING_ACCEPTANCE:
        return Standing(Mark.NONE, "Chưa tính hạn")
    if line.due_at is None:
        return Standing(Mark.NONE, "Không có hạn")
    if line.overdue:
        return Standing(Mark.OVERDUE, _overdue_text(line.due_at, now))
    if line.stopped_since is not None:
        return Standing(Mark.STOPPED, f"Dừng từ {line.stopped_since:%d/%m}")
    return _running(line, line.due_at, now)


def _overdue_text(due: datetime, now: datetime) -> str:
    days = (now.date() - due.date()).days
    return f"Quá hạn {days} ngày" if days else f"Quá hạn lúc {due:%H:%M}"


def _running(line: DossierLine, due: datetime, now: datetime) -> Standing:
    hour = "" if DayOnly.DUE in line.day_only else f" {due:%H:%M}"
    if due.date() == now.date():
        return Standing(Mark.TODAY, f"Hôm nay{hour}")
    if due.date() == now.date() + timedelta(days=1):
        return Standing(Mark.NONE, f"Ngày mai{hour}")
    return Standing(Mark.NONE, f"Còn {(due.date() - now.date()).days} ngày")
