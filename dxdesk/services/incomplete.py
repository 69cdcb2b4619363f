"""Received although papers are missing: the supplement is asked for in the same breath (Mẫu 02)."""

from db.models import DossierRecord
from dxdesk.desk import Desk
from dxdesk.domain.act import RULE_OF, Act
from dxdesk.domain.dossier import Dossier, Draft
from dxdesk.domain.paper import supplement_words
from dxdesk.domain.rights import Right
from dxdesk.errors import InputError
from dxdesk.services import intake
from dxdesk.services.acts.case import Case
from dxdesk.services.acts.clock import supplement_request
from dxdesk.services.drafts import check, cleaned
from dxdesk.services.records import dossier_of, names_of, record_of, refresh
from dxdesk.services.settings import rules


def receive_incomplete(desk: Desk, draft: Draft) -> Dossier:
    """Enter one dossier and ask for its missing papers: one action, one undo."""
    draft = cleaned(draft)
    check(draft, desk.now())
    words = supplement_words(draft.papers)
    if not words:
        raise InputError(
            "Giấy tờ: chưa đánh dấu giấy tờ nào còn thiếu; hãy chọn giấy tờ và bấm phím 0."
        )
    asked = RULE_OF[Act.REQUEST_SUPPLEMENT].title.lower()
    with desk.act(f"{intake.title_of(draft, 1)} và {asked}", right=Right.RECEIVE) as session:
        current = rules(desk, session)
        row = intake.add(desk, session, draft, 1, current=current)[0]
        record: DossierRecord = record_of(session, row["id"])
        case = Case(session, record, current, record.arrived_at)
        supplement_request(reason=words).change(case)
        refresh(record, case.rules)
        session.flush()
        return dossier_of(record, names_of(session, record.id), case.rules, desk.now())
