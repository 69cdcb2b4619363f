"""What looks wrong about a draft: sentences for the clerk, who decides; nothing is blocked."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import DossierRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import Draft, Person
from dxdesk.domain.ids import citizen_doubts, code_doubts, phone_doubts
from dxdesk.domain.state import State
from dxdesk.domain.text import folded
from dxdesk.services.drafts import cleaned
from dxdesk.services.records import label_of
from dxdesk.services.settings import rules


def warnings(desk: Desk, draft: Draft) -> tuple[str, ...]:
    """Doubts about a draft, in sentences; none of them blocks saving."""
    draft = cleaned(draft)
    with desk.reading() as session:
        prefix = rules(desk, session).office.code_prefix
        found = list(code_doubts(draft.code, prefix=prefix))
        for person in (draft.owner, draft.applicant):
            found += citizen_doubts(person.id_no) + phone_doubts(person.phone)
        twin = _same_today(session, draft, desk.now().date())
        if twin is not None:
            found.append(f"{_told(twin)}; hãy hỏi lại để khỏi nhập trùng.")
    return tuple(dict.fromkeys(found))


def same_today(desk: Desk, draft: Draft) -> str | None:
    """The question to ask when this owner came for the same procedure today already."""
    draft = cleaned(draft)
    with desk.reading() as session:
        twin = _same_today(session, draft, desk.now().date())
        return None if twin is None else f"{_told(twin)}. Vẫn lưu thêm hồ sơ này?"


def _told(twin: DossierRecord) -> str:
    return (
        f"Hôm nay chủ hồ sơ này đã nộp hồ sơ {label_of(twin)} cùng thủ tục, lúc "
        f"{twin.arrived_at:%H:%M}"
    )


def _same_today(session: Session, draft: Draft, today: date) -> DossierRecord | None:
    if draft.procedure_id is None or not draft.owner.name:
        return None
    begins = datetime.combine(today, time.min)
    records = session.scalars(
        select(DossierRecord)
        .where(
            DossierRecord.procedure_id == draft.procedure_id,
            DossierRecord.arrived_at.between(begins, begins + timedelta(days=1)),
            DossierRecord.state != State.VOID,
        )
        .order_by(DossierRecord.id.desc())
    )
    return next((one for one in records if _is_owner(one, draft.owner)), None)


def _is_owner(record: DossierRecord, owner: Person) -> bool:
    """Two id numbers decide; otherwise the name does."""
    if record.owner_id_no and owner.id_no:
        return record.owner_id_no == owner.id_no
    return folded(record.owner_name) == folded(owner.name)
