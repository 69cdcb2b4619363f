"""Citizens that the book knows already, so that nobody types them twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db.listing import first_ids
from db.models import DossierRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import HamletId, Person
from dxdesk.domain.ids import clean_id_no, clean_phone
from dxdesk.domain.query import Query
from dxdesk.domain.text import clean, folded, person_sort_key
from dxdesk.services.listing import today

MOST_OFFERED = 6
FEWEST_DIGITS = 6
"""Fewer would fit half of the ward."""
_LOOKED_AT = 60
"""Dossiers: one person may have very many."""
_BEYOND = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody as the newest dossier of theirs has them."""

    person: Person
    hamlet_id: HamletId | None
    last: datetime
    """When that dossier came."""


def known(desk: Desk, typed: str) -> tuple[KnownPerson, ...]:
    """Whose id number, phone or name fits what was typed, newest first.

    Owners whose number begins so or whose whole name it is come before those, applicants among
    them, of whom it is a part.
    """
    typed = clean(typed)
    digits = clean_phone(clean_id_no(typed))
    with desk.reading() as session:
        if digits.isascii() and digits.isdigit():
            wanted, records = digits, _by_number(session, digits)
        else:
            wanted, records = typed, _by_name(session, typed)
        found = _people((record, _owner(record)) for record in records)
        if len(found) < MOST_OFFERED and _is_enough(wanted):
            found = {**found, **_people(_fitting(desk, session, wanted)), **found}
        return tuple(found.values())[:MOST_OFFERED]


def _is_enough(wanted: str) -> bool:
    return len(wanted) >= FEWEST_DIGITS if wanted.isdigit() else " " in wanted


def _fitting(desk: Desk, session: Session, wanted: str) -> Iterator[tuple[DossierRecord, Person]]:
    """Owners and applicants of dossiers that the list's search finds."""
    words = folded(wanted).split()
    ids = first_ids(session, Query(text=wanted), today(desk, session), limit=_LOOKED_AT)
    for record in session.scalars(select(DossierRecord).where(DossierRecord.id.in_(ids))):
        for person in (_owner(record), _applicant(record)):
            numbers = (person.id_no, person.phone)
            by_number = any(number.startswith(wanted) for number in numbers)
            if by_number or all(word in folded(person.name) for word in words):
                yield record, person


def _by_number(session: Session, digits: str) -> list[DossierRecord]:
    if len(digits) < FEWEST_DIGITS:
        return []
    found: list[DossierRecord] = []
    for column in (DossierRecord.owner_id_no, DossierRecord.owner_phone):
        # repeats what the partial index says, else SQLite does not use it
        statement = select(DossierRecord).where(
            column != "", column >= digits, column < digits + _BEYOND
        )
        found += session.scalars(
            statement.order_by(column, DossierRecord.id.desc()).limit(_LOOKED_AT)
        )
    return found


def _by_name(session: Session, name: str) -> list[DossierRecord]:
    """Owners of exactly this name; its tones may be left out, not the letters ă â đ ê ô ơ ư."""
    if " " not in name:
        return []
    letters = person_sort_key(name).partition("\t")[0] + "\t"
    column = DossierRecord.owner_sort
    statement: Select[DossierRecord] = (
        select(DossierRecord)
        .where(column >= letters, column < letters + _BEYOND)
        .order_by(column, DossierRecord.id.desc())
        .limit(_LOOKED_AT)
    )
    return list(session.scalars(statement))


def _people(found: Iterable[tuple[DossierRecord, Person]]) -> dict[tuple[str, str], KnownPerson]:
    """By who they are, newest first."""
    people: dict[tuple[str, str], KnownPerson] = {}
    for record, person in sorted(found, key=lambda one: -one[0].id):
        if record.void_at is None:
            hamlet = _hamlet(record) if person == _owner(record) else None
            people.setdefault(_identity(person), KnownPerson(person, hamlet, record.arrived_at))
    return people


def _identity(person: Person) -> tuple[str, str]:
    """An id number is one person; without it the name and the phone are."""
    return (person.id_no, "") if person.id_no else (folded(person.name), person.phone)


def _owner(record: DossierRecord) -> Person:
    return Person(record.owner_name, record.owner_id_no, record.owner_phone, record.owner_address)


def _applicant(record: DossierRecord) -> Person:
    return Person(
        record.applicant_name,
        record.applicant_id_no,
        record.applicant_phone,
        record.applicant_address,
    )


def _hamlet(record: DossierRecord) -> HamletId | None:
    return None if record.hamlet_id is None else HamletId(record.hamlet_id)
