"""The search box: parts of a code, name, phone or id number, accents optional.

A trigram index answers from three letters on; shorter text is looked for along the list itself.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, column, select, table, text, true
from sqlalchemy.orm import Session

from db.models import DossierRecord
from dxdesk.domain.text import clean, folded

FEW = 2000
_TRIGRAM = 3
_LONGEST = 200
"""Letters that are looked for; a page pasted by mistake is no statement SQLite could take."""
_INDEX = table("dossier_search", column("rowid"))


@dataclass(frozen=True, slots=True)
class Match:
    """What fits the text: all ids when they are few, else only the condition."""

    condition: ColumnElement[bool]
    few: list[int] | None


def _words(typed: str) -> list[str]:
    """The different words that were typed, folded."""
    words = folded(clean(typed)[:_LONGEST]).split()
    return list(dict.fromkeys(word for word in words if word.strip("|")))


def within(typed: str) -> ColumnElement[bool]:
    """Every word of *typed* stands in the dossier's search text."""
    words = _words(typed)
    return and_(
        true(), *(DossierRecord.search_text.contains(word, autoescape=True) for word in words)
    )


def matching(session: Session, typed: str) -> Match:
    """The dossiers whose search text holds every word of *typed*."""
    long_words = [word for word in _words(typed) if len(word) >= _TRIGRAM]
    if not long_words:
        return Match(within(typed), None)
    wanted = " AND ".join('"' + word.replace('"', '""') + '"' for word in long_words)
    hits = select(_INDEX.c.rowid).where(text("dossier_search MATCH :wanted")).params(wanted=wanted)
    condition = and_(DossierRecord.id.in_(hits), within(typed))
    newest = list(session.scalars(hits.order_by(_INDEX.c.rowid.desc()).limit(FEW + 1)))
    return Match(condition, newest if len(newest) <= FEW else None)
