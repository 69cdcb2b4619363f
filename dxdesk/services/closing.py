"""Closing a period and correcting a closed one (figures.md R20). A closed one never changes."""

import json
from collections.abc import Callable
from dataclasses import asdict
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy.orm import Session

from db.models import ClosedFileRecord, ClosingRecord
from dxdesk import __version__
from dxdesk.desk import Desk
from dxdesk.domain.closing import Closing, ClosingId, Snapshot
from dxdesk.domain.period import Period
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean_lines
from dxdesk.errors import DeskError, InputError
from dxdesk.reports.correction import write_correction
from dxdesk.reports.wording import notes
from dxdesk.services import archive, reporting, statistics
from dxdesk.services.kept import FIGURES, digest, packed, write_snapshot

CORRECTION = "correction.pdf"
Cancelled = Callable[[], bool]
_MOVED_ON = (
    "Chưa chốt được kỳ: dữ liệu vừa thay đổi trong lúc lập báo cáo. Hãy xem lại báo cáo rồi chốt "
    "lần nữa."
)


def close(desk: Desk, key: str, period: Period, *, cancelled: Cancelled | None = None) -> Closing:
    """Keep figures, the dossiers behind them and the printed files of one report for good.

    DeskError when the period still runs, was closed already, or breaks an identity of R14.
    """
    report = reporting.report_of(key)
    if period.as_of(desk.now()) < period.end:
        raise DeskError(
            f"Chưa chốt được {period.label}: kỳ này đến hết ngày {period.last:%d/%m/%Y}. Trong lúc "
            "chờ vẫn in và lưu được báo cáo."
        )
    earlier = archive.standing(desk, key, period)
    if earlier is not None:
        raise DeskError(
            f"“{report.title}” {period.label} đã chốt lúc {earlier.closed_at:%H:%M ngày %d/%m/%Y}. "
            "Bản đã chốt không mở lại được; số liệu sai thì lập bản đính chính."
        )
    found, files = _gather(desk, key, period, cancelled)
    return _keep(desk, key, found, files, name=f"Chốt {period.label}: {report.title}")


def correct(
    desk: Desk, closing_id: ClosingId, reason: str, *, cancelled: Cancelled | None = None
) -> Closing:
    """Close the same period anew; the old closing stays, named by the new one.

    Beside the report stands a correction report: old and new numbers, the dossiers, the reason.
    """
    reason = clean_lines(reason)
    if not reason:
        raise InputError("Lý do đính chính: chưa nhập; hãy ghi vì sao số liệu đã chốt phải sửa.")
    old = archive.closing(desk, closing_id)
    if not old.stands:
        raise DeskError("Bản này đã được đính chính; hãy đính chính bản mới nhất.")
    difference = archive.difference(desk, closing_id)
    if not difference.moved:
        raise DeskError("Không có gì để đính chính: số liệu hôm nay vẫn đúng như bản đã chốt.")
    found, files = _gather(desk, old.report, old.period, cancelled)
    source = reporting.source(desk, report=old.report)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / CORRECTION
        title = reporting.report_of(old.report).title
        write_correction(difference, title, reason, source.office, source.now, path)
        files[CORRECTION] = path.read_bytes()
    name = f"Đính chính {old.period.label}: {reporting.report_of(old.report).title}"
    return _keep(desk, old.report, found, files, name=name, corrects=closing_id, reason=reason)


def _gather(
    desk: Desk, key: str, period: Period, cancelled: Cancelled | None
) -> tuple[Snapshot, dict[str, bytes]]:
    """The figures and every file of the report, over data that stood still meanwhile."""
    found = statistics.snapshot(desk, period)
    files = {FIGURES: write_snapshot(found)}
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for ending in reporting.report_of(key).formats:
            path = Path(folder) / f"{key}.{ending}"
            reporting.write_report(desk, key, period, path, cancelled=cancelled)
            files[ending] = path.read_bytes()
    return found, files


def _keep(
    desk: Desk,
    key: str,
    found: Snapshot,
    files: dict[str, bytes],
    *,
    name: str,
    corrects: ClosingId | None = None,
    reason: str = "",
) -> Closing:
    figures = found.statistics
    with desk.act(name, right=Right.CLOSE, final=True) as session:
        if statistics.last_action(session)[0] != figures.last_action:
            raise DeskError(_MOVED_ON)
        record = ClosingRecord(
            report=key,
            **_days(figures.period),
            as_of=figures.as_of,
            closed_at=desk.now(),
            officer_id=desk.officer,
            last_action=figures.last_action,
            rules=_rules(desk, key, found),
            corrects_id=corrects,
            reason=reason,
            digest=digest(files),
        )
        _add(session, record, files)
    return archive.closing(desk, ClosingId(record.id))


def _days(period: Period) -> dict[str, Any]:
    return {
        "first": period.first,
        "last": period.last,
        "period_kind": period.kind.value,
        "cut_off": period.cut_off.value,
        "cut_day": period.cut_day,
    }


def _add(session: Session, record: ClosingRecord, files: dict[str, bytes]) -> None:
    session.add(record)
    session.flush()
    for ending, content in files.items():
        session.add(ClosedFileRecord(closing_id=record.id, name=ending, content=packed(content)))


def _rules(desk: Desk, key: str, found: Snapshot) -> str:
    """What the figures mean: the ward's choices and the definitions as they were printed."""
    office = asdict(reporting.source(desk, report=key).office)
    data = {
        "office": {name: _plain(value) for name, value in office.items()},
        "definitions": notes(found.statistics, verified=True),
        "program": __version__,
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value if isinstance(value, str | int | tuple | None) else _text(value)


def _text(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
