"""The ward's book: the last number given in each year. The write lock keeps them ours."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from db.asking import asked

_LAST = "SELECT year, last_number FROM book"
_KEEP = (
    "INSERT INTO book (year, last_number) VALUES (?, ?) "
    "ON CONFLICT (year) DO UPDATE SET last_number = excluded.last_number"
)


def last_numbers(session: Session) -> dict[int, int]:
    return dict(asked(session.connection())(_LAST))


def keep_numbers(session: Session, last: Mapping[int, int]) -> None:
    """Numbers up to these are given: never again, undo or not."""
    ask = asked(session.connection())
    for given in last.items():
        ask(_KEEP, given)
