"""The one statement behind every number (figures.md R11–R16).

`db.conditions` says which dossiers a number counts; the same condition sums it and lists it (R15).
A dossier that took at most `LONG` can only matter to periods near its receipt, so a report
reads the dossiers received from `LONG` before its period on, and besides only the few
`long_running` ones: the cost follows the period, not the size of the file.
"""

from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    False_,
    Select,
    True_,
    and_,
    false,
    func,
    literal,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session

from db.conditions import (
    BEFORE,
    CONDITIONS,
    COUNTED,
    DECLINED_IN_PERIOD,
    IN_PERIOD,
    NEAR,
    OPEN_AT_START,
    Conditions,
    conditions_of,
    moments,
)
from db.groups import GROUPS, named
from db.models import DossierRecord as D
from db.models import FieldRecord
from db.prepared import Prepared
from db.sessions import asked_by
from dxdesk.domain.figures import Figures, GroupFigures
from dxdesk.domain.query import CountFilter


def _counts(conditions: Conditions) -> list[ColumnElement[int]]:
    """Counted with FILTER, which SQLite leaves at the first condition that does not hold."""
    return [_count(condition).label(name) for name, condition in conditions.items()]


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    if isinstance(condition, False_):
        return literal(0)
    return func.count() if isinstance(condition, True_) else func.count().filter(condition)


def _near(by: str, rows: ColumnElement[bool], conditions: Conditions) -> Select[*tuple[Any, ...]]:
    """Counts over *rows* of one range of receipt, field by field along the index."""
    fields = select(FieldRecord.id.label("id")).subquery()
    key = GROUPS[by].label("key")
    return (
        select(key, *_counts(conditions))
        .select_from(fields)
        .join(D, and_(D.field_id == fields.c.id, rows, COUNTED))
        .group_by(fields.c.id if by == "field" else key)
    )


@cache
def _statement(by: str) -> Prepared:
    """All numbers of each group, in three parts: received in the period, not long before, earlier.

    What came before counts only while it was open as the period began. The last part is the few
    long-running dossiers.
    """
    earlier = conditions_of(false(), true())
    key = GROUPS[by].label("key")
    far = select(key, *_counts(earlier)).where(D.long_running, D.received_at < NEAR, COUNTED)
    return Prepared(
        union_all(
            _near(by, IN_PERIOD, conditions_of(true(), false())),
            _near(by, and_(D.received_at >= NEAR, BEFORE, OPEN_AT_START), earlier),
            far.where(OPEN_AT_START).group_by(key),
        )
    )


@cache
def _declined_sums(by: str) -> Prepared:
    key = GROUPS[by].label("key")
    chosen = and_(D.declined_at.is_not(None), D.void_at.is_(None), DECLINED_IN_PERIOD)
    return Prepared(select(key, func.count()).where(chosen).group_by(key))


def figures(session: Session, asked: CountFilter, *, by: str) -> tuple[GroupFigures, ...]:
    """Figures of every group that has any number, by the groups' own keys.

    `asked.name`, `asked.by` and `asked.key` are not used here.
    """
    totals: dict[Any, Figures] = {}
    ask = asked_by(session)
    for key, *numbers in _statement(by)(ask, **moments(asked)):
        found = Figures(**dict(zip(CONDITIONS, numbers, strict=True)))
        totals[key] = totals[key] + found if key in totals else found
    for key, number in _declined_sums(by)(ask, **moments(asked)):
        totals[key] = totals.get(key, Figures()) + Figures(declined=number)
    return named(session, by, totals)
