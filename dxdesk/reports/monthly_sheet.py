"""The report on procedures as a workbook: comparison, Biểu II.06a, late dossiers, months."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from dxdesk.domain.dossier import DayOnly, DossierLine
from dxdesk.domain.figures import COUNT_LABELS, Figures
from dxdesk.reports.behind import add_members_sheet
from dxdesk.reports.comparison import ROWS, CountRow, RateRow
from dxdesk.reports.differences_sheet import add_differences_sheet
from dxdesk.reports.forms import Form
from dxdesk.reports.ii06a_sheet import add_form_sheet, put_notes
from dxdesk.reports.late_rows import why
from dxdesk.reports.monthly_facts import Facts
from dxdesk.reports.monthly_tables import change_text
from dxdesk.reports.monthly_text import part_lines
from dxdesk.reports.sheets import (
    CENTRED,
    DATE,
    HEAD,
    MOMENT,
    NUMBER,
    RATE,
    TEXT,
    TITLE,
    Book,
    Value,
    new_book,
    put,
    put_rate,
)
from dxdesk.reports.wording import capitalised, committee_name, notes

_LATE_HEAD = (
    ("STT", 6),
    ("Mã hồ sơ", 28),
    ("Thủ tục hành chính", 48),
    ("Lĩnh vực", 22),
    ("Hẹn trả", 18),
    ("Có kết quả", 18),
    ("Cán bộ xử lý", 24),
    ("Nguyên nhân", 40),
)
_MONTHS_HEAD = ("Tháng", "Đã giải quyết", "Trực tuyến", "Tiếp nhận", "Tỷ lệ trực tuyến")
_MONTH = {**DATE, "num_format": "mm/yyyy"}


def write_sheet(path: Path, layout: Form, facts: Facts) -> None:
    author = committee_name(facts.office)
    with new_book(path, title=facts.subject, author=author, now=facts.statistics.taken_at) as book:
        _comparison(book, facts)
        add_form_sheet(book, layout, facts.statistics, facts.office)
        add_differences_sheet(book, facts.statistics, facts.bases)
        _late(book, facts)
        _months(book, facts)
        add_members_sheet(book, facts.members, tuple(COUNT_LABELS.items()))


def _titled(book: Book, name: str, title: str, widths: list[float]) -> Any:
    sheet = book.sheet(name, landscape=True)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.merge_range(0, 0, 0, len(widths) - 1, title, book.look(TITLE))
    sheet.set_row(0, 40)
    return sheet


def _comparison(book: Book, facts: Facts) -> None:
    """Per period three columns (numerator, denominator, value), then the change in words."""
    periods = [(capitalised(facts.period.label), facts.statistics.total)]
    periods += [(capitalised(b.name), b.figures) for b in facts.bases if not b.obstacle]
    changes = [(f"So với {b.name}", b) for b in facts.bases if not b.obstacle]
    widths = [36.0, *[11.0, 11.0, 13.0] * len(periods), *[28.0] * len(changes)]
    sheet = _titled(book, "Tổng hợp", facts.subject.upper(), widths)
    heads = ["Chỉ tiêu"]
    for name, _ in periods:
        heads += [f"{name}: tử số", f"{name}: mẫu số", f"{name}: kết quả"]
    for column, text in enumerate([*heads, *(text for text, _ in changes)]):
        put(sheet, 2, column, text, book.look(HEAD))
    for offset, row in enumerate(ROWS, 3):
        put(sheet, offset, 0, row.label, book.look(TEXT))
        for number, (_, figures) in enumerate(periods):
            _value(book, sheet, (offset, 1 + 3 * number), row, figures)
        for number, (_, basis) in enumerate(changes):
            text = change_text(row, facts.statistics.total, basis)
            put(sheet, offset, 1 + 3 * len(periods) + number, text, book.look(TEXT))
    sheet.freeze_panes(3, 1)
    last = len(widths) - 1
    lines = [line.text for line in part_lines(facts, "comparison")[1:]]
    lines += notes(facts.statistics, verified=True)
    end = put_notes(book, sheet, len(ROWS) + 4, tuple(lines), last)
    sheet.print_area(0, 0, end, last)


def _value(
    book: Book, sheet: Any, at: tuple[int, int], row: CountRow | RateRow, figures: Figures
) -> None:
    line, column = at
    if isinstance(row, CountRow):
        put(sheet, line, column, None, book.look(NUMBER))
        put(sheet, line, column + 1, None, book.look(NUMBER))
        put(sheet, line, column + 2, row.of(figures), book.look(NUMBER))
        return
    rate = row.of(figures)
    put(sheet, line, column, rate.numerator, book.look(NUMBER))
    put(sheet, line, column + 1, rate.denominator, book.look(NUMBER))
    put_rate(sheet, line, column + 2, rate, book.look(RATE))


def _late(book: Book, facts: Facts) -> None:
    title = f"DANH SÁCH HỒ SƠ QUÁ HẠN {facts.period.label.upper()}"
    sheet = _titled(book, "Quá hạn", title, [float(width) for _, width in _LATE_HEAD])
    for column, (text, _) in enumerate(_LATE_HEAD):
        put(sheet, 2, column, text, book.look(HEAD))
    for number, line in enumerate(facts.late, 1):
        for column, (value, look) in enumerate(_late_cells(number, line)):
            put(sheet, 2 + number, column, value, book.look(look))
    if not facts.late:
        put(sheet, 3, 1, "Trong kỳ không có hồ sơ quá hạn.", book.look())
    sheet.freeze_panes(3, 2)
    sheet.repeat_rows(2)
    sheet.print_area(0, 0, 2 + max(len(facts.late), 1), len(_LATE_HEAD) - 1)


def _late_cells(number: int, line: DossierLine) -> list[tuple[Value, Mapping[str, Any]]]:
    return [
        (number, CENTRED),
        (line.code or line.book, TEXT),
        (line.procedure, TEXT),
        (line.field, TEXT),
        _moment(line.due_at, day_only=DayOnly.DUE in line.day_only),
        _moment(line.finished_at, day_only=DayOnly.FINISHED in line.day_only),
        (line.officer, TEXT),
        (why(line), TEXT),
    ]


def _moment(at: datetime | None, *, day_only: bool) -> tuple[Value, Mapping[str, Any]]:
    if at is None or not day_only:
        return at, MOMENT
    return at.date(), DATE


def _months(book: Book, facts: Facts) -> None:
    widths = [16.0] * len(_MONTHS_HEAD)
    sheet = _titled(book, "Theo tháng", "TIẾP NHẬN, GIẢI QUYẾT THEO THÁNG", widths)
    for column, text in enumerate(_MONTHS_HEAD):
        put(sheet, 2, column, text, book.look(HEAD))
    for row, (period, figures) in enumerate(facts.series, 3):
        put(sheet, row, 0, period.last.replace(day=1), book.look(_MONTH))
        empty = figures == Figures()  # nothing known of that month: no number, not a zero
        numbers = (figures.resolved, figures.online, figures.received)
        for column, number in enumerate(numbers, 1):
            put(sheet, row, column, None if empty else number, book.look(NUMBER))
        put_rate(sheet, row, 4, figures.rates.online, book.look(RATE))
    sheet.freeze_panes(3, 1)
    last = 2 + len(facts.series)
    if facts.series:
        _chart(book, sheet, last)
    sheet.print_area(0, 0, last + 20, 4)


def _chart(book: Book, sheet: Any, last: int) -> None:
    chart = book.workbook.add_chart({"type": "column"})
    for column, colour in ((3, "#1F4E79"), (1, "#B9D0E6")):
        chart.add_series(
            {
                "name": [sheet.name, 2, column],
                "categories": [sheet.name, 3, 0, last, 0],
                "values": [sheet.name, 3, column, last, column],
                "fill": {"color": colour},
                "border": {"color": "#1F4E79"},
            }
        )
    chart.set_x_axis({"num_format": "mm/yy", "text_axis": True})
    chart.set_title({"name": "Hồ sơ tiếp nhận và đã giải quyết", "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 620, "height": 340})
    sheet.insert_chart(last + 2, 0, chart)
