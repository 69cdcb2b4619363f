"""A letter or report with tables on paper, in the form of Nghị định 30/2020/NĐ-CP."""

from datetime import datetime
from pathlib import Path
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, Spacer, TableStyle

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
from dxdesk.reports.heading import kind_and_subject, national_head, recipients, signed, signer
from dxdesk.reports.letter import Letter, LetterTable
from dxdesk.reports.wording import committee_name


def write_letter_pdf(made: Letter, office: Office, now: datetime, path: Path) -> None:
    text = style(REGULAR, 14, align=JUSTIFIED, indent=12.7, before=6)
    head = style(BOLD, 14, align=JUSTIFIED, indent=12.7, before=8, after=4, keep=True)
    width = text_width(PORTRAIT)
    story: list[Flowable] = [
        national_head(office, now, width, about="" if made.kind else made.subject),
        *_subject(made),
        paragraph(made.addressee, style(REGULAR, 14, align=CENTRE)),
        Spacer(0, 8),
        *(paragraph(line, text) for line in made.opening),
    ]
    for title, table in made.parts:
        story += [paragraph(title, head), _table(table)]
    story += [paragraph(note, style(REGULAR, 11, before=4)) for note in made.notes]
    end = [paragraph(made.closing, text)]
    story.append(signed(end, recipients(office), signer(office), width))
    write_pdf(path, story, title=made.subject, author=committee_name(office), orientation=PORTRAIT)


def _subject(made: Letter) -> list[Flowable]:
    if made.kind:
        return kind_and_subject(made.kind, made.subject)
    return [Spacer(0, 14)]


_GRID: list[tuple[Any, ...]] = [
    ("GRID", (0, 0), (-1, -1), 0.5, black),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
]


def _table(table: LetterTable) -> LongTable:
    head, body = style(BOLD, 11, align=CENTRE), style(REGULAR, 11)
    rows = [
        [cell(title, head) for title, _ in table.heads],
        *([cell(text, body) for text in row] for row in table.rows),
    ]
    widths = [width * mm for _, width in table.heads]
    return LongTable(rows, colWidths=widths, repeatRows=1, style=TableStyle(_GRID))
