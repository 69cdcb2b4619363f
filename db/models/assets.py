"""Documents, staff, devices and systems; columns as in `teams`."""

from datetime import date

from sqlalchemy import Date, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base


class OfficialDocumentRecord(Base):
    __tablename__ = "official_document"

    id: Mapped[int] = mapped_column(primary_key=True)
    direction: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    day: Mapped[date | None] = mapped_column(Date)
    booked_on: Mapped[date] = mapped_column(Date, index=True)
    kind: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    other: Mapped[str] = mapped_column(default="")
    handler: Mapped[str] = mapped_column(default="")
    signed: Mapped[str] = mapped_column(default="")
    medium: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(Date)
    done_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(default="")


class DocumentMonthRecord(Base):
    __tablename__ = "document_month"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    month: Mapped[int]
    direction: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    total: Mapped[int]
    signed: Mapped[int | None]
    network: Mapped[int | None]
    late: Mapped[int | None]
    source: Mapped[str] = mapped_column(default="")


class StaffRecord(Base):
    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    position: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    account: Mapped[str] = mapped_column(default="")
    mail: Mapped[str] = mapped_column(default="")
    portal: Mapped[str] = mapped_column(default="")
    signature: Mapped[str] = mapped_column(default="")
    regular: Mapped[str] = mapped_column(default="")
    trained_on: Mapped[date | None] = mapped_column(Date)
    training: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    left_on: Mapped[date | None] = mapped_column(Date)


class DeviceRecord(Base):
    __tablename__ = "device"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    amount: Mapped[int | None]
    first_year: Mapped[int | None]
    condition: Mapped[str] = mapped_column(default="")
    proposal: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    holder: Mapped[str] = mapped_column(default="")
    tag: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class SystemRecord(Base):
    __tablename__ = "used_system"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(default="")


class AccessRecord(Base):
    __tablename__ = "system_access"

    id: Mapped[int] = mapped_column(primary_key=True)
    system_id: Mapped[int] = mapped_column(ForeignKey("used_system.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    level: Mapped[str] = mapped_column(default="")
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(default="")
