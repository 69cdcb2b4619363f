"""Intake: a dossier comes in at the counter, by post, or from the portal."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from db.models import DossierRecord, HamletRecord, ProcedureRecord
from db.prepared import Prepared
from db.sessions import asked_by
from dxdesk.desk import Desk
from dxdesk.domain.clock import acceptance_due
from dxdesk.domain.dossier import Dossier, Draft, HamletId, Person, ProcedureId
from dxdesk.domain.due import Limit, due_at, limit_from
from dxdesk.domain.due_account import DueAccount, explain_due
from dxdesk.domain.paper import from_data
from dxdesk.domain.rights import Right
from dxdesk.errors import InputError
from dxdesk.services.catalogue import limit_of
from dxdesk.services.codes import claim_code
from dxdesk.services.drafts import check, cleaned
from dxdesk.services.papers import add_handed
from dxdesk.services.records import dossier_of, names_of
from dxdesk.services.rows import BLANK, Row, add_rows, derive_row, seen_as_record
from dxdesk.services.rules import Rules
from dxdesk.services.settings import rules
from dxdesk.services.terms import limit_on

MOST_AT_ONCE = 200
_SAME = (
    *("channel", "assisted", "assisted_minutes", "content", "copies", "fee", "note"),
    *("payment", "receipt_no", "delivery", "papers_digitised"),
    *("interlinked", "non_territorial"),
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


def receive(desk: Desk, draft: Draft) -> Dossier:
    """Enter one dossier: it gets the ward's next book number and its due time.

    InputError names the first wrong field; nothing is kept then.
    """
    return receive_many(desk, draft, 1)[0]


def receive_many(desk: Desk, draft: Draft, count: int) -> tuple[Dossier, ...]:
    """Enter *count* dossiers alike, each with its own book number: one action, one undo."""
    draft = cleaned(draft)
    check(draft, desk.now())
    _check_count(draft, count)
    with desk.act(title_of(draft, count), right=Right.RECEIVE) as session:
        current = rules(desk, session)
        rows = add(desk, session, draft, count, current=current)
        names = names_of(session, rows[0]["id"])
        return tuple(dossier_of(seen_as_record(row), names, current, desk.now()) for row in rows)


def title_of(draft: Draft, count: int) -> str:
    """What the action log calls an intake."""
    title = "Ghi nhận" if draft.awaits_acceptance else "Tiếp nhận"
    many = f" {count}" if count > 1 else ""
    online = " trực tuyến" if draft.awaits_acceptance else ""
    return f"{title}{many} hồ sơ{online}" + (f" {draft.code}" if draft.code else "")


def add(desk: Desk, session: Session, draft: Draft, count: int, *, current: Rules) -> list[Row]:
    """Insert *count* rows of a checked draft within an action."""
    now = desk.now()
    row = BLANK | _facts(session, draft, desk, now)
    _set_times(row, draft, current, now)
    derive_row(row, current.calendar)
    rows = [dict(row) for _ in range(count)]
    add_rows(session, rows)
    for one in rows:
        add_handed(session, one["id"], draft.papers)
    return rows


def _check_count(draft: Draft, count: int) -> None:
    if not 1 <= count <= MOST_AT_ONCE:
        raise InputError(
            f"Số hồ sơ: phải từ 1 đến {MOST_AT_ONCE}, không phải {count}; hãy nhập lại."
        )
    if count > 1 and draft.code:
        raise InputError("Mã hồ sơ: mỗi hồ sơ một mã, nên để trống khi nhận nhiều hồ sơ một lần.")


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


_PROCEDURE = Prepared(
    select(ProcedureRecord.id, ProcedureRecord.field_id).where(
        ProcedureRecord.id == bindparam("procedure_id")
    )
)


def _procedure(session: Session, procedure_id: int | None) -> Any:
    """Id and field of a procedure of the catalogue."""
    if procedure_id is None:
        raise InputError("Thủ tục: chưa chọn; hãy chọn thủ tục trong danh mục.")
    found = _PROCEDURE(asked_by(session), procedure_id=procedure_id)
    if not found:
        raise InputError("Thủ tục: không có trong danh mục; hãy chọn lại.")
    return found[0]


def _check_hamlet(session: Session, hamlet_id: HamletId | None) -> None:
    if hamlet_id is not None and session.get(HamletRecord, hamlet_id) is None:
        raise InputError("Tổ dân phố: không có trong danh sách; hãy chọn lại.")
