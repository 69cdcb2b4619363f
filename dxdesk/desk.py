"""What every use case needs from outside; made once at the start and passed by hand."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from db.action_kind import ActionKind
from db.asking import Ask
from db.engine import Database
from dxdesk.domain.dossier import OfficerId
from dxdesk.domain.rights import Right, Role, may, why_refused
from dxdesk.errors import DeskError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NOBODY = (
    "Chưa đăng nhập. Hãy mở cửa sổ chương trình và đăng nhập; với dòng lệnh, hãy đặt biến môi "
    "trường DXDESK_OFFICER và DXDESK_PASSWORD."
)


@dataclass(frozen=True)
class Desk:
    """The database, the clock (civil time, to the minute) and the officer at work."""

    database: Database
    clock: Callable[[], datetime]
    officer: OfficerId
    memory: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What services keep between calls because it is dear to compute, each under its own name."""
    role: Role | None = Role.ADMINISTRATOR
    """As what the officer signed in; None: nobody has, and nothing can be read or done.

    Where the ward has chosen to work without passwords, whoever opens the file administers it.
    """

    def now(self) -> datetime:
        return self.clock().replace(second=0, microsecond=0)

    def may(self, right: Right) -> bool:
        return self.role is not None and may(self.role, right)

    def why_not(self, right: Right) -> str:
        """Who may, when this officer may not; empty when nothing stands against it."""
        if self.role is None:
            return NOBODY
        return "" if may(self.role, right) else why_refused(self.role, right)

    def require(self, right: Right, what: str) -> None:
        """DeskError, and a line in the log, when this officer may not do *what*."""
        if self.role is None:
            raise DeskError(NOBODY)
        if not may(self.role, right):
            self.note(f"Bị từ chối vì không có quyền: {what}")
            raise DeskError(why_refused(self.role, right))

    def reading(self) -> "AbstractContextManager[Session]":
        if self.role is None:
            raise DeskError(NOBODY)
        return self.database.reading()

    def asking(self) -> AbstractContextManager[Ask]:
        """As `reading`, in plain SQL: for what does not wait for SQLAlchemy."""
        if self.role is None:
            raise DeskError(NOBODY)
        return self.database.asking()

    def act(
        self, name: str, *, right: Right = Right.RECORD, final: bool = False
    ) -> "AbstractContextManager[Session]":
        """One named action by this officer, now: all of it or nothing (rule 2).

        *final*: it can never be taken back. DeskError without the *right*.
        """
        self.require(right, name)
        kind = ActionKind.FINAL if final else ActionKind.DO
        return self.database.action(name, officer_id=self.officer, at=self.now(), kind=kind)

    def note(self, name: str) -> None:
        """Log what happened but changed nothing: a sign-in, a refusal, something shown."""
        with self.database.action(
            name, officer_id=self.officer, at=self.now(), kind=ActionKind.EVENT
        ):
            pass

    def close(self) -> None:
        self.database.close()
