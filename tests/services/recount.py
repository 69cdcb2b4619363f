"""Random histories of an office, and its figures counted anew in plain Python from the rules."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
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


def recount(
    found: Iterable[Dossier], period: Period, *, as_of: datetime, rule: EarlyRule
) -> Figures:
    """R11 and R14 word by word."""
    total = Figures()
    for dossier in found:
        counted = {name: int(is_so(dossier)) for name, is_so in _tests(period, as_of, rule).items()}
        if dossier.void_at is None and dossier.received_at is not None:
            total += Figures(**counted)
        elif dossier.void_at is None and dossier.declined_at is not None:
            total += replace(Figures(), declined=int(period.start <= dossier.declined_at <= as_of))
    return total


def _tests(
    period: Period, as_of: datetime, rule: EarlyRule
) -> dict[str, Callable[[Dossier], bool]]:
    def came(d: Dossier) -> bool:
        return d.received_at is not None and period.start <= d.received_at <= as_of

    def ended(d: Dossier) -> bool:
        return d.finished_at is not None and period.start <= d.finished_at <= as_of

    def before(d: Dossier) -> bool:
        start = min(period.start, as_of + timedelta(minutes=1))  # of a period not yet begun
        open_then = d.finished_at is None or d.finished_at >= start
        return d.received_at is not None and d.received_at < start and open_then

    def pending(d: Dossier) -> bool:
        open_now = d.finished_at is None or d.finished_at > as_of
        return d.received_at is not None and d.received_at <= as_of and open_now

    def overdue(d: Dossier) -> bool:
        stopped_in_time = (
            d.stopped_since is not None and d.due_at is not None and d.stopped_since <= d.due_at
        )
        return pending(d) and d.due_at is not None and d.due_at < as_of and not stopped_in_time

    def late(d: Dossier) -> bool:
        return ended(d) and d.due_at is not None and d.finished_at > d.due_at  # type: ignore[operator]

    return {
        "received": came,
        "online": lambda d: came(d) and d.channel.is_online,
        "partial": lambda d: came(d) and d.channel is Channel.ONLINE_PARTIAL,
        "full": lambda d: came(d) and d.channel is Channel.ONLINE_FULL,
        "in_person": lambda d: came(d) and d.channel is Channel.IN_PERSON,
        "postal": lambda d: came(d) and d.channel is Channel.POSTAL,
        "unknown_channel": lambda d: came(d) and d.channel is Channel.UNKNOWN,
        "carried_over": before,
        "resolved": ended,
        "early": lambda d: ended(d) and not late(d) and _early(d, rule),
        "on_time": lambda d: ended(d) and not late(d) and not _early(d, rule),
        "late": late,
        "without_result": lambda d: (
            ended(d) and d.ending in {Ending.WITHDRAWN, Ending.STOPPED, Ending.CLOSED}
        ),
        "pending": pending,
        "in_time": lambda d: pending(d) and not overdue(d),
        "overdue": overdue,
        "stopped": lambda d: (
            pending(d) and d.stopped_since is not None and d.stopped_since <= as_of
        ),
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
