"""Tables from Excel: all lines are told, none is lost, teams and hamlets come along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from dxdesk.desk import Desk
from dxdesk.errors import InputError
from dxdesk.services import hamlets, history
from dxdesk.services.ledgers import entries, pasting, writing
from dxdesk.services.ledgers.cells import cells_of_file, cells_of_text
from tests.kit import Clock, desk_over


@pytest.fixture
def ward(empty_database: Path) -> Iterator[Desk]:
    with desk_over(empty_database, Clock()) as desk:
        yield desk


def block(*lines: str) -> list[list[str]]:
    return cells_of_text("\n".join(line.replace("|", "\t") for line in lines))


def seeds_table() -> list[list[str]]:
    """110 teams with 388 members as two of the texts have them, merged cells and all."""
    lines = ["DANH SÁCH TỔ CÔNG NGHỆ SỐ", "STT|Khu phố|Họ và tên|Chức vụ|SĐT|Fax"]
    number = 0
    for team in range(1, 111):
        for place in range(4 if team <= 58 else 3):
            number += 1
            name = f"Tổ dân phố {team}" if place == 0 else ""
            lines.append(f"{number}|{name}|Thành viên {number}|Thành viên|0912{number:06}|x")
    return block(*lines, "Tổng cộng||388")


def test_110_teams_and_388_members_go_in_by_one_paste_and_come_out_by_one_undo(
    ward: Desk,
) -> None:
    pasted = pasting.understand(ward, "members", seeds_table())
    assert (len(pasted.rows), pasted.troubles, pasted.known) == (388, (), ())
    assert len(pasted.created["teams"]) == len(pasted.created["hamlets"]) == 110
    assert pasted.unused == ("Fax",)
    assert [one.reason for one in pasted.left_out] == [
        "dòng phía trên bảng",
        "dòng tiêu đề",
        "dòng cộng",
    ]
    assert pasting.take(ward, pasted) == 388
    assert entries.listing(ward, "teams").total == len(hamlets.hamlets_used(ward)) == 110
    again = pasting.understand(ward, "members", seeds_table())
    assert (len(again.rows), len(again.known)) == (0, 388)
    history.undo(ward)
    assert entries.listing(ward, "members").total == entries.listing(ward, "teams").total == 0
    assert hamlets.hamlets_used(ward) == ()


def test_lines_that_are_not_understood_are_told_one_by_one(ward: Desk) -> None:
    hamlets.add_hamlet(ward, "Tổ dân phố 1")
    entries.add(ward, "teams", {"hamlet": "1"})
    cells = block(
        "Ngày|Tổ|Số người|Hình thức|Lạ",
        "05/03/2026|1|12|Đi từng nhà|",
        "|Tổ 1|9|Buổi tập trung|",
        "05/03/2026|Tổ 7|3||",
        "33/03/2026|1|3||",
        "06/03/2026|1|mười||",
        "05/03/2026|TDP 01|12|Đi từng nhà|",
    )
    pasted = pasting.understand(ward, "activities", cells)
    assert [one.line for one in pasted.rows] == [2, 3]
    assert [(one.line, one.reason.split(":")[0]) for one in pasted.troubles] == [
        (4, "Tổ"),
        (5, "Ngày"),
        (6, "Số người được hướng dẫn"),
    ]
    assert [one.line for one in pasted.known] == [7]
    assert pasted.unused == ("Lạ",)
    assert pasted.lines == 7
    assert pasted.troubles[2].cells[2] == "mười"


def test_a_table_without_headings_is_read_in_the_order_of_the_fields(ward: Desk) -> None:
    pasted = pasting.understand(ward, "staff", block("1|Lê A|Chuyên viên", "2|Lê B|Văn thư"))
    assert pasted.by_order
    assert [row.texts["name"] for row in pasted.rows] == ["Lê A", "Lê B"]


def test_hamlets_of_another_kind_are_not_taken_for_each_other(ward: Desk) -> None:
    hamlets.add_hamlet(ward, "Tổ dân phố 5")
    pasted = pasting.understand(ward, "teams", block("STT|Tổ dân phố", "1|Ấp 5", "2|tdp 05"))
    assert pasted.created == {"hamlets": ("Ấp 5",)}
    pasting.take(ward, pasted)
    names = {one.texts["hamlet"] for one in entries.listing(ward, "teams").entries}
    assert names == {"Ấp 5", "Tổ dân phố 5"}


@pytest.mark.parametrize("text", ["", "\n\n\t\t\n", "\u200f\u202e"])
def test_nothing_on_the_clipboard_is_said(ward: Desk, text: str) -> None:
    with pytest.raises(InputError, match="Chưa có gì để dán"):
        pasting.understand(ward, "teams", cells_of_text(text))


def test_a_line_that_is_not_taken_creates_nothing(ward: Desk) -> None:
    pasted = pasting.understand(ward, "members", block("Tổ|Họ tên", "Tổ 1|Lê A", "Tổ 2|"))
    assert pasted.created == {"teams": ("Tổ 1",), "hamlets": ("Tổ 1",)}
    pasting.take(ward, pasted)
    assert [one.name for one in hamlets.hamlets_used(ward)] == ["Tổ 1"]


def test_a_quoted_cell_of_several_lines_and_broken_quotes_lose_nothing(ward: Desk) -> None:
    text = 'Họ tên\tChức vụ\n"Lê\nA"\tKế toán\nLê "B\tVăn thư\n"Lê C\tThủ quỹ'
    pasted = pasting.understand(ward, "staff", cells_of_text(text))
    told = " ".join(row.texts["name"] for row in pasted.rows)
    assert all(name in told for name in ("Lê A", 'Lê "B', "Lê C"))


def test_a_ledger_goes_out_and_its_file_comes_in_again(ward: Desk, tmp_path: Path) -> None:
    lines = ("Tổ|Họ tên|Vai trò|Điện thoại", "Tổ 1|=1+1|Tổ trưởng|0912345678")
    pasting.take(ward, pasting.understand(ward, "members", block(*lines)))
    bare, full = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    assert writing.write(ward, "members", bare) == 1
    writing.write(ward, "members", full, personal=True)
    cells = [
        " ".join(map(str, row))
        for path in (bare, full)
        for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    ]
    noted = [event.name for event in history.events(ward)]
    assert "Xuất 1 dòng của sổ Thành viên, kèm số điện thoại" in noted
    assert sum("0912345678" in line for line in cells) == 1
    again = pasting.understand(ward, "members", cells_of_file(full))
    assert (len(again.known), again.troubles) == (1, ())
    assert writing.write(ward, "pilots", tmp_path / "c.xlsx") == 0
