"""A letter as the file that is asked for: paper, for editing, or a worksheet."""

from datetime import datetime
from pathlib import Path

from dxdesk.domain.office import Office
from dxdesk.reports.files import suffix_of
from dxdesk.reports.letter import Letter


def write_letter_file(made: Letter, office: Office, now: datetime, path: Path) -> None:
    """Write to .pdf, .docx or .xlsx."""
    suffix = suffix_of(path, (".pdf", ".docx", ".xlsx"))
    if suffix == ".pdf":
        from dxdesk.reports.letter_pdf import write_letter_pdf

        write_letter_pdf(made, office, now, path)
    elif suffix == ".docx":
        from dxdesk.reports.letter_docx import write_letter

        write_letter(made, office, now, path)
    else:
        from dxdesk.reports.letter_sheet import write_letter_sheet

        write_letter_sheet(made, office, now, path)
