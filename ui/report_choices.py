"""What the report page can make: the catalogue of reports, and the register."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dxdesk.domain.period import Period
from dxdesk.reports.catalogue import REPORTS
from dxdesk.services import reporting
from ui.tasks import Job

if TYPE_CHECKING:
    from dxdesk.desk import Desk

Write = Callable[["Desk", Period, Path, Job[Any]], Path]


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    title: str
    formats: tuple[str, ...]
    write: Write
    worded: bool = False

    def file_name(self, period: Period, ending: str) -> str:
        return f"{self.key}_{period.first:%Y-%m-%d}_{period.last:%Y-%m-%d}.{ending}"


def choices() -> tuple[Choice, ...]:
    register = Choice("register", "Sổ theo dõi hồ sơ", ("pdf", "xlsx", "csv"), _register)
    reports = (Choice(r.key, r.title, r.formats, _report(r.key), r.worded) for r in REPORTS)
    return (*reports, register)


def _report(key: str) -> Write:
    def write(desk: "Desk", period: Period, path: Path, job: Job[Any]) -> Path:
        return reporting.write_report(desk, key, period, path, cancelled=job.cancelled)

    return write


def _register(desk: "Desk", period: Period, path: Path, job: Job[Any]) -> Path:
    return reporting.write_register(
        desk, period, path, cancelled=job.cancelled, progress=job.progress
    )
