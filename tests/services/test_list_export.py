"""A list as a file: exactly its rows, the filter and the count in it, nothing private unasked."""

import csv
from datetime import datetime
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierLine, Person
from dxdesk.domain.query import Order, Query
from dxdesk.errors import DeskError, InputError
from dxdesk.reports.register_rows import Cell, Moment
from dxdesk.reports.table_files import TableColumn
from dxdesk.services import list_export
from dxdesk.services.list_export import Wanted
from tests.kit import Clock, receive
from tests.reports.slips.sheets import text_of

ASKED = ("Lọc theo: Kênh: Trực tiếp.", "Sắp xếp: mã hồ sơ, tăng dần.")


def due(line: DossierLine, _now: datetime) -> Cell:
    return None if line.due_at is None else Moment(line.due_at, day_only=False)


COLUMNS = (
    (TableColumn("Mã hồ sơ", 20), lambda line, _now: line.code),
    (TableColumn("Chủ hồ sơ", 20), lambda line, _now: line.owner),
    (TableColumn("Hẹn trả", 16), due),
)
QUERY = Query(order=Order.CODE, descending=False)
HOSTILE = ("=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "<b>đậm</b>", "Nguyễn Thị Ánh")


def wanted(**changes: object) -> Wanted:
    given: dict[str, object] = {"query": QUERY, "columns": COLUMNS, "asked": ASKED, **changes}
    return Wanted(**given)  # type: ignore[arg-type] # the test's own mixture


@pytest.fixture
def full(desk: Desk) -> Desk:
    for number, name in enumerate(HOSTILE):
        receive(desk, code=f"H99-{number}", owner=Person(name, "079123456789", "0901234567"))
    return desk


def cells(path: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def test_a_worksheet_has_the_filter_the_count_and_every_row(full: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert list_export.export(full, wanted(), path) == len(HOSTILE)
    found = cells(path)
    top = [row[0] for row in found[:6]]
    assert top[0] == "DANH SÁCH HỒ SƠ"
    assert list(ASKED) == top[2:4]
    assert str(top[4]).startswith(f"Số hồ sơ: {len(HOSTILE)} hồ sơ. Số liệu lấy lúc")
    assert top[5] == "Không có số giấy tờ và điện thoại."
    assert found[6][:3] == ["Mã hồ sơ", "Chủ hồ sơ", "Hẹn trả"]
    assert [row[0] for row in found[7:-1]] == [f"H99-{n}" for n in range(len(HOSTILE))]
    assert found[-1][0] == len(HOSTILE)
    assert isinstance(found[7][2], datetime)


def test_text_that_looks_like_a_formula_stays_text(full: Desk, tmp_path: Path) -> None:
    list_export.export(full, wanted(), tmp_path / "a.xlsx")
    assert [row[1] for row in cells(tmp_path / "a.xlsx")[7:11]] == list(HOSTILE[:4])
    list_export.export(full, wanted(), tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert [row[1][0] for row in rows[7:12]] == ["'"] * 5
    assert len(rows) == 7 + len(HOSTILE)


def test_the_paper_has_filter_count_and_rows_in_vietnamese_letters(
    full: Desk, tmp_path: Path
) -> None:
    list_export.export(full, wanted(), tmp_path / "a.pdf")
    text = text_of(tmp_path / "a.pdf")
    for piece in (*ASKED, f"Số hồ sơ: {len(HOSTILE)} hồ sơ", "Nguyễn Thị Ánh", "Trang 1"):
        assert piece in text


def test_only_the_chosen_ones_are_written_in_their_order(full: Desk, tmp_path: Path) -> None:
    assert list_export.export(full, wanted(chosen=(3, 1)), tmp_path / "a.xlsx") == 2
    assert [row[0] for row in cells(tmp_path / "a.xlsx")[7:]] == ["H99-2", "H99-0", 2]


@pytest.mark.parametrize("ending", ["xlsx", "csv", "pdf"])
def test_an_empty_list_is_a_file_that_says_so(desk: Desk, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    assert list_export.export(desk, wanted(), path) == 0
    assert path.stat().st_size > 0


def test_stopping_leaves_no_file_and_keeps_the_old_one(full: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("cũ", encoding="utf-8")
    asked = chain([False], repeat(True))
    with pytest.raises(list_export.ExportCancelledError, match="chưa có tệp nào"):
        list_export.export(full, wanted(), path, cancelled=lambda: next(asked))
    assert path.read_text(encoding="utf-8") == "cũ"
    assert not [one for one in tmp_path.iterdir() if one.suffix == ".part"]


def test_a_dossier_that_goes_meanwhile_is_told(full: Desk, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="vừa thay đổi"):
        list_export.export(full, wanted(chosen=(1, 999)), tmp_path / "a.csv")
    assert not (tmp_path / "a.csv").exists()


def test_more_than_paper_takes_is_refused_with_the_other_way(
    full: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(list_export.MOST, ".pdf", 3)
    with pytest.raises(InputError, match=r"nhiều nhất 3 hồ sơ.*chọn loại tệp khác"):
        list_export.export(full, wanted(), tmp_path / "a.pdf")


def test_a_long_list_breaks_into_pages_with_its_heading_on_each(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    for number in range(80):
        receive(desk, code=f"H{number:03}", owner=Person("Rất dài " * 30))
    list_export.export(desk, wanted(), tmp_path / "a.pdf")
    text = text_of(tmp_path / "a.pdf")
    assert text.count("Mã hồ sơ") > 3
    assert "H000" in text
    assert "H079" in text
