"""Lists out of the program: types, what no spreadsheet runs, who is named only when asked."""

import csv
from datetime import datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Person
from dxdesk.exchange.reader import read_register
from dxdesk.reports.table_files import Delimiter
from dxdesk.services import imports
from dxdesk.services.exporting import FIELDS, export_dossiers, of_period
from dxdesk.services.list_export import ExportCancelledError
from dxdesk.services.opening import open_desk
from tests.kit import Clock, receive

ID_NO, PHONE = "001099000123", "0912345678"
FORMULAS = ("=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "\r=1")


@pytest.fixture(autouse=True)
def dossiers(desk: Desk) -> None:
    owner = Person("Trần Văn Đức", ID_NO, PHONE, "12 Lê Lợi")
    receive(desk, code="H99.12-260309-0001", owner=owner, copies=2, fee=8000)
    receive(desk, owner=Person("=HYPERLINK(1)"), note="@x", content="-1")


def rows_of(path: Path) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()]


def test_without_being_asked_no_id_number_and_no_phone_leaves(desk: Desk, tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.csv"):
        path = tmp_path / name
        assert export_dossiers(desk, of_period(None), path) == 2
        text = path.read_text("utf-8-sig") if name.endswith("csv") else str(rows_of(path))
        assert "Trần Văn Đức" in text
        assert ID_NO not in text
        assert PHONE not in text
        assert "CCCD" not in text


def test_asked_for_they_are_there_as_text(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    export_dossiers(desk, of_period(None), path, personal=True)
    first = rows_of(path)[3]
    assert ID_NO in first
    assert PHONE in first


def test_a_worksheet_has_types_a_filter_and_a_total(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    export_dossiers(desk, of_period(None), path, personal=True)
    heads, first, *_, total = rows_of(path)[2:]
    assert heads == [column.title for column, _ in FIELDS]
    cells = dict(zip(heads, first, strict=True))
    assert cells["Ngày tiếp nhận"] == datetime(2026, 3, 9, 8, 0)
    assert (cells["Số bộ"], cells["Phí, lệ phí"]) == (2, 8000)
    sums = dict(zip(heads, total, strict=True))
    assert (sums["Mã hồ sơ"], sums["Số bộ"], sums["Phí, lệ phí"]) == (2, 3, 8000)


@pytest.mark.parametrize("delimiter", list(Delimiter))
def test_csv_has_the_mark_of_its_letters_and_the_chosen_delimiter(
    desk: Desk, tmp_path: Path, delimiter: Delimiter
) -> None:
    path = tmp_path / "a.csv"
    export_dossiers(desk, of_period(None), path, delimiter=delimiter)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        heads, *found = csv.reader(file, delimiter=delimiter.sign)
    assert len(found) == 2
    assert {len(row) for row in found} == {len(heads)}
    second = dict(zip(heads, found[1], strict=True))
    assert (second["Chủ hồ sơ"], second["Ghi chú"]) == ("'=HYPERLINK(1)", "'@x")
    assert second["Nội dung hồ sơ"] == "'-1"


def test_no_cell_of_a_csv_file_begins_like_a_formula() -> None:
    from dxdesk.reports.table_files import csv_text

    for text in FORMULAS:
        assert csv_text(text).startswith("'")
    assert csv_text(-5) == "-5"


def test_in_a_worksheet_a_formula_typed_as_text_stays_text(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    export_dossiers(desk, of_period(None), path)
    assert "=HYPERLINK(1)" in rows_of(path)[4]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_what_was_exported_can_be_imported_again(
    desk: Desk, tmp_path: Path, clock: Clock, name: str
) -> None:
    path = tmp_path / name
    export_dossiers(desk, of_period(None), path, personal=True)
    register = read_register(path)
    assert [row.owner_name for row in register.rows] == ["Trần Văn Đức", "=HYPERLINK(1)"]
    assert register.rows[0].owner_id_no == ID_NO
    assert not imports.preview(desk, path).changes
    other = open_desk(tmp_path / "khác.db", clock=clock)
    assert imports.run(other, path).new == 2
    other.close()


def test_a_cancelled_export_leaves_no_file(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with pytest.raises(ExportCancelledError):
        export_dossiers(desk, of_period(None), path, cancelled=lambda: True)
    assert list(tmp_path.glob("a*")) == []
