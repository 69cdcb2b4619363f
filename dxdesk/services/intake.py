"""Intake: a dossier comes in at the counter, by post, or from the portal."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from db.models import DossierRecord, HamletRecord, ProcedureRecord
from dxdesk.desk import Desk
from dxdesk.domain.clock import acceptance_due
from dxdesk.domain.dossier import Dossier, Draft, HamletId, Person, ProcedureId
from dxdesk.domain.due import Limit, due_at, limit_from
from dxdesk.domain.due_account import DueAccount, explain_due
from dxdesk.domain.ids import citizen_doubts, code_doubts, phone_doubts
from dxdesk.domain.paper import from_data
from dxdesk.domain.state import State
from dxdesk.domain.text import folded
from dxdesk.errors import InputError
from dxdesk.services.catalogue import limit_of
from dxdesk.services.codes import claim_code
from dxdesk.services.drafts import check, cleaned
from dxdesk.services.papers import add_handed
from dxdesk.services.records import dossier_of, names_of
from dxdesk.services.rows import BLANK, Row, add_rows, derive_row, seen_as_record
from dxdesk.services.settings import Rules, rules
from dxdesk.services.terms import limit_on

_SAME = (
    *("channel", "assisted", "assisted_minutes", "content", "copies", "fee", "note"),
    *("payment", "receipt_no", "delivery", "papers_digitised"),
)


def preview_due(
    desk: Desk,
    procedure_id: ProcedureId,
    *,
    received_at: datetime | None = None,
    limit: Limit | None = None,
) -> DueAccount | None:
    """The due time while the clerk still types, day by day; None without a known limit."""
    with desk.reading() as session:
        procedure = _procedure(session, procedure_id)
        came = received_at or desk.now()
        known = limit or limit_on(session, procedure.id, came.date())
        if known is None:
            return None
        current = rules(desk, session)
        return explain_due(came, known, current.calendar, rules=current.due)


def warnings(desk: Desk, draft: Draft) -> tuple[str, ...]:
    """Doubts about a draft, in sentences; none of them blocks saving."""
    draft = cleaned(draft)
    with desk.reading() as session:
        prefix = rules(desk, session).office.code_prefix
        found = list(code_doubts(draft.code, prefix=prefix))
        for person in (draft.owner, draft.applicant):
            found += citizen_doubts(person.id_no) + phone_doubts(person.phone)
        if _came_today(session, draft, desk.now().date()):
            found.append(
                "Hôm nay chủ hồ sơ này đã nộp một hồ sơ cùng thủ tục; hãy hỏi lại để khỏi nhập "
                "trùng."
            )
    return tuple(dict.fromkeys(found))


def receive(desk: Desk, draft: Draft) -> Dossier:
    """Enter one dossier: it gets the ward's next book number and its due time.

    InputError names the first wrong field; nothing is kept then.
    """
    draft = cleaned(draft)
    now = desk.now()
    check(draft, now)
    waits = draft.awaits_acceptance
    title = "Ghi nhận hồ sơ trực tuyến" if waits else "Tiếp nhận hồ sơ"
    with desk.act(title + (f" {draft.code}" if draft.code else "")) as session:
        current = rules(desk, session)
        row = BLANK | _facts(session, draft, desk, now)
        _set_times(row, draft, current, now)
        add_rows(session, [derive_row(row, current.calendar)])
        add_handed(session, row["id"], draft.papers)
        return dossier_of(seen_as_record(row), names_of(session, row["id"]), current, now)


def _facts(session: Session, draft: Draft, desk: Desk, now: datetime) -> Row:
    procedure = _procedure(session, draft.procedure_id)
    claim_code(session, draft.code)
    _check_hamlet(session, draft.hamlet_id)
    limit = draft.limit or limit_on(session, procedure.id, _arrived(draft, now).date())
    return {
        "code": draft.code or None,
        "procedure_id": procedure.id,
        "field_id": procedure.field_id,
        "hamlet_id": draft.hamlet_id,
        "officer_id": desk.officer,
        "received_by_id": None if draft.awaits_acceptance else desk.officer,
        "held_since": now,
        "limit_kind": None if limit is None else limit.kind.value,
        "limit_amount": None if limit is None else limit.amount,
        **{name: getattr(draft, name) for name in _SAME},
        "data_reused": from_data(draft.papers),
        **_person("owner", draft.owner),
        **_person("applicant", draft.applicant),
    }


def _person(role: str, person: Person) -> dict[str, str]:
    return {
        f"{role}_name": person.name,
        f"{role}_id_no": person.id_no,
        f"{role}_phone": person.phone,
        f"{role}_address": person.address,
    }


def _arrived(draft: Draft, now: datetime) -> datetime:
    if draft.awaits_acceptance:
        return draft.submitted_at or now
    return draft.received_at or now


def _set_times(row: Row, draft: Draft, current: Rules, now: datetime) -> None:
    arrived = _arrived(draft, now)
    if draft.channel.is_online:
        submitted = draft.submitted_at or (arrived if draft.awaits_acceptance else None)
        row["submitted_at"] = submitted
        if submitted is not None:
            row["acceptance_due_at"] = acceptance_due(
                submitted, current.calendar, rules=current.due
            )
    if draft.awaits_acceptance:
        return
    row["received_at"] = arrived
    if row["limit_kind"] is not None:
        limit = limit_from(row["limit_kind"], row["limit_amount"])
        row["due_at"] = due_at(arrived, limit, current.calendar, rules=current.due)


def set_due(record: DossierRecord, received: datetime, current: Rules) -> None:
    """The due time from the limit that the dossier carries; none without a known limit."""
    limit = limit_of(record)
    if limit is not None:
        record.due_at = due_at(received, limit, current.calendar, rules=current.due)


_PROCEDURE = select(
    ProcedureRecord.id,
    ProcedureRecord.field_id,
).where(ProcedureRecord.id == bindparam("procedure_id"))


def _procedure(session: Session, procedure_id: int | None) -> Any:
    """Id and field of a procedure of the catalogue."""
    if procedure_id is None:
        raise InputError("Thủ tục: chưa chọn; hãy chọn thủ tục trong danh mục.")
    found = session.connection().execute(_PROCEDURE, {"procedure_id": procedure_id}).first()
    if found is None:
        raise InputError("Thủ tục: không có trong danh mục; hãy chọn lại.")
    return found


def _check_hamlet(session: Session, hamlet_id: HamletId | None) -> None:
    if hamlet_id is not None and session.get(HamletRecord, hamlet_id) is None:
        raise InputError("Tổ dân phố: không có trong danh sách; hãy chọn lại.")


def _came_today(session: Session, draft: Draft, today: date) -> bool:
    """Same citizen and procedure today: a question, not a block."""
    if draft.procedure_id is None or not draft.owner.name:
        return False
    begins = datetime.combine(today, time.min)
    names = session.execute(
        select(DossierRecord.owner_name, DossierRecord.owner_id_no).where(
            DossierRecord.procedure_id == draft.procedure_id,
            DossierRecord.arrived_at.between(begins, begins + timedelta(days=1)),
            DossierRecord.state != State.VOID,
        )
    )
    mine = (folded(draft.owner.name), draft.owner.id_no)
    return any((folded(name), id_no) == mine for name, id_no in names)
