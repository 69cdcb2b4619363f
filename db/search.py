"""The search box: parts of a code, name, phone or id number, accents optional.

An index of trigrams knows every three letters in a row. A longer word is looked up as it is, a
shorter one as all trigrams of the file that begin with it (each search text ends with a `|`, so
every letter begins a trigram or stands before the end of a part).
"""

from typing import Any

from sqlalchemy import ColumnElement, and_, column, false, literal_column, select, table, text, true
from sqlalchemy.orm import Session

from db.filters import Filter
from db.models import DossierRecord
from dxdesk.domain.text import clean, folded

_FEW = 2000
_TRIGRAM = 3
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
    words = _words(typed)
    return and_(
        true(), *(DossierRecord.search_text.contains(word, autoescape=True) for word in words)
    )


def containing(typed: str) -> ColumnElement[bool]:
    """`within`, with the index's help for the words that it looks up as they are."""
    wanted = [_quoted(word) for word in _words(typed) if len(word) >= _TRIGRAM]
    if not wanted:
        return within(typed)
    return and_(DossierRecord.id.in_(_hits(" AND ".join(wanted))), within(typed))


def matching(session: Session, typed: str) -> Filter:
    """The dossiers whose search text holds every word of *typed*, found by the index alone."""
    wanted = [_wanted(session, word) for word in _words(typed)]
    if not wanted:
        return Filter(true())
    if "" in wanted:
        return Filter(false(), false())
    hits = _hits(" AND ".join(wanted))
    condition = literal_column("+dossier.id").in_(hits)
    newest = list(session.scalars(hits.order_by(_INDEX.c.rowid.desc()).limit(_FEW + 1)))
    return Filter(condition, DossierRecord.id.in_(newest) if len(newest) <= _FEW else None)


def _wanted(session: Session, word: str) -> str:
    """What to ask the index for a word; empty when nothing holds it."""
    if len(word) >= _TRIGRAM:
        return _quoted(word)
    terms = _TERMS.c.term
    found = session.scalars(select(terms).where(terms >= word, terms < word + _BEYOND))
    trigrams = " OR ".join(map(_quoted, found))
    return f"({trigrams})" if trigrams else ""


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _hits(wanted: str) -> Any:
    matches = text("dossier_search MATCH :wanted")
    return select(_INDEX.c.rowid).where(matches).params(wanted=wanted)
