"""A value of one period with the evidence for it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

from dxdesk.domain.attachment import FileKind
from dxdesk.domain.indicators.amount import Amount
from dxdesk.domain.indicators.kinds import Base, IndicatorId
from dxdesk.domain.period import Period

ValueId = NewType("ValueId", int)
EvidenceFileId = NewType("EvidenceFileId", int)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The document that shows a value."""

    number: str = ""
    dated: date | None = None
    issuer: str = ""

    @property
    def text(self) -> str:
        """`Báo cáo 12/BC-UBND ngày 05/07/2026 của …`; empty when nothing is named."""
        dated = f"ngày {self.dated:%d/%m/%Y}" if self.dated else ""
        issuer = f"của {self.issuer}" if self.issuer else ""
        return " ".join(filter(None, (self.number, dated, issuer)))


@dataclass(frozen=True, slots=True)
class ValueDraft:
    """What an officer enters; no *amount*: there is no number, which is not zero."""

    amount: Amount | None
    base: Base
    base_at: date | None = None
    evidence: Evidence = Evidence()
    note: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    id: EvidenceFileId
    name: str
    kind: FileKind
    size: int
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Value:
    id: ValueId
    indicator_id: IndicatorId
    period: Period
    amount: Amount
    base: Base
    base_at: date | None
    evidence: Evidence
    note: str
    hamlet_id: int | None
    hamlet: str
    files: tuple[EvidenceFile, ...] = ()

    @property
    def proven(self) -> bool:
        """A document or a file stands for it."""
        return bool(self.evidence.number or self.files)
