"""The report on digital transformation, for any period: PDF, Word, Excel."""

from pathlib import Path

from reportlab.platypus import Flowable, PageBreak, Spacer

from dxdesk.domain.period import Period
from dxdesk.reports.digital.facts import Facts, gather
from dxdesk.reports.digital.tables import pillar_tables
from dxdesk.reports.digital.text import Line, body, closing, opening
from dxdesk.reports.document import (
    BOLD,
    CENTRE,
    ITALIC,
    JUSTIFIED,
    PORTRAIT,
    REGULAR,
    paragraph,
    style,
    text_width,
    write_pdf,
)
from dxdesk.reports.files import suffix_of
from dxdesk.reports.heading import kind_and_subject, national_head, signed
from dxdesk.reports.letter import Letter
from dxdesk.reports.letter_pdf import titled
from dxdesk.reports.sheets import HEAD, TEXT, TITLE, Book, new_book, put
from dxdesk.reports.source import ReportSource
from dxdesk.reports.wording import committee_name, few_note, superior_name

_SIZE = 14
_MISSING = (
    "“Chưa có số” không phải là 0 và không vào số trung bình nào. Hai tỷ lệ khác mẫu số không so "
    "với nhau."
)


def write_digital(source: ReportSource, period: Period, path: Path) -> None:
    """Write the report to *path*. DeskError while there is nothing to report on."""
    suffix = suffix_of(path, (".pdf", ".xlsx", ".docx"))
    facts = gather(source, period)
    if suffix == ".pdf":
        _write_pdf(facts, path)
    elif suffix == ".docx":
        from dxdesk.reports.letter_docx import write_letter

        write_letter(_letter(facts), facts.office, facts.now, path)
    else:
        author = committee_name(facts.office)
        with new_book(path, title=facts.subject, author=author, now=facts.now) as book:
            _fill(book, facts)


def _letter(facts: Facts) -> Letter:
    lines = (opening(facts), *body(facts))
    return Letter(
        facts.subject,
        f"Kính gửi: {superior_name(facts.office)}",
        tuple(line.text for line in lines),
        pillar_tables(facts),
        closing(facts).text,
        notes=notes(facts),
    )


def _write_pdf(facts: Facts, path: Path) -> None:
    width = text_width(PORTRAIT)
    office = facts.office
    story = [
        national_head(office, facts.now, width),
        *kind_and_subject("BÁO CÁO", facts.subject),
        paragraph(f"Kính gửi: {superior_name(office)}", style(REGULAR, _SIZE, align=CENTRE)),
        Spacer(0, 8),
        *(_flowable(line) for line in (opening(facts), *body(facts))),
        signed([_flowable(closing(facts))], office, width),
        *_annex(facts),
    ]
    title = f"Báo cáo {facts.subject[:1].lower()}{facts.subject[1:]}"
    write_pdf(path, story, title=title, author=committee_name(office), orientation=PORTRAIT)


def _flowable(line: Line) -> Flowable:
    look = style(
        BOLD if line.head else REGULAR,
        _SIZE,
        align=JUSTIFIED,
        indent=12.7,
        before=8 if line.head else 5,
        keep=line.head,
    )
    return paragraph(line.text, look)


def _annex(facts: Facts) -> list[Flowable]:
    head = style(BOLD, 14, align=CENTRE, after=6)
    story: list[Flowable] = [
        PageBreak(),
        paragraph("PHỤ LỤC", head),
        paragraph(f"Kết quả thực hiện chỉ tiêu {facts.period.label}", head),
    ]
    for title, table in pillar_tables(facts):
        story += titled(title, table)
    return [*story, Spacer(0, 6), *(paragraph(one, style(ITALIC, 11)) for one in notes(facts))]


def notes(facts: Facts) -> tuple[str, ...]:
    """What a reader must know to read the table."""
    board = facts.board
    named = (
        f"{one} (chưa đối chiếu với bản gốc)" if one in board.unverified else one
        for one in board.set_labels
    )
    sets = ", ".join(named) or "của đơn vị"
    return (
        _MISSING,
        *few_note(line.text for line in body(facts)),
        f"Định nghĩa chỉ tiêu theo bộ: {sets}.",
    )


def _fill(book: Book, facts: Facts) -> None:
    sheet = book.sheet("Chỉ tiêu", landscape=True)
    tables = pillar_tables(facts)
    heads = tables[0][1].heads
    for column, (_title, width) in enumerate(heads):
        sheet.set_column(column, column, width / 1.6)
    sheet.merge_range(0, 0, 0, len(heads) - 1, facts.subject.upper(), book.look(TITLE))
    at = 2
    for title, table in tables:
        put(sheet, at, 0, title, book.look({"bold": True}))
        for column, (text, _width) in enumerate(table.heads):
            put(sheet, at + 1, column, text, book.look(HEAD))
        for line, row in enumerate(table.rows, start=at + 2):
            for column, text in enumerate(row):
                put(sheet, line, column, text, book.look(TEXT))
        at += len(table.rows) + 3
    for line, text in enumerate(notes(facts), start=at):
        put(sheet, line, 0, text, book.look({}))
