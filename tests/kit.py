"""What tests over a real database file share: a clock that stands still, a desk, a few dossiers."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import event

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Dossier, DossierId, Draft, Person, ProcedureId
from dxdesk.domain.due import Limit, LimitKind
from dxdesk.domain.state import State
from dxdesk.services import acts, intake
from dxdesk.services.opening import open_desk
from dxdesk.services.settings import rules_in_force

MONDAY = "09/03/2026 08:00"
"""A Monday morning without holidays near."""


def moment(text: str) -> datetime:
    """A moment as an officer writes it: `14/08/2026 09:15`."""
    return datetime.strptime(text, "%d/%m/%Y %H:%M")


class Clock:
    """A clock that shows what the test sets."""

    def __init__(self, text: str = MONDAY) -> None:
        self.time = moment(text)

    def __call__(self) -> datetime:
        return self.time

    def set(self, text: str) -> datetime:
        self.time = moment(text)
        return self.time

    def later(self, **spans: int) -> datetime:
        self.time += timedelta(**spans)
        return self.time


def make_empty_database(folder: Path) -> Path:
    """A migrated file with the starter catalogue, to be copied by every test."""
    path = folder / "empty.db"
    open_desk(path, clock=Clock()).close()
    return path


@cache
def _memory_over(empty: Path) -> dict[str, object]:
    """What services know of *empty*: counting out 18 years of calendar once is enough."""
    desk = open_desk(empty, clock=Clock())
    rules_in_force(desk).calendar.work_time(2026)
    desk.close()
    return desk.memory


def _without_waiting(connection: sqlite3.Connection, _record: object) -> None:
    """No power fails during a test, so no commit needs to reach the disk."""
    connection.execute("PRAGMA synchronous = OFF")


@contextmanager
def desk_over(
    empty: Path, clock: Callable[[], datetime], *, folder: Path | None = None
) -> Iterator[Desk]:
    """A desk over a copy of *empty*, in *folder* or in a folder of its own."""
    with tempfile.TemporaryDirectory() as own:
        path = (folder or Path(own)) / "desk.db"
        shutil.copy(empty, path)
        desk = open_desk(path, clock=clock)
        desk.memory.update(_memory_over(empty))
        desk.database.engine.dispose()
        event.listen(desk.database.engine, "connect", _without_waiting)
        try:
            yield desk
        finally:
            desk.close()


def days(amount: float) -> Limit:
    return Limit(LimitKind.WORKING_DAYS, amount)


def draft(**changes: Any) -> Draft:
    """A complete draft, received at the counter, due in five working days."""
    values: dict[str, Any] = {
        "procedure_id": ProcedureId(1),
        "channel": Channel.IN_PERSON,
        "owner": Person("Trần Văn Đức"),
        "limit": days(5),
    }
    return Draft(**{**values, **changes})


def receive(desk: Desk, **changes: Any) -> Dossier:
    return intake.receive(desk, draft(**changes))


def submit(desk: Desk, **changes: Any) -> Dossier:
    """An online submission that waits for acceptance."""
    return receive(desk, **{"channel": Channel.ONLINE_FULL, "awaits_acceptance": True, **changes})


def do(desk: Desk, act: Act, dossier_id: DossierId, **given: Any) -> Dossier:
    """*act* with the least that it asks for."""
    function: Callable[..., Dossier] = getattr(acts, _NAMES.get(act, act.value))
    return function(desk, dossier_id, **{**_needs(desk, act), **given})


_NAMES = {Act.RETURN: "return_result"}
_WITH_REASON = {
    *(Act.DECLINE, Act.REQUEST_SUPPLEMENT, Act.SUSPEND, Act.REFUSE, Act.WITHDRAW, Act.STOP),
    *(Act.VOID, Act.RESTORE, Act.APOLOGISE),
}


def _needs(desk: Desk, act: Act) -> dict[str, Any]:
    found: dict[str, Any] = {"reason": "Lý do thử"} if act in _WITH_REASON else {}
    if act is Act.HAND_OVER:
        found["officer_id"] = desk.officer
    if act is Act.APOLOGISE:
        found["promised_at"] = desk.now() + timedelta(days=300)
    return found


_WAYS: dict[State, tuple[Act, ...]] = {
    State.ACCEPTED: (),
    State.PROCESSING: (Act.HAND_OVER,),
    State.AWAITING_SUPPLEMENT: (Act.REQUEST_SUPPLEMENT,),
    State.AWAITING_PAYMENT: (Act.AWAIT_PAYMENT,),
    State.SUSPENDED: (Act.SUSPEND,),
    State.FINISHED: (Act.FINISH,),
    State.RETURNED: (Act.FINISH, Act.RETURN),
    State.WITHDRAWN: (Act.WITHDRAW,),
    State.STOPPED: (Act.STOP,),
    State.CLOSED: (Act.REQUEST_SUPPLEMENT, Act.CLOSE),
    State.VOID: (Act.VOID,),
}


def in_state(desk: Desk, state: State) -> Dossier:
    """A dossier that was brought into *state* by the acts of officers."""
    if state in {State.AWAITING_ACCEPTANCE, State.DECLINED}:
        dossier = submit(desk)
        return do(desk, Act.DECLINE, dossier.id) if state is State.DECLINED else dossier
    dossier = receive(desk)
    for act in _WAYS[state]:
        dossier = do(desk, act, dossier.id)
    return dossier
