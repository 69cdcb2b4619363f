"""Opening a database: where it lies, whether it may be used, and its first contents."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import ArgumentError, IntegrityError

from db.backup import finish_exchange, is_foreign
from db.driver import key_of
from db.engine import Database, connect
from db.location import check_place
from db.migrations import FOREIGN, migrate
from db.models import OfficerRecord, PaperRecord
from db.shelf import shelve
from dxdesk.desk import Desk
from dxdesk.domain.backup import Reason
from dxdesk.domain.dossier import OfficerId
from dxdesk.domain.key import Keys
from dxdesk.errors import InputError, StorageError, system_words
from dxdesk.paths import default_database
from dxdesk.services.access.mode import Mode, mode
from dxdesk.services.catalogue import add_starter
from dxdesk.services.papers import add_starter_papers

_UNKNOWN = "hãy chọn thư mục khác hoặc nhờ quản trị máy"
FIRST_OFFICER = "Cán bộ Một cửa"


def open_desk(
    path_or_url: Path | str | None = None,
    *,
    clock: Callable[[], datetime] = datetime.now,
    create: bool = True,
    guarded: bool = True,
    keys: Keys = (),
) -> Desk:
    """The desk over a database file, made and migrated when needed.

    Where the ward works with passwords nobody is at it yet (`services.access`), unless the program
    itself looks at a file: not *guarded*.

    StorageError with a plain sentence when the file is damaged, newer, on a network share,
    in a read-only folder, or missing while *create* is off; LockedError when it is encrypted and
    none of *keys* opens it.
    """
    database = _unlocked(database_at(path_or_url), create=create, keys=keys)
    try:
        upgraded = migrate(database.engine, before=partial(_keep, database, clock))
        desk = Desk(database, clock, _first_officer(database, clock))
        if upgraded:
            _complete(desk)
        if guarded and mode(database) is Mode.PEOPLE:
            desk = replace(desk, role=None)
    except BaseException:
        database.close()
        raise
    return desk


def database_at(path_or_url: Path | str | None) -> Database:
    """The way to a database, None being the person's own; nothing is opened yet."""
    try:
        return connect(default_database() if path_or_url is None else path_or_url)
    except (ArgumentError, ImportError) as error:
        raise InputError(
            f"Cơ sở dữ liệu “{path_or_url}”: địa chỉ không dùng được; hãy ghi đường dẫn của tệp, "
            "ví dụ dxdesk.db."
        ) from error


def _unlocked(found: Database, *, create: bool, keys: Keys) -> Database:
    if found.path is None:
        return found
    _prepare(found.path, create=create)
    key = key_of(found.path, keys)
    return found if key is None else connect(found.path, key)


def _prepare(path: Path, *, create: bool) -> None:
    check_place(path)
    finish_exchange(path)
    if path.exists():
        if not create and path.stat().st_size == 0:
            raise StorageError(f"Tệp “{path}” rỗng, không có hồ sơ nào. Hãy kiểm tra đường dẫn.")
        if is_foreign(path):  # before the first connection, which would turn its journal to WAL
            raise StorageError(f"{FOREIGN} (Tệp: {path})")
        return
    if not create:
        raise StorageError(f"Không có cơ sở dữ liệu “{path}”. Hãy kiểm tra lại đường dẫn.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"Không tạo được thư mục “{path.parent}”: {system_words(error) or _UNKNOWN}."
        ) from error


def _keep(database: Database, clock: Callable[[], datetime]) -> None:
    """A file of an earlier version is copied before it is changed."""
    if database.path is not None:
        shelve(database.path, clock(), Reason.UPGRADE, database.keys)


def _complete(desk: Desk) -> None:
    """What a file of an earlier version has not got yet: the papers of its procedures."""
    with desk.reading() as session:
        listed = session.scalar(select(PaperRecord.id).limit(1)) is not None
    if not listed:
        with desk.act("Bổ sung thành phần hồ sơ vào danh mục") as session:
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
