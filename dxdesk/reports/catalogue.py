"""All periodic reports: menu, command line and tests read this tuple."""

from collections.abc import Callable
from dataclasses import dataclass
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


def _ii06a(source: ReportSource, period: Period, path: Path) -> None:
    from dxdesk.reports.ii06a import write_ii06a

    write_ii06a(source, period, path)


def _monthly(source: ReportSource, period: Period, path: Path) -> None:
    from dxdesk.reports.monthly import write_monthly

    write_monthly(source, period, path)


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
        ("pdf", "xlsx"),
        _monthly,
    ),
)
