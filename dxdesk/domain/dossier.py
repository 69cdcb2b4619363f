"""The values that cross from services to screens, reports and files."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntFlag
from typing import NewType

from dxdesk.domain.channel import Channel
from dxdesk.domain.due import Limit
from dxdesk.domain.late_cause import LateCause
from dxdesk.domain.marks import Delivery, Payment, Satisfaction
from dxdesk.domain.paper import HandedPaper
from dxdesk.domain.state import Ending, State, StopKind

DossierId = NewType("DossierId", int)
ProcedureId = NewType("ProcedureId", int)
FieldId = NewType("FieldId", int)
OfficerId = NewType("OfficerId", int)
HamletId = NewType("HamletId", int)
UnitId = NewType("UnitId", int)
ActionId = NewType("ActionId", int)


class DayOnly(IntFlag):
    """Which moments are known by their date only (R8)."""

    NONE = 0
    RECEIVED = 1
    DUE = 2
    FINISHED = 4
    RETURNED = 8
    SUBMITTED = 16


@dataclass(frozen=True, slots=True)
class Person:
    """Owner or applicant; an organisation has its name here too."""

    name: str = ""
    id_no: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What intake asks for. Empty applicant: the owner came in person.

    `submitted_at` without `accepted` is an online submission that waits for acceptance.
    `received_at` None means now. `limit` None takes the procedure's limit.
    """

    procedure_id: ProcedureId | None
    channel: Channel
    owner: Person
    applicant: Person = field(default_factory=Person)
    code: str = ""
    content: str = ""
    copies: int = 1
    hamlet_id: HamletId | None = None
    fee: int | None = None
    """Đồng; None when not known, 0 when free."""
    note: str = ""
    assisted: bool = False
    """The clerk keyed an online submission for the citizen."""
    assisted_minutes: int | None = None
    payment: Payment | None = None
    receipt_no: str = ""
    delivery: Delivery | None = None
    papers: tuple[HandedPaper, ...] = ()
    """Empty: nobody looked at the papers."""
    papers_digitised: bool | None = None
    interlinked: bool | None = None
    non_territorial: bool | None = None
    submitted_at: datetime | None = None
    received_at: datetime | None = None
    awaits_acceptance: bool = False
    limit: Limit | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about one dossier, names resolved."""

    id: DossierId
    code: str
    book_year: int
    book_number: int
    procedure_id: ProcedureId
    procedure_code: str
    procedure: str
    field: str
    unit: str
    channel: Channel
    assisted: bool
    owner: Person
    applicant: Person
    hamlet: str
    content: str
    copies: int
    fee: int | None
    note: str
    assisted_minutes: int | None
    payment: Payment | None
    receipt_no: str
    delivery: Delivery | None
    """Where the citizen wants the result."""
    papers_digitised: bool | None
    """Whether all papers handed in are kept as digital copies; None when not known."""
    result_digitised: bool | None
    data_reused: bool | None
    """Whether at least one paper was replaced by data."""
    satisfaction: Satisfaction | None
    limit: Limit | None
    submitted_at: datetime | None
    acceptance_due_at: datetime | None
    """Second clock of an online submission: 8 working hours (law.md §1.4 R1)."""
    received_at: datetime | None
    due_at: datetime | None
    promised_at: datetime | None
    """New appointment told to the citizen (R7); figures never use it."""
    processing_since: datetime | None
    stopped_since: datetime | None
    stop_kind: StopKind | None
    finished_at: datetime | None
    ending: Ending | None
    returned_at: datetime | None
    returned_to: str
    declined_at: datetime | None
    void_at: datetime | None
    reason: str
    """Why it was declined, stopped, withdrawn, closed or voided."""
    late_reason: str
    late_cause: LateCause | None
    returned_via: Delivery | None
    interlinked: bool | None
    """Part of a group of procedures that several offices carry out together."""
    non_territorial: bool | None
    """Of a citizen for whom another ward would be the place."""
    day_only: DayOnly
    state: State
    outcome: str | None
    """`early`, `on_time`, `late` under the ward's rule R10; None while not finished."""
    overdue: bool
    officer: str
    """Who holds it now."""
    held_since: datetime | None
    received_by: str
    data_removed_at: datetime | None = None
    """When its personal data was removed after the term; None: it was not."""

    @property
    def book(self) -> str:
        """`2026/000123`: the ward's own book number."""
        return f"{self.book_year}/{self.book_number:06}"


NO_OWNER = "(đã xóa dữ liệu cá nhân)"
"""What a list shows as the owner of a dossier whose personal data was removed."""


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One row of a list."""

    id: DossierId
    code: str
    book: str
    procedure_code: str
    procedure: str
    field: str
    owner: str
    phone: str
    channel: Channel
    received_at: datetime | None
    due_at: datetime | None
    finished_at: datetime | None
    returned_at: datetime | None
    state: State
    outcome: str | None
    overdue: bool
    officer: str
    held_since: datetime | None
    day_only: DayOnly
    stopped_since: datetime | None
    late_reason: str
    late_cause: LateCause | None = None
    id_no: str = ""
    interlinked: bool | None = None
    non_territorial: bool | None = None
    not_received: bool = False
    """Submitted or declined, never accepted: `received_at` is then the submission's moment."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a dossier's timeline or of the action log."""

    action_id: ActionId
    at: datetime
    name: str
    officer: str
    undone: bool
    changes: tuple["ValueChange", ...] = ()


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One changed value, as an officer reads it."""

    label: str
    old: str
    new: str
    private: bool = False
    """Both are id numbers or phones."""
