"""The values that one dossier had before, and how to have one of them again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from db.models import DossierRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.services.acts.case import required
from dxdesk.services.correctable import FIELD_OF
from dxdesk.services.correction import correct
from dxdesk.services.timeline import text_of, touching


@dataclass(frozen=True, slots=True)
class PastValue:
    """A value that an action replaced."""

    at: datetime
    officer: str
    action: str
    key: str
    label: str
    value: Any
    """What stood there before, as `correct` takes it."""
    old: str
    new: str
    """Both as an officer reads them."""


def past_values(desk: Desk, dossier_id: DossierId) -> tuple[PastValue, ...]:
    """Every replaced value of the fields that officers set, newest first."""
    with desk.reading() as session:
        found = [
            past
            for action, officer, _undone, changes in touching(session, dossier_id)
            for change in changes
            if change.operation == "u"
            for past in _replaced(session, change.values, (action.at, officer, action.name))
        ]
    return tuple(reversed(found))


def _replaced(
    session: Session, values: dict[str, Any], about: tuple[datetime, str, str]
) -> Iterator[PastValue]:
    for key, (old, new) in values.items():
        field = FIELD_OF.get(key)
        if field is not None:
            texts = text_of(session, key, old), text_of(session, key, new)
            yield PastValue(*about, key, field.label, _python(session, key, old), *texts)


def _python(session: Session, key: str, raw: Any) -> Any:
    """The value that the file keeps as *raw*."""
    if raw is None:
        return None
    dialect = session.get_bind().dialect
    kind = DossierRecord.__table__.columns[key].type.dialect_impl(dialect)
    read = kind.result_processor(dialect, None)
    return raw if read is None else read(raw)


def restore_value(desk: Desk, dossier_id: DossierId, past: PastValue, *, reason: str) -> Dossier:
    """Set a field to what it was before: a new correction, checked like any other."""
    why = f"lấy lại “{past.label}” cũ: {required(reason)}"
    return correct(desk, dossier_id, {past.key: past.value}, reason=why)
