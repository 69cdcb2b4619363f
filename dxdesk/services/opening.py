"""Opening a database: where it lies, whether it may be used, and its first contents."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from db.backup import finish_exchange, is_foreign
from db.driver import key_of
from db.engine import Database, connect
from db.location import check_place
from db.migrations import FOREIGN, HEAD
from dxdesk.desk import Desk
from dxdesk.domain.dossier import OfficerId
from dxdesk.domain.key import Keys
from dxdesk.domain.rights import Role
from dxdesk.errors import InputError, StorageError, system_words
from dxdesk.paths import default_database
from dxdesk.services.access.mode import Mode, mode, mode_asked

_UNKNOWN = "hãy chọn thư mục khác hoặc nhờ quản trị máy"
_VERSIONED = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
_VERSION = "SELECT version_num FROM alembic_version"
_OFFICER = "SELECT id FROM officer ORDER BY id LIMIT 1"


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
        known = _known(database)
        if known is None:
            from dxdesk.services.founding import bring_up  # SQLAlchemy, half a second

            officer = bring_up(database, clock)
            known = officer, mode(database)
    except BaseException:
        database.close()
        raise
    officer, chosen = known
    role = None if guarded and chosen is Mode.PEOPLE else Role.ADMINISTRATOR
    return Desk(database, clock, officer, role=role)


def _known(database: Database) -> tuple[OfficerId, Mode] | None:
    """Whose file of this very schema it is, and how the ward works; None: it is to be made so."""
    with database.asking() as ask:
        if not ask(_VERSIONED) or ask(_VERSION) != [(HEAD,)]:
            return None
        found = ask(_OFFICER)
        return (OfficerId(found[0][0]), mode_asked(ask)) if found else None


def database_at(path_or_url: Path | str | None) -> Database:
    """The way to a database, None being the person's own; nothing is opened yet."""
    try:
        return connect(default_database() if path_or_url is None else path_or_url)
    except (ValueError, ImportError) as error:
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
