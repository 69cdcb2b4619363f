"""The parts of the ward: added, renamed, retired; none is ever deleted."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import DossierRecord, HamletRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import HamletId
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean, place_key
from dxdesk.errors import DeskError, InputError

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Hamlet:
    id: HamletId
    name: str
    retired: bool
    used: int
    """How many dossiers name it."""


def hamlets_used(desk: Desk) -> tuple[Hamlet, ...]:
    """All hamlets in the order of their names, with what they are used for."""
    uses = (
        select(DossierRecord.hamlet_id, func.count().label("used"))
        .where(DossierRecord.hamlet_id.is_not(None))
        .group_by(DossierRecord.hamlet_id)
        .subquery()
    )
    statement = select(HamletRecord, func.coalesce(uses.c.used, 0)).outerjoin(
        uses, uses.c.hamlet_id == HamletRecord.id
    )
    with desk.reading() as session:
        found = [
            Hamlet(HamletId(one.id), one.name, bool(one.retired), used)
            for one, used in session.execute(statement)
        ]
    return tuple(sorted(found, key=lambda one: place_key(one.name)))


def add_hamlet(desk: Desk, name: str) -> HamletId:
    name = _named(name)
    with desk.act(f"Thêm {name} vào danh mục tổ dân phố", right=Right.OFFICE) as session:
        _claim(session, name)
        record = HamletRecord(name=name)
        session.add(record)
        session.flush()
        return HamletId(record.id)


def rename_hamlet(desk: Desk, hamlet_id: HamletId, name: str) -> None:
    """Another name; dossiers of the past show it too, the log keeps the old one."""
    name = _named(name)
    with desk.reading() as session:
        before = _record(session, hamlet_id).name
    if name == before:
        raise InputError("Chưa có gì thay đổi; hãy sửa tên, hoặc bỏ qua.")
    with desk.act(f"Đổi tên {before} thành {name}", right=Right.OFFICE) as session:
        _claim(session, name, but=hamlet_id)
        _record(session, hamlet_id).name = name


def retire_hamlet(desk: Desk, hamlet_id: HamletId, *, retired: bool) -> None:
    """Whether intake still offers it; dossiers that name it keep it."""
    with desk.reading() as session:
        name = _record(session, hamlet_id).name
    with desk.act(
        f"{'Ngừng dùng' if retired else 'Dùng lại'} {name}", right=Right.OFFICE
    ) as session:
        _record(session, hamlet_id).retired = True if retired else None


def _record(session: Session, hamlet_id: int) -> HamletRecord:
    record = session.get(HamletRecord, hamlet_id)
    if record is None:
        raise DeskError("Tổ dân phố này không còn trong danh mục; hãy đọc lại dữ liệu (F5).")
    return record


def _named(name: str) -> str:
    name = clean(name)
    if not name:
        raise InputError("Tên tổ dân phố: chưa nhập; hãy nhập tên, ví dụ Tổ dân phố 5.")
    if len(name) > LONGEST_NAME:
        raise InputError(f"Tên tổ dân phố: dài quá {LONGEST_NAME} chữ; hãy viết gọn lại.")
    return name


def _claim(session: Session, name: str, *, but: int | None = None) -> None:
    other = session.scalar(select(HamletRecord.id).where(HamletRecord.name == name))
    if other not in {None, but}:
        raise InputError(f"Tên tổ dân phố: đã có “{name}” trong danh mục; hãy chọn tên khác.")
