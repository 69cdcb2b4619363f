"""The one statement behind every number (figures.md R11–R16).

`conditions` says which dossiers a number counts; the same condition sums it and lists it (R15).
A dossier that took at most `LONG` can only matter to periods near its receipt, so a report
reads the dossiers received from `LONG` before its period on, and besides only the few
`long_running` ones: the cost follows the period, not the size of the file.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    func,
    literal,
    not_,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.models import DossierRecord as D
from db.models import FieldRecord, OfficerRecord, ProcedureRecord, UnitRecord
from dxdesk.domain.channel import Channel
from dxdesk.domain.derived import LONG
from dxdesk.domain.figures import Figures, GroupFigures
from dxdesk.domain.outcome import LATE
from dxdesk.domain.query import CountFilter
from dxdesk.domain.state import Ending

COUNTED = and_(D.void_at.is_(None), D.received_at.is_not(None))
DECLINED = "declined"
_Label = InstrumentedAttribute[Any]


def conditions(asked: CountFilter) -> Mapping[str, ColumnElement[bool]]:
    """Which counted dossiers each number of `Figures` counts."""
    start, as_of = _begin(asked), asked.as_of
    received = D.received_at.between(start, as_of)
    open_at_end = or_(D.finished_at.is_(None), D.finished_at > as_of)
    resolved = D.finished_at.between(start, as_of)
    pending = and_(D.received_at <= as_of, open_at_end)
    # R6, R9: a stop that began after the due time does not help.
    overdue = and_(D.due_at < as_of, or_(D.stopped_since.is_(None), D.stopped_since > D.due_at))
    early = and_(D.outcome != LATE, D.outcome.bitwise_and(asked.early_rule.bit) != 0)
    return {
        "received": received,
        "online": and_(received, D.channel >= Channel.ONLINE),
        "partial": and_(received, D.channel == Channel.ONLINE_PARTIAL),
        "full": and_(received, D.channel == Channel.ONLINE_FULL),
        "in_person": and_(received, D.channel == Channel.IN_PERSON),
        "postal": and_(received, D.channel == Channel.POSTAL),
        "unknown_channel": and_(received, D.channel == Channel.UNKNOWN),
        "carried_over": and_(
            D.received_at < start, or_(D.finished_at.is_(None), D.finished_at >= start)
        ),
        "resolved": resolved,
        "early": and_(resolved, early),
        "on_time": and_(resolved, D.outcome != LATE, not_(early)),
        "late": and_(resolved, D.outcome == LATE),
        "without_result": and_(resolved, D.ending >= Ending.WITHDRAWN),
        "pending": pending,
        "in_time": and_(pending, func.coalesce(not_(overdue), 1)),
        "overdue": and_(pending, overdue),
        "stopped": and_(pending, D.stopped_since <= as_of),
    }


def _begin(asked: CountFilter) -> datetime:
    """The period's first minute; before the period has begun, the one after the as-of moment.

    So R14 holds for a period in the future too: all that is open is carried over and pending.
    """
    start = asked.period.start
    return start if start <= asked.as_of else asked.as_of + timedelta(minutes=1)


def _near_from(asked: CountFilter) -> datetime:
    return max(_begin(asked), datetime.min + LONG) - LONG


def condition(asked: CountFilter) -> ColumnElement[bool]:
    """The condition of one number, of one group or of the total, void dossiers left out."""
    if asked.name == DECLINED:
        chosen = and_(D.void_at.is_(None), declined(asked))
    else:
        chosen = and_(COUNTED, conditions(asked)[asked.name])
    if asked.by is None or asked.key is None:
        return chosen
    return and_(chosen, _group_is(asked.by, asked.key))


def declined(asked: CountFilter) -> ColumnElement[bool]:
    """Declined at intake (R11): never received, counted apart."""
    return D.declined_at.between(asked.period.start, asked.as_of)


_GROUPS = {
    "field": D.field_id,
    "procedure": D.procedure_id,
    "channel": D.channel,
    "officer": D.officer_id,
    "unit": D.unit_id,
}
GROUP_KINDS = tuple(_GROUPS)
_NAMED: dict[str, tuple[_Label, _Label, str]] = {
    "field": (FieldRecord.id, FieldRecord.name, "Chưa rõ lĩnh vực"),
    "procedure": (ProcedureRecord.id, ProcedureRecord.code, "Chưa rõ thủ tục"),
    "officer": (OfficerRecord.id, OfficerRecord.name, "Chưa phân công"),
    "unit": (UnitRecord.id, UnitRecord.name, "Chưa ghi đơn vị"),
}


def _group_is(by: str, key: str) -> ColumnElement[bool]:
    column = _GROUPS[by]
    if by == "channel":
        members = [c for c in Channel if c.group.key == key]
        return D.channel.in_(members)
    if not key:
        return column.is_(None)
    id_column, key_column, _ = _NAMED[by]
    return column == select(id_column).where(key_column == key).scalar_subquery()


def _sums(asked: CountFilter) -> list[ColumnElement[int]]:
    """Counted with FILTER, which SQLite leaves at the first condition that does not hold."""
    return [func.count().filter(c).label(n) for n, c in conditions(asked).items()]


def _near(asked: CountFilter, by: str) -> Select[*tuple[Any, ...]]:
    """Sums over the dossiers received from `LONG` before the period on."""
    fields = select(FieldRecord.id.label("id")).subquery()
    key = _GROUPS[by].label("key")
    return (
        select(key, *_sums(asked))
        .select_from(fields)
        .join(D, and_(D.field_id == fields.c.id, _between(asked), COUNTED))
        .group_by(fields.c.id if by == "field" else key)
    )


def _between(asked: CountFilter) -> ColumnElement[bool]:
    return D.received_at.between(_near_from(asked), asked.as_of)


def _far(asked: CountFilter, by: str) -> Select[*tuple[Any, ...]]:
    """Sums over the long-running dossiers received earlier."""
    key = _GROUPS[by].label("key")
    early = D.received_at < _near_from(asked)
    return select(key, *_sums(asked)).where(D.long_running, early, COUNTED).group_by(key)


def _declined_sums(asked: CountFilter, by: str) -> Select[*tuple[Any, ...]]:
    key = _GROUPS[by].label("key")
    chosen = and_(D.declined_at.is_not(None), D.void_at.is_(None), declined(asked))
    return select(key, func.count()).where(chosen).group_by(key)


def figures(session: Session, asked: CountFilter, *, by: str) -> tuple[GroupFigures, ...]:
    """Figures of every group that has any number, by the groups' own keys.

    `asked.name`, `asked.by` and `asked.key` are not used here.
    """
    names = tuple(conditions(asked))
    totals: dict[Any, Figures] = {}
    for row in session.execute(union_all(_near(asked, by), _far(asked, by))):
        found = Figures(**dict(zip(names, row[1:], strict=True)))
        totals[row[0]] = totals.get(row[0], Figures()) + found
    for row in session.execute(_declined_sums(asked, by)):
        totals[row[0]] = totals.get(row[0], Figures()) + Figures(declined=row[1])
    if by == "channel":
        return _by_channel(totals)
    return _named(session, by, totals)


def _by_channel(totals: Mapping[Any, Figures]) -> tuple[GroupFigures, ...]:
    merged: dict[Channel, Figures] = {}
    for channel, numbers in totals.items():
        merged[channel.group] = merged.get(channel.group, Figures()) + numbers
    return tuple(
        GroupFigures(key=channel.key, name=channel.group_label, figures=merged[channel])
        for channel in Channel
        if channel in merged
    )


def _named(session: Session, by: str, totals: Mapping[Any, Figures]) -> tuple[GroupFigures, ...]:
    labels = {row[0]: row for row in session.execute(_labels(by))}
    groups = []
    for group_id, numbers in totals.items():
        key, name, field = labels[group_id][1:] if group_id in labels else ("", _NAMED[by][2], "")
        groups.append(GroupFigures(key=key, name=name, figures=numbers, field_name=field))
    return tuple(groups)


def _labels(by: str) -> Select[*tuple[Any, ...]]:
    """Id, key, name and field name of every group of a kind."""
    if by == "procedure":
        return select(
            ProcedureRecord.id, ProcedureRecord.code, ProcedureRecord.name, FieldRecord.name
        ).join(FieldRecord, ProcedureRecord.field_id == FieldRecord.id)
    id_column, key_column, _ = _NAMED[by]
    return select(id_column, key_column, key_column, literal(""))
