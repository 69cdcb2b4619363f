"""Searches that an officer keeps by name, with live counts; one can be given to a colleague."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import listing as rows
from db.models import FieldRecord, HamletRecord, OfficerRecord, ProcedureRecord, SavedSearchRecord
from dxdesk.desk import Desk
from dxdesk.domain.query import NOTHING, Query
from dxdesk.domain.query_text import from_plain, to_plain
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean, folded
from dxdesk.errors import InputError, StorageError, system_words
from dxdesk.reports.files import replacing
from dxdesk.services.listing import today

LONGEST_NAME = 60
MOST = 50
ENDING = ".timkiem.json"
_KIND, _VERSION = "dxdesk-search", 1
_LARGEST = 64 * 1024
_OWN = Right.PRINT
"""A right that every role has: an own search is no record of the ward."""
_NAMED = {
    "field_id": ("field", FieldRecord.id, FieldRecord.name, "lĩnh vực"),
    "procedure_id": ("procedure", ProcedureRecord.id, ProcedureRecord.code, "thủ tục"),
    "officer_id": ("officer", OfficerRecord.id, OfficerRecord.name, "cán bộ"),
    "hamlet_id": ("hamlet", HamletRecord.id, HamletRecord.name, "tổ dân phố"),
}
"""How a file names what the database knows by id: another ward's file has other ids."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    id: int
    name: str
    query: Query


def searches(desk: Desk) -> tuple[SavedSearch, ...]:
    """The officer's own, oldest first."""
    statement = select(SavedSearchRecord).where(SavedSearchRecord.officer_id == desk.officer)
    with desk.reading() as session:
        return tuple(map(_value, session.scalars(statement.order_by(SavedSearchRecord.id))))


def count(desk: Desk, query: Query) -> int:
    """How many dossiers *query* finds now."""
    with desk.reading() as session:
        return rows.count_of(session, query, today(desk, session))


def save(desk: Desk, name: str, query: Query) -> SavedSearch:
    """Keep *query* under *name*; InputError when there is one of that name."""
    kept = json.dumps(to_plain(query), ensure_ascii=False)
    wanted = _free_name(desk, name)
    with desk.act(f"Lưu tìm kiếm “{wanted}”", right=_OWN) as session:
        record = SavedSearchRecord(officer_id=desk.officer, name=wanted, query=kept)
        session.add(record)
        session.flush()
        return _value(record)


def rename(desk: Desk, search_id: int, name: str) -> None:
    wanted = _free_name(desk, name, but=search_id)
    with desk.act(f"Đổi tên tìm kiếm thành “{wanted}”", right=_OWN) as session:
        _record(desk, session, search_id).name = wanted


def remove(desk: Desk, search_id: int) -> str:
    """Forget it (undo brings it back); returns its name."""
    with desk.reading() as session:
        name = _record(desk, session, search_id).name
    with desk.act(f"Xóa tìm kiếm “{name}”", right=_OWN) as session:
        session.delete(_record(desk, session, search_id))
    return name


def write_file(desk: Desk, search_id: int, path: Path) -> Path:
    """Write one search for a colleague; it names fields and officers, no dossier."""
    with desk.reading() as session:
        found = _value(_record(desk, session, search_id))
        plain = to_plain(found.query)
        for key, (name, id_column, name_column, _) in _NAMED.items():
            if key in plain:
                named = select(name_column).where(id_column == plain.pop(key))
                plain[name] = session.scalar(named)
    told = {"kind": _KIND, "version": _VERSION, "name": found.name, "query": plain}
    with replacing(path) as file:
        file.write(json.dumps(told, ensure_ascii=False, indent=2).encode())
    return path


def read_file(desk: Desk, path: Path) -> SavedSearch:
    """Keep the search that a colleague gave; of the same name there, it gets a number.

    InputError says what of it this ward does not have.
    """
    name, plain = _told(path)
    with desk.reading() as session:
        for key, (named, id_column, name_column, what) in _NAMED.items():
            if named in plain:
                wanted = plain.pop(named)
                none = wanted is None
                found = NOTHING if none else _id_of(session, id_column, name_column, wanted)
                if found is None:
                    raise InputError(
                        f"Tệp “{path.name}”: phường mình không có {what} mà tìm kiếm này lọc theo; "
                        "hãy tạo tìm kiếm mới."
                    )
                plain[key] = found
    query = from_plain(plain)
    return save(desk, _unused(desk, _checked(name)), query)


def _id_of(session: Session, id_column: Any, name_column: Any, wanted: object) -> int | None:
    if not isinstance(wanted, str):
        return None
    found: int | None = session.scalar(select(id_column).where(name_column == clean(wanted)))
    return found


def _told(path: Path) -> tuple[str, dict[str, Any]]:
    """Name and query of the file, as far as its shape goes."""
    strange = InputError(
        f"Tệp “{path.name}” không phải là tệp tìm kiếm của DX Desk (đuôi {ENDING}); hãy chọn tệp "
        "khác."
    )
    try:
        if path.stat().st_size > _LARGEST:
            raise strange
        told = json.loads(path.read_bytes())
    except OSError as error:
        why = system_words(error) or "hãy kiểm tra lại tệp"
        raise StorageError(f"Chưa mở được tệp “{path.name}”: {why}.") from error
    except (ValueError, RecursionError) as error:
        raise strange from error
    if not isinstance(told, dict) or told.get("kind") != _KIND:
        raise strange
    if told.get("version") != _VERSION:
        raise InputError(
            f"Tệp “{path.name}” do phiên bản DX Desk khác ghi; hãy nhờ đồng nghiệp cập nhật chương "
            "trình rồi ghi lại."
        )
    name, plain = told.get("name"), told.get("query")
    if not isinstance(name, str) or not isinstance(plain, dict):
        raise strange
    if plain.keys() & _NAMED.keys():
        raise strange  # ids of another ward mean something else here
    return name, dict(plain)


def _checked(name: str) -> str:
    wanted = clean(name)
    if not wanted:
        raise InputError("Tên tìm kiếm: chưa nhập; hãy đặt một tên ngắn.")
    if len(wanted) > LONGEST_NAME:
        raise InputError(f"Tên tìm kiếm: dài quá {LONGEST_NAME} chữ; hãy đặt tên ngắn hơn.")
    return wanted


def _free_name(desk: Desk, name: str, *, but: int | None = None) -> str:
    wanted = _checked(name)
    kept = searches(desk)
    if any(folded(one.name) == folded(wanted) and one.id != but for one in kept):
        raise InputError(f"Tên tìm kiếm: đã có “{wanted}”; hãy đặt tên khác.")
    if but is None and len(kept) >= MOST:
        raise InputError(f"Đã lưu {MOST} tìm kiếm; hãy xóa bớt rồi lưu.")
    return wanted


def _unused(desk: Desk, name: str) -> str:
    taken = {folded(one.name) for one in searches(desk)}
    tries = (name, *(f"{name[: LONGEST_NAME - 5]} ({n})" for n in range(2, MOST + 2)))
    return next(one for one in tries if folded(one) not in taken)


def _record(desk: Desk, session: Session, search_id: int) -> SavedSearchRecord:
    record = session.get(SavedSearchRecord, search_id)
    if record is None or record.officer_id != desk.officer:
        raise InputError("Tìm kiếm này không còn nữa; có thể vừa được xóa.")
    return record


def _value(record: SavedSearchRecord) -> SavedSearch:
    return SavedSearch(record.id, record.name, from_plain(json.loads(record.query)))
