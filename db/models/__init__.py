"""The tables of the file, one module per noun."""

from db.action_kind import ActionKind
from db.models.action import ActionRecord, ChangeRecord, SealRecord
from db.models.assets import (
    AccessRecord,
    DeviceRecord,
    DocumentMonthRecord,
    OfficialDocumentRecord,
    StaffRecord,
    SystemRecord,
)
from db.models.attachment import AttachmentRecord, ContentRecord
from db.models.base import Base
from db.models.catalogue import FieldRecord, PaperRecord, ProcedureRecord, TermsRecord
from db.models.closing import ClosedFileRecord, ClosingRecord
from db.models.dossier import (
    ApologyRecord,
    BookRecord,
    DossierRecord,
    HandedPaperRecord,
    StopRecord,
)
from db.models.imports import SourceRecord, WaitingRowRecord
from db.models.indicator import (
    EvidenceRecord,
    IndicatorRecord,
    RemarkRecord,
    TargetRecord,
    ValueRecord,
)
from db.models.office import (
    DayRecord,
    HamletRecord,
    OfficerRecord,
    SecretRecord,
    SettingRecord,
    UnitRecord,
)
from db.models.outreach import (
    CampaignDayRecord,
    CampaignRecord,
    ChatGroupRecord,
    OutreachEventRecord,
    PilotRecord,
)
from db.models.printing import PrintRecord, QueuedPrintRecord
from db.models.retention import HoldRecord, RedactionRecord, RetentionTermRecord
from db.models.search import ListViewRecord, SavedSearchRecord
from db.models.teams import (
    CommitteeMemberRecord,
    DutyRecord,
    MeetingRecord,
    TeamActivityRecord,
    TeamMemberRecord,
    TeamRecord,
    TeamReturnRecord,
)
from db.models.unsaved import UnsavedFormRecord

__all__ = [
    "AccessRecord",
    "ActionKind",
    "ActionRecord",
    "ApologyRecord",
    "AttachmentRecord",
    "Base",
    "BookRecord",
    "CampaignDayRecord",
    "CampaignRecord",
    "ChangeRecord",
    "ChatGroupRecord",
    "ClosedFileRecord",
    "ClosingRecord",
    "CommitteeMemberRecord",
    "ContentRecord",
    "DayRecord",
    "DeviceRecord",
    "DocumentMonthRecord",
    "DossierRecord",
    "DutyRecord",
    "EvidenceRecord",
    "FieldRecord",
    "HamletRecord",
    "HandedPaperRecord",
    "HoldRecord",
    "IndicatorRecord",
    "ListViewRecord",
    "MeetingRecord",
    "OfficerRecord",
    "OfficialDocumentRecord",
    "OutreachEventRecord",
    "PaperRecord",
    "PilotRecord",
    "PrintRecord",
    "ProcedureRecord",
    "QueuedPrintRecord",
    "RedactionRecord",
    "RemarkRecord",
    "RetentionTermRecord",
    "SavedSearchRecord",
    "SealRecord",
    "SecretRecord",
    "SettingRecord",
    "SourceRecord",
    "StaffRecord",
    "StopRecord",
    "SystemRecord",
    "TargetRecord",
    "TeamActivityRecord",
    "TeamMemberRecord",
    "TeamRecord",
    "TeamReturnRecord",
    "TermsRecord",
    "UnitRecord",
    "UnsavedFormRecord",
    "ValueRecord",
    "WaitingRowRecord",
]
