"""Dossiers: stored moments, and the few values derived from them at each write.

The derived columns (`state`, `outcome`, `arrived_at`, `long_running`, sort and search keys)
are set in one place, `dxdesk.services.derive`; `dxdesk check` compares them with the facts.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, ForeignKey, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import Code, Moment
from dxdesk.domain.channel import Channel
from dxdesk.domain.marks import Delivery, Payment, Satisfaction
from dxdesk.domain.paper import PaperForm
from dxdesk.domain.state import Ending, State, StopKind

FILTERED = (
    *("state", "channel", "field_id", "procedure_id", "officer_id", "hamlet_id", "unit_id"),
    *("received_at", "due_at", "finished_at", "declined_at", "stopped_since", "void_at"),
    *("outcome", "ending"),
)
"""What a list can be narrowed by: two indexes carry it all, so that no filter reads the rows."""
COUNTED = text("void_at IS NULL AND received_at IS NOT NULL")


class DossierRecord(Base):
    __tablename__ = "dossier"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str | None] = mapped_column(unique=True)
    book_year: Mapped[int] = mapped_column(SmallInteger)
    book_number: Mapped[int]
    procedure_id: Mapped[int] = mapped_column(ForeignKey("procedure.id"))
    field_id: Mapped[int] = mapped_column(ForeignKey("field.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    hamlet_id: Mapped[int | None] = mapped_column(ForeignKey("hamlet.id"))
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    received_by_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    channel: Mapped[Channel] = mapped_column(Code(Channel))
    assisted: Mapped[bool] = mapped_column(Boolean(create_constraint=False), default=False)
    assisted_minutes: Mapped[int | None] = mapped_column(SmallInteger)

    owner_name: Mapped[str] = mapped_column(default="")
    owner_id_no: Mapped[str] = mapped_column(default="")
    owner_phone: Mapped[str] = mapped_column(default="")
    owner_address: Mapped[str] = mapped_column(default="")
    applicant_name: Mapped[str] = mapped_column(default="")
    applicant_id_no: Mapped[str] = mapped_column(default="")
    applicant_phone: Mapped[str] = mapped_column(default="")
    applicant_address: Mapped[str] = mapped_column(default="")

    content: Mapped[str] = mapped_column(default="")
    copies: Mapped[int] = mapped_column(default=1)
    fee: Mapped[int | None]
    payment: Mapped[Payment | None] = mapped_column(Code(Payment))
    receipt_no: Mapped[str] = mapped_column(default="", server_default=text("''"))
    delivery: Mapped[Delivery | None] = mapped_column(Code(Delivery))
    papers_digitised: Mapped[bool | None] = mapped_column(Boolean(create_constraint=False))
    result_digitised: Mapped[bool | None] = mapped_column(Boolean(create_constraint=False))
    data_reused: Mapped[bool | None] = mapped_column(Boolean(create_constraint=False))
    satisfaction: Mapped[Satisfaction | None] = mapped_column(Code(Satisfaction))
    note: Mapped[str] = mapped_column(default="")
    limit_kind: Mapped[str | None]
    limit_amount: Mapped[float | None]

    submitted_at: Mapped[datetime | None] = mapped_column(Moment)
    acceptance_due_at: Mapped[datetime | None] = mapped_column(Moment)
    received_at: Mapped[datetime | None] = mapped_column(Moment)
    due_at: Mapped[datetime | None] = mapped_column(Moment)
    promised_at: Mapped[datetime | None] = mapped_column(Moment)
    processing_since: Mapped[datetime | None] = mapped_column(Moment)
    held_since: Mapped[datetime | None] = mapped_column(Moment)
    stopped_since: Mapped[datetime | None] = mapped_column(Moment)
    stop_kind: Mapped[StopKind | None] = mapped_column(Code(StopKind))
    stop_mode: Mapped[str | None]
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
    ending: Mapped[Ending | None] = mapped_column(Code(Ending))
    returned_at: Mapped[datetime | None] = mapped_column(Moment)
    returned_to: Mapped[str] = mapped_column(default="")
    declined_at: Mapped[datetime | None] = mapped_column(Moment)
    void_at: Mapped[datetime | None] = mapped_column(Moment)
    data_removed_at: Mapped[datetime | None] = mapped_column(Moment)
    """When the personal data was removed after its term: nothing more is done to it."""
    reason: Mapped[str] = mapped_column(default="")
    late_reason: Mapped[str] = mapped_column(default="")
    late_cause: Mapped[int | None] = mapped_column(SmallInteger)
    """The number of a cause (dxdesk/domain/late_cause.py)."""
    returned_via: Mapped[Delivery | None] = mapped_column(Code(Delivery))
    interlinked: Mapped[bool | None] = mapped_column(Boolean(create_constraint=False))
    non_territorial: Mapped[bool | None] = mapped_column(Boolean(create_constraint=False))
    day_only: Mapped[int] = mapped_column(SmallInteger, default=0)

    state: Mapped[State] = mapped_column(Code(State))
    outcome: Mapped[int | None] = mapped_column(SmallInteger)
    """`dxdesk.domain.outcome`: LATE, or the bits of the rules R10 under which it is early."""
    arrived_at: Mapped[datetime] = mapped_column(Moment)
    """Received, else submitted: the order of the list."""
    long_running: Mapped[bool] = mapped_column(Boolean(create_constraint=False))
    """Open, or finished more than `LONG` after receipt: see `db.figures`."""
    owner_sort: Mapped[str]
    search_text: Mapped[str]

    __table_args__ = (
        UniqueConstraint("book_year", "book_number"),
        Index(
            "ix_dossier_figures",
            *("field_id", "received_at", "finished_at", "due_at", "outcome", "channel"),
            *("ending", "stopped_since", "procedure_id", "officer_id", "unit_id", "void_at"),
            sqlite_where=COUNTED,
        ),
        Index(
            "ix_dossier_long_running",
            *("long_running", "received_at", "field_id", "finished_at", "due_at", "outcome"),
            *("channel", "ending", "stopped_since", "procedure_id", "officer_id", "unit_id"),
            "void_at",
            sqlite_where=text("long_running = 1 AND void_at IS NULL AND received_at IS NOT NULL"),
        ),
        Index(
            "ix_dossier_declined",
            *("declined_at", "field_id"),
            sqlite_where=text("declined_at IS NOT NULL"),
        ),
        Index(
            "ix_dossier_list",
            *("arrived_at", "id", "book_year", "book_number", "code", *FILTERED),
        ),
        Index("ix_dossier_owner", "owner_sort", "id", "arrived_at", *FILTERED),
        Index(
            "ix_dossier_owner_id_no",
            *("owner_id_no", "id"),
            sqlite_where=text("owner_id_no != ''"),
        ),
        Index(
            "ix_dossier_owner_phone",
            *("owner_phone", "id"),
            sqlite_where=text("owner_phone != ''"),
        ),
        Index("ix_dossier_due", "due_at"),
        Index("ix_dossier_finished", "finished_at"),
        Index("ix_dossier_returned", "returned_at"),
        Index("ix_dossier_held", "held_since"),
        Index("ix_dossier_phone", "owner_phone"),
        Index("ix_dossier_state", "state", "arrived_at"),
        Index("ix_dossier_field", "field_id", "arrived_at"),
        Index("ix_dossier_procedure", "procedure_id", "arrived_at"),
        Index("ix_dossier_officer", "officer_id", "arrived_at"),
        Index("ix_dossier_channel", "channel", "arrived_at"),
        Index("ix_dossier_hamlet", "hamlet_id", "arrived_at"),
        {"sqlite_autoincrement": True},
    )


class StopRecord(Base):
    """One time in which the clock stood still (R5)."""

    __tablename__ = "stop"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    kind: Mapped[StopKind] = mapped_column(Code(StopKind))
    mode: Mapped[str]
    stopped_at: Mapped[datetime] = mapped_column(Moment)
    resumed_at: Mapped[datetime | None] = mapped_column(Moment)
    reason: Mapped[str] = mapped_column(default="")


class HandedPaperRecord(Base):
    """One paper of one dossier: as what it was handed in, or that it is missing."""

    __tablename__ = "handed_paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    position: Mapped[int] = mapped_column(SmallInteger)
    name: Mapped[str]
    form: Mapped[PaperForm | None] = mapped_column(Code(PaperForm))
    number: Mapped[int] = mapped_column(SmallInteger, default=1)
    always: Mapped[bool] = mapped_column(Boolean(create_constraint=False), default=True)


class ApologyRecord(Base):
    """An apology slip with a new appointment (R7): both dates are kept."""

    __tablename__ = "apology"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    due_at: Mapped[datetime | None] = mapped_column(Moment)
    promised_at: Mapped[datetime] = mapped_column(Moment)
    reason: Mapped[str] = mapped_column(default="")


class BookRecord(Base):
    """The last book number given in a year.

    Not part of the action log: a number once given is never given again, undo or not.
    """

    __tablename__ = "book"
    __table_args__: Any = {}

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last_number: Mapped[int]
