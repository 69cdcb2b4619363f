"""The causes of lateness that officers choose from; the ward adds its own and ends them."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import SettingRecord
from dxdesk.desk import Desk
from dxdesk.domain.late_cause import FIRST_OWN, CauseNumber, LateCause, LateCauses
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean, sort_key
from dxdesk.errors import DeskError, InputError
from dxdesk.late_causes import causes_from
from dxdesk.services.rules import LATE_CAUSES
from dxdesk.services.settings import put

LONGEST_LABEL = 120
MOST_OWN = 50


def late_causes(desk: Desk) -> LateCauses:
    with desk.reading() as session:
        return read_causes(session)


def read_causes(session: Session) -> LateCauses:
    record = session.scalar(select(SettingRecord).where(SettingRecord.name == LATE_CAUSES))
    return causes_from([] if record is None else json.loads(record.value))


def ensure_known(causes: LateCauses, number: object) -> None:
    """InputError for the number of a cause that no list has; None is no cause."""
    if number is not None and number not in {one.number for one in causes.known}:
        raise InputError("Nguyên nhân quá hạn: không có trong danh mục; hãy chọn lại.")


def add_cause(desk: Desk, label: str) -> CauseNumber:
    """A cause of the ward's own, offered from today on."""
    label = clean(label)
    if not label:
        raise InputError("Nguyên nhân: chưa nhập; hãy ghi ngắn gọn, ví dụ Chờ kết quả đo đạc.")
    if len(label) > LONGEST_LABEL:
        raise InputError(f"Nguyên nhân: dài quá {LONGEST_LABEL} chữ; hãy viết gọn lại.")
    today = desk.now().date()

    def added(found: LateCauses) -> LateCause:
        own = [one.number for one in found.known if one.own]
        if len(own) >= MOST_OWN:
            raise InputError(f"Danh mục có nhiều nhất {MOST_OWN} nguyên nhân của phường.")
        if any(sort_key(one.label) == sort_key(label) for one in found.offered(today)):
            raise InputError(f"Nguyên nhân: đã có “{label}” trong danh mục.")
        return LateCause(CauseNumber(max(own, default=FIRST_OWN) + 1), label, today)

    return _keep(desk, f"Thêm nguyên nhân quá hạn: {label}", added).number


def end_cause(desk: Desk, number: CauseNumber, *, ended: bool) -> None:
    """Whether forms still offer one of the ward's own; dossiers that name it keep it."""
    named = late_causes(desk).of(number)
    yesterday = desk.now().date() - timedelta(days=1)

    def changed(found: LateCauses) -> LateCause:
        one = next((c for c in found.known if c.own and c.number == number), None)
        if one is None:
            raise DeskError("Chỉ ngừng dùng được nguyên nhân do phường thêm.")
        return LateCause(one.number, one.label, one.applies_from, yesterday if ended else None)

    label = "" if named is None else named.label
    what = "Ngừng dùng" if ended else "Dùng lại"
    _keep(desk, f"{what} nguyên nhân quá hạn: {label}", changed)


def _keep(desk: Desk, name: str, make: Callable[[LateCauses], LateCause]) -> LateCause:
    """Keep the cause that *make* gives, in the place of the one with its number."""
    with desk.act(name, right=Right.OFFICE) as session:
        found = read_causes(session)
        made = make(found)
        own = {one.number: one for one in found.known if one.own} | {made.number: made}
        put(session, LATE_CAUSES, [_kept(one) for one in own.values()])
    return made


def _kept(one: LateCause) -> dict[str, Any]:
    return {
        "number": one.number,
        "label": one.label,
        "from": one.applies_from.isoformat(),
        "to": one.applies_to.isoformat() if one.applies_to else None,
    }
