"""The monthly return of each team: a workbook that the program makes, reads back and chases."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from db.models import TeamReturnRecord
from dxdesk.desk import Desk
from dxdesk.domain.ledgers import LEDGER_OF
from dxdesk.domain.period import month
from dxdesk.domain.text import place_key
from dxdesk.errors import InputError
from dxdesk.reports.return_form import COLUMNS, NUMBERS, TITLE, write_form
from dxdesk.reports.wording import committee_name
from dxdesk.services import settings
from dxdesk.services.digital import teams
from dxdesk.services.ledgers import pasting
from dxdesk.services.ledgers.cells import cells_of_file
from dxdesk.services.ledgers.pasting import Pasted, Trouble

_TITLE = re.compile(r"tháng (\d{1,2})[ /]+(?:năm )?(\d{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Returned:
    year: int
    month: int
    pasted: Pasted


def make(desk: Desk, year: int, number: int, path: Path) -> int:
    """Write the workbook that teams fill in: one line each; how many lines."""
    names = _teams(desk, year, number)
    if not names:
        raise InputError("Chưa có tổ công nghệ số nào; hãy thêm tổ trước khi lập phiếu.")
    office = settings.office(desk)
    write_form(path, names, year, number, author=committee_name(office), now=desk.now())
    return len(names)


def missing(desk: Desk, year: int, number: int) -> tuple[str, ...]:
    """Teams of that month whose return is not there."""
    wanted = select(TeamReturnRecord.team_id).where(
        TeamReturnRecord.year == year, TeamReturnRecord.month == number
    )
    with desk.reading() as session:
        there = set(session.scalars(wanted))
        found = teams.standing(session, month(year, number).last)
    return tuple(sorted((n for key, n in found.items() if key not in there), key=place_key))


def read(desk: Desk, paths: Sequence[Path]) -> tuple[Returned, ...]:
    """What filled-in workbooks say; lines without any number are told, not taken."""
    return tuple(_read(desk, path) for path in paths)


def _read(desk: Desk, path: Path) -> Returned:
    cells = cells_of_file(path)
    found = next((m for row in cells[:6] for text in row if (m := _TITLE.search(text))), None)
    if found is None:
        raise InputError(
            f"Tệp “{path.name}” không phải phiếu do chương trình lập: không thấy dòng “{TITLE} "
            "tháng …”. Hãy dùng đúng tệp phiếu đã gửi."
        )
    number, year = int(found[1]), int(found[2])
    head = next((at for at, row in enumerate(cells) if COLUMNS[1] in row), None)
    if head is None:
        raise InputError(f"Tệp “{path.name}” thiếu dòng tiêu đề của phiếu; hãy dùng tệp đã gửi.")
    rows = [[*COLUMNS, "Năm", "Tháng", "Ngày nhận"]]
    empty = []
    today = f"{desk.now():%d/%m/%Y}"
    for at, row in enumerate(cells[head + 1 :], start=head + 2):
        filled = [*row, *[""] * (len(COLUMNS) - len(row))][: len(COLUMNS)]
        if filled[1] and not any(filled[place] for place in NUMBERS):
            empty.append(Trouble(at, "tổ chưa điền số nào", tuple(filled)))
        elif any(filled):
            rows.append([*filled, str(year), str(number), today])
    pasted = pasting.understand(desk, LEDGER_OF["returns"].key, rows)
    return Returned(year, number, _with(pasted, empty))


def _with(pasted: Pasted, empty: list[Trouble]) -> Pasted:
    return Pasted(
        key=pasted.key,
        rows=pasted.rows,
        troubles=(*pasted.troubles, *empty),
        known=pasted.known,
        left_out=(),
        unused=(),
        by_order=False,
        created=pasted.created,
    )


def _teams(desk: Desk, year: int, number: int) -> tuple[str, ...]:
    with desk.reading() as session:
        found = teams.standing(session, month(year, number).last)
    return tuple(sorted(found.values(), key=place_key))
