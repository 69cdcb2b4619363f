from datetime import datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from dxdesk.errors import DeskError
from dxdesk.exchange.quarantine import ADDED, row_texts, write_quarantine
from dxdesk.exchange.reader import read_register
from dxdesk.exchange.register import Quarantined, Register
from tests.exchange.exports import DAY, EXPORTS, export
from tests.exchange.files import (
    HEADINGS,
    Value,
    dossier,
    dossiers,
    read_rows,
    write_csv,
    write_xlsx,
)


@pytest.mark.parametrize(
    ("values", "column", "value", "reason"),
    [
        ({"received": "30/02/2026"}, "Ngày tiếp nhận", "30/02/2026", "không có trong lịch"),
        ({"received": "05/13/2026"}, "Ngày tiếp nhận", "05/13/2026", "bị đổi chỗ"),
        ({"received": None}, "Ngày tiếp nhận", "", "thiếu ngày tiếp nhận"),
        ({"finished": "chiều"}, "Ngày có kết quả", "chiều", "không phải ngày"),
        (
            {"finished": "01/03/2026 09:00"},
            "Ngày có kết quả",
            "01/03/2026 09:00",
            "ngày có kết quả trước ngày tiếp nhận",
        ),
        ({"code": None, "owner": None}, "Mã hồ sơ", "", "không có mã hồ sơ và cũng không có chủ"),
        ({"code": "H99.16-260302-0001"}, "Mã hồ sơ", "H99.16-260302-0001", "giống hệt"),
    ],
)
def test_a_row_that_cannot_go_in_is_named_with_its_reason(
    tmp_path: Path, values: dict[str, Value], column: str, value: str, reason: str
) -> None:
    wrong = dossier(2, owner="Lê Thử 1") if "code" in values else dossier(2)
    wrong = dossier(2, **{"owner": wrong[3], **values})
    register = read_rows(tmp_path, ["SỔ THEO DÕI"], HEADINGS, dossier(1), wrong, dossier(3))
    (left_out,) = register.quarantined
    assert [row.code[-1] for row in register.rows] == ["1", "3"]
    assert (left_out.line, left_out.column, left_out.value) == (4, column, value)
    assert reason in left_out.reason
    assert left_out.raw[:2] == ("2", wrong[1] or "")


def test_a_second_dossier_under_the_same_code_names_the_first(tmp_path: Path) -> None:
    wrong = dossier(2, code="H99.16-260302-0001")
    register = read_rows(tmp_path, HEADINGS, dossier(1), wrong)
    assert register.quarantined[0].reason.startswith("trùng mã với dòng 2 nhưng nội dung khác")


def test_the_same_code_on_another_sheet_names_the_sheet(tmp_path: Path) -> None:
    sheet: list[list[Value]] = [list(HEADINGS), dossier(1)]
    register = read_register(write_xlsx(tmp_path / "so.xlsx", sheet, sheet))
    (left_out,) = register.quarantined
    assert left_out.sheet == "Trang 2"
    assert left_out.reason == "trùng mã với dòng 2 của trang tính “Trang 1”, nội dung giống hệt"


def test_a_dossier_without_a_code_goes_in_when_somebody_is_named(tmp_path: Path) -> None:
    register = read_rows(tmp_path, HEADINGS, dossier(1), dossier(2, code=None))
    assert [row.code for row in register.rows] == ["H99.16-260302-0001", ""]


def test_a_finish_on_the_day_of_receipt_is_not_before_it(tmp_path: Path) -> None:
    register = read_rows(tmp_path, HEADINGS, dossier(1, finished="02/03/2026"))
    assert not register.quarantined
    assert register.rows[0].finished == datetime(2026, 3, 2)


def test_rows_and_quarantine_are_all_that_was_read(tmp_path: Path) -> None:
    rows = [dossier(n, received="?" if n % 3 == 0 else DAY) for n in range(1, 32)]
    register = read_rows(tmp_path, HEADINGS, *rows, ["TỔNG CỘNG", "31 hồ sơ"])
    assert len(register.rows) + len(register.quarantined) == register.stated_total == 31
    assert len(register.quarantined) == 10
    assert not register.warnings


