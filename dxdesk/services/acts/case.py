"""One dossier within one action: looked up, allowed, changed, derived anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import DossierRecord, StopRecord
from dxdesk.desk import Desk
from dxdesk.domain.act import RULE_OF, Act, why_not
from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.domain.text import clean_lines
from dxdesk.errors import DeskError, InputError
from dxdesk.services.records import dossier_of, label_of, names_of, record_of, refresh
from dxdesk.services.settings import Rules, rules


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier within one action."""

    session: Session
    record: DossierRecord
    rules: Rules
    at: datetime


def perform(
    desk: Desk,
    dossier_id: DossierId,
    act: Act,
    change: Callable[[Case], None],
    *,
    at: datetime | None = None,
    note: str = "",
) -> Dossier:
    """Do *act* to one dossier as one action; *note* stands in the action's name."""
    with case_of(desk, dossier_id, act, at=at, note=note) as case:
        change(case)
        refresh(case.record, case.rules)
        case.session.flush()
        names = names_of(case.session, case.record.id)
        return dossier_of(case.record, names, case.rules, desk.now())


@contextmanager
def case_of(
    desk: Desk, dossier_id: DossierId, act: Act, *, at: datetime | None, note: str
) -> Iterator[Case]:
    now = desk.now()
    moment = now if at is None else at.replace(second=0, microsecond=0)
    with desk.reading() as session:
        label = label_of(record_of(session, dossier_id))
    name = f"{RULE_OF[act].title} {label}" + (f": {note}" if note else "")
    with desk.act(name) as session:
        record = record_of(session, dossier_id)
        refused = why_not(act, record.state, accepted=record.received_at is not None)
        if refused is not None:
            raise DeskError(f"{refused} (Hồ sơ {label}: {record.state.label.lower()}.)")
        _check_moment(session, record, moment, now)
        yield Case(session, record, rules(desk, session), moment)


def _check_moment(session: Session, record: DossierRecord, moment: datetime, now: datetime) -> None:
    if moment > now:
        raise InputError(
            f"Thời điểm thực hiện: {moment:%d/%m/%Y %H:%M} ở tương lai; hãy nhập thời điểm đã qua."
        )
    resumed = session.scalar(
        select(func.max(StopRecord.resumed_at)).where(StopRecord.dossier_id == record.id)
    )
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
