"""The correction of a closed report: old numbers beside new ones, and the dossiers behind them."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from dxdesk.domain.closing import Change, Difference, Member, Moved
from dxdesk.domain.figures import COUNT_LABELS
from dxdesk.domain.office import Office
from dxdesk.reports.letter import Letter, LetterTable
from dxdesk.reports.letter_pdf import write_letter_pdf
from dxdesk.reports.wording import (
    NOTHING,
    committee_name,
    count_text,
    dossiers,
    moment_text,
    superior_name,
    until_text,
)

ACTIONS_SHOWN = 6
_NUMBERS = (("Nhóm", 48), ("Số liệu", 57), ("Đã chốt", 20), ("Nay là", 20), ("Chênh lệch", 20))
_DOSSIERS = (("Hồ sơ", 40), ("Đã chốt", 35), ("Nay là", 35), ("Thao tác từ khi chốt", 55))


def write_correction(
    found: Difference, title: str, reason: str, office: Office, now: datetime, path: Path
) -> None:
    """Write the correction of a closed *title* to *path* (.pdf)."""
    write_letter_pdf(correction(found, title, reason, office), office, now, path)


def correction(found: Difference, title: str, reason: str, office: Office) -> Letter:
    superior = superior_name(office)
    return Letter(
        kind="BÁO CÁO",
        subject=f"Đính chính {title[:1].lower()}{title[1:]} {found.closing.period.label}",
        addressee=f"Kính gửi: {superior}",
        opening=_opening(found, reason),
        parts=(
            ("1. Số liệu đã chốt và số liệu đính chính", _numbers(found)),
            ("2. Hồ sơ làm thay đổi số liệu", _dossiers(found.moved)),
        ),
        closing=(
            f"Trên đây là nội dung đính chính, {committee_name(office)} kính báo cáo {superior}./."
        ),
    )


def _opening(found: Difference, reason: str) -> tuple[str, str]:
    closing = found.closing
    what = (
        f"Số liệu {closing.period.label} đã chốt lúc {moment_text(closing.closed_at)} (cán bộ "
        f"chốt: {closing.officer}). Tính lại cùng thời điểm chốt số liệu "
        f"{until_text(closing.as_of)} và cùng cách tính, có {dossiers(len(found.moved))} làm "
        "thay đổi số liệu."
    )
    return what, f"Lý do đính chính: {' '.join(reason.split())}"


def _numbers(found: Difference) -> LetterTable:
    rows = [
        (name, *_change(change))
        for name, changes in (*found.groups, ("Tổng cộng", found.total))
        for change in changes
    ]
    nothing = (NOTHING,) * len(_NUMBERS)
    return LetterTable(_NUMBERS, tuple(rows) or (nothing,), numbers_from=2)


def _change(change: Change) -> tuple[str, ...]:
    more = change.new - change.old
    return (
        COUNT_LABELS[change.name],
        count_text(change.old),
        count_text(change.new),
        f"{'+' if more > 0 else '-'}{count_text(abs(more))}",
    )


def _dossiers(moved: Sequence[Moved]) -> LetterTable:
    rows = (
        (
            each.name,
            _counted(each.old, each.lost),
            _counted(each.new, each.gained),
            actions_text(each),
        )
        for each in moved
    )
    return LetterTable(_DOSSIERS, tuple(rows))


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
