"""Lists beside the ledgers: the budget request, trainings, whom to chase; the filled-in forms."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from dxdesk.desk import Desk
from dxdesk.domain.equipment import Device, by_age
from dxdesk.errors import DeskError, InputError
from dxdesk.services.digital import lists, returns
from dxdesk.services.ledgers import entries, pasting
from dxdesk.services.ledgers.cells import cells_of_file
from tests.exchange.files import write_xlsx


def add(desk: Desk, key: str, **texts: str) -> int:
    return entries.add(desk, key, texts)


def cells(path: Path) -> str:
    return "\n".join(" | ".join(filter(None, row)) for row in cells_of_file(path) if any(row))


@pytest.fixture
def teams(desk: Desk) -> Desk:
    for number in range(1, 4):
        name = f"Tổ dân phố {number}"
        pasting.take(
            desk, pasting.understand(desk, "teams", [["Tên tổ", "Tổ dân phố"], [name, name]])
        )
    return desk


def test_devices_are_counted_by_age_and_what_has_no_year_is_not_young() -> None:
    rows = by_age(
        [
            Device("A", "desktop", 6, 2016, "weak", "replace", ""),
            Device("B", "desktop", 2, 2024, "good", "", ""),
            Device("C", "desktop", 1, None, "", "", ""),
            Device("D", "printer", 1, 2022, "broken", "repair", ""),
        ],
        2026,
    )
    assert [(r.kind, r.total, r.by_age, r.undated, r.bad) for r in rows] == [
        ("desktop", 9, (2, 0, 6), 1, 6),
        ("printer", 1, (0, 1, 0), 0, 1),
    ]


def test_the_budget_request_names_what_is_to_be_replaced(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="chưa có dòng nào"):
        lists.write_devices(desk, tmp_path / "a.pdf")
    kind = {"kind": "desktop", "first_year": "2016"}
    add(
        desk,
        "devices",
        name="=Máy quầy 1",
        proposal="replace",
        amount="6",
        condition="weak",
        **kind,
    )
    add(desk, "devices", name="Máy quầy 2", **kind)
    for ending in ("pdf", "docx", "xlsx"):
        assert lists.write_devices(desk, tmp_path / f"a.{ending}") == 2
        assert (tmp_path / f"a.{ending}").stat().st_size > 4000
    told = cells(tmp_path / "a.xlsx")
    assert "có 7 thiết bị, trong đó 7 thiết bị đã dùng từ 5 năm, 6 thiết bị yếu hoặc hỏng" in told
    assert "Đề nghị thay mới 6 thiết bị, sửa chữa 0 thiết bị" in told
    assert "1 | =Máy quầy 1 | 6 | 2016 | Yếu, chậm" in told
    assert "3. Yếu, hỏng hoặc đã dùng từ 5 năm, chưa có đề nghị" in told
    words = "\n".join(one.text for one in Document(str(tmp_path / "a.docx")).paragraphs)
    assert "Đề nghị thay mới" in words
    with pytest.raises(DeskError):
        lists.write_devices(desk, tmp_path / "a.txt")


def test_trainings_are_listed_by_session_and_who_never_was(teams: Desk, tmp_path: Path) -> None:
    day = {"trained_on": "02/02/2026", "training": "Kỹ năng số"}
    add(teams, "members", team="1", name="Lê A", **day)
    add(teams, "members", team="2", name="Lê B", **day)
    add(teams, "members", team="3", name="Lê C")
    add(teams, "members", team="3", name="Lê Thôi", until="01/01/2026")
    add(teams, "staff", name="Lê D", unit="Văn phòng", **day)
    assert lists.write_training(teams, tmp_path / "t.xlsx") == 4
    told = cells(tmp_path / "t.xlsx")
    assert "02/02/2026 | Kỹ năng số | 2 | 1 | 3" in told
    assert "1 | Lê C | Tổ dân phố 3" in told
    assert "Lê Thôi" not in told


def test_who_must_be_chased_is_named_with_a_phone_only_when_asked(
    teams: Desk, tmp_path: Path
) -> None:
    add(teams, "members", team="2", name="Lê Phó", role="Tổ phó", phone="0912000001")
    add(teams, "members", team="2", name="Lê Trưởng", role="Tổ trưởng", phone="0912000002")
    add(teams, "returns", team="1", year="2026", month="2", guided="5")
    assert lists.write_chase(teams, 2026, 2, tmp_path / "n.xlsx") == 2
    told = cells(tmp_path / "n.xlsx")
    assert "1 | Tổ dân phố 2 | Lê Trưởng" in told
    assert "0912" not in told
    lists.write_chase(teams, 2026, 2, tmp_path / "y.xlsx", phones=True)
    assert "Lê Trưởng | 0912000002" in cells(tmp_path / "y.xlsx")
    for team in ("2", "3"):
        add(teams, "returns", team=team, year="2026", month="2", guided="5")
    with pytest.raises(DeskError, match="mọi tổ đã gửi phiếu"):
        lists.write_chase(teams, 2026, 2, tmp_path / "x.xlsx")


def filled(desk: Desk, tmp_path: Path, changes: dict[int, dict[int, str]]) -> Path:
    """The form of February with cells changed: by line of a team, from 1, and place."""
    path, back = tmp_path / "phieu.xlsx", tmp_path / "da-dien.xlsx"
    returns.make(desk, 2026, 2, path)
    rows: list[list[str]] = [list(row) for row in cells_of_file(path)]
    first = next(at for at, row in enumerate(rows) if row[1] == "Tổ dân phố 1")
    for line, texts in changes.items():
        for place, text in texts.items():
            rows[first + line - 1][place] = text
    write_xlsx(back, rows)
    return back


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ({3: "-4"}, "không phải số nguyên"),
        ({3: "4,5"}, "không phải số nguyên"),
        ({3: "nhiều"}, "không phải số nguyên"),
        ({3: "99999999999999999999"}, "không phải số nguyên"),
        ({1: "Tổ dân phố 99", 3: "4"}, "chưa có “Tổ dân phố 99”"),
        ({1: "", 3: "4"}, "chưa nhập"),
        ({3: "4", 5: "x" * 2000}, "dài quá 1000 chữ"),
    ],
)
def test_a_line_that_cannot_be_is_told_and_the_others_are_taken(
    teams: Desk, tmp_path: Path, texts: dict[int, str], why: str
) -> None:
    path = filled(teams, tmp_path, {1: texts, 2: {3: "7"}})
    (found,) = returns.read(teams, [path])
    assert [row.texts["guided"] for row in found.pasted.rows] == ["7"]
    assert any(why in one.reason for one in found.pasted.troubles), found.pasted.troubles
    assert any("tổ chưa điền số nào" in one.reason for one in found.pasted.troubles)


def test_tones_and_marks_of_other_programs_do_not_hide_a_team(teams: Desk, tmp_path: Path) -> None:
    name = "To\u0302\u0309 da\u0302n pho\u0302\u0301 1\u200f"
    path = filled(teams, tmp_path, {1: {1: name, 3: "1.250", 5: "<b>mạng yếu</b>\u202e"}})
    (found,) = returns.read(teams, [path])
    pasting.take(teams, found.pasted)
    entry = entries.listing(teams, "returns").entries[0]
    assert (entry.texts["team"], entry.values["guided"]) == ("Tổ dân phố 1", 1250)
    assert entry.texts["difficulty"] == "<b>mạng yếu</b>"
    assert entry.values["returned_on"] == date(2026, 3, 9)
    assert returns.missing(teams, 2026, 2) == ("Tổ dân phố 2", "Tổ dân phố 3")
    (again,) = returns.read(teams, [path])
    assert (len(again.pasted.rows), len(again.pasted.known)) == (0, 1)


def test_another_workbook_is_no_return(teams: Desk, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "khac.xlsx", [["Danh sách"], ["Tổ dân phố 1", "5"]])
    with pytest.raises(InputError, match="không phải phiếu do chương trình lập"):
        returns.read(teams, [tmp_path / "khac.xlsx"])
