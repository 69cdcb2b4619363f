"""The search box: parts of a code, name, phone or id number, accents optional.

An index of trigrams knows every three letters in a row: longer words are looked up as they are,
shorter ones as all trigrams that begin with them (each part of a search text ends with a `|`, so
something follows every letter); short words that every other name holds are looked for in what the
others found.

A book number (`2026/000984`), which the receipt of a dossier without a code tells, is looked up as
the number it is; no search text holds it.
"""

import re
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    column,
    false,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
    true,
)
from sqlalchemy.orm import Session

from db.filters import Filter
from db.models import DossierRecord
from dxdesk.domain.text import clean, folded

_FEW = 4000
_SOME = 40_000
"""So many dossiers are sorted faster than an index of the whole list is read."""
_TRIGRAM = 3
_SAMPLE = 1000
_RARE = 25
"""Rarer than one in so many is worth the index; more often, walking along a list is faster."""
_BOOK = re.compile(r"(\d{4})/(\d{1,9})")
_LONGEST = 200
"""Letters that are looked for; a page pasted by mistake is no statement SQLite could take."""
_BEYOND = "\U0010ffff"
_INDEX = table("dossier_search", column("rowid"))
_TERMS = table("dossier_search_terms", column("term"))


def _words(typed: str) -> list[str]:
    """The different words that were typed, folded."""
    words = folded(clean(typed)[:_LONGEST]).split()
    return list(dict.fromkeys(word for word in words if word.strip("|")))


def within(typed: str) -> ColumnElement[bool]:
    """Every word of *typed* stands in the dossier's search text, row by row."""
    return _each(_words(typed))


def _each(words: list[str]) -> ColumnElement[bool]:
    return and_(true(), *map(_holds, words))


def _holds(word: str) -> ColumnElement[bool]:
    found = DossierRecord.search_text.contains(word, autoescape=True)
    booked = _booked(word)
    return found if booked is None else or_(found, booked)


def _booked(word: str) -> ColumnElement[bool] | None:
    """The dossier of the book number that *word* is; None when it is none."""
    number = _BOOK.fullmatch(word)
    if number is None:
        return None
    year = DossierRecord.book_year == int(number[1])
    return and_(year, DossierRecord.book_number == int(number[2]))


def containing(typed: str) -> ColumnElement[bool]:
    """`within`, with the index's help for the words that it looks up as they are."""
    words = [word for word in _words(typed) if _booked(word) is None]
    wanted = [_quoted(word) for word in words if len(word) >= _TRIGRAM]
    if not wanted:
        return within(typed)
    return and_(DossierRecord.id.in_(_hits(wanted)), within(typed))


def matching(session: Session, typed: str) -> Filter:
    """The dossiers whose search text holds every word of *typed*, by way of the index."""
    words = _words(typed)
    for word in words:
        if (booked := _booked(word)) is not None:
            held = DossierRecord.id.in_(_hits([_quoted(word)]))
            return Filter(_each(words), and_(or_(booked, held), _each(words)), few=True)
    frequent = _frequent(session, [word for word in words if len(word) < _TRIGRAM])
    wanted = [_wanted(session, word) for word in words if word not in frequent]
    rest = _each(frequent)
    if not wanted:
        return Filter(rest, dense=True)
    if "" in wanted:
        return Filter(false(), false(), few=True)
    hits = _hits(wanted)
    newest = list(session.scalars(hits.order_by(_INDEX.c.rowid.desc()).limit(_FEW + 1)))
    if len(newest) <= _FEW:
        return Filter(rest, and_(DossierRecord.id.in_(newest), rest), few=True)
    among = newest[0] - newest[-1]
    chosen = and_(literal_column("+dossier.id").in_(hits), rest)
    nearest = and_(DossierRecord.id.in_(newest), rest)
    found = Filter(chosen, newest=nearest, newest_from=newest[-1], dense=among < _RARE * _FEW)
    if newest[0] * _FEW > among * _SOME:
        return found
    return replace(found, by_id=and_(DossierRecord.id.in_(hits), rest))


def _frequent(session: Session, words: list[str]) -> list[str]:
    """Those of *words* that many of the newest dossiers hold: not worth looking up."""
    if not words:
        return []
    newest = select(DossierRecord.id).order_by(DossierRecord.id.desc()).limit(_SAMPLE).subquery()
    held = [func.count().filter(_each([word])) for word in words]
    sample = select(*held).join_from(DossierRecord, newest, DossierRecord.id == newest.c.id)
    counts = session.execute(sample).one()
    return [word for word, count in zip(words, counts, strict=True) if count * _RARE > _SAMPLE]


def _wanted(session: Session, word: str) -> str:
    """What to ask the index for *word*; empty when nothing holds it."""
    return _quoted(word) if len(word) >= _TRIGRAM else _beginning(session, word)


def _beginning(session: Session, word: str) -> str:
    """All trigrams of the file that begin with *word*; empty when none does."""
    terms = _TERMS.c.term
    found = session.scalars(select(terms).where(terms >= word, terms < word + _BEYOND))
    trigrams = " OR ".join(map(_quoted, found))
    return f"({trigrams})" if trigrams else ""


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _hits(wanted: list[str]) -> Select[Any]:
    """Ids of what holds all that is *wanted*."""
    matches = text("dossier_search MATCH :wanted")
    return select(_INDEX.c.rowid).where(matches).params(wanted=" AND ".join(wanted))
