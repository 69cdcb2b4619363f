"""The action log as officers see it: what was done, by whom; undo and redo."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from db import undo as log
from db.models import ActionKind, ActionRecord, OfficerRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import ActionId, Event
from dxdesk.errors import DeskError

UNDO = "Hoàn tác: "
REDO = "Làm lại: "


def last_undoable(desk: Desk) -> str | None:
    """What Ctrl+Z would take back now."""
    with desk.reading() as session:
        return _name(log.last_undoable(session))


def last_redoable(desk: Desk) -> str | None:
    with desk.reading() as session:
        return _name(log.last_redoable(session))


def undo(desk: Desk) -> str:
    """Take the last action back by a new action; returns its name.

    DeskError when there is none, or when a later action touched the same values.
    """
    return _reverse(desk, ActionKind.UNDO)


def redo(desk: Desk) -> str:
    """Do again what was last taken back, unless something new was done since."""
    return _reverse(desk, ActionKind.REDO)


def _reverse(desk: Desk, kind: ActionKind) -> str:
    undoing = kind is ActionKind.UNDO
    find = log.last_undoable if undoing else log.last_redoable
    with desk.reading() as session:
        action = find(session)
    if action is None:
        raise DeskError(
            "Không còn thao tác nào để hoàn tác." if undoing else "Không có thao tác để làm lại."
        )
    name = _plain(action.name)
    try:
        with desk.database.action(
            (UNDO if undoing else REDO) + name,
            officer_id=desk.officer,
            at=desk.now(),
            kind=kind,
            undoes_id=action.id,
        ) as session:
            _take_back(session, action, name)
    except IntegrityError as error:  # the log takes an action back once; rows in use stay
        raise DeskError(
            f"Chưa hoàn tác được “{name}”: thao tác này vừa được hoàn tác ở quầy khác, hoặc dữ "
            "liệu khác đang dùng đến nó."
        ) from error
    return name


def _take_back(session: Session, action: ActionRecord, name: str) -> None:
    try:
        log.take_back(session, action.id)
    except log.TouchedLaterError as error:
        later = error.action
        because = (
            f"thao tác sau đó “{later.name}” ({later.at:%d/%m/%Y %H:%M}) đã sửa cùng giá trị"
            if later is not None
            else "giá trị đã bị thay đổi ngoài chương trình"
        )
        raise DeskError(
            f"Chưa hoàn tác được “{name}”: {because}. Hãy hoàn tác thao tác sau trước, hoặc sửa "
            "trực tiếp hồ sơ."
        ) from error


def _plain(name: str) -> str:
    while name.startswith((UNDO, REDO)):
        name = name.removeprefix(UNDO).removeprefix(REDO)
    return name


def _name(action: ActionRecord | None) -> str | None:
    return None if action is None else _plain(action.name)


def events(desk: Desk, *, limit: int = 200, before: int | None = None) -> tuple[Event, ...]:
    """The newest actions first; *before* continues a list at an action id."""
    later = aliased(ActionRecord)
    statement = (
        select(ActionRecord, OfficerRecord.name, later.id)
        .join(OfficerRecord, ActionRecord.officer_id == OfficerRecord.id)
        .outerjoin(later, later.undoes_id == ActionRecord.id)
        .order_by(ActionRecord.id.desc())
        .limit(limit)
    )
    if before is not None:
        statement = statement.where(ActionRecord.id < before)
    with desk.reading() as session:
        return tuple(
            Event(ActionId(action.id), action.at, action.name, officer, undone is not None)
            for action, officer, undone in session.execute(statement)
        )
