"""Files that were attached to dossiers. Contents stand apart: no list ever reads past them."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import Moment


class KeptFile:
    """A file as it was given: its bytes are kept once in `content`, however often it was given."""

    content_id: Mapped[int] = mapped_column(ForeignKey("content.id"))
    name: Mapped[str]
    kind: Mapped[str]
    size: Mapped[int]
    added_at: Mapped[datetime] = mapped_column(Moment)
    removed_at: Mapped[datetime | None] = mapped_column(Moment)


class AttachmentRecord(KeptFile, Base):
    """One file of one dossier."""

    __tablename__ = "attachment"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)


class ContentRecord(Base):
    """The bytes of a file, once for all dossiers that have it.

    Not part of the action log: content never changes and never goes, only what refers to it.
    """

    __tablename__ = "content"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)
