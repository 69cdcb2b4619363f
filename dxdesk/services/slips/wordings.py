"""How the ward words its slips: heading, signers, footers, paper; logged and undone like data."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import SettingRecord
from dxdesk.desk import Desk
from dxdesk.domain.rights import Right
from dxdesk.domain.slip import SlipWording
from dxdesk.domain.text import clean
from dxdesk.errors import InputError
from dxdesk.reports.slips.forms import slip_name
from dxdesk.reports.slips.papers import PAPER_OF
from dxdesk.services.settings import put

_SETTING = "slips"
ALL = ""
"""The wording of every slip that has none of its own."""
MOST_COPIES = 9
_MOST_LINES, _LONGEST = 5, 200


def wordings(desk: Desk) -> Mapping[str, SlipWording]:
    """What the ward changed, by form; empty while everything is as in the circulars."""
    with desk.reading() as session:
        return read_wordings(session)


def read_wordings(session: Session) -> dict[str, SlipWording]:
    record = session.scalar(select(SettingRecord).where(SettingRecord.name == _SETTING))
    found = {} if record is None else json.loads(record.value)
    return {key: _wording(values) for key, values in found.items()}


def wording_of(found: Mapping[str, SlipWording], form: str) -> SlipWording:
    """The wording of one form over that of all."""
    return found.get(form, SlipWording()).over(found.get(ALL, SlipWording()))


def save_wording(desk: Desk, form: str, chosen: SlipWording) -> None:
    """Keep the wording of *form*; an empty one is the original again."""
    kept = checked(chosen)
    what = slip_name(form) if form != ALL else "mọi phiếu"
    back = kept == SlipWording()
    name = f"Trở về mẫu gốc: {what}" if back else f"Sửa mẫu giấy tờ: {what}"
    with desk.act(name, right=Right.OFFICE) as session:
        found = read_wordings(session)
        if back:
            found.pop(form, None)
        else:
            found[form] = kept
        _put(session, found)


def checked(chosen: SlipWording) -> SlipWording:
    """*chosen* in its kept form. InputError for what no slip has room for."""
    if chosen.paper and chosen.paper not in PAPER_OF:
        raise InputError(f"Khổ giấy: “{chosen.paper}” không có; hãy chọn A4, A5 hoặc hai phiếu.")
    if not 0 <= chosen.copies <= MOST_COPIES:
        raise InputError(f"Số bản: nhiều nhất {MOST_COPIES}, không phải {chosen.copies}.")
    kept = replace(
        chosen,
        heading=_lines(chosen.heading),
        signer=_lines(chosen.signer),
        footer=_lines(chosen.footer),
        signer_name=clean(chosen.signer_name),
        contact=clean(chosen.contact),
    )
    for name, label in _LABELS.items():
        value = getattr(kept, name)
        lines = (value,) if isinstance(value, str) else value
        if len(lines) > _MOST_LINES:
            raise InputError(f"{label}: nhiều nhất {_MOST_LINES} dòng.")
        if any(len(line) > _LONGEST for line in lines):
            raise InputError(f"{label}: mỗi dòng nhiều nhất {_LONGEST} chữ.")
    return kept


def _lines(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(clean, found)))


_LABELS = {
    "heading": "Tiêu đề bên trái",
    "signer": "Chức danh người ký",
    "footer": "Chân phiếu",
    "signer_name": "Họ tên người ký",
    "contact": "Nơi liên hệ",
}


def _wording(values: Mapping[str, Any]) -> SlipWording:
    known = {f.name for f in fields(SlipWording)}
    found: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in values.items()
        if name in known
    }
    return SlipWording(**found)


def _put(session: Session, found: Mapping[str, SlipWording]) -> None:
    put(session, _SETTING, {key: asdict(one) for key, one in found.items()})
