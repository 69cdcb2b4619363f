"""One dossier within one action: looked up, allowed, changed, derived anew."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import DossierRecord, StopRecord
from dxdesk.desk import Desk
from dxdesk.domain.act import RULE_OF, Act, why_not
from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.domain.rights import RIGHT_OF_ACT
from dxdesk.domain.text import clean_lines
from dxdesk.errors import DeskError, InputError
from dxdesk.services.records import REMOVED, dossier_of, label_of, names_of, record_of, refresh
from dxdesk.services.rules import Rules
from dxdesk.services.settings import rules


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier within one action."""

    session: Session
    record: DossierRecord
    rules: Rules
    at: datetime


def _nothing(_case: Case) -> None:
    """No condition of its own."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One act with all that it was given, to be done to one dossier or to many."""

    act: Act
    change: Callable[[Case], None]
    check: Callable[[Case], None] = _nothing
    """Raises DeskError where the act does not fit this dossier; changes nothing."""

    def do(self, case: Case) -> None:
        self.change(case)
        refresh(case.record, case.rules)


def perform(
    desk: Desk, dossier_id: DossierId, deed: Deed, *, at: datetime | None = None, note: str = ""
) -> Dossier:
    """Do *deed* to one dossier as one action; *note* stands in the action's name."""
    with case_of(desk, dossier_id, deed, at=at, note=note) as case:
        deed.do(case)
        case.session.flush()
        names = names_of(case.session, case.record.id)
        return dossier_of(case.record, names, case.rules, desk.now())


@contextmanager
def case_of(
    desk: Desk, dossier_id: DossierId, deed: Deed, *, at: datetime | None, note: str
) -> Iterator[Case]:
    moment = moment_of(desk, at)
    with desk.reading() as session:
        label = label_of(record_of(session, dossier_id))
    name = f"{RULE_OF[deed.act].title} {label}" + (f": {note}" if note else "")
    with desk.act(name, right=RIGHT_OF_ACT[deed.act]) as session:
        record = record_of(session, dossier_id)
        refused = not_in_state(deed.act, record)
        if refused is not None:
            raise DeskError(f"{refused} (Hồ sơ {label}: {record.state.label.lower()}.)")
        case = Case(session, record, rules(desk, session), moment)
        check_moment(case, last_resumed(session, [record.id]).get(record.id))
        deed.check(case)
        yield case


def moment_of(desk: Desk, at: datetime | None) -> datetime:
    """When an act is done: now unless given; InputError for the future."""
    now = desk.now()
    moment = now if at is None else at.replace(second=0, microsecond=0)
    if moment > now:
        raise InputError(
            f"Thời điểm thực hiện: {moment:%d/%m/%Y %H:%M} ở tương lai; hãy nhập thời điểm đã qua."
        )
    return moment


def not_in_state(act: Act, record: DossierRecord) -> str | None:
    """Why the state of *record* does not allow *act*; None when it does."""
    if record.data_removed_at is not None:
        return f"Hồ sơ {REMOVED}."
    return why_not(act, record.state, accepted=record.received_at is not None)


def last_resumed(session: Session, ids: Sequence[int]) -> dict[int, datetime]:
    """When the clock of each of these dossiers last began to run again, if it ever stopped."""
    statement = (
        select(StopRecord.dossier_id, func.max(StopRecord.resumed_at))
        .where(StopRecord.dossier_id.in_(ids), StopRecord.resumed_at.is_not(None))
        .group_by(StopRecord.dossier_id)
    )
    return {key: at for key, at in session.execute(statement) if at is not None}


def check_moment(case: Case, resumed: datetime | None) -> None:
    """No act happens before what was last done to the dossier."""
    record, moment = case.record, case.at
    arrived = record.received_at or record.submitted_at
    latest = (arrived, record.processing_since, record.stopped_since, resumed)
    began = max(filter(None, latest), default=moment)
    if moment < began:
        raise InputError(
            f"Thời điểm thực hiện ({moment:%d/%m/%Y %H:%M}) trước việc gần nhất của hồ sơ "
            f"({began:%d/%m/%Y %H:%M}); hãy nhập lại."
        )


def required(text: str) -> str:
    reason = clean_lines(text)
    if not reason:
        raise InputError("Lý do: chưa nhập; hãy ghi lý do cụ thể để lưu cùng hồ sơ.")
    return reason
