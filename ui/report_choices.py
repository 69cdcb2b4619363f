"""What the report page can make: the catalogue of reports, and the register."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dxdesk.domain.period import Period
from dxdesk.reports.catalogue import REPORTS
from dxdesk.services import reporting

if TYPE_CHECKING:
    from dxdesk.desk import Desk

Cancelled = Callable[[], bool]
Write = Callable[["Desk", Period, Path, Cancelled], Path]


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    title: str
    formats: tuple[str, ...]
    write: Write

    def file_name(self, period: Period, ending: str) -> str:
        return f"{self.key}_{period.first:%Y-%m-%d}_{period.last:%Y-%m-%d}.{ending}"


def choices() -> tuple[Choice, ...]:
    register = Choice("register", "Sổ theo dõi hồ sơ", ("pdf", "xlsx", "csv"), _register)
    return (*(Choice(r.key, r.title, r.formats, _report(r.key)) for r in REPORTS), register)


def _report(key: str) -> Write:
    def write(desk: "Desk", period: Period, path: Path, cancelled: Cancelled) -> Path:
        return reporting.write_report(desk, key, period, path, cancelled=cancelled)

    return write


def _register(desk: "Desk", period: Period, path: Path, cancelled: Cancelled) -> Path:
    return reporting.write_register(desk, period, path, cancelled=cancelled)
