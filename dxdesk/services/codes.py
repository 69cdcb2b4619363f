"""Official dossier codes: each stands for one dossier."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import DossierRecord
from dxdesk.domain.derived import search_text
from dxdesk.errors import InputError


def claim_code(session: Session, code: str, *, but: int | None = None) -> None:
    """Refuse *code* when another dossier has it; one entered by mistake gives it up.

    Otherwise a dossier keyed in wrongly and voided could never be entered rightly.
    """
    if not code:
        return
    taken = session.scalar(select(DossierRecord).where(DossierRecord.code == code))
    if taken is None or taken.id == but:
        return
    if taken.void_at is None:
        raise InputError(
            f"Mã hồ sơ “{code}” đã có ở số {taken.book_year}/{taken.book_number:06} trong sổ; "
            "mỗi hồ sơ một mã. Hãy kiểm tra lại mã hoặc mở hồ sơ đó."
        )
    taken.code = None
    taken.note = "\n".join(filter(None, (taken.note, f"Mã hồ sơ trước khi hủy: {code}")))
    taken.search_text = search_text(taken)
    session.flush()
