"""The register of dossiers (`sổ theo dõi hồ sơ`, Mẫu 07) as paper, worksheet or CSV."""

from collections.abc import Callable
from pathlib import Path

from dxdesk.domain.period import Period
from dxdesk.reports.files import suffix_of
from dxdesk.reports.forms import form
from dxdesk.reports.register_files import write_csv, write_sheet
from dxdesk.reports.register_pages import write_pages
from dxdesk.reports.register_rows import Register
from dxdesk.reports.source import ReportSource

_WRITERS: dict[str, Callable[[Register, Path], None]] = {
    ".pdf": write_pages,
    ".xlsx": write_sheet,
    ".csv": write_csv,
}


def write_register(
    source: ReportSource,
    period: Period,
    path: Path,
    *,
    told: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Write the register of *period* to *path* (.pdf, .xlsx or .csv).

    *told* hears how many dossiers of how many are done.

    Raises DeskError when it cannot be written or changes meanwhile; then nothing is written.
    """
    write = _WRITERS[suffix_of(path, _WRITERS)]
    write(Register(source, period, form("register", period.last), told), path)
