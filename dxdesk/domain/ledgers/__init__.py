"""All ledgers of the ward's digital work."""

from dxdesk.domain.ledgers.assets import ACCESSES, DEVICES, STAFF, SYSTEMS
from dxdesk.domain.ledgers.committee import COMMITTEE, DUTIES, MEETINGS
from dxdesk.domain.ledgers.field import Entry, Field, Kind, Ledger, Value
from dxdesk.domain.ledgers.outreach import CAMPAIGNS, EVENTS, GROUPS, PILOTS, TALLIES
from dxdesk.domain.ledgers.paperwork import DOCUMENTS, MONTHS
from dxdesk.domain.ledgers.teams import ACTIVITIES, MEMBERS, RETURNS, TEAMS

LEDGERS = (
    *(TEAMS, MEMBERS, ACTIVITIES, RETURNS),
    *(DUTIES, MEETINGS, COMMITTEE),
    *(EVENTS, CAMPAIGNS, TALLIES, GROUPS, PILOTS),
    *(DOCUMENTS, MONTHS),
    *(STAFF, DEVICES, SYSTEMS, ACCESSES),
)
LEDGER_OF = {one.key: one for one in LEDGERS}

__all__ = ["LEDGERS", "LEDGER_OF", "Entry", "Field", "Kind", "Ledger", "Value"]
