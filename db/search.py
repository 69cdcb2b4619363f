"""The search box: parts of a code, name, phone or id number, accents optional.

An index of trigrams knows every three letters in a row: longer words are looked up as they are.
Beside them, shorter words are looked for in what was found; alone, as all trigrams that begin with
them (each part of a search text ends with a `|`, so something follows every letter).
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    column,
    false,
    func,
    literal_column,
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
_TRIGRAM = 3
_SAMPLE = 1000
_RARE = 25
_LONGEST = 200
"""Letters that are looked for; a page pasted by mistake is no statement SQLite could take."""
_BEYOND = "\U0010ffff"
_INDEX = table("dossier_search", column("rowid"))
_TERMS = table("dossier_search_terms", column("term"))


def _words(typed: str) -> list[str]:
    """The different words that were typed, folded."""
    words = folded(clean(typed)[:_LONGEST]).split()
    return list(dict.fromkeys(word for word in words if word.strip("|")))


def has_short_words(typed: str) -> bool:
    """Whether a word is shorter than what the index of trigrams looks up as it is."""
    return any(len(word) < _TRIGRAM for word in _words(typed))


def within(typed: str) -> ColumnElement[bool]:
    """Every word of *typed* stands in the dossier's search text, row by row."""
    return _each(_words(typed))


def _each(words: list[str]) -> ColumnElement[bool]:
    found = (DossierRecord.search_text.contains(word, autoescape=True) for word in words)
    return and_(true(), *found)


def containing(typed: str) -> ColumnElement[bool]:
    """`within`, with the index's help for the words that it looks up as they are."""
    wanted = [_quoted(word) for word in _words(typed) if len(word) >= _TRIGRAM]
    if not wanted:
        return within(typed)
    return and_(DossierRecord.id.in_(_hits(wanted)), within(typed))


def matching(session: Session, typed: str) -> Filter:
    """The dossiers whose search text holds every word of *typed*, by way of the index."""
    words = _words(typed)
    long = [_quoted(word) for word in words if len(word) >= _TRIGRAM]
    if not long and _is_frequent(session, words):
        return Filter(_each(words))
    wanted = long or [_beginning(session, word) for word in words]
    if "" in wanted:
        return Filter(false(), false(), few=True)
    rest = _each([word for word in words if long and len(word) < _TRIGRAM])
    hits = _hits(wanted)
    newest = list(session.scalars(hits.order_by(_INDEX.c.rowid.desc()).limit(_FEW + 1)))
    if len(newest) <= _FEW:
        return Filter(rest, and_(DossierRecord.id.in_(newest), rest), few=True)
    return Filter(and_(literal_column("+dossier.id").in_(hits), rest))


def _is_frequent(session: Session, words: list[str]) -> bool:
    """Whether many of the newest dossiers hold all *words*."""
    newest = select(DossierRecord.id).order_by(DossierRecord.id.desc()).limit(_SAMPLE).subquery()
    hits = select(func.count()).join(newest, DossierRecord.id == newest.c.id).where(_each(words))
    return (session.scalar(hits.select_from(DossierRecord)) or 0) * _RARE > _SAMPLE


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
