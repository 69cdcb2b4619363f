"""The sheet of shortcuts on paper, to lie beside the keyboard."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib import colors
from reportlab.platypus import Flowable, Table, TableStyle

from dxdesk.reports.document import (
    BOLD,
    CENTRE,
    PORTRAIT,
    REGULAR,
    cell,
    paragraph,
    style,
    text_width,
    write_pdf,
)

TITLE = "PHÍM TẮT"
_LINES = TableStyle(
    [
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.HexColor("#a0a0a0")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
)
_KEYS = 0.36
"""Share of the width that the keys take."""
Group = tuple[str, Sequence[tuple[str, str]]]


def write_keys(groups: Sequence[Group], path: Path) -> None:
    """*groups*: heading, then keys with what they do. StorageError when *path* is not written."""
    story: list[Flowable] = [paragraph(TITLE, style(BOLD, 15, align=CENTRE, after=4))]
    width = text_width(PORTRAIT)
    strong, plain = style(BOLD, 11), style(REGULAR, 11)
    for heading, lines in groups:
        story.append(paragraph(heading, style(BOLD, 12, before=8, after=3, keep=True)))
        rows = [[cell(keys, strong), cell(text, plain)] for keys, text in lines]
        story.append(Table(rows, colWidths=[width * _KEYS, width * (1 - _KEYS)], style=_LINES))
    write_pdf(path, story, title=TITLE, author="", orientation=PORTRAIT)
