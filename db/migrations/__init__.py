"""Schema versions. Alembic is imported only when a file is not at `HEAD`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dxdesk.errors import StorageError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

HEAD = "0014"
FOREIGN = (
    "Tệp này là cơ sở dữ liệu của chương trình khác, không phải của DX Desk. Hãy chọn đúng tệp."
)
_FOLDER = Path(__file__).resolve().parent


def version(connection: "Connection") -> str | None:
    """The file's schema version; None for an empty file."""
    from sqlalchemy import inspect, text

    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(engine: "Engine", *, before: Callable[[], object] = lambda: None) -> bool:
    """Bring the file to `HEAD`; False when it was there already.

    *before* is called before a file of an earlier version is changed. StorageError for a file of
    a newer program or with tables of another one.
    """
    from sqlalchemy import inspect

    with engine.connect() as connection:
        current = version(connection)
        if current == HEAD:
            return False
        if current is None and inspect(connection).get_table_names():
            raise StorageError(FOREIGN)
    if current is not None and current > HEAD:
        raise StorageError(
            f"Cơ sở dữ liệu này do phiên bản DX Desk mới hơn tạo ra (lược đồ {current}, chương "
            f"trình này đọc được đến {HEAD}). Hãy cài phiên bản mới rồi mở lại; dữ liệu không bị "
            "thay đổi."
        )
    if current is not None:
        before()
    upgrade(engine)
    return True


def upgrade(engine: "Engine", *, to: str = "head") -> None:
    """Bring the file to the schema *to*. LookupError when there never was such a one."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    writing = engine.execution_options(dxdesk_writes=True)
    with writing.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, to)
        except CommandError as error:
            raise LookupError(to) from error
