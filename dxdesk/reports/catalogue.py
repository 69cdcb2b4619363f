"""All periodic reports: menu, command line and tests read this tuple."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from dxdesk.domain.period import Period
from dxdesk.reports.source import ReportSource


@dataclass(frozen=True, slots=True)
class Report:
    """One report; *write* raises DeskError and then leaves nothing at the path."""

    key: str
    title: str
    formats: tuple[str, ...]
    write: Callable[[ReportSource, Period, Path], None]
    worded: bool = False
    """Whether it is in prose, of which the ward words the sentences."""


def _ii06a(source: ReportSource, period: Period, path: Path) -> None:
    from dxdesk.reports.ii06a import write_ii06a

    write_ii06a(source, period, path)


def _monthly(source: ReportSource, period: Period, path: Path) -> None:
    from dxdesk.reports.monthly import write_monthly

    write_monthly(source, period, path)


def _late(source: ReportSource, period: Period, path: Path) -> None:
    from dxdesk.reports.late import write_late

    write_late(source, period, path)


def _summary(source: ReportSource, period: Period, path: Path) -> None:
    from dxdesk.reports.summary import write_summary

    write_summary(source, period, path)


def _table(name: str) -> Callable[[ReportSource, Period, Path], None]:
    def write(source: ReportSource, period: Period, path: Path) -> None:
        from dxdesk.reports import service_tables

        writer: Callable[[ReportSource, Period, Path], None] = getattr(service_tables, name)
        writer(source, period, path)

    return write


def _digital(module: str, name: str) -> Callable[[ReportSource, Period, Path], None]:
    def write(source: ReportSource, period: Period, path: Path) -> None:
        found = import_module(f"dxdesk.reports.digital.{module}")
        writer: Callable[[ReportSource, Period, Path], None] = getattr(found, name)
        writer(source, period, path)

    return write


_SHEETS = ("pdf", "xlsx")
REPORTS = (
    Report(
        "ii06a",
        "Biểu II.06a – Tình hình, kết quả giải quyết thủ tục hành chính",
        ("pdf", "xlsx"),
        _ii06a,
    ),
    Report(
        "monthly",
        "Báo cáo tình hình, kết quả giải quyết thủ tục hành chính",
        ("pdf", "xlsx", "docx"),
        _monthly,
        worded=True,
    ),
    Report("summary", "Tóm tắt một trang cho lãnh đạo", _SHEETS, _summary),
    Report("late", "Danh sách hồ sơ quá hạn và nguyên nhân", _SHEETS, _late),
    Report(
        "channels",
        "Hồ sơ trực tuyến và trực tiếp theo thủ tục",
        _SHEETS,
        _table("write_channels"),
    ),
    Report("payment", "Phí, lệ phí và thanh toán trực tuyến", _SHEETS, _table("write_payment")),
    Report(
        "digitisation",
        "Số hóa hồ sơ và kết quả giải quyết",
        _SHEETS,
        _table("write_digitisation"),
    ),
    Report(
        "satisfaction",
        "Mức độ hài lòng của người dân",
        _SHEETS,
        _table("write_satisfaction"),
    ),
    Report(
        "digital",
        "Báo cáo kết quả thực hiện chuyển đổi số",
        ("pdf", "xlsx", "docx"),
        _digital("report", "write_digital"),
    ),
    Report("de-an-06", "Biểu tuần Đề án 06", _SHEETS, _digital("weekly", "write_weekly")),
    Report(
        "poster", "Trang niêm yết chuyển đổi số (A4)", ("pdf",), _digital("poster", "write_poster")
    ),
)
