"""The course of one dossier, from its arrival to the citizen's hand or to the present moment.

Moments are whole minutes (`worktime.minute_of`) until they are written into the sheet. What
would happen after the present moment has not happened: each step ends the course there.
"""

from random import Random

from dxdesk.demo import texts
from dxdesk.demo.chance import between
from dxdesk.demo.days import Fate
from dxdesk.demo.ending import Ends
from dxdesk.demo.intake import Intake
from dxdesk.demo.sheet import Sheet
from dxdesk.demo.stops import Stops
from dxdesk.demo.times import Times
from dxdesk.domain.clock import acceptance_due
from dxdesk.domain.due import due_at
from dxdesk.domain.worktime import minute_of, moment_of

_UNANSWERED_FOR = 150
"""Working minutes before the present in which most online submissions still wait."""
_STILL_WAITS = 0.7
_DECLINED = 0.012
_ANSWERED_WITHIN = 440
_ANSWERED_LATE = 0.015
_BY_NIGHT = 0.5
_EARLY_BIRD = 100
_VOID = 0.004
_HANDED_OVER_WITHIN = 200
_AT_THE_COUNTER = 0.45
"""Share of same-day dossiers that the receiving officer finishes without handing over."""


class Course:
    """Plays dossiers out; all chance comes from *rng*."""

    def __init__(self, intake: Intake, times: Times, rng: Random) -> None:
        self._intake = intake
        self._times = times
        self._rng = rng
        self._stops = Stops(times, rng)
        self._ends = Ends(times, rng, begins=intake.begins)
        self._unanswered = times.before(times.end, _UNANSWERED_FOR)

    def play(self, minute: int, fate: Fate) -> Sheet:
        """A dossier that arrives at *minute* and all that has happened to it since."""
        arrived = moment_of(minute)
        sheet = self._intake.sheet(minute, arrived.month, fate)
        if sheet.channel.is_online and not self._is_accepted(sheet, minute, fate):
            return sheet
        sheet.received_at = sheet.held_since = arrived
        sheet.received_by_id = sheet.officer_id
        if sheet.limit is not None:
            times = self._times
            sheet.due_at = due_at(arrived, sheet.limit, times.calendar, rules=times.rules)
        if fate is Fate.NONE and self._rng.random() < _VOID:
            self._void(sheet, minute)
            return sheet
        begun = self._hand_over(sheet, minute)
        resumed = None if begun is None else self._stops.play(sheet, begun, fate)
        if resumed is not None:
            self._ends.play(sheet, resumed, fate)
        return sheet

    def _is_accepted(self, sheet: Sheet, minute: int, fate: Fate) -> bool:
        """Set the second clock of an online submission; False when it waits or was declined."""
        rng, times = self._rng, self._times
        waits = fate is Fate.TO_ACCEPT or (
            fate is Fate.NONE and minute >= self._unanswered and rng.random() < _STILL_WAITS
        )
        declined = fate is Fate.NONE and not waits and rng.random() < _DECLINED
        submitted = minute if waits or declined else self._submitted(minute)
        sheet.submitted_at = moment_of(submitted)
        sheet.acceptance_due_at = acceptance_due(
            sheet.submitted_at, times.calendar, rules=times.rules
        )
        if waits or declined:
            sheet.held_since = sheet.submitted_at
        answered = times.later(minute, between(rng, 10, _ANSWERED_WITHIN))
        if declined and answered <= times.end:
            sheet.declined_at = moment_of(answered)
            sheet.reason = texts.DECLINED[between(rng, 0, len(texts.DECLINED))]
        return not (waits or declined)

    def _submitted(self, accepted: int) -> int:
        """When an online dossier accepted at a given minute had been sent: often by night."""
        rng, times = self._rng, self._times
        opening = times.opening(accepted)
        if accepted - opening < _EARLY_BIRD and rng.random() < _BY_NIGHT:
            return opening - between(rng, 20, 11 * 60)
        longest = 3 * _ANSWERED_WITHIN if rng.random() < _ANSWERED_LATE else _ANSWERED_WITHIN
        return times.before(accepted, between(rng, 3, longest))

    def _void(self, sheet: Sheet, minute: int) -> None:
        found_out = self._times.later(minute, between(self._rng, 2, 90))
        if found_out <= self._times.end:
            sheet.void_at = moment_of(found_out)
            sheet.reason = texts.VOID[between(self._rng, 0, len(texts.VOID))]

    def _hand_over(self, sheet: Sheet, minute: int) -> int | None:
        """When work begins; None when the dossier still lies with who received it."""
        rng, times = self._rng, self._times
        if sheet.is_same_day and rng.random() < _AT_THE_COUNTER:
            return minute
        longest = _HANDED_OVER_WITHIN
        if sheet.due_at is not None:
            longest = min(longest, times.between(minute, minute_of(sheet.due_at)) // 8)
        handed_over = times.later(minute, between(rng, 2, max(4, longest)))
        if handed_over > times.end:
            return None
        sheet.processing_since = sheet.held_since = moment_of(handed_over)
        sheet.officer_id = self._intake.worker(sheet.field_id)
        return handed_over
