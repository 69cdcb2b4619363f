"""The tables of the file, one module per noun."""

from db.models.action import ActionKind, ActionRecord, ChangeRecord, SealRecord
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
from db.models.printing import PrintRecord, QueuedPrintRecord
from db.models.search import ListViewRecord, SavedSearchRecord
from db.models.unsaved import UnsavedFormRecord

__all__ = [
    "ActionKind",
    "ActionRecord",
    "ApologyRecord",
    "AttachmentRecord",
    "Base",
    "BookRecord",
    "ChangeRecord",
    "ClosedFileRecord",
    "ClosingRecord",
    "ContentRecord",
    "DayRecord",
    "DossierRecord",
    "EvidenceRecord",
    "FieldRecord",
    "HamletRecord",
    "HandedPaperRecord",
    "IndicatorRecord",
    "ListViewRecord",
    "OfficerRecord",
    "PaperRecord",
    "PrintRecord",
    "ProcedureRecord",
    "QueuedPrintRecord",
    "RemarkRecord",
    "SavedSearchRecord",
    "SealRecord",
    "SecretRecord",
    "SettingRecord",
    "SourceRecord",
    "StopRecord",
    "TargetRecord",
    "TermsRecord",
    "UnitRecord",
    "UnsavedFormRecord",
    "ValueRecord",
    "WaitingRowRecord",
]
