"""The people who work in the program: added, renamed, retired; nobody is ever deleted."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import DossierRecord, OfficerRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import OfficerId
from dxdesk.domain.rights import Right, Role
from dxdesk.domain.state import OPEN_STATES, State
from dxdesk.domain.text import clean
from dxdesk.errors import DeskError, InputError
from dxdesk.services.catalogue import Officer

LONGEST_NAME = 200


def add_officer(desk: Desk, name: str, *, title: str = "") -> Officer:
    """A further officer; names are unique because slips and the log show them."""
    name, title = _named(name), clean(title)
    with desk.act(f"Thêm cán bộ {name}", right=Right.PEOPLE) as session:
        _claim(session, name)
        record = OfficerRecord(name=name, title=title)
        session.add(record)
        session.flush()
        return _value(record)


def change_officer(desk: Desk, officer_id: OfficerId, *, name: str, title: str) -> Officer:
    """Another name or title; what was signed under the old one stays in the log."""
    name, title = _named(name), clean(title)
    with desk.reading() as session:
        before = _record(session, officer_id).name
    with desk.act(f"Sửa cán bộ {before}", right=Right.PEOPLE) as session:
        record = _record(session, officer_id)
        _claim(session, name, but=officer_id)
        if (record.name, record.title) == (name, title):
            raise InputError("Chưa có gì thay đổi; hãy sửa họ tên hoặc chức danh, hoặc bỏ qua.")
        record.name, record.title = name, title
        return _value(record)


def retire_officer(desk: Desk, officer_id: OfficerId) -> Officer:
    """No longer offered for new work; refused while open dossiers are in these hands."""
    with desk.reading() as session:
        record = _record(session, officer_id)
        held = _held(session, officer_id)
        name = record.name
    if officer_id == desk.officer:
        raise DeskError(f"{name} đang dùng chương trình nên chưa ngừng được.")
    if held:
        raise DeskError(
            f"{name} còn giữ {held} hồ sơ chưa xong; hãy chuyển các hồ sơ đó cho người khác trước."
        )
    with desk.act(f"Ngừng dùng tên cán bộ {name}", right=Right.PEOPLE) as session:
        record = _record(session, officer_id)
        record.active = False
        return _value(record)


def bring_back_officer(desk: Desk, officer_id: OfficerId) -> Officer:
    with desk.reading() as session:
        name = _record(session, officer_id).name
    with desk.act(f"Dùng lại tên cán bộ {name}", right=Right.PEOPLE) as session:
        record = _record(session, officer_id)
        record.active = True
        return _value(record)


def _held(session: Session, officer_id: int) -> int:
    states = (*OPEN_STATES, State.AWAITING_ACCEPTANCE)
    count = select(func.count()).select_from(DossierRecord)
    mine = (DossierRecord.officer_id == officer_id) & DossierRecord.state.in_(states)
    return session.scalar(count.where(mine)) or 0


def _record(session: Session, officer_id: int) -> OfficerRecord:
    record = session.get(OfficerRecord, officer_id)
    if record is None:
        raise DeskError("Cán bộ này không còn trong danh sách; hãy đọc lại dữ liệu (F5).")
    return record


def _value(record: OfficerRecord) -> Officer:
    role = record.role or Role.CLERK
    return Officer(OfficerId(record.id), record.name, record.title, record.active, role)


def _named(name: str) -> str:
    name = clean(name)
    if not name:
        raise InputError("Họ tên cán bộ: chưa nhập; hãy nhập họ và tên.")
    if len(name) > LONGEST_NAME:
        raise InputError(f"Họ tên cán bộ: dài quá {LONGEST_NAME} chữ; hãy viết gọn lại.")
    return name


def _claim(session: Session, name: str, *, but: int | None = None) -> None:
    other = session.scalar(select(OfficerRecord.id).where(OfficerRecord.name == name))
    if other not in {None, but}:
        raise InputError(
            f"Họ tên cán bộ: đã có cán bộ tên “{name}”; hãy ghi thêm để phân biệt, ví dụ "
            f"“{name} (tư pháp)”."
        )
