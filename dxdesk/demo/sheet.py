"""What the generator hands out: one invented dossier with everything that happened to it."""

from dataclasses import dataclass, field, fields
from datetime import datetime
from operator import attrgetter
from typing import Any

from dxdesk.demo.ward import Kind
from dxdesk.domain.channel import Channel
from dxdesk.domain.due import Limit, LimitKind
from dxdesk.domain.marks import Delivery, Payment, Satisfaction
from dxdesk.domain.state import Ending, StopKind


@dataclass(frozen=True, slots=True)
class Ward:
    """The ids under which the ward's people, places and procedures stand in the database."""

    kinds: tuple[Kind, ...]
    clerks: tuple[int, ...]
    hamlets: tuple[int, ...]
    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    kind: StopKind
    mode: str
    stopped_at: datetime
    resumed_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Apology:
    at: datetime
    due_at: datetime
    promised_at: datetime
    reason: str


@dataclass(slots=True)
class Sheet:
    """A dossier's columns, filled in as its course is played."""

    procedure_id: int
    field_id: int
    unit_id: int
    hamlet_id: int | None
    officer_id: int
    channel: Channel
    owner_name: str
    owner_id_no: str
    owner_phone: str
    owner_address: str
    limit: Limit | None
    code: str | None = None
    received_by_id: int | None = None
    assisted: bool = False
    applicant_name: str = ""
    applicant_id_no: str = ""
    applicant_phone: str = ""
    applicant_address: str = ""
    content: str = ""
    copies: int = 1
    fee: int | None = None
    note: str = ""
    submitted_at: datetime | None = None
    acceptance_due_at: datetime | None = None
    received_at: datetime | None = None
    due_at: datetime | None = None
    promised_at: datetime | None = None
    processing_since: datetime | None = None
    held_since: datetime | None = None
    stopped_since: datetime | None = None
    stop_kind: StopKind | None = None
    stop_mode: str | None = None
    finished_at: datetime | None = None
    ending: Ending | None = None
    returned_at: datetime | None = None
    returned_to: str = ""
    declined_at: datetime | None = None
    void_at: datetime | None = None
    reason: str = ""
    late_reason: str = ""
    late_cause: int | None = None
    payment: Payment | None = None
    delivery: Delivery | None = None
    returned_via: Delivery | None = None
    papers_digitised: bool | None = None
    result_digitised: bool | None = None
    data_reused: bool | None = None
    satisfaction: Satisfaction | None = None
    day_only: int = 0
    stops: list[Stop] = field(default_factory=list)
    apologies: list[Apology] = field(default_factory=list)

    @property
    def is_same_day(self) -> bool:
        return self.limit is not None and self.limit.kind is LimitKind.SAME_DAY

    def row(self) -> dict[str, Any]:
        """The columns of the dossier itself, without the derived ones."""
        row = dict(zip(_COLUMNS, _VALUES(self), strict=True))
        row["limit_kind"] = None if self.limit is None else self.limit.kind.value
        row["limit_amount"] = None if self.limit is None else self.limit.amount
        return row


_APART = {"limit", "stops", "apologies"}
_COLUMNS = tuple(one.name for one in fields(Sheet) if one.name not in _APART)
_VALUES = attrgetter(*_COLUMNS)
