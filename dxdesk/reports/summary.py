"""One page that the vice-chair reads in a minute: five numbers, three dangers, the late ones."""

from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from dxdesk.domain.dossier import DossierLine
from dxdesk.domain.figures import COUNT_LABELS, Figures, Statistics
from dxdesk.domain.period import Period
from dxdesk.domain.summary import Summary, summarise
from dxdesk.reports.behind import add_members_sheet
from dxdesk.reports.checks import ensure_identities, ensure_late_list
from dxdesk.reports.document import (
    BOLD,
    CENTRE,
    ITALIC,
    PORTRAIT,
    REGULAR,
    cell,
    paragraph,
    style,
    text_width,
    write_pdf,
)
from dxdesk.reports.files import suffix_of
from dxdesk.reports.late_rows import days_late, why
from dxdesk.reports.sheets import HEAD, TEXT, Book, new_book, put
from dxdesk.reports.sheets import TITLE as SHEET_TITLE
from dxdesk.reports.source import ReportSource
from dxdesk.reports.wording import (
    NOTHING,
    SMALL_NUMBER,
    committee_name,
    count_text,
    dossiers,
    few_note,
    fraction_text,
    is_few,
    notes,
    period_span,
    rate_text,
    unit_name,
)

SHOWN = 12
"""Late dossiers that fit on the page; the list has its own report."""
_CUT = 90
_LATE_HEADS = ("Hồ sơ", "Thủ tục hành chính", "Số ngày quá hạn", "Cán bộ", "Nguyên nhân")
_BEHIND = tuple(
    (name, COUNT_LABELS[name])
    for name in ("received", "resolved", "early", "on_time", "late", "pending", "overdue")
)


def write_summary(source: ReportSource, period: Period, path: Path) -> None:
    """Write the page to *path* (.pdf or .xlsx)."""
    suffix = suffix_of(path, (".pdf", ".xlsx"))
    found = source.statistics(period)
    ensure_identities(source, found)
    late = source.late(period)
    ensure_late_list(found, len(late))
    summary = summarise(found, late)
    author = committee_name(source.office)
    title = f"Tóm tắt tình hình giải quyết thủ tục hành chính {period.label}"
    if suffix == ".xlsx":
        with new_book(path, title=title, author=author, now=found.taken_at) as book:
            _fill_sheet(book, title, summary)
            add_members_sheet(book, source.members(period), _BEHIND)
        return
    head = style(BOLD, 13, before=12, after=5)
    story: list[Flowable] = [
        paragraph(unit_name(source.office).upper(), style(BOLD, 12, align=CENTRE)),
        Spacer(0, 6),
        paragraph("TÓM TẮT TÌNH HÌNH GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", style(BOLD, 15, align=CENTRE)),
        paragraph(period_span(period), style(ITALIC, 12, align=CENTRE, after=10)),
        _numbers(summary.total),
        paragraph("Cần chú ý", head),
        *_dangers(summary),
        paragraph("Hồ sơ quá hạn", head),
        *_late(summary),
        Spacer(0, 6),
        *_notes(found),
    ]
    write_pdf(path, story, title=title, author=author, orientation=PORTRAIT)


def _notes(found: Statistics) -> list[Flowable]:
    few = few_note(of for _, _, of in five(found.total))
    texts = (*few, notes(found, verified=True)[0])
    return [paragraph(text, style(ITALIC, 9.5)) for text in texts]


def _fill_sheet(book: Book, title: str, summary: Summary) -> None:
    sheet = book.sheet("Tóm tắt", landscape=False)
    for column, width in enumerate((34, 50, 14, 26, 36)):
        sheet.set_column(column, column, width)
    sheet.merge_range(0, 0, 0, 4, title.upper(), book.look(SHEET_TITLE))
    row = 2
    for name, number, of in five(summary.total):
        for column, text in enumerate((name, f"{number} ({of})" if of else number)):
            put(sheet, row, column, text, book.look(TEXT))
        row += 1
    for place, danger in enumerate(summary.dangers, 1):
        sheet.merge_range(row, 0, row, 4, f"{place}. {danger.sentence}.", book.look(TEXT))
        row += 1
    for column, text in enumerate(_LATE_HEADS):
        put(sheet, row + 1, column, text, book.look(HEAD))
    for line in summary.late:
        texts = (
            *(line.code or line.book, line.procedure, days_late(line, summary.as_of)),
            *(line.officer, why(line)),
        )
        for column, text in enumerate(texts):
            put(sheet, row + 2, column, text, book.look(TEXT))
        row += 1