def test_doubts_that_stop_nothing_are_counted(tmp_path: Path) -> None:
    heads = ["Mã hồ sơ", "Chủ hồ sơ", "CCCD", "Ngày nhận", "Hẹn trả", "Có kết quả", "Trả kết quả"]
    heads += ["Kênh", "Số bộ"]
    row = ["H99.16-260203-0001", "Lê B", "12", "02/03/2026 09:00", "01/03/2026", "03/03/2026", "x"]
    register = read_rows(
        tmp_path,
        heads,
        [*row, "Bồ câu", "hai"],
        ["H99.16-260301-0002", "Lê C", "", DAY, "", "05/03/2026", "04/03/2026", "", 1],
        ["H99.16-260301-0003", "Lê D", "", DAY, "", "", "04/03/2026", "Bồ câu", 1],
    )
    assert len(register.rows) == 3
    told = "\n".join(register.warnings)
    for sentence in (
        "1 số giấy tờ không đúng số chữ số",
        "1 hồ sơ có ngày tiếp nhận chỉ khớp với ngày trong mã hồ sơ khi đổi chỗ",
        "1 hồ sơ có ngày hẹn trả trước ngày tiếp nhận; dòng đầu tiên: 2.",
        "1 ngày trả kết quả không đọc được",
        "1 hồ sơ có ngày trả kết quả trước ngày có kết quả; dòng đầu tiên: 3.",
        "1 hồ sơ có ngày trả kết quả nhưng không có ngày có kết quả; dòng đầu tiên: 4.",
        "“Bồ câu” (2 dòng), để là chưa rõ kênh",
        "1 số bộ hồ sơ không đọc được",
    ):
        assert sentence in told


def mended(register: Register, path: Path, *, column: str, value: str) -> Register:
    """Write the quarantine, put *value* into *column* of every row as in Excel, read it again."""
    write_quarantine(path, register.headings, register.quarantined)
    if path.suffix == ".csv":
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        rows: list[list[Value]] = [list(line.split(";")) for line in lines]
    else:
        rows = [list(map(str, row)) for row in CalamineWorkbook.from_path(path)
                .get_sheet_by_index(0).to_python()]  # fmt: skip
    at = rows[0].index(column)
    for row in rows[1:]:
        row[at] = value
    return read_register(
        write_csv(path, *rows) if path.suffix == ".csv" else write_xlsx(path, rows)
    )


@pytest.mark.parametrize("name", ["can-sua.xlsx", "can-sua.csv"])
def test_a_mended_quarantine_is_read_again(tmp_path: Path, name: str) -> None:
    wrong = dossier(2, received="hôm qua", owner="=1+1")
    register = read_rows(tmp_path, HEADINGS, dossier(1), wrong)
    again = mended(register, tmp_path / name, column="Ngày tiếp nhận", value=DAY)
    (row,) = again.rows
    assert not again.quarantined
    assert row.code == "H99.16-260302-0002"
    assert row.owner_name == "=1+1"
    assert row.received == datetime(2026, 3, 2, 8, 15)
    assert again.headings == (*HEADINGS, *ADDED)


def test_a_row_taken_out_of_its_group_keeps_field_and_procedure(tmp_path: Path) -> None:
    heads, row = export("theo-thu-tuc")
    wrong = ["hôm qua" if head == "Ngày tiếp nhận" else cell
             for head, cell in zip(heads, row, strict=True)]  # fmt: skip
    group = [["Lĩnh vực: Hộ tịch"], ["Thủ tục: 1.001193 - Đăng ký khai sinh"]]
    register = read_rows(tmp_path, heads, *group, wrong)
    again = mended(register, tmp_path / "x.xlsx", column="Ngày tiếp nhận", value=DAY)
    (found,) = again.rows
    assert (found.field_name, found.procedure_code) == ("Hộ tịch", "1.001193")
    assert found.procedure_name == "Đăng ký khai sinh"
    assert found.content == "Khai sinh"


def test_the_two_row_head_survives_the_way_through_quarantine(tmp_path: Path) -> None:
    register = read_rows(
        tmp_path,
        ["Mã hồ sơ", "Chủ hồ sơ", "Ngày, tháng, năm", None, "Trả kết quả"],
        [None, None, "Nhận hồ sơ", "Hẹn trả kết quả", "Ngày"],
        ["H99.16-260302-0001", "Lê B", "?", "03/03/2026", "04/03/2026"],
    )
    column = "Ngày, tháng, năm / Nhận hồ sơ"
    again = mended(register, tmp_path / "x.xlsx", column=column, value=DAY)
    assert [c.field for c in again.columns[:5]] == [c.field for c in register.columns]
    assert again.rows[0].returned == datetime(2026, 3, 4)


