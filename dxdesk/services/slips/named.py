"""A dossier by what stands on its papers: its code, or its number in the book."""

import re

from sqlalchemy import Select, select

from db.models import DossierRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.text import clean
from dxdesk.errors import InputError

_BOOK = re.compile(r"([0-9]{4})/([0-9]{1,9})")


def dossier_named(desk: Desk, text: str) -> DossierId:
    """The dossier of this code, else of this book number (`2026/000123`); InputError without."""
    name = clean(text).strip()
    with desk.reading() as session:
        found = session.scalars(_named(name).limit(2)).all()
    if not found:
        raise InputError(f"Không có hồ sơ nào mang mã hay số sổ “{name[:60]}”.")
    if len(found) > 1:
        raise InputError(f"Có nhiều hồ sơ mang mã “{name[:60]}”; hãy ghi số sổ.")
    return DossierId(found[0])


def _named(name: str) -> Select[int]:
    record = DossierRecord
    if book := _BOOK.fullmatch(name):
        year, number = map(int, book.groups())
        return select(record.id).where(record.book_year == year, record.book_number == number)
    return select(record.id).where(record.code.in_({name, name.upper()}))
