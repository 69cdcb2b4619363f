"""What is noted beside a dossier's course: fee paid, papers digitised, rating, cause of lateness.

It has chance of its own, so that the course of the dossiers is the same with it as without.
"""

from random import Random

from dxdesk.demo import texts
from dxdesk.demo.chance import Wheel
from dxdesk.demo.sheet import Sheet
from dxdesk.domain.channel import Channel
from dxdesk.domain.marks import Delivery, Payment, Satisfaction

_PAID_ONLINE = Wheel(((Payment.ONLINE, 0.86), (Payment.TRANSFER, 0.08), (Payment.CASH, 0.06)))
_PAID_OTHERWISE = Wheel(((Payment.CASH, 0.66), (Payment.TRANSFER, 0.24), (Payment.ONLINE, 0.1)))
_RATINGS = Wheel(
    (
        (Satisfaction.VERY_SATISFIED, 0.58),
        (Satisfaction.SATISFIED, 0.38),
        (Satisfaction.DISSATISFIED, 0.04),
    )
)
_WANTED = {
    Channel.POSTAL: Wheel(((Delivery.POST, 0.9), (Delivery.COUNTER, 0.1))),
    Channel.IN_PERSON: Wheel(
        ((Delivery.COUNTER, 0.88), (Delivery.ELECTRONIC, 0.08), (Delivery.POST, 0.04))
    ),
}
_WANTED_ONLINE = Wheel(
    ((Delivery.ELECTRONIC, 0.6), (Delivery.COUNTER, 0.33), (Delivery.POST, 0.07))
)
_NOT_NOTED = 0.04
_PAID_LATER = 0.3
"""Share of fees that are paid only when the result is fetched."""
_PAPERS = (0.55, 0.4)
"""Share of papers digitised at the counter in the beginning, and what it gains until the end."""
_PAPERS_ONLINE = 0.97
_RESULTS, _REUSED, _RATES = 0.78, 0.42, 0.22
_NO_CAUSE = 0.08


class Noted:
    """Fills in what officers and citizens note; all chance comes from *rng*."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng

    def note(self, sheet: Sheet, *, grown: float) -> None:
        """*grown*: how far through the sample the dossier arrived, from 0 to 1."""
        rng, online = self._rng, sheet.channel.is_online
        wanted = _WANTED_ONLINE if online else _WANTED[sheet.channel]
        sheet.delivery = wanted.pick(rng)
        if sheet.received_at is not None:
            self._fee(sheet)
            first, gain = _PAPERS
            share = _PAPERS_ONLINE if online else first + gain * grown
            sheet.papers_digitised = self._noted(share)
            sheet.data_reused = self._noted(_REUSED)
        if sheet.finished_at is not None:
            sheet.result_digitised = self._noted(_RESULTS)
        if sheet.returned_at is not None:
            sheet.returned_via = sheet.delivery
            if rng.random() < _RATES:
                sheet.satisfaction = _RATINGS.pick(rng)
        if sheet.late_reason and rng.random() >= _NO_CAUSE:
            sheet.late_cause = texts.LATE[sheet.late_reason]

    def _fee(self, sheet: Sheet) -> None:
        if not sheet.fee or self._rng.random() < _NOT_NOTED:
            return
        later = self._rng.random() < _PAID_LATER and sheet.returned_at is None
        paid = _PAID_ONLINE if sheet.channel.is_online else _PAID_OTHERWISE
        sheet.payment = Payment.NOT_YET if later else paid.pick(self._rng)

    def _noted(self, share: float) -> bool | None:
        drawn = self._rng.random()
        return None if drawn < _NOT_NOTED else drawn < _NOT_NOTED + share * (1 - _NOT_NOTED)
