"""Fees, payment, digitisation and satisfaction over a period, and the dossiers behind each number.

Counted by the moments of the other figures (`db.conditions`); one condition sums and lists (R15).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select
from sqlalchemy.orm import Session

from db.conditions import AS_OF, COUNTED, IN_PERIOD, START, bound
from db.groups import GROUPS, label_of_group
from db.models import DossierRecord as D
from dxdesk.domain.closing import Member
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.marks import Payment, Satisfaction
from dxdesk.domain.query import CountFilter
from dxdesk.domain.service import AMOUNTS, SERVICE_NAMES, ServiceFigures

_BATCH = 2000
_PAID = (Payment.CASH, Payment.TRANSFER, Payment.ONLINE)
Conditions = dict[str, ColumnElement[bool]]


def service_conditions(free: Sequence[int]) -> Conditions:
    """Which dossiers each number counts; *free* are the ids of procedures without a fee.

    A fee noted with the dossier decides before the procedure's: 0 đồng is excused.
    """
    no_fee = func.coalesce(D.fee == 0, D.procedure_id.in_(free))
    owed = and_(IN_PERIOD, not_(no_fee))
    resolved = D.finished_at.between(START, AS_OF)
    return {
        "received": IN_PERIOD,
        "free": and_(IN_PERIOD, no_fee),
        "with_fee": owed,
        "paid_online": and_(owed, D.payment == Payment.ONLINE),
        "paid_otherwise": and_(owed, D.payment.in_((Payment.CASH, Payment.TRANSFER))),
        "unpaid": and_(owed, D.payment == Payment.NOT_YET),
        "payment_unknown": and_(owed, D.payment.is_(None)),
        **_known(IN_PERIOD, D.papers_digitised, "papers_digitised", "papers_not", "papers_unknown"),
        **_known(IN_PERIOD, D.data_reused, "reused", "not_reused", "reuse_unknown"),
        "resolved": resolved,
        **_known(resolved, D.result_digitised, "result_digitised", "result_not", "result_unknown"),
        "very_satisfied": and_(resolved, D.satisfaction == Satisfaction.VERY_SATISFIED),
        "satisfied": and_(resolved, D.satisfaction == Satisfaction.SATISFIED),
        "dissatisfied": and_(resolved, D.satisfaction == Satisfaction.DISSATISFIED),
        "unrated": and_(resolved, D.satisfaction.is_(None)),
    }


def _known(base: ColumnElement[bool], column: Any, yes: str, no: str, unknown: str) -> Conditions:
    return {
        yes: and_(base, column.is_(True)),
        no: and_(base, column.is_(False)),
        unknown: and_(base, column.is_(None)),
    }


def _bound(asked: CountFilter, free: Sequence[int]) -> Conditions:
    return {name: bound(found, asked) for name, found in service_conditions(free).items()}


def _rows(asked: CountFilter) -> ColumnElement[bool]:
    """Arrived or finished in the period: the two indexes that find them."""
    resolved = bound(D.finished_at.between(START, AS_OF), asked)
    arrived = bound(D.arrived_at.between(START, AS_OF), asked)
    return and_(COUNTED, or_(arrived, resolved))


def service_figures(
    session: Session, asked: CountFilter, *, by: str, free: Sequence[int]
) -> dict[tuple[str, str], ServiceFigures]:
    """Figures by key and name of the group."""
    label = label_of_group(session, by)
    found: dict[tuple[str, str], ServiceFigures] = {}
    for group, *numbers in session.execute(_sums(asked, by, free)):
        values = dict(zip((*SERVICE_NAMES, *AMOUNTS), numbers, strict=True))
        place = label(group)
        found[place] = found.get(place, ServiceFigures()) + ServiceFigures(**values)
    return found


def _sums(asked: CountFilter, by: str, free: Sequence[int]) -> Select[*tuple[Any, ...]]:
    conditions = _bound(asked, free)
    key = GROUPS[by].label("key")
    counts = [func.count().filter(conditions[name]).label(name) for name in SERVICE_NAMES]
    owed = conditions["with_fee"]
    amounts = [
        func.coalesce(func.sum(D.fee).filter(owed), 0).label("fee_amount"),
        func.coalesce(func.sum(D.fee).filter(owed, D.payment.in_(_PAID)), 0).label("paid_amount"),
    ]
    return select(key, *counts, *amounts).where(_rows(asked)).group_by(key)


def service_members(
    session: Session, asked: CountFilter, *, by: str, free: Sequence[int]
) -> Iterator[Member]:
    """Every dossier that any of the numbers counts, by id."""
    label = label_of_group(session, by)
    conditions = _bound(asked, free)
    flags = [conditions[name].label(name) for name in SERVICE_NAMES]
    own = (D.id, D.code, D.book_year, D.book_number, GROUPS[by].label("key"))
    statement = select(*own, *flags).where(_rows(asked)).order_by(D.id)
    for row in session.execute(statement).yield_per(_BATCH):
        dossier_id, code, year, number, group, *marks = row
        counts = frozenset(name for name, m in zip(SERVICE_NAMES, marks, strict=True) if m)
        if counts:
            name = code or f"{year}/{number:06}"
            yield Member(DossierId(dossier_id), name, *label(group), counts)
