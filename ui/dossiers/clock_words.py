"""Where one dossier's clock stands, in a sentence and a tone."""

from dataclasses import dataclass
from datetime import datetime

from dxdesk.domain.dossier import DayOnly, Dossier
from dxdesk.domain.due import span_text
from dxdesk.domain.state import State
from ui.dossiers.moments import appointment_text, moment_text, weekday_text

_TONES = {"early": "good", "on_time": "good", "late": "danger"}
_OUTCOMES = {"early": "trước hạn", "on_time": "đúng hạn", "late": "quá hạn"}


@dataclass(frozen=True, slots=True)
class ClockLine:
    tone: str
    """`good`, `warning`, `danger`, `info` or `muted`."""
    text: str


def clock_line(dossier: Dossier, *, left: int | None, now: datetime) -> ClockLine:
    """*left*: working minutes until the due time, negative once it has passed."""
    if dossier.void_at is not None:
        return ClockLine("muted", f"Đã hủy {moment_text(dossier.void_at)}: {dossier.reason}")
    if dossier.declined_at is not None:
        return ClockLine(
            "muted", f"Từ chối tiếp nhận {moment_text(dossier.declined_at)}: {dossier.reason}"
        )
    if dossier.finished_at is not None:
        return _finished(dossier, dossier.finished_at)
    if dossier.received_at is None:
        return _waiting(dossier, now)
    if dossier.due_at is None or left is None:
        words = "Chưa có ngày hẹn trả: danh mục không ghi thời hạn của thủ tục này."
        return ClockLine("muted", words)
    return _running(dossier, dossier.due_at, left, now)


def _finished(dossier: Dossier, finished: datetime) -> ClockLine:
    words = f"Kết thúc {moment_text(finished, day_only=DayOnly.FINISHED in dossier.day_only)}"
    if dossier.state in {State.FINISHED, State.RETURNED}:
        words = words.replace("Kết thúc", "Có kết quả", 1)
    if dossier.outcome is None or dossier.due_at is None:
        return ClockLine("info", f"{words}.")
    due = moment_text(dossier.due_at, day_only=DayOnly.DUE in dossier.day_only)
    return ClockLine(
        _TONES[dossier.outcome], f"{words}, {_OUTCOMES[dossier.outcome]} (hẹn trả {due})."
    )


def _waiting(dossier: Dossier, now: datetime) -> ClockLine:
    limit = dossier.acceptance_due_at
    if limit is None:
        return ClockLine("info", "Chờ tiếp nhận; ngày hẹn trả tính từ lúc tiếp nhận.")
    if limit < now:
        words = f"Quá hạn tiếp nhận: lẽ ra phải tiếp nhận trước {appointment_text(limit)}."
        return ClockLine("danger", words)
    return ClockLine("warning", f"Phải tiếp nhận hoặc trả lời trước {appointment_text(limit)}.")


def _running(dossier: Dossier, due: datetime, left: int, now: datetime) -> ClockLine:
    day_only = DayOnly.DUE in dossier.day_only
    told = f"Hẹn trả {weekday_text(due) if day_only else appointment_text(due)}"
    if dossier.promised_at is not None:
        told += f", đã hẹn lại {appointment_text(dossier.promised_at)}"
    if dossier.overdue:
        return ClockLine("danger", f"{told}: quá hạn {span_text(-min(left, 0))}.")
    if dossier.stopped_since is not None:
        since = moment_text(dossier.stopped_since)
        return ClockLine(
            "info", f"Dừng tính thời hạn từ {since}; lúc đó còn {span_text(max(left, 0))}. {told}."
        )
    tone = "warning" if due.date() == now.date() else "good"
    return ClockLine(tone, f"{told}: còn {span_text(max(left, 0))}.")
