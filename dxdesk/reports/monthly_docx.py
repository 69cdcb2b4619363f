"""The report in prose as .docx, to be edited in Word."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dxdesk.reports.monthly_facts import Facts
from dxdesk.reports.monthly_tables import comparison_rows, small_print
from dxdesk.reports.monthly_text import BODY, Line, part_lines
from dxdesk.reports.official_docx import (
    new_document,
    put_head,
    put_signature,
    put_subject,
    put_table,
    save,
    say,
)
from dxdesk.reports.prose.template import Kind
from dxdesk.reports.wording import superior_name


def write_docx(path: Path, facts: Facts) -> None:
    """Write the report to *path*; the same facts give the same bytes."""
    office = facts.office
    document = new_document(title=facts.subject, office=office, made_at=facts.statistics.taken_at)
    put_head(document, office, facts.now)
    put_subject(document, "BÁO CÁO", facts.subject)
    say(document, f"Kính gửi: {superior_name(office)}", centre=True, space=10)
    for part in BODY:
        _lines(document, part_lines(facts, part))
    _comparison(document, facts)
    for text in small_print(facts):
        say(document, text, size=11, italic=True, space=2)
    for line in part_lines(facts, "closing"):
        say(document, line.text, keep=True)
    put_signature(document, office)
    save(document, path)


def _lines(document: Any, lines: Iterable[Line]) -> None:
    for line in lines:
        heading = line.kind in {Kind.SECTION, Kind.ITEM}
        space = 10 if line.kind is Kind.SECTION else 6
        keep = heading or line.text.endswith(":")
        say(document, line.text, bold=heading, space=space, keep=keep)


def _comparison(document: Any, facts: Facts) -> None:
    rows = comparison_rows(facts)
    if len(rows[0]) <= 2:  # noqa: PLR2004 - nothing to compare with
        return
    say(document, "", size=6)
    put_table(document, rows)
