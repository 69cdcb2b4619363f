"""What every use case needs from outside; made once at the start and passed by hand."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from db.engine import Database
from db.models import ActionKind
from dxdesk.domain.dossier import OfficerId


@dataclass(frozen=True)
class Desk:
    """The database, the clock (civil time, to the minute) and the officer at work."""

    database: Database
    clock: Callable[[], datetime]
    officer: OfficerId
    memory: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What services keep between calls because it is dear to compute, each under its own name."""

    def now(self) -> datetime:
        return self.clock().replace(second=0, microsecond=0)

    def reading(self) -> AbstractContextManager[Session]:
        return self.database.reading()

    def act(self, name: str, *, final: bool = False) -> AbstractContextManager[Session]:
        """One named action by this officer, now: all of it or nothing (rule 2).

        *final*: it can never be taken back.
        """
        kind = ActionKind.FINAL if final else ActionKind.DO
        return self.database.action(name, officer_id=self.officer, at=self.now(), kind=kind)

    def close(self) -> None:
        self.database.close()
