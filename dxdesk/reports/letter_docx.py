"""A letter as .docx for editing."""

from datetime import datetime
from pathlib import Path

from dxdesk.domain.office import Office
from dxdesk.reports.letter import Letter
from dxdesk.reports.official_docx import (
    new_document,
    put_head,
    put_signature,
    put_subject,
    put_table,
    save,
    say,
)


def write_letter(made: Letter, office: Office, now: datetime, path: Path) -> None:
    """Write the letter to *path*; the same letter gives the same bytes."""
    document = new_document(title=made.subject, office=office, made_at=now)
    put_head(document, office, now, about="" if made.kind else made.subject)
    if made.kind:
        put_subject(document, made.kind, made.subject)
    say(document, made.addressee, centre=True, space=14)
    for line in made.opening:
        say(document, line)
    for title, table in made.parts:
        say(document, title, bold=True, keep=True)
        put_table(document, [[head for head, _ in table.heads], *table.rows], centre=False)
        say(document, "", size=4, space=0)
    for note in made.notes:
        say(document, note, size=11, space=2)
    say(document, made.closing, keep=True)
    put_signature(document, office)
    save(document, path)
