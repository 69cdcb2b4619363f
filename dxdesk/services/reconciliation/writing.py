"""The letter and the workbook of a reconciliation."""

from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.reconciliation import Reconciliation
from dxdesk.reports.reconciliation import write_reconciliation
from dxdesk.services.report_wordings import RECONCILIATION, office_of


def write(desk: Desk, found: Reconciliation, path: Path) -> Path:
    """Write the letter (.pdf, .docx) or the workbook (.xlsx)."""
    write_reconciliation(found, office_of(desk, RECONCILIATION), desk.now(), path)
    return path
