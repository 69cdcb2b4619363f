"""New dossiers as whole rows: intake, imports and the sample ward make them alike."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from db.book import keep_numbers, last_numbers
from db.bulk import Block, blocks_of, insert_blocks, next_id
from db.models import DossierRecord
from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.channel import Channel
from dxdesk.domain.derived import Derived, Judged, derive, judge

Row = dict[str, Any]

SET: Row = {"day_only": 0, "copies": 1, "assisted": False, "channel": Channel.UNKNOWN}
"""What an untouched dossier says though it is not blank."""
BLANK: Row = {
    name: "" if column.type.python_type is str and not column.nullable else None
    for name, column in DossierRecord.__table__.columns.items()
    if name != "id" and name not in SET
} | SET


def derive_row(row: Row, calendar: WorkingCalendar) -> Row:
    """Set the derived columns of *row* from its facts; raises MissingYearError (R4)."""
    row.update(zip(Derived._fields, derive(seen_as_record(row), calendar), strict=True))
    return row


def judge_row(row: Row, calendar: WorkingCalendar) -> Row:
    """`derive_row` without the keys of lists and search: all that can be wrong, and cheaper."""
    row.update(zip(Judged._fields, judge(seen_as_record(row), calendar), strict=True))
    return row


_Seen = type("_Seen", (), dict(BLANK))


def seen_as_record(row: Row) -> Any:
    """*row* for readers of a record's attributes; a record of its own would be dear to make.

    What *row* leaves out is blank.
    """
    seen = _Seen()
    seen.__dict__ = row
    return seen


class NewRows:
    """New dossiers of one action: each gets an id and the ward's next book number.

    Numbers follow the order of the rows, by the year of arrival. The write lock is held since the
    action began, so no other counter can be given the same ones.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._dialect = session.get_bind().dialect
        self._next_id = next_id(session)
        self._last = last_numbers(session)
        self._given: dict[int, int] = {}

    def ready(self, rows: Sequence[Row]) -> tuple[Block, ...]:
        """Give *rows* their numbers; another thread may write meanwhile.

        What a row leaves out is blank; the columns of `SET` it must have.
        """
        for row_id, row in enumerate(rows, start=self._next_id):
            year = row["arrived_at"].year
            number = self._last[year] = self._given[year] = self._last.get(year, 0) + 1
            row["id"], row["book_year"], row["book_number"] = row_id, year, number
        self._next_id += len(rows)
        return blocks_of(DossierRecord, rows, self._dialect)

    def write(self, blocks: Sequence[Block]) -> None:
        """Insert and log what is ready; numbers given are never given again."""
        if blocks:
            insert_blocks(self._session, blocks)
            keep_numbers(self._session, self._given.copy())


def add_rows(session: Session, rows: Sequence[Row]) -> None:
    """Insert new dossiers and log them."""
    new = NewRows(session)
    new.write(new.ready(rows))
