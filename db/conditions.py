"""Which dossiers each number counts (figures.md R11–R16), said in one place.

`db.figures` sums these conditions, `db.filters` lists by them (R15).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    False_,
    Integer,
    True_,
    and_,
    bindparam,
    false,
    func,
    not_,
    or_,
    true,
)
from sqlalchemy.sql.visitors import replacement_traverse

from db.groups import group_is
from db.models import DossierRecord as D
from db.types import Moment
from dxdesk.domain.channel import Channel
from dxdesk.domain.derived import LONG
from dxdesk.domain.outcome import LATE
from dxdesk.domain.query import CountFilter
from dxdesk.domain.state import Ending

COUNTED = and_(D.void_at.is_(None), D.received_at.is_not(None))
DECLINED = "declined"
START = bindparam("start", type_=Moment)
AS_OF = bindparam("as_of", type_=Moment)
NEAR = bindparam("near", type_=Moment)
_EARLY_BIT = bindparam("early_bit", type_=Integer)
IN_PERIOD = D.received_at.between(START, AS_OF)
DECLINED_IN_PERIOD = D.declined_at.between(START, AS_OF)
BEFORE = D.received_at < START
OPEN_AT_START = or_(D.finished_at.is_(None), D.finished_at >= START)
_BY_THEN = D.received_at <= AS_OF
Conditions = Mapping[str, ColumnElement[bool]]


def conditions_of(
    received: ColumnElement[bool] = IN_PERIOD, before: ColumnElement[bool] = BEFORE
) -> Conditions:
    """Which counted dossiers each number of `Figures` counts.

    *received* (in the period) and *before* (it) may be known of all rows that are read. Rare
    things are asked first: each costs a comparison per row.
    """
    resolved = D.finished_at.between(START, AS_OF)
    known = _BY_THEN if received is IN_PERIOD else true()
    pending = _of(known, or_(D.finished_at.is_(None), D.finished_at > AS_OF))
    # R6, R9: a stop that began after the due time does not help.
    overdue = and_(D.due_at < AS_OF, or_(D.stopped_since.is_(None), D.stopped_since > D.due_at))
    early = D.outcome.bitwise_and(_EARLY_BIT)
    return {
        "received": received,
        "online": _of(received, D.channel >= Channel.ONLINE),
        "partial": _of(received, D.channel == Channel.ONLINE_PARTIAL),
        "full": _of(received, D.channel == Channel.ONLINE_FULL),
        "in_person": _of(received, D.channel == Channel.IN_PERSON),
        "postal": _of(received, D.channel == Channel.POSTAL),
        "unknown_channel": _of(received, D.channel == Channel.UNKNOWN),
        "carried_over": _of(before, OPEN_AT_START),
        "resolved": resolved,
        "early": and_(early != 0, D.outcome != LATE, resolved),
        "on_time": and_(early == 0, resolved),  # LATE has every bit
        "late": and_(D.outcome == LATE, resolved),
        "without_result": and_(D.ending >= Ending.WITHDRAWN, resolved),
        "pending": pending,
        "in_time": and_(pending, func.coalesce(not_(overdue), 1)),
        "overdue": and_(pending, overdue),
        "stopped": and_(D.stopped_since <= AS_OF, pending),
    }


def _of(known: ColumnElement[bool], condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Both; one of them when the other is known of all rows."""
    if isinstance(known, False_):
        return known
    return condition if isinstance(known, True_) else and_(known, condition)


CONDITIONS = conditions_of()


def conditions(asked: CountFilter) -> Conditions:
    """Which counted dossiers each number of *asked*'s period counts."""
    return {name: bound(condition, asked) for name, condition in CONDITIONS.items()}


def bound(condition: ColumnElement[bool], asked: CountFilter) -> ColumnElement[bool]:
    """*condition* with the moments of *asked* in it."""
    known = moments(asked)

    def value(element: Any, **_named: Any) -> Any:
        if isinstance(element, BindParameter) and element.key in known:
            return bindparam(None, known[element.key], type_=element.type, unique=True)
        return None

    found: ColumnElement[bool] = replacement_traverse(condition, {}, value)
    return found


def moments(asked: CountFilter) -> dict[str, Any]:
    return {
        "start": _begin(asked),
        "as_of": asked.as_of,
        "near": max(_begin(asked), datetime.min + LONG) - LONG,
        "early_bit": asked.early_rule.bit,
    }


def _begin(asked: CountFilter) -> datetime:
    """The period's first minute; before the period has begun, the one after the as-of moment.

    So R14 holds for a period in the future too: all that is open is carried over and pending.
    """
    start = asked.period.start
    return start if start <= asked.as_of else asked.as_of + timedelta(minutes=1)


def condition(asked: CountFilter) -> ColumnElement[bool]:
    """The condition of one number, of one group or of the total, void dossiers left out."""
    if asked.name == DECLINED:
        chosen = and_(D.void_at.is_(None), declined(asked))
    else:
        chosen = bound(and_(COUNTED, CONDITIONS[asked.name]), asked)
    if asked.by is None or asked.key is None:
        return chosen
    return and_(chosen, group_is(asked.by, asked.key))


def declined(asked: CountFilter) -> ColumnElement[bool]:
    """Declined at intake (R11): never received, counted apart."""
    return bound(DECLINED_IN_PERIOD, asked)


def reach(asked: CountFilter) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Where the dossiers of one number can lie: by arrival, and among the long-running ones.

    No dossier lies in both. A dossier that counts has arrived when it was received.
    """
    known = moments(asked)
    first, last, still_open = known["near"], known["as_of"], known["start"]
    if asked.name == "carried_over":
        last = known["start"]
    elif asked.name in _OPEN_AT_END:
        first, still_open = max(last, datetime.min + LONG) - LONG, last
    elif asked.name in _RECEIVED:
        return D.arrived_at.between(known["start"], last), false()
    unfinished = or_(D.finished_at.is_(None), D.finished_at >= still_open)
    far = and_(D.long_running, COUNTED, D.received_at < first, unfinished)
    return D.arrived_at.between(first, last), far


_OPEN_AT_END = frozenset({"pending", "in_time", "overdue", "stopped"})
_RECEIVED = frozenset(
    {"received", "online", "partial", "full", "in_person", "postal", "unknown_channel"}
)
