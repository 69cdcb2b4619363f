"""A ward's package of a period: made from the board, sealed with the ward's own key."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from db.models import SettingRecord
from dxdesk.desk import Desk
from dxdesk.domain.figures import COUNT_NAMES
from dxdesk.domain.package import Comparison, Package, PackedValue, Seal, compare, definition_of
from dxdesk.domain.period import Period
from dxdesk.domain.rights import Right
from dxdesk.errors import DeskError, InputError
from dxdesk.exchange.package_file import packed, read_keys, read_package, read_wards
from dxdesk.reports.files import replacing
from dxdesk.reports.ward_comparison import write_wards
from dxdesk.services.indicators.board import board
from dxdesk.services.settings import office
from dxdesk.services.statistics import statistics

_KEY = "package_key"


def package_of(desk: Desk, period: Period) -> Package:
    """The figures and indicators of *period*; DeskError while the ward has no name."""
    ward = office(desk)
    if not ward.name:
        raise DeskError("Chưa ghi tên đơn vị; hãy mở Hồ sơ → Thông tin đơn vị và nhập tên trước.")
    found = board(desk, period)
    figures = statistics(desk, period)
    values = tuple(
        PackedValue(
            row.indicator.plan.code,
            row.indicator.plan.name,
            definition_of(row.indicator.plan),
            row.base.value,
            row.amount,
            None if row.target is None else row.target.level,
        )
        for row in found.rows
    )
    counts = tuple((name, getattr(figures.total, name)) for name in COUNT_NAMES)
    rule = figures.early_rule.value
    return Package(ward.name, period.first, period.last, rule, counts, values)


def write_package(desk: Desk, period: Period, path: Path) -> Package:
    """Write the sealed package of *period* to *path*."""
    made = package_of(desk, period)
    content = packed(made, key_of(desk))
    with replacing(path) as file:
        file.write(content)
    return made


def key_of(desk: Desk) -> str:
    """The ward's key, made at the first call; the town gets it once, by hand."""
    desk.require(Right.EXPORT, "xem khóa gói số liệu")
    wanted = select(SettingRecord).where(SettingRecord.name == _KEY)
    with desk.reading() as session:
        record = session.scalar(wanted)
        if record is not None:
            return str(json.loads(record.value))
    key = secrets.token_hex(32)
    with desk.act("Tạo khóa gói số liệu", right=Right.EXPORT, final=True) as session:
        session.add(SettingRecord(name=_KEY, value=json.dumps(key)))
    return key


def consolidate(
    files: Sequence[Path], period: Period, *, wards: Path | None = None, keys: Path | None = None
) -> Comparison:
    """Packages of *period* side by side; a file that is none, or whose seal is broken, is named."""
    known = read_keys(keys) if keys is not None else {}
    expected = read_wards(wards) if wards is not None else ()
    found, refused = [], []
    for path in files:
        try:
            found.append(read_package(path, known))
        except InputError as error:
            refused.append(str(error))
    made = compare(found, expected, period.first, period.last)
    unproven = [one.ward for one in found if one.seal is Seal.UNKNOWN]
    if unproven:
        refused.append(f"Chưa có khóa để kiểm tra gói của: {'; '.join(unproven)}.")
    return replace(made, refused=(*made.refused, *refused))


def write_comparison(found: Comparison, period: Period, path: Path, *, now: datetime) -> None:
    """The comparison as a workbook."""
    write_wards(found, period, path, now=now)
