"""The dossiers behind all numbers of a period at once (figures.md R15, R20).

`db.figures` sums the same conditions; here each dossier says which of them count it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from db.conditions import COUNTED, DECLINED, conditions, declined, moments
from db.groups import GROUPS, label_of_group
from db.models import ChangeRecord
from db.models import DossierRecord as D
from db.payload import unpack
from dxdesk.domain.closing import Member
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.query import CountFilter

_BATCH = 2000


def members(session: Session, asked: CountFilter, *, by: str) -> Iterator[Member]:
    """Every dossier that any number of *asked*'s period counts, by id."""
    label = label_of_group(session, by)
    for statement, names in (_counted(asked, by), _declined(asked, by)):
        for row in session.execute(statement).yield_per(_BATCH):
            dossier_id, code, year, number, group, *flags = row
            key, name = label(group)
            counts = frozenset(one for one, flag in zip(names, flags, strict=True) if flag)
            if counts:
                own = code or f"{year}/{number:06}"
                yield Member(DossierId(dossier_id), own, key, name, counts)


def _columns(by: str) -> tuple[Any, ...]:
    return (D.id, D.code, D.book_year, D.book_number, GROUPS[by].label("key"))


def _counted(asked: CountFilter, by: str) -> tuple[Select[Any], tuple[str, ...]]:
    """Received in the period or open as it began; every other number is of one of these."""
    found = conditions(asked)
    near = and_(D.received_at >= moments(asked)["near"], D.received_at <= asked.as_of)
    rows: ColumnElement[bool] = and_(COUNTED, or_(near, D.long_running))
    chosen = or_(found["received"], found["carried_over"])
    flags = [condition.label(name) for name, condition in found.items()]
    statement = select(*_columns(by), *flags).where(rows, chosen).order_by(D.id)
    return statement, tuple(found)


def _declined(asked: CountFilter, by: str) -> tuple[Select[Any], tuple[str, ...]]:
    chosen = and_(D.declined_at.is_not(None), D.void_at.is_(None), declined(asked))
    statement = select(*_columns(by), declined(asked).label(DECLINED)).where(chosen)
    return statement.order_by(D.id), (DECLINED,)


def touched_since(session: Session, action: int, wanted: Collection[int]) -> dict[int, list[int]]:
    """The actions after *action* that wrote the rows of these dossiers, oldest first."""
    found: dict[int, list[int]] = defaultdict(list)
    statement = (
        select(ChangeRecord.action_id, ChangeRecord.payload)
        .where(ChangeRecord.table_name == D.__tablename__, ChangeRecord.action_id > action)
        .order_by(ChangeRecord.id)
    )
    for action_id, payload in session.execute(statement).yield_per(_BATCH):
        for change in unpack(payload):
            if change.row_id in wanted and action_id not in found[change.row_id][-1:]:
                found[change.row_id].append(action_id)
    return found
