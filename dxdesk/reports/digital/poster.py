"""One A4 page for the notice board: what was reached, in figures that one reads from afar."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing, Rect, String
from reportlab.lib.colors import HexColor, black, white
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from dxdesk.domain.figures import Rate
from dxdesk.domain.indicators.amount import level_text
from dxdesk.domain.indicators.board import BoardRow
from dxdesk.domain.indicators.kinds import Pillar, Unit
from dxdesk.domain.indicators.standing import Grade
from dxdesk.domain.period import Period
from dxdesk.reports.digital.facts import Facts, gather
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
from dxdesk.reports.files import suffix_of
from dxdesk.reports.source import ReportSource
from dxdesk.reports.wording import committee_name, count_text, fraction_text, unit_name

_BAR = 120.0
_MOST = 12
"""Rows of all pillars together: the page is one."""
_DARK, _LIGHT = HexColor("#1F4E79"), HexColor("#DCE6F0")
_ROWS = TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (0, -1), 0)])
_RANK = {grade: place for place, grade in enumerate(Grade)}


def write_poster(source: ReportSource, period: Period, path: Path) -> None:
    """The page as PDF; indicators without a number are left to the report."""
    suffix_of(path, (".pdf",))
    facts = gather(source, period)
    office = facts.office
    story: list[Flowable] = [
        paragraph(unit_name(office).upper(), style(BOLD, 13, align=CENTRE)),
        paragraph("KẾT QUẢ CHUYỂN ĐỔI SỐ", style(BOLD, 24, align=CENTRE, before=6)),
        paragraph(facts.period.label.upper(), style(BOLD, 14, align=CENTRE, after=8)),
        _numbers(facts),
    ]
    rows = {pillar: _told(facts, pillar) for pillar in Pillar}
    for pillar, most in shared_room({one: len(found) for one, found in rows.items()}).items():
        story += _pillar(pillar, rows[pillar], most)
    foot = "   ".join(one.text for one in Grade if one is not Grade.MISSING)
    story += [Spacer(0, 8), paragraph(foot, style(REGULAR, 10, align=CENTRE))]
    write_pdf(
        path,
        story,
        title=facts.subject,
        author=committee_name(office),
        orientation=PORTRAIT,
    )


def _numbers(facts: Facts) -> Table:
    total = facts.figures
    grades = facts.board.grades()
    known = sum(row.target is not None for row in facts.board.rows)
    online, on_time = total.rates.online, total.rates.on_time
    found = (
        ("Hồ sơ tiếp nhận", count_text(total.received), " "),
        ("Trực tuyến", online.shown, _of(online)),
        ("Đúng và trước hạn", on_time.shown, _of(on_time)),
        ("Chỉ tiêu đã giao, đạt", f"{grades[Grade.REACHED]}/{known}", " "),
    )
    small = style(REGULAR, 11, align=CENTRE)
    rows: list[list[Any]] = [
        [paragraph(number, style(BOLD, 22, align=CENTRE)) for _, number, _ in found],
        [[paragraph(name, small), paragraph(of, small)] for name, _, of in found],
    ]
    look = TableStyle(
        [
            ("BACKGROUND", (0, 0), (-1, -1), _LIGHT),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 12),
            ("TOPPADDING", (0, 0), (-1, 0), 8),
            ("LINEAFTER", (0, 0), (-2, -1), 2, white),
        ]
    )
    return Table(rows, colWidths=[text_width(PORTRAIT) / len(found)] * len(found), style=look)


def _of(rate: Rate) -> str:
    return f"{fraction_text(rate)} hồ sơ" if rate.exact else " "


def shared_room(wanted: Mapping[Pillar, int], most: int = _MOST) -> dict[Pillar, int]:
    """How many rows each pillar gets: in turn, until all are shown or the page is full."""
    given = dict.fromkeys(wanted, 0)
    while sum(given.values()) < most and given != dict(wanted):
        for pillar in given:
            if given[pillar] < wanted[pillar] and sum(given.values()) < most:
                given[pillar] += 1
    return given


def _told(facts: Facts, pillar: Pillar) -> list[BoardRow]:
    """What has a number, the best first."""
    rows = [row for row in facts.board.of(pillar) if row.standing.grade is not Grade.MISSING]
    return sorted(rows, key=lambda row: _RANK[row.standing.grade])


def _pillar(pillar: Pillar, rows: list[BoardRow], most: int) -> list[Flowable]:
    if not most:
        return []
    shown = rows[:most]
    width = text_width(PORTRAIT)
    name = style(REGULAR, 11)
    cells = [
        [
            cell(row.indicator.plan.name, name),
            _bar(row),
            paragraph(row.standing.grade.text, style(BOLD, 10.5)),
        ]
        for row in shown
    ]
    table = Table(
        cells,
        colWidths=[width - _BAR - 100, _BAR + 8, 92],
        style=_ROWS,
    )
    left = len(rows) - most
    told = f"{pillar.label} (còn {left} chỉ tiêu ở báo cáo)" if left else pillar.label
    return [paragraph(told, style(BOLD, 14, before=10, after=2, keep=True)), table]


def _bar(row: BoardRow) -> Drawing:
    """How far it is, with a mark at the target; a count is written out."""
    drawing = Drawing(_BAR, 22)
    amount = row.amount
    STATE_DEFAULTS["fontName"] = REGULAR
    worth = None if amount is None else amount.worth
    plan = row.indicator.plan
    if worth is None or amount is None:
        return drawing
    text = amount.bound.word + level_text(worth, plan.unit)
    text += f" {plan.measure}" if plan.measure else ""
    drawing.add(String(0, 12, text, fontName=BOLD, fontSize=10.5))
    if plan.unit is not Unit.SHARE:
        return drawing
    for length, colour in ((1.0, _LIGHT), (float(worth), _DARK)):
        bar = Rect(0, 2, _BAR * length, 7)
        bar.fillColor, bar.strokeColor = colour, None
        drawing.add(bar)
    if row.target is not None and row.target.base is row.base:
        mark = Rect(_BAR * float(row.target.level) - 1, 0, 2, 11)
        mark.fillColor, mark.strokeColor = black, None
        drawing.add(mark)
    return drawing
