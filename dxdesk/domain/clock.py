"""Clock stops and overdue (figures.md R5, R6, R9), and the clock of an online submission."""

from datetime import datetime
from enum import StrEnum

from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.due import DueRules, Limit, LimitKind, due_at
from dxdesk.errors import InputError


class StopMode(StrEnum):
    """What resumption does to the due time (R5)."""

    RESTART = "restart"
    RESUME = "resume"


def due_after_stop(
    due: datetime,
    *,
    stopped: datetime,
    resumed: datetime,
    mode: StopMode,
    limit: Limit | None,
    calendar: WorkingCalendar,
    rules: DueRules = DueRules(),
) -> datetime:
    """The due time after the clock stood from *stopped* to *resumed*.

    A stop that begins after *due* leaves it alone (R6). Restart counts the whole *limit* again
    from *resumed*; resume moves *due* on by the working time that passed between (R5).
    """
    if resumed < stopped:
        raise InputError(
            f"Thời điểm tiếp tục giải quyết ({resumed:%d/%m/%Y %H:%M}) phải sau thời điểm "
            f"tạm dừng ({stopped:%d/%m/%Y %H:%M})."
        )
    if stopped > due:
        return due
    if mode is StopMode.RESUME:
        return calendar.later(due, calendar.working_minutes_between(stopped, resumed))
    if limit is None:
        raise InputError(
            "Hồ sơ không có thời hạn giải quyết nên không thể tính lại thời hạn từ đầu: "
            "hãy bổ sung thời hạn của thủ tục, hoặc chọn cách tính tiếp thời hạn còn lại."
        )
    return due_at(resumed, limit, calendar, rules=rules)


def overdue_at(
    moment: datetime,
    *,
    due: datetime | None,
    finished: datetime | None,
    stopped_since: datetime | None,
) -> bool:
    """Whether a dossier was overdue at *moment*, from the values stored now (R9, R6).

    Holds for any past moment without replaying history, provided that a dossier finished
    during a stop was first resumed at the moment of finishing (or kept its *stopped_since*).
    The one exception is a stop that begins when no working time is left before the due time
    and ends outside working time: the nights within it count as overdue afterwards.
    """
    if due is None or due >= moment or (finished is not None and finished <= moment):
        return False
    return stopped_since is None or stopped_since > due


def acceptance_due(
    submitted: datetime, calendar: WorkingCalendar, *, rules: DueRules = DueRules()
) -> datetime:
    """By when an online submission must be accepted or answered.

    Eight working hours of its arrival by default (NĐ 297/2025 Đ.6 k.4, resources/calendar).
    """
    limit = Limit(LimitKind.WORKING_HOURS, rules.acceptance_hours)
    return due_at(submitted, limit, calendar, rules=rules)
