"""Whether a pasted line is in the ledger already, or stood further up in the same table."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from dxdesk.domain.ledgers import Ledger
from dxdesk.domain.ledgers.field import Value
from dxdesk.domain.text import folded
from dxdesk.services.ledgers.tables import TABLES

IDENTITIES: Mapping[str, tuple[str, ...]] = {
    "teams": ("name",),
    "members": ("team_id", "name", "phone"),
    "activities": ("team_id", "day", "form", "topic", "place", "guided"),
    "returns": ("team_id", "year", "month"),
    "duties": ("title", "lead", "given_on"),
    "meetings": ("day", "title"),
    "committee": ("name", "role", "since"),
    "events": ("day", "form", "title", "hamlet_id"),
    "campaigns": ("name", "first_on"),
    "tallies": ("campaign_id", "day"),
    "groups": ("name",),
    "pilots": ("name", "first_on"),
    "documents": ("direction", "number", "day", "subject"),
    "document_months": ("year", "month", "direction", "kind"),
    "staff": ("name", "position"),
    "devices": ("name", "tag", "place", "holder", "first_year"),
    "systems": ("name",),
    "accesses": ("system_id", "staff_id", "level"),
}
"""Columns that are alike only when the same thing is entered twice."""
_TEAM = "team_id"


class Known:
    def __init__(self, session: Session, ledger: Ledger) -> None:
        self._columns = IDENTITIES[ledger.key]
        table = TABLES[ledger.key]
        rows = session.execute(select(*(getattr(table, name) for name in self._columns)))
        self._seen = {tuple(map(_plain, row)) for row in rows}

    def again(self, values: Mapping[str, Value], texts: Mapping[str, str]) -> bool:
        """Whether the entry was seen; it is from now on. A new team is known by its text."""
        wanted = tuple(
            _plain(texts["team"] if name == _TEAM and values[name] is None else values[name])
            for name in self._columns
        )
        seen = wanted in self._seen
        self._seen.add(wanted)
        return seen


def _plain(value: object) -> object:
    return folded(value) if isinstance(value, str) else value
