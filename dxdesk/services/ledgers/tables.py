"""Which table keeps which ledger."""

from typing import Any

from db.models import (
    AccessRecord,
    CampaignDayRecord,
    CampaignRecord,
    ChatGroupRecord,
    CommitteeMemberRecord,
    DeviceRecord,
    DocumentMonthRecord,
    DutyRecord,
    HamletRecord,
    MeetingRecord,
    OfficialDocumentRecord,
    OutreachEventRecord,
    PilotRecord,
    StaffRecord,
    SystemRecord,
    TeamActivityRecord,
    TeamMemberRecord,
    TeamRecord,
    TeamReturnRecord,
)
from dxdesk.domain.ledgers import LEDGER_OF, LEDGERS

HAMLETS = "hamlets"
TABLES: dict[str, Any] = {
    "teams": TeamRecord,
    "members": TeamMemberRecord,
    "activities": TeamActivityRecord,
    "returns": TeamReturnRecord,
    "duties": DutyRecord,
    "meetings": MeetingRecord,
    "committee": CommitteeMemberRecord,
    "events": OutreachEventRecord,
    "campaigns": CampaignRecord,
    "tallies": CampaignDayRecord,
    "groups": ChatGroupRecord,
    "pilots": PilotRecord,
    "documents": OfficialDocumentRecord,
    "document_months": DocumentMonthRecord,
    "staff": StaffRecord,
    "devices": DeviceRecord,
    "systems": SystemRecord,
    "accesses": AccessRecord,
    HAMLETS: HamletRecord,
}


def name_column(key: str) -> str:
    """Column of the table of *key* by which its rows are called."""
    return "name" if key == HAMLETS else LEDGER_OF[key].name


LINKED = tuple(
    (ledger, field, field.to) for ledger in LEDGERS for field in ledger.fields if field.to
)
"""Every link: from which ledger, by which field, to which ledger."""
