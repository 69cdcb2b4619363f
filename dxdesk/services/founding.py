"""What a file needs before it is worked with: the schema of today, an officer, a catalogue."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from db.engine import Database
from db.migrations import migrate
from db.models import OfficerRecord, PaperRecord
from db.shelf import shelve
from dxdesk.desk import Desk
from dxdesk.domain.backup import Reason
from dxdesk.domain.dossier import OfficerId
from dxdesk.domain.rights import Right
from dxdesk.services.catalogue import add_starter
from dxdesk.services.papers import add_starter_papers

FIRST_OFFICER = "Cán bộ Một cửa"


def bring_up(database: Database, clock: Callable[[], datetime]) -> OfficerId:
    """Make a new file, or bring one of an earlier version to today's; its first officer."""
    upgraded = migrate(database.engine, before=partial(_keep, database, clock))
    officer = _first_officer(database, clock)
    if upgraded:
        _complete(Desk(database, clock, officer))
    return officer


def _keep(database: Database, clock: Callable[[], datetime]) -> None:
    """A file of an earlier version is copied before it is changed."""
    if database.path is not None:
        shelve(database.path, clock(), Reason.UPGRADE, database.keys)


def _complete(desk: Desk) -> None:
    """What a file of an earlier version has not got yet: the papers of its procedures."""
    with desk.reading() as session:
        listed = session.scalar(select(PaperRecord.id).limit(1)) is not None
    if not listed:
        with desk.act("Bổ sung thành phần hồ sơ vào danh mục", right=Right.OFFICE) as session:
            add_starter_papers(session)


def _first_officer(database: Database, clock: Callable[[], datetime]) -> OfficerId:
    found = _officer(database)
    if found is not None:
        return found
    now = clock().replace(second=0, microsecond=0)
    try:
        with database.action("Tạo cơ sở dữ liệu", officer_id=1, at=now, deferred=True) as session:
            session.add(OfficerRecord(id=1, name=FIRST_OFFICER))
            session.flush()
            add_starter(session)
            add_starter_papers(session)
    except IntegrityError:
        found = _officer(database)
        if found is None:
            raise
        return found  # another program opened the new file at the same time and was first
    return OfficerId(1)


def _officer(database: Database) -> OfficerId | None:
    with database.reading() as session:
        found = session.scalar(select(OfficerRecord.id).order_by(OfficerRecord.id).limit(1))
    return None if found is None else OfficerId(found)
