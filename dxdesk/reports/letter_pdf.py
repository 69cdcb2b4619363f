"""A letter or report with tables on paper, in the form of Nghị định 30/2020/NĐ-CP."""

from datetime import datetime
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, LongTable, Spacer

from dxdesk.domain.office import Office
from dxdesk.reports.document import (
    BOLD,
    CENTRE,
    JUSTIFIED,
    PORTRAIT,
    REGULAR,
    cell,
    paragraph,
    style,
    text_width,
    write_pdf,
)
from dxdesk.reports.grids import grid
from dxdesk.reports.heading import kind_and_subject, national_head, signed
from dxdesk.reports.letter import Letter, LetterTable
from dxdesk.reports.wording import committee_name

_ROOM = 45 * mm
"""For a title, the head of its table and a few rows."""


def write_letter_pdf(made: Letter, office: Office, now: datetime, path: Path) -> None:
    text = style(REGULAR, 14, align=JUSTIFIED, indent=12.7, before=6)
    width = text_width(PORTRAIT)
    story: list[Flowable] = [
        national_head(office, now, width, about="" if made.kind else made.subject),
        *_subject(made),
        paragraph(made.addressee, style(REGULAR, 14, align=CENTRE)),
        Spacer(0, 8),
        *(paragraph(line, text) for line in made.opening),
    ]
    for title, table in made.parts:
        story += titled(title, table, size=14, indent=12.7)
    story += [paragraph(note, style(REGULAR, 11, before=4)) for note in made.notes]
    end = [paragraph(made.closing, text)]
    story.append(signed(end, office, width))
    write_pdf(path, story, title=made.subject, author=committee_name(office), orientation=PORTRAIT)


def titled(
    title: str, table: LetterTable, *, size: float = 13, indent: float = 0
) -> list[Flowable]:
    """A title that stays with the first rows of its table; the table itself may go on overleaf."""
    head = style(BOLD, size, align=JUSTIFIED, indent=indent, before=8, after=4)
    return [CondPageBreak(_ROOM), paragraph(title, head), letter_table(table)]


def _subject(made: Letter) -> list[Flowable]:
    if made.kind:
        return kind_and_subject(made.kind, made.subject)
    return [Spacer(0, 14)]


def letter_table(table: LetterTable) -> LongTable:
    head, body = style(BOLD, 11, align=CENTRE), style(REGULAR, 11)
    number = style(REGULAR, 11, align=CENTRE)
    rows = [
        [cell(title, head) for title, _ in table.heads],
        *(
            [
                cell(text, number if table.centred(column) else body)
                for column, text in enumerate(row)
            ]
            for row in table.rows
        ),
    ]
    widths = [width * mm for _, width in table.heads]
    return LongTable(rows, colWidths=widths, repeatRows=1, style=grid(11))
