"""The times in which the clock of a dossier stands still (R5)."""

from random import Random

from dxdesk.demo import texts
from dxdesk.demo.chance import between
from dxdesk.demo.days import Fate
from dxdesk.demo.sheet import Sheet, Stop
from dxdesk.demo.times import Times
from dxdesk.domain.clock import StopMode, due_after_stop
from dxdesk.domain.due import DAY_MINUTES
from dxdesk.domain.state import Ending, StopKind
from dxdesk.domain.worktime import minute_of, moment_of

_SUPPLEMENT = 0.09
_SUPPLEMENT_SAME_DAY = 0.01
_RESUMED_ONLY = 0.1
_NEVER_SUPPLEMENTED = 0.06
_DAYS_TO_SUPPLEMENT = 15
_PAYMENT = 0.3
_LONG = 10 * DAY_MINUTES
_SUSPENDED = 0.004
_STAGED_SHARE = 0.15
_REASONS = {
    StopKind.SUPPLEMENT: texts.SUPPLEMENT,
    StopKind.PAYMENT: texts.PAYMENT,
    StopKind.AGENCY: texts.SUSPENDED,
}


class Stops:
    """Plays the stops of a dossier; all chance comes from *rng*."""

    def __init__(self, times: Times, rng: Random) -> None:
        self._times = times
        self._rng = rng

    def play(self, sheet: Sheet, now: int, fate: Fate) -> int | None:
        """When work goes on after the last stop; None when the course has come to its end."""
        for kind in self._planned(sheet, now, fate):
            found = self._stop(sheet, now, kind, fate)
            if found is None:
                return None
            now = found
        return now

    def _planned(self, sheet: Sheet, now: int, fate: Fate) -> list[StopKind]:
        if fate is Fate.AWAITING_APPLICANT:
            return [StopKind.SUPPLEMENT]
        if fate is Fate.AWAITING_PAYMENT:
            return [StopKind.PAYMENT]
        if fate is not Fate.NONE or sheet.due_at is None:
            return []
        rng = self._rng
        planned = []
        if rng.random() < (_SUPPLEMENT_SAME_DAY if sheet.is_same_day else _SUPPLEMENT):
            planned.append(StopKind.SUPPLEMENT)
        if sheet.is_same_day:
            return planned
        # what has no fixed fee and takes long is land and building: taxes are paid midway
        if sheet.fee is None and self._left(sheet, now) >= _LONG and rng.random() < _PAYMENT:
            planned.append(StopKind.PAYMENT)
        if rng.random() < _SUSPENDED:
            planned.append(StopKind.AGENCY)
        return planned

    def _left(self, sheet: Sheet, now: int) -> int:
        """Working minutes from *now* to the due time."""
        return 0 if sheet.due_at is None else self._times.between(now, minute_of(sheet.due_at))

    def _stop(self, sheet: Sheet, now: int, kind: StopKind, fate: Fate) -> int | None:
        """Stop the clock and let it run again; returns when, or None as `play` does."""
        rng, times = self._rng, self._times
        staged = fate is not Fate.NONE
        share = _STAGED_SHARE if staged else 0.1 + 0.5 * rng.random()
        stopped = times.later(now, int(share * self._left(sheet, now)))
        if stopped > times.end:
            return None
        resumes_only = kind is not StopKind.SUPPLEMENT or rng.random() < _RESUMED_ONLY
        mode = StopMode.RESUME if resumes_only else StopMode.RESTART
        gives_up = kind is StopKind.SUPPLEMENT and rng.random() < _NEVER_SUPPLEMENTED
        waits = _DAYS_TO_SUPPLEMENT if gives_up else 0.3 + rng.expovariate(0.3)
        resumed = times.later(stopped, int(waits * DAY_MINUTES))
        if staged or resumed > times.end:
            self._add(sheet, kind, mode, stopped, None)
            sheet.stopped_since = moment_of(stopped)
            sheet.stop_kind, sheet.stop_mode = kind, mode.value
            return None
        self._add(sheet, kind, mode, stopped, resumed)
        if not gives_up:
            return resumed
        sheet.finished_at = moment_of(resumed)
        sheet.ending, sheet.reason = Ending.CLOSED, texts.CLOSED
        return None

    def _add(
        self, sheet: Sheet, kind: StopKind, mode: StopMode, stopped: int, resumed: int | None
    ) -> None:
        """Keep the stop; the due time moves when it is over (R5)."""
        reasons = _REASONS[kind]
        reason = reasons[between(self._rng, 0, len(reasons))]
        since, until = moment_of(stopped), None if resumed is None else moment_of(resumed)
        sheet.stops.append(Stop(kind, mode.value, since, until, reason))
        if until is not None and sheet.due_at is not None:
            sheet.due_at = due_after_stop(
                sheet.due_at,
                stopped=since,
                resumed=until,
                mode=mode,
                limit=sheet.limit,
                calendar=self._times.calendar,
                rules=self._times.rules,
            )
