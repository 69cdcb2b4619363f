"""Whether the book is gapless, or its gaps are explained by the log."""

from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import BookRecord, DossierRecord
from dxdesk.services.checking.findings import Findings, some

_BLOCK = 2000


def book_numbers(session: Session, given_up: set[tuple[int, int]]) -> Findings:
    """Numbers of each year run from 1 to the last one given; a gap needs its reason in the log."""
    found = Findings()
    lasts = {record.year: record.last_number for record in session.scalars(select(BookRecord))}
    statement = select(DossierRecord.book_year, DossierRecord.book_number).order_by(
        DossierRecord.book_year, DossierRecord.book_number
    )
    given: dict[int, set[int]] = {
        year: {row[1] for row in rows}
        for year, rows in groupby(session.execute(statement).yield_per(_BLOCK), lambda row: row[0])
    }
    for year in sorted(lasts.keys() | given.keys()):
        _year(year, lasts.get(year, 0), given.get(year, set()), given_up, found)
    return found


def _year(
    year: int,
    last: int,
    numbers: set[int],
    given_up: set[tuple[int, int]],
    found: Findings,
) -> None:
    if numbers and max(numbers) > last:
        found.problems.append(
            f"Sổ năm {year}: đã dùng đến số {max(numbers)} nhưng bộ cấp số mới ghi đến {last}."
        )
    gaps = set(range(1, last + 1)) - numbers
    explained = {number for number in gaps if (year, number) in given_up}
    if explained:
        found.notes.append(
            f"Sổ năm {year}: {len(explained)} số bỏ trống vì việc tiếp nhận đã được hoàn tác "
            f"({some(map(str, sorted(explained)))})."
        )
    if gaps - explained:
        found.problems.append(
            f"Sổ năm {year}: {len(gaps - explained)} số bị bỏ trống không rõ lý do "
            f"({some(map(str, sorted(gaps - explained)))})."
        )
