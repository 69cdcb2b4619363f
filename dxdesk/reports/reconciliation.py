"""What a reconciliation found, as a letter to the province and as a workbook.

The letter names dossiers by their codes; names, id numbers and phones of persons stay out of it.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from dxdesk.domain.figures import COUNT_LABELS
from dxdesk.domain.office import Office
from dxdesk.domain.reconciliation import Entry, Reconciliation, Standing
from dxdesk.reports.files import suffix_of
from dxdesk.reports.letter import Letter, LetterTable
from dxdesk.reports.letter_pdf import write_letter_pdf
from dxdesk.reports.reconciliation_sheet import write_workbook
from dxdesk.reports.wording import committee_name, count_text, superior_name, until_text

SYMBOL = "UBND"
"""A letter (công văn) has no kind in its symbol; the clerk of records adds the unit."""
CODES_SHOWN = 8
HIDDEN = "khác nhau"


def write_reconciliation(found: Reconciliation, office: Office, now: datetime, path: Path) -> None:
    """Write the letter (.pdf, .docx) or the workbook (.xlsx) to *path*."""
    suffix = suffix_of(path, (".pdf", ".docx", ".xlsx"))
    if suffix == ".xlsx":
        write_workbook(found, committee_name(office), now, path)
    elif suffix == ".pdf":
        write_letter_pdf(letter(found, office), office, now, path)
    else:
        from dxdesk.reports.letter_docx import write_letter

        write_letter(letter(found, office), office, now, path)


def letter(found: Reconciliation, office: Office) -> Letter:
    parts = [
        (f"{number}. {title}", table)
        for number, (title, table) in enumerate(_parts(found), start=1)
    ]
    return Letter(
        subject=f"V/v đối chiếu số liệu hồ sơ {found.period.label}",
        addressee=f"Kính gửi: {superior_name(office)}",
        opening=_opening(found, office),
        parts=tuple(parts),
        notes=(GUESSED,) if any("(*)" in row[0] for _, t in parts for row in t.rows) else (),
        closing=(
            f"{committee_name(office)} đề nghị {superior_name(office)} kiểm tra, cho ý kiến về các "
            "hồ sơ nêu trên để số liệu hai bên thống nhất./."
        ),
    )


def _opening(found: Reconciliation, office: Office) -> tuple[str, ...]:
    numbers = ", ".join(
        f"{count_text(len(found.of(one)))} hồ sơ {one.label[:1].lower()}{one.label[1:]}"
        for one in Standing
    )
    what = (
        f"{committee_name(office)} đã đối chiếu sổ theo dõi hồ sơ của đơn vị với tệp "
        f"“{found.file}” xuất từ hệ thống của tỉnh, hồ sơ tiếp nhận {found.period.range_label}, "
        f"số liệu tính đến {until_text(found.as_of)}."
    )
    return what, f"Kết quả: {count_text(found.equal)} hồ sơ giống nhau, {numbers}."


def _parts(found: Reconciliation) -> Iterator[tuple[str, LetterTable]]:
    if found.figures:
        yield "Số liệu khác nhau và hồ sơ làm khác số liệu", _figures(found)
    for standing in Standing:
        entries = found.of(standing)
        if entries and standing is Standing.DIFFERS:
            yield f"Hồ sơ {standing.label[:1].lower()}{standing.label[1:]}", _fields(entries)
        elif entries:
            yield f"Hồ sơ {standing.label[:1].lower()}{standing.label[1:]}", _listed(entries)


def _figures(found: Reconciliation) -> LetterTable:
    rows = tuple(
        (
            COUNT_LABELS[one.name],
            count_text(one.here),
            count_text(one.there),
            _codes([*one.lost, *one.gained]),
        )
        for one in found.figures
    )
    return LetterTable((("Số liệu", 45), ("Đơn vị", 18), ("Hệ thống", 20), ("Do hồ sơ", 82)), rows)


def _codes(entries: Sequence[Entry]) -> str:
    told = ", ".join(one.code for one in entries[:CODES_SHOWN])
    left = len(entries) - CODES_SHOWN
    return f"{told} và {count_text(left)} hồ sơ khác" if left > 0 else told


def _listed(entries: Sequence[Entry]) -> LetterTable:
    rows = tuple(
        (str(number), one.code, one.procedure, day_text(one.received_at))
        for number, one in enumerate(entries, start=1)
    )
    heads = (("STT", 12), ("Mã hồ sơ", 50), ("Thủ tục", 75), ("Tiếp nhận", 28))
    return LetterTable(heads, rows)


def _fields(entries: Sequence[Entry]) -> LetterTable:
    rows = tuple(
        (f"{one.code}{' (*)' if one.guess else ''}", field.label, *_values(field))
        for one in entries
        for field in one.fields
    )
    heads = (("Mã hồ sơ", 48), ("Nội dung", 37), ("Đơn vị", 40), ("Hệ thống", 40))
    return LetterTable(heads, rows)


_NAMES = {"Chủ hồ sơ", "Người nộp", "Địa chỉ chủ hồ sơ"}


def _values(field: Any) -> tuple[str, str]:
    if field.personal or field.label in _NAMES:
        return HIDDEN, HIDDEN
    return field.here, field.there


def day_text(moment: datetime | None) -> str:
    return "—" if moment is None else f"{moment:%d/%m/%Y}"


GUESSED = "(*) Ghép theo chủ hồ sơ, thủ tục và ngày tiếp nhận vì một bên không có mã hồ sơ."
