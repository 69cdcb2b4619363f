"""New dossiers as whole rows: intake, imports and the sample ward make them alike."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from db.bulk import insert_dossiers, next_id
from db.models import BookRecord, DossierRecord
from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.channel import Channel
from dxdesk.domain.derived import Derived, derive

Row = dict[str, Any]

SET: Row = {"day_only": 0, "copies": 1, "assisted": False, "channel": Channel.UNKNOWN}
"""What an untouched dossier says though it is not blank."""
BLANK: Row = {
    name: "" if column.type.python_type is str and not column.nullable else None
    for name, column in DossierRecord.__table__.columns.items()
    if name != "id" and name not in SET
} | SET
_GIVE = (
    insert(BookRecord)
    .values(year=bindparam("of_year"), last_number=bindparam("count"))
    .on_conflict_do_update(
        index_elements=["year"],
        set_={"last_number": BookRecord.last_number + bindparam("count")},
    )
    .returning(BookRecord.last_number)
)


def derive_row(row: Row, calendar: WorkingCalendar) -> Row:
    """Set the derived columns of *row* from its facts; raises MissingYearError (R4)."""
    row.update(zip(Derived._fields, derive(seen_as_record(row), calendar), strict=True))
    return row


_Seen = type("_Seen", (), dict(BLANK))


def seen_as_record(row: Row) -> Any:
    """*row* for readers of a record's attributes; a record of its own would be dear to make.

    What *row* leaves out is blank.
    """
    seen = _Seen()
    seen.__dict__ = row
    return seen


def add_rows(session: Session, rows: Sequence[Row]) -> None:
    """Insert new dossiers and log them; each gets an id and the ward's next book number.

    What a row leaves out is blank; the columns of `SET` it must have.
    Numbers follow the order of *rows*, by the year of arrival. The write lock is held since the
    action began, so no other counter can be given the same ones.
    """
    years = Counter(row["arrived_at"].year for row in rows)
    numbers = {year: _first_number(session, year, count) for year, count in years.items()}
    for row_id, row in enumerate(rows, start=next_id(session)):
        year = row["arrived_at"].year
        row["id"] = row_id
        row["book_year"] = year
        row["book_number"] = numbers[year]
        numbers[year] += 1
    insert_dossiers(session, rows)


def _first_number(session: Session, year: int, count: int) -> int:
    """The first of *count* fresh book numbers of *year*: never given before, never again."""
    last = session.connection().execute(_GIVE, {"of_year": year, "count": count}).scalar_one()
    return last - count + 1
