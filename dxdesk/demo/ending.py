"""How a dossier ends, early or late, and when the result reaches the citizen (R8–R11)."""

from random import Random

from dxdesk.demo import texts
from dxdesk.demo.chance import Wheel, between
from dxdesk.demo.days import Fate
from dxdesk.demo.sheet import Apology, Sheet
from dxdesk.demo.times import Times
from dxdesk.domain.due import DAY_MINUTES
from dxdesk.domain.state import Ending
from dxdesk.domain.worktime import minute_of, moment_of

_ENDINGS = Wheel(
    (
        (Ending.RESULT, 0.982),
        (Ending.REFUSED, 0.008),
        (Ending.WITHDRAWN, 0.008),
        (Ending.STOPPED, 0.002),
    )
)
_REASONS = {
    Ending.REFUSED: texts.REFUSED,
    Ending.WITHDRAWN: texts.WITHDRAWN,
    Ending.STOPPED: texts.STOPPED,
}
_LATE = 0.075
_LATE_SAME_DAY = 0.006
_GETS_BETTER = 0.5
"""Share of the lateness of the first day that is gone on the last one."""
_APOLOGY = 0.6
_APOLOGY_FROM = DAY_MINUTES // 2
_TO_THE_LAST_MINUTE = 0.16
_NEVER_FETCHED = 0.002
_SENT_AT_ONCE = 0.6
_STAY_OPEN = frozenset({Fate.DUE_TODAY, Fate.DUE_TOMORROW, Fate.OVERDUE})


class Ends:
    """Plays the last part of a dossier; all chance comes from *rng*."""

    def __init__(self, times: Times, rng: Random, *, begins: int) -> None:
        self._times = times
        self._rng = rng
        self._begins = begins

    def play(self, sheet: Sheet, now: int, fate: Fate) -> None:
        """Work goes on from *now* until a result is there and fetched, or the present comes."""
        if fate in _STAY_OPEN:
            if fate is Fate.OVERDUE:
                self._apologise(sheet, now, delay=2 * DAY_MINUTES)
            return
        delay = self._delay(sheet, now) if fate is Fate.NONE else 0
        if delay >= _APOLOGY_FROM and self._rng.random() < _APOLOGY:
            self._apologise(sheet, now, delay=delay)
        finished = self._finished(sheet, now, delay)
        if finished > self._times.end:
            return
        sheet.finished_at = moment_of(finished)
        sheet.ending = _ENDINGS.pick(self._rng) if fate is Fate.NONE else Ending.RESULT
        if delay and not sheet.late_reason:
            sheet.late_reason = self._one_of(texts.LATE_REASONS)
        if sheet.ending is not Ending.RESULT:
            sheet.reason = self._one_of(_REASONS[sheet.ending])
        if sheet.ending.has_result and fate is not Fate.AWAITING_PICKUP:
            self._return(sheet, finished)

    def _one_of(self, sentences: tuple[str, ...]) -> str:
        return sentences[between(self._rng, 0, len(sentences))]

    def _delay(self, sheet: Sheet, now: int) -> int:
        """Working minutes after the due time; 0: in time."""
        if sheet.due_at is None:
            return 0
        rng, times = self._rng, self._times
        chance = _LATE_SAME_DAY if sheet.is_same_day else _LATE
        grown = (now - self._begins) / max(1, times.end - self._begins)
        if rng.random() >= chance * (1.25 - _GETS_BETTER * grown):
            return 0
        return 20 + int(rng.expovariate(1 / (1.5 * DAY_MINUTES)))

    def _finished(self, sheet: Sheet, now: int, delay: int) -> int:
        rng, times = self._rng, self._times
        if sheet.due_at is None:
            return times.later(now, between(rng, DAY_MINUTES, 12 * DAY_MINUTES))
        due = minute_of(sheet.due_at)
        if delay:
            return times.later(max(due, now), delay)
        if sheet.is_same_day:
            return min(times.later(now, 8 + int(rng.expovariate(1 / 70))), due)
        if rng.random() < _TO_THE_LAST_MINUTE:
            return max(now, times.before(due, between(rng, 0, 150)))
        share = 0.25 + 0.7 * rng.random()
        return times.later(now, int(share * times.between(now, due)))

    def _apologise(self, sheet: Sheet, now: int, *, delay: int) -> None:
        """Mẫu 04, a working day before the due time where there is one (law.md §1.4 R8)."""
        if sheet.due_at is None:
            return
        rng, times = self._rng, self._times
        due = minute_of(sheet.due_at)
        at = max(now, times.before(due, DAY_MINUTES))
        promised = times.later(due, delay + between(rng, 0, DAY_MINUTES))
        if at > times.end or promised <= due:
            return
        sheet.promised_at = moment_of(promised)
        sheet.late_reason = self._one_of(texts.LATE_REASONS)
        sheet.apologies.append(
            Apology(moment_of(at), sheet.due_at, sheet.promised_at, sheet.late_reason)
        )

    def _return(self, sheet: Sheet, finished: int) -> None:
        rng, times = self._rng, self._times
        if rng.random() < _NEVER_FETCHED:
            return
        if sheet.channel.is_online and rng.random() < _SENT_AT_ONCE:
            wait = between(rng, 0, 10)
        elif sheet.is_same_day:
            wait = int(rng.expovariate(1 / 40))
        else:
            wait = int(rng.expovariate(1 / (1.2 * DAY_MINUTES)))
        returned = times.later(finished, wait)
        if returned <= times.end:
            sheet.returned_at = moment_of(returned)
            sheet.returned_to = sheet.applicant_name or sheet.owner_name
