"""The ward's book: the last number given in each year. The write lock keeps them ours."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

_LAST = "SELECT year, last_number FROM book"
_KEEP = (
    "INSERT INTO book (year, last_number) VALUES (?, ?) "
    "ON CONFLICT (year) DO UPDATE SET last_number = excluded.last_number"
)


def last_numbers(session: Session) -> dict[int, int]:
    found: dict[int, int] = dict(session.connection().exec_driver_sql(_LAST).all())
    return found


def keep_numbers(session: Session, last: Mapping[int, int]) -> None:
    """Numbers up to these are given: never again, undo or not."""
    session.connection().exec_driver_sql(_KEEP, [*last.items()])