def five(total: Figures) -> tuple[tuple[str, str, str], ...]:
    """Five numbers: what, how many, of what."""
    rate = total.rates.on_time
    shown = "không phát sinh" if rate.value is None else rate.shown
    of = "" if rate.value is None else fraction_text(rate)
    if is_few(rate):
        of += f", {SMALL_NUMBER}"
    online = rate_text(total.rates.online) if total.received else NOTHING
    return (
        ("Tiếp nhận", count_text(total.received), f"trực tuyến {online}"),
        ("Đã giải quyết", count_text(total.resolved), f"quá hạn {count_text(total.late)}"),
        ("Đúng và trước hạn", shown, of),
        ("Đang giải quyết", count_text(total.pending), f"tạm dừng {count_text(total.stopped)}"),
        ("Đang quá hạn", count_text(total.overdue), "chưa có kết quả"),
    )


def _numbers(total: Figures) -> Table:
    found = five(total)
    label, of = style(REGULAR, 10.5, align=CENTRE), style(REGULAR, 9.5, align=CENTRE)
    rows = [
        [paragraph(name, label) for name, _, _ in found],
        [
            paragraph(number, style(BOLD, 20 if len(number) < 7 else 13, align=CENTRE))  # noqa: PLR2004 - digits that fit
            for _, number, _ in found
        ],
        [paragraph(text, of) for _, _, text in found],
    ]
    return Table(
        rows,
        colWidths=[text_width(PORTRAIT) / len(found)] * len(found),
        style=TableStyle(
            [("BOX", (column, 0), (column, -1), 0.75, black) for column in range(len(found))]
            + [
                ("BACKGROUND", (0, 0), (-1, 0), HexColor("#E7EDF4")),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("BOTTOMPADDING", (0, 1), (-1, 1), 9),
                ("LEFTPADDING", (0, 0), (-1, -1), 2),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2),
            ]
        ),
    )


def _dangers(summary: Summary) -> list[Flowable]:
    text = style(REGULAR, 12, after=3)
    if not summary.dangers:
        return [paragraph("Không có việc nào quá hạn hay thiếu dữ liệu.", text)]
    lines = [f"{n}. {danger.sentence}." for n, danger in enumerate(summary.dangers, 1)]
    if summary.names:
        named = "; ".join(f"{name} ({count_text(number)})" for name, number in summary.names)
        lines.append(f"Cán bộ giữ nhiều hồ sơ quá hạn nhất: {named}.")
    return [paragraph(line, text) for line in lines]


def _late(summary: Summary) -> list[Flowable]:
    if not summary.late:
        return [paragraph("Trong kỳ không phát sinh hồ sơ quá hạn.", style(REGULAR, 12))]
    head, look = style(BOLD, 10, align=CENTRE), style(REGULAR, 10)
    rows: list[list[object]] = [[paragraph(text, head) for text in _LATE_HEADS]]
    rows += [_row(line, summary) for line in summary.late[:SHOWN]]
    table = Table(
        rows,
        colWidths=[width * mm for width in (36, 55, 15, 28, 31)],
        style=[
            ("GRID", (0, 0), (-1, -1), 0.5, black),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("FONT", (0, 0), (-1, -1), REGULAR, 10),
            ("ALIGN", (2, 0), (2, -1), "CENTER"),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ("LEFTPADDING", (0, 0), (-1, -1), 2),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ],
    )
    more = len(summary.late) - SHOWN
    told = ["Dấu + sau số ngày: chưa có kết quả."] if summary.total.overdue else []
    if more > 0:
        told.append(f"Và {dossiers(more)} khác; danh sách đủ ở báo cáo hồ sơ quá hạn.")
    return [table, *(paragraph(text, look) for text in told)]


def _row(line: DossierLine, summary: Summary) -> list[object]:
    look = style(REGULAR, 10)
    return [
        cell(_short(line.code or line.book), look),
        cell(_short(line.procedure), look),
        days_late(line, summary.as_of) + ("" if line.finished_at else "+"),
        cell(_short(line.officer), look),
        cell(_short(why(line)), look),
    ]


def _short(text: str) -> str:
    """One page holds them all: a long name is cut."""
    return text if len(text) <= _CUT else f"{text[: _CUT - 1]}…"
