from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.clock import StopMode, due_after_stop, overdue_at
from dxdesk.domain.due import DueRules, Limit, due_at
from tests.domain.days import calendars, limits, moments, rules

modes = st.sampled_from(StopMode)
spans = st.one_of(st.integers(0, 300), st.integers(0, 20_000)).map(
    lambda count: timedelta(minutes=count)
)


@dataclass(frozen=True)
class Known:
    """What is stored about a dossier from a moment on."""

    since: datetime
    due: datetime
    stopped: datetime | None = None
    finished: datetime | None = None


def _truth(history: list[Known], moment: datetime) -> bool:
    known = [one for one in history if one.since <= moment][-1]
    waiting = known.stopped is not None and known.stopped <= known.due
    return known.finished is None and known.due < moment and not waiting


@dataclass(frozen=True)
class Case:
    calendar: WorkingCalendar
    limit: Limit
    rules: DueRules

    def resumed(self, known: Known, moment: datetime, mode: StopMode) -> Known:
        assert known.stopped is not None
        due = due_after_stop(
            known.due,
            stopped=known.stopped,
            resumed=moment,
            mode=mode,
            limit=self.limit,
            calendar=self.calendar,
            rules=self.rules,
        )
        return replace(known, since=moment, due=due, stopped=None)

    def time_left(self, known: Known, moment: datetime) -> bool:
        """Whether a stop now begins with working time left, or too late to matter (R6)."""
        late = moment > known.due
        return late or self.calendar.working_minutes_between(moment, known.due) > 0


@settings(max_examples=300)
@given(st.data(), calendars, limits, rules, moments)
def test_whether_it_was_overdue_at_any_past_moment_follows_from_what_is_stored_now(
    data: st.DataObject, calendar: WorkingCalendar, limit: Limit, rule: DueRules, received: datetime
) -> None:
    case = Case(calendar, limit, rule)
    known = Known(received, due_at(received, limit, calendar, rules=rule))
    history = [known]
    for span, mode in data.draw(st.lists(st.tuples(spans, modes), max_size=6)):
        moment = known.since + span
        if known.stopped is not None:
            known = case.resumed(known, moment, mode)
        elif case.time_left(known, moment):
            known = replace(known, since=moment, stopped=moment)
        history.append(known)
    if data.draw(st.booleans()):
        moment = known.since + data.draw(spans)
        if known.stopped is not None:  # finishing ends the stop first
            known = case.resumed(known, moment, data.draw(modes))
        known = replace(known, since=moment, finished=moment)
        history.append(known)
    anchors = [one.since for one in history] + [one.due for one in history]
    near = st.tuples(st.sampled_from(anchors), st.integers(-2, 2), spans)
    for anchor, step, span in data.draw(st.lists(near, min_size=1, max_size=12)):
        for past in (anchor + timedelta(minutes=step), anchor + span):
            if past >= received:
                final = overdue_at(
                    past, due=known.due, finished=known.finished, stopped_since=known.stopped
                )
                assert final == _truth(history, past)


@settings(max_examples=200)
@given(calendars, limits, rules, moments, spans, spans)
def test_stopping_and_resuming_with_no_working_time_between_changes_nothing(
    calendar: WorkingCalendar,
    limit: Limit,
    rule: DueRules,
    received: datetime,
    wait: timedelta,
    pause: timedelta,
) -> None:
    due = due_at(received, limit, calendar, rules=rule)
    closed = calendar.later(received, 1) + wait
    closing = calendar.closing(closed.date())
    stopped = max(closed, closing) if closing else closed
    opening = calendar.opening(calendar.next_working_day(stopped.date()))
    assert opening is not None
    for begin in (stopped, due):
        resumed = min(max(begin, opening), begin + pause)
        if calendar.working_minutes_between(begin, resumed) == 0:
            assert due == due_after_stop(
                due,
                stopped=begin,
                resumed=resumed,
                mode=StopMode.RESUME,
                limit=limit,
                calendar=calendar,
                rules=rule,
            )


@settings(max_examples=100)
@given(calendars, limits, rules, moments, spans, spans, modes)
def test_what_is_late_stays_late(
    calendar: WorkingCalendar,
    limit: Limit,
    rule: DueRules,
    received: datetime,
    wait: timedelta,
    pause: timedelta,
    mode: StopMode,
) -> None:
    due = due_at(received, limit, calendar, rules=rule)
    stopped = due + timedelta(minutes=1) + wait
    assert due == due_after_stop(
        due,
        stopped=stopped,
        resumed=stopped + pause,
        mode=mode,
        limit=limit,
        calendar=calendar,
        rules=rule,
    )


@settings(max_examples=200)
@given(calendars, limits, rules, moments, spans, spans, modes)
def test_a_stop_never_shortens_the_working_time_that_is_left(
    calendar: WorkingCalendar,
    limit: Limit,
    rule: DueRules,
    received: datetime,
    wait: timedelta,
    pause: timedelta,
    mode: StopMode,
) -> None:
    due = due_at(received, limit, calendar, rules=rule)
    stopped = min(received + wait, due)
    resumed = stopped + pause
    after = due_after_stop(
        due,
        stopped=stopped,
        resumed=resumed,
        mode=mode,
        limit=limit,
        calendar=calendar,
        rules=rule,
    )
    left = calendar.working_minutes_between(stopped, due)
    if mode is StopMode.RESUME:
        assert calendar.working_minutes_between(resumed, after) == left
    assert after >= due
