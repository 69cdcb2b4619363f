"""The ward's choices for its reports and its own report texts, logged and undone like data."""

import json
from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import SettingRecord
from dxdesk.desk import Desk
from dxdesk.domain.period import LAST_CUT_DAY, CutOff
from dxdesk.domain.report_settings import ReportSettings
from dxdesk.domain.rights import Right
from dxdesk.errors import InputError

_NAME = "reports"
_MOST_PERCENT = 100


def report_settings(desk: Desk) -> ReportSettings:
    with desk.reading() as session:
        found = read_setting(session, _NAME)
    if found is None:
        return ReportSettings()
    values = json.loads(found)
    return ReportSettings(**{**values, "cut_off": CutOff(values["cut_off"])})


def save_report_settings(desk: Desk, chosen: ReportSettings) -> None:
    if not 2 <= chosen.cut_day <= LAST_CUT_DAY:  # noqa: PLR2004 - from the 1st on it is the calendar month
        raise InputError(
            f"Ngày bắt đầu kỳ: hãy chọn từ 2 đến {LAST_CUT_DAY}, không phải {chosen.cut_day}."
        )
    for name, percent in (
        ("Chỉ tiêu hồ sơ trực tuyến", chosen.online_target),
        ("Chỉ tiêu thanh toán trực tuyến", chosen.payment_target),
    ):
        if percent is not None and not 0 < percent <= _MOST_PERCENT:
            raise InputError(f"{name}: hãy ghi từ 1 đến 100 (%), hoặc để trống khi chưa có.")
    with desk.act("Sửa cài đặt báo cáo", right=Right.OFFICE) as session:
        write_setting(session, _NAME, json.dumps(asdict(chosen), sort_keys=True))


def read_setting(session: Session, name: str) -> str | None:
    return session.scalar(select(SettingRecord.value).where(SettingRecord.name == name))


def write_setting(session: Session, name: str, value: str) -> None:
    record = session.scalar(select(SettingRecord).where(SettingRecord.name == name))
    if record is None:
        record = SettingRecord(name=name, value="")
        session.add(record)
    record.value = value