def test_unused_columns_of_the_same_name_are_all_kept_for_mending(tmp_path: Path) -> None:
    heads = ["Mã hồ sơ", "Ngày nhận", "Ký", "Ký"]
    register = read_rows(tmp_path, heads, ["H99.16-260302-0001", "?", "a", "b"])
    assert register.headings == tuple(heads)
    assert register.quarantined[0].raw == ("H99.16-260302-0001", "?", "a", "b")


@pytest.mark.parametrize("shape", EXPORTS)
def test_a_row_that_a_later_check_refuses_can_be_written_and_read_again(
    tmp_path: Path, shape: str
) -> None:
    heads, cells = export(shape)
    register = read_rows(tmp_path, ["Thủ tục: 1.001193 - Khai sinh"], heads, cells)
    (row,) = register.rows
    raw = row_texts(row, register.columns)
    refused = Quarantined(row.line, "", "", "chưa có trong danh mục", raw)
    write_quarantine(tmp_path / "x.xlsx", register.headings, [refused])
    (again,) = read_register(tmp_path / "x.xlsx").rows
    assert again._replace(line=row.line, sheet=row.sheet) == row


def test_groups_become_columns_for_rows_that_a_later_check_refuses(tmp_path: Path) -> None:
    heads, cells = export("dinh-danh")
    group = [["Lĩnh vực: Hộ tịch"], ["Thủ tục: 1.001193 - Đăng ký khai sinh"]]
    register = read_rows(tmp_path, heads, *group, cells)
    assert register.headings[3:] == ("Lĩnh vực", "Mã TTHC", "Tên thủ tục hành chính")
    raw = row_texts(register.rows[0], register.columns)
    assert raw[3:] == ("Hộ tịch", "1.001193", "Đăng ký khai sinh")


def test_a_place_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    register = read_rows(tmp_path, HEADINGS, dossier(1, received="?"))
    for name in ("x.xlsx", "x.csv"):
        with pytest.raises(DeskError, match=f"Không ghi được tệp “{name}”"):
            write_quarantine(tmp_path / "khong-co" / name, register.headings, register.quarantined)


@pytest.mark.parametrize(
    ("count", "title", "sentence"),
    [
        (50, "Tổng số: 263 hồ sơ", "Tệp bị cắt: ghi tổng số 263 hồ sơ nhưng chỉ có 50"),
        (50, "Hiển thị 1 - 50 của 1.263", "Tệp bị cắt: ghi tổng số 1.263 hồ sơ"),
        (50, "SỔ THEO DÕI", "Tệp có đúng 50 hồ sơ, bằng một trang của hệ thống"),
        (49, "Tổng số: 263 hồ sơ", "Tệp ghi tổng số 263 hồ sơ nhưng có 49 dòng hồ sơ"),
        (49, "Tổng số: 40", "Tệp ghi tổng số 40 hồ sơ nhưng có 49 dòng hồ sơ"),
    ],
)
def test_a_file_that_lacks_rows_is_warned_about(
    tmp_path: Path, count: int, title: str, sentence: str
) -> None:
    register = read_rows(tmp_path, [title], HEADINGS, *dossiers(count))
    assert [text for text in register.warnings if text.startswith(sentence)]


@pytest.mark.parametrize("count", [50, 49])
def test_a_file_that_holds_what_it_states_is_not_warned_about(tmp_path: Path, count: int) -> None:
    title = f"Tổng số: {count} hồ sơ"
    assert not read_rows(tmp_path, [title], HEADINGS, *dossiers(count)).warnings


def test_a_sum_of_money_is_not_taken_for_a_number_of_dossiers(tmp_path: Path) -> None:
    register = read_rows(
        tmp_path, [*HEADINGS, "Lệ phí"], dossier(1), ["Tổng cộng", *[None] * 5, 8000]
    )
    assert register.stated_total is None
    assert not register.warnings
