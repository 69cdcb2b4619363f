"""The action log as officers see it: what was done, by whom; undo and redo."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import ColumnElement, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from db import undo as log
from db.models import ActionKind, ActionRecord, OfficerRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import ActionId, Event, OfficerId
from dxdesk.domain.rights import Right, Role
from dxdesk.domain.text import clean
from dxdesk.errors import DeskError

UNDO = "Hoàn tác: "
REDO = "Làm lại: "
_OFFICE = {
    *("officer", "setting", "day", "hamlet", "unit", "procedure", "paper", "terms", "field"),
    *("indicator", "target", "retention_term", "hold"),
}
"""What only the administrator changes, also by taking back what he did before he lost the role."""


def last_undoable(desk: Desk) -> str | None:
    """What Ctrl+Z would take back now."""
    with desk.reading() as session:
        return _name(log.last_undoable(session, by=_own(desk)))


def last_redoable(desk: Desk) -> str | None:
    with desk.reading() as session:
        return _name(log.last_redoable(session, by=_own(desk)))


def last_action(desk: Desk) -> ActionId | None:
    """The action that `last_undoable` names."""
    with desk.reading() as session:
        action = log.last_undoable(session, by=_own(desk))
        return None if action is None else ActionId(action.id)


def _own(desk: Desk) -> OfficerId | None:
    """Whose actions this desk takes back: one's own; the administrator's hand reaches all."""
    return None if desk.role is Role.ADMINISTRATOR else desk.officer


def undo(desk: Desk, *, only: ActionId | None = None) -> str:
    """Take the last action back by a new action; returns its name.

    DeskError when there is none, when a later action touched the same values, or when the last
    action is not *only*.
    """
    return _reverse(desk, ActionKind.UNDO, only)


def redo(desk: Desk) -> str:
    """Do again what was last taken back, unless something new was done since."""
    return _reverse(desk, ActionKind.REDO)


def _reverse(desk: Desk, kind: ActionKind, only: ActionId | None = None) -> str:
    undoing = kind is ActionKind.UNDO
    find = log.last_undoable if undoing else log.last_redoable
    with desk.reading() as session:
        action = find(session, by=_own(desk))
        tables = set() if action is None else log.tables_of(session, action.id)
    if action is None:
        raise DeskError(
            "Không còn thao tác nào để hoàn tác." if undoing else "Không có thao tác để làm lại."
        )
    name = _plain(action.name)
    desk.require(Right.OFFICE if tables & _OFFICE else Right.RECORD, f"hoàn tác {name}")
    _check_only(action, only)
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


def _check_only(action: ActionRecord, only: ActionId | None) -> None:
    if only is not None and action.id != only:
        raise DeskError(
            f"Sau đó đã có thao tác khác (“{_plain(action.name)}”) nên không hoàn tác từ thông báo "
            "này nữa. Hãy xem trang Nhật ký, rồi bấm Ctrl+Z để hoàn tác lần lượt từ thao tác mới "
            "nhất."
        )


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which actions are looked for; what is left out matters not."""

    officer: OfficerId | None = None
    group: str = ""
    """A key of `GROUPS`."""
    first: date | None = None
    last: date | None = None
    text: str = ""
    """Stands in the action's name: a dossier's code or book number, a procedure, a file."""


GROUPS: dict[str, tuple[str, tuple[ActionKind, ...]]] = {
    "": ("Mọi việc", tuple(ActionKind)),
    "changes": ("Thay đổi dữ liệu", (ActionKind.DO, ActionKind.FINAL)),
    "undone": ("Hoàn tác, làm lại", (ActionKind.UNDO, ActionKind.REDO)),
    "events": ("Đăng nhập, xem, xuất, in, từ chối", (ActionKind.EVENT,)),
}
EVERYTHING = Wanted()


def events(
    desk: Desk, wanted: Wanted = EVERYTHING, *, limit: int = 200, before: int | None = None
) -> tuple[Event, ...]:
    """The newest actions first; *before* continues a list at an action id."""
    later = aliased(ActionRecord)
    statement = (
        select(ActionRecord, OfficerRecord.name, later.id)
        .join(OfficerRecord, ActionRecord.officer_id == OfficerRecord.id)
        .outerjoin(later, later.undoes_id == ActionRecord.id)
        .where(*_conditions(wanted))
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


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.officer is not None:
        yield ActionRecord.officer_id == wanted.officer
    if wanted.group:
        yield ActionRecord.kind.in_(GROUPS[wanted.group][1])
    if wanted.first is not None:
        yield ActionRecord.at >= datetime.combine(wanted.first, time.min)
    if wanted.last is not None:
        yield ActionRecord.at <= datetime.combine(wanted.last, time.max)
    if text := clean(wanted.text):
        yield ActionRecord.name.icontains(text, autoescape=True)
