"""Citizens that the book knows already, so that nobody types them twice."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db.models import DossierRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import HamletId, Person
from dxdesk.domain.ids import clean_id_no, clean_phone
from dxdesk.domain.text import clean, folded, person_sort_key

MOST_OFFERED = 6
FEWEST_DIGITS = 6
"""Fewer would fit half of the ward."""
_LOOKED_AT = 60
"""Dossiers: one person may have very many."""
_BEYOND = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """An owner as the newest dossier of theirs has them."""

    person: Person
    hamlet_id: HamletId | None
    last: datetime
    """When that dossier came."""


def known(desk: Desk, typed: str) -> tuple[KnownPerson, ...]:
    """Owners whose id number, phone or whole name begins with what was typed, newest first."""
    typed = clean(typed)
    digits = clean_phone(clean_id_no(typed))
    with desk.reading() as session:
        if digits.isascii() and digits.isdigit():
            records = _by_number(session, digits)
        else:
            records = _by_name(session, typed)
        return _people(records)


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


def _people(records: list[DossierRecord]) -> tuple[KnownPerson, ...]:
    found: dict[tuple[str, str], KnownPerson] = {}
    for record in sorted(records, key=lambda one: -one.id):
        if record.void_at is None:
            known_person = KnownPerson(_owner(record), _hamlet(record), record.arrived_at)
            found.setdefault(_identity(known_person.person), known_person)
    return tuple(found.values())[:MOST_OFFERED]


def _identity(person: Person) -> tuple[str, str]:
    """An id number is one person; without it the name and the phone are."""
    return (person.id_no, "") if person.id_no else (folded(person.name), person.phone)


def _owner(record: DossierRecord) -> Person:
    return Person(record.owner_name, record.owner_id_no, record.owner_phone, record.owner_address)


def _hamlet(record: DossierRecord) -> HamletId | None:
    return None if record.hamlet_id is None else HamletId(record.hamlet_id)
