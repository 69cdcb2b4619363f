"""The letter and the workbook of a reconciliation."""

from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.reconciliation import Reconciliation
from dxdesk.reports.reconciliation import write_reconciliation
from dxdesk.services import settings


def write(desk: Desk, found: Reconciliation, path: Path) -> Path:
    """Write the letter (.pdf, .docx) or the workbook (.xlsx)."""
    write_reconciliation(found, settings.office(desk), desk.now(), path)
    return path
