"""Tables with lines on paper: their look, and heads of several levels."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle

from dxdesk.reports.document import REGULAR, paragraph
from dxdesk.reports.forms import head_cells


def grid(size: float) -> list[Any]:
    """Lines around every cell, text of *size* points in the middle of its height."""
    return [
        ("GRID", (0, 0), (-1, -1), 0.5, black),
        ("FONT", (0, 0), (-1, -1), REGULAR, size),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]


def head_rows(
    heads: Sequence[tuple[str, ...]], look: ParagraphStyle
) -> tuple[list[list[object]], list[Any]]:
    """The rows of a head of several levels, and the spans that join its cells."""
    rows: list[list[object]] = [[""] * len(heads) for _ in range(max(map(len, heads)))]
    spans = []
    for each in head_cells(heads):
        rows[each.top][each.left] = paragraph(each.text, look)
        spans.append(("SPAN", (each.left, each.top), (each.right, each.bottom)))
    return rows, spans
