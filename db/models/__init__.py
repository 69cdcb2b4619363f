"""The tables of the file, one module per noun."""

from db.models.action import ActionKind, ActionRecord, ChangeRecord
from db.models.base import Base
from db.models.catalogue import FieldRecord, ProcedureRecord
from db.models.dossier import ApologyRecord, BookRecord, DossierRecord, StopRecord
from db.models.office import DayRecord, HamletRecord, OfficerRecord, SettingRecord, UnitRecord

__all__ = [
    "ActionKind",
    "ActionRecord",
    "ApologyRecord",
    "Base",
    "BookRecord",
    "ChangeRecord",
    "DayRecord",
    "DossierRecord",
    "FieldRecord",
    "HamletRecord",
    "OfficerRecord",
    "ProcedureRecord",
    "SettingRecord",
    "StopRecord",
    "UnitRecord",
]
