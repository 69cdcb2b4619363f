"""The correction of a closed report: old numbers beside new ones, and the dossiers behind them."""

from datetime import datetime
from pathlib import Path
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, Spacer, TableStyle

from dxdesk.domain.closing import Change, Difference, Member, Moved
from dxdesk.domain.figures import COUNT_LABELS
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
from dxdesk.reports.wording import (
    NOTHING,
    committee_name,
    count_text,
    dossiers,
    moment_text,
    superior_name,
)

ACTIONS_SHOWN = 6
_GRID: list[tuple[Any, ...]] = [
    ("GRID", (0, 0), (-1, -1), 0.5, black),
    ("FONT", (0, 0), (-1, -1), REGULAR, 11),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
]
_NUMBERS = (("Nhóm", 48), ("Số liệu", 57), ("Đã chốt", 20), ("Nay là", 20), ("Chênh lệch", 20))
_DOSSIERS = (("Hồ sơ", 40), ("Đã chốt", 35), ("Nay là", 35), ("Thao tác từ khi chốt", 55))


def write_correction(
    found: Difference, title: str, reason: str, office: Office, now: datetime, path: Path
) -> None:
    """Write the correction of a closed *title* to *path* (.pdf)."""
    subject = f"Đính chính {title[:1].lower()}{title[1:]} {found.closing.period.label}"
    text = style(REGULAR, 14, align=JUSTIFIED, indent=12.7, before=6)
    head = style(BOLD, 14, align=JUSTIFIED, indent=12.7, before=8, after=4, keep=True)
    width = text_width(PORTRAIT)
    closing = f"Trên đây là nội dung đính chính, {committee_name(office)} kính báo cáo "
    story: list[Flowable] = [
        national_head(office, now, width),
        *kind_and_subject("BÁO CÁO", subject),
        paragraph(f"Kính gửi: {superior_name(office)}", style(REGULAR, 14, align=CENTRE)),
        Spacer(0, 8),
        *(paragraph(line, text) for line in _opening(found, reason)),
        paragraph("1. Số liệu đã chốt và số liệu đính chính", head),
        _numbers(found),
        paragraph("2. Hồ sơ làm thay đổi số liệu", head),
        _dossiers(found.moved),
        signed(
            [paragraph(f"{closing}{superior_name(office)}./.", text)],
            recipients(office),
            signer(office),
            width,
        ),
    ]
    write_pdf(path, story, title=subject, author=committee_name(office), orientation=PORTRAIT)


def _opening(found: Difference, reason: str) -> tuple[str, str]:
    closing = found.closing
    what = (
        f"Số liệu {closing.period.label} đã chốt lúc {moment_text(closing.closed_at)} (cán bộ "
        f"chốt: {closing.officer}). Tính lại cùng thời điểm chốt số liệu "
        f"{moment_text(closing.as_of)} và cùng cách tính, có {dossiers(len(found.moved))} làm "
        "thay đổi số liệu."
    )
    return what, f"Lý do đính chính: {' '.join(reason.split())}"


def _numbers(found: Difference) -> LongTable:
    rows: list[list[object]] = []
    look = style(REGULAR, 11)
    for name, changes in (*found.groups, ("Tổng cộng", found.total)):
        rows += [[cell(name, look), *_change(change)] for change in changes]
    return _table(_NUMBERS, rows or [[NOTHING] * len(_NUMBERS)])


def _change(change: Change) -> list[object]:
    more = change.new - change.old
    return [
        cell(COUNT_LABELS[change.name], style(REGULAR, 11)),
        count_text(change.old),
        count_text(change.new),
        f"{'+' if more > 0 else '-'}{count_text(abs(more))}",
    ]


def _dossiers(moved: tuple[Moved, ...]) -> LongTable:
    look = style(REGULAR, 11)
    return _table(
        _DOSSIERS,
        [
            [
                cell(each.name, look),
                cell(_counted(each.old, each.lost), look),
                cell(_counted(each.new, each.gained), look),
                cell(actions_text(each), look),
            ]
            for each in moved
        ],
    )


def _counted(member: Member | None, names: tuple[str, ...]) -> str:
    if member is None:
        return "không tính"
    return f"{member.group}: {labels_text(names)}" if names else NOTHING


def labels_text(names: tuple[str, ...]) -> str:
    """`tiếp nhận trong kỳ, trực tiếp`."""
    return ", ".join(COUNT_LABELS[name].lower() for name in names)


def actions_text(each: Moved) -> str:
    """The actions that changed the dossier since, oldest first; many are cut short."""
    shown = [f"{e.at:%d/%m/%Y %H:%M} {e.officer}: {e.name}" for e in each.actions[:ACTIONS_SHOWN]]
    more = len(each.actions) - ACTIONS_SHOWN
    if more > 0:
        shown.append(f"và {more} thao tác khác")
    return "; ".join(shown) or "không có thao tác nào trên hồ sơ này"


def _table(columns: tuple[tuple[str, int], ...], rows: list[list[object]]) -> LongTable:
    bold = style(BOLD, 11, align=CENTRE)
    head: list[object] = [paragraph(text, bold) for text, _ in columns]
    return LongTable(
        [head, *rows],
        colWidths=[width * mm for _, width in columns],
        repeatRows=1,
        style=TableStyle([*_GRID, ("ALIGN", (2, 0), (-1, -1), "CENTER")]),
    )
