"""Random histories of an office, and its figures counted anew in plain Python from the rules."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from hypothesis import strategies as st

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.channel import Channel
from dxdesk.domain.clock import StopMode
from dxdesk.domain.dossier import Dossier, DossierId, ProcedureId
from dxdesk.domain.due import Limit, LimitKind
from dxdesk.domain.figures import Figures
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import Period
from dxdesk.domain.state import Ending, State
from dxdesk.services import dossiers
from dxdesk.services.settings import rules_in_force
from tests.kit import Clock, days, do, receive

LIMITS = (
    *(days(0.5), days(1), days(5), days(70), Limit(LimitKind.SAME_DAY)),
    *(Limit(LimitKind.CALENDAR_DAYS, 10), Limit(LimitKind.WORKING_HOURS, 4)),
)
CHANNELS = (Channel.IN_PERSON, Channel.POSTAL, Channel.ONLINE_PARTIAL, Channel.ONLINE_FULL)
TIMES = (time(8), time(9, 17), time(11), time(14, 30), time(16, 59))
"""Strictly within the sessions: see `dxdesk.domain.clock.overdue_at` for why."""
_STOPS = {Act.REQUEST_SUPPLEMENT, Act.AWAIT_PAYMENT, Act.SUSPEND}
_NEW = 3


@dataclass(frozen=True)
class Step:
    """Some days pass, then an officer takes in a dossier or acts on one."""

    days: int
    time: time
    pick: int
    choice: int


steps = st.builds(
    Step,
    days=st.sampled_from([0, 0, 0, 1, 1, 2, 3, 7, 40]),
    time=st.sampled_from(TIMES),
    pick=st.integers(0, 10**6),
    choice=st.integers(0, 10**6),
)
histories = st.lists(steps, min_size=5, max_size=28)


@dataclass
class Office:
    """What officers do to a desk, step by step, by the acts that the program allows."""

    desk: Desk
    clock: Clock
    without: frozenset[Act] = frozenset()
    ids: list[DossierId] = field(default_factory=list)

    def take(self, step: Step) -> None:
        self._pass(step)
        acts = self._acts(step)
        chosen = step.choice % (len(acts) + _NEW)
        if chosen >= len(acts):
            self.ids.append(self._receive(step).id)
            return
        act, dossier_id = acts[chosen]
        mode = {"mode": StopMode(["restart", "resume"][step.pick % 2])} if act in _STOPS else {}
        do(self.desk, act, dossier_id, **mode)

    def _pass(self, step: Step) -> None:
        calendar = rules_in_force(self.desk).calendar
        day = self.clock.time.date() + timedelta(days=step.days)
        if not calendar.is_working(day):
            day = calendar.next_working_day(day)
        then = datetime.combine(day, step.time)
        self.clock.time = max(self.clock.time, then)

    def _acts(self, step: Step) -> list[tuple[Act, DossierId]]:
        if not self.ids:
            return []
        dossier = dossiers.get(self.desk, self.ids[step.pick % len(self.ids)])
        return [
            (rule.act, dossier.id)
            for rule, why in dossiers.allowed(dossier)
            if why is None
            and rule.act not in self.without | {Act.CORRECT}
            and not (rule.act is Act.HAND_OVER and dossier.state is not State.ACCEPTED)
        ]

    def _receive(self, step: Step) -> Dossier:
        channel = CHANNELS[step.pick % len(CHANNELS)]
        return receive(
            self.desk,
            procedure_id=ProcedureId(1 + step.pick % 40),
            channel=channel,
            limit=LIMITS[step.pick % len(LIMITS)],
            awaits_acceptance=channel.is_online and step.pick % 3 == 0,
        )

    def dossiers(self) -> list[Dossier]:
        return [dossiers.get(self.desk, dossier_id) for dossier_id in self.ids]


@dataclass(frozen=True)
class View:
    """What a figure looks at."""

    period: Period
    as_of: datetime
    rule: EarlyRule


def recount(
    found: Iterable[Dossier], period: Period, *, as_of: datetime, rule: EarlyRule
) -> Figures:
    """R11 and R14 word by word."""
    view, total = View(period, as_of, rule), Figures()
    for dossier in found:
        if dossier.void_at is not None:
            continue
        if dossier.received_at is not None:
            total += Figures(**{n: int(is_so(dossier, view)) for n, is_so in _TESTS.items()})
        elif dossier.declined_at is not None:
            total += Figures(declined=int(period.start <= dossier.declined_at <= as_of))
    return total


def _came(d: Dossier, v: View) -> bool:
    return d.received_at is not None and v.period.start <= d.received_at <= v.as_of


def _ended(d: Dossier, v: View) -> bool:
    return d.finished_at is not None and v.period.start <= d.finished_at <= v.as_of


def _before(d: Dossier, v: View) -> bool:
    start = min(v.period.start, v.as_of + timedelta(minutes=1))  # of a period not yet begun
    open_then = d.finished_at is None or d.finished_at >= start
    return d.received_at is not None and d.received_at < start and open_then


def _pending(d: Dossier, v: View) -> bool:
    open_now = d.finished_at is None or d.finished_at > v.as_of
    return d.received_at is not None and d.received_at <= v.as_of and open_now


def _overdue(d: Dossier, v: View) -> bool:
    if d.due_at is None or d.due_at >= v.as_of:
        return False
    return _pending(d, v) and (d.stopped_since is None or d.stopped_since > d.due_at)


def _late(d: Dossier, v: View) -> bool:
    known = d.due_at is not None and d.finished_at is not None
    return _ended(d, v) and known and (d.finished_at or v.as_of) > (d.due_at or v.as_of)


def _in_time(d: Dossier, v: View) -> bool:
    return _ended(d, v) and not _late(d, v)


def _stopped(d: Dossier, v: View) -> bool:
    return _pending(d, v) and d.stopped_since is not None and d.stopped_since <= v.as_of


def _by(*channels: Channel) -> Callable[[Dossier, View], bool]:
    return lambda d, v: _came(d, v) and d.channel in channels


_NO_RESULT = {Ending.WITHDRAWN, Ending.STOPPED, Ending.CLOSED}
_TESTS: dict[str, Callable[[Dossier, View], bool]] = {
    "received": _came,
    "online": _by(Channel.ONLINE, Channel.ONLINE_PARTIAL, Channel.ONLINE_FULL),
    "partial": _by(Channel.ONLINE_PARTIAL),
    "full": _by(Channel.ONLINE_FULL),
    "in_person": _by(Channel.IN_PERSON),
    "postal": _by(Channel.POSTAL),
    "unknown_channel": _by(Channel.UNKNOWN),
    "carried_over": _before,
    "resolved": _ended,
    "early": lambda d, v: _in_time(d, v) and _early(d, v.rule),
    "on_time": lambda d, v: _in_time(d, v) and not _early(d, v.rule),
    "late": _late,
    "without_result": lambda d, v: _ended(d, v) and d.ending in _NO_RESULT,
    "pending": _pending,
    "in_time": lambda d, v: _pending(d, v) and not _overdue(d, v),
    "overdue": _overdue,
    "stopped": _stopped,
}


def _early(dossier: Dossier, rule: EarlyRule) -> bool:
    """R10 on the default timetable."""
    due, finished = dossier.due_at, dossier.finished_at
    if due is None or finished is None:
        return False
    if rule is EarlyRule.MOMENT or (dossier.limit and dossier.limit.kind is LimitKind.SAME_DAY):
        return finished < due
    if rule is EarlyRule.DAY:
        return finished.date() < due.date()
    opens = time(7, 30) if due.time() <= time(11, 30) else time(13, 30)
    return finished < datetime.combine(due, opens)
