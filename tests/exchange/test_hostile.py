"""Files that are broken, empty, foreign or dangerous: one sentence each, never a crash."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dxdesk.errors import DeskError, InputError
from dxdesk.exchange import archive
from dxdesk.exchange.reader import read_register
from dxdesk.exchange.register import Register
from tests.exchange.files import (
    HEADINGS,
    SAMPLES,
    dossier,
    dossiers,
    html_table,
    read_rows,
    write_csv,
    write_html,
    write_ods,
    write_xlsx,
)

WORKBOOK = (SAMPLES / "so-theo-doi-2026-q2.xlsx").read_bytes()
OLD = (SAMPLES / "excel-97.xls").read_bytes()


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_register(path)
    assert f"“{path.name}”" in str(caught.value)
    return str(caught.value)


def register_or_refusal(path: Path) -> Register | str:
    try:
        return read_register(path)
    except InputError as error:
        return str(error)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("rong.xlsx", b"", "rỗng"),
        ("trang.csv", b"\r\n \r\n", "rỗng"),
        ("khong.xlsx", bytes(5000), "rỗng"),
        ("cat.xlsx", WORKBOOK[:20_000], "bị cắt giữa chừng"),
        ("cat.xlsx", WORKBOOK[:4], "bị cắt giữa chừng"),
        ("cat.xls", OLD[:2000], "bị cắt giữa chừng"),
        ("cat.xls", OLD[:512], "bị cắt giữa chừng"),
        ("lon-xon.xlsx", bytes(range(256)) * 40, "không phải bảng hồ sơ"),
        ("ngau-nhien.csv", bytes(n * 37 % 251 for n in range(9000)), "không phải bảng hồ sơ"),
        ("bao-cao.pdf", b"%PDF-1.7\n...", "là tệp PDF"),
        ("anh.xlsx", b"\x89PNG\r\n\x1a\n...", "là tệp ảnh"),
        ("trang.xls", b"MIME-Version: 1.0\r\n...", "MHTML"),
        (
            "xml.xls",
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "XML 2003",
        ),
        ("van-ban.txt", "Kính gửi: Ủy ban nhân dân phường".encode(), "Không tìm thấy danh sách"),
        ("trang.html", b"<html><body><p>Xin chao</p></body></html>", "Không tìm thấy danh sách"),
        ("dang-nhap.xls", b"<!DOCTYPE html><html><script>go()", "Không tìm thấy danh sách"),
    ],
)
def test_what_is_no_register_is_refused_in_words(
    tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert sentence in refusal(path)


def test_a_locked_workbook_is_named_as_locked() -> None:
    assert "được đặt mật khẩu" in refusal(SAMPLES / "co-mat-khau.xlsx")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert "Không tìm thấy tệp" in refusal(tmp_path / "khong-co.xlsx")
    assert "là một thư mục" in refusal(tmp_path)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    assert "Không mở được tệp" in refusal(tmp_path / ("dài" * 200 + ".xlsx"))


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("readme.txt", "x")
    assert "là tệp nén, không phải bảng tính" in refusal(path)


@pytest.mark.parametrize("broken", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_with_broken_inside_is_refused(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "so.xlsx"
    with (
        zipfile.ZipFile(SAMPLES / "so-theo-doi-2026-q2.xlsx") as good,
        zipfile.ZipFile(path, "w") as made,
    ):
        for name in good.namelist():
            data = good.read(name)
            made.writestr(name, data[: len(data) // 2] + b"<<&" if name == broken else data)
    assert "Không đọc được tệp" in refusal(path)


def test_a_file_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "so.xlsx", [list(HEADINGS)])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/media/bom.bin", bytes(archive._ALWAYS_FINE + 1))
    assert "giải nén ra quá lớn" in refusal(path)


@pytest.mark.parametrize("offset", [0xFFFFFFF0, 0x7FFFFFFF, 1])
def test_a_directory_that_lies_about_places_is_refused(tmp_path: Path, offset: int) -> None:
    """Found by fuzzing: the place of a part before the beginning of the file."""
    data = bytearray(write_xlsx(tmp_path / "so.xlsx", [list(HEADINGS), *dossiers(2)]).read_bytes())
    entry = data.find(b"xl/worksheets/sheet1.xml", data.find(b"PK\x01\x02")) - 46
    data[entry + 42 : entry + 46] = offset.to_bytes(4, "little")
    (tmp_path / "so.xlsx").write_bytes(data)
    assert "bị cắt giữa chừng" in refusal(tmp_path / "so.xlsx")


@pytest.mark.parametrize("address", ['r="ZZZZZZ2"', "r='ZZZZZZ2'", 'r = "zzzzzz2"'])
def test_an_address_beyond_the_last_column_is_refused(tmp_path: Path, address: str) -> None:
    """Found by the corpus: the reading library would ask for 60 gigabytes."""
    good = write_xlsx(tmp_path / "gut.xlsx", [list(HEADINGS), *dossiers(2)])
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(tmp_path / "so.xlsx", "w") as made:
        for name in source.namelist():
            data = source.read(name)
            made.writestr(name, data.replace(b'r="A2"', address.encode()))
    assert "rất xa bảng" in refusal(tmp_path / "so.xlsx")


def test_a_directory_that_lies_about_sizes_is_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "so.xlsx", [list(HEADINGS), *dossiers(50)])
    data = bytearray(path.read_bytes())
    at = data.rfind(b"xl/worksheets/sheet1.xml") - 22  # size in the central directory
    data[at : at + 4] = (100).to_bytes(4, "little")
    path.write_bytes(data)
    assert "Không đọc được tệp" in refusal(path)


def test_a_stray_cell_at_the_far_corner_is_refused_before_it_fills_the_memory(
    tmp_path: Path,
) -> None:
    rows: list[list[str | None]] = [list(HEADINGS), *[[]] * 60_000, [*[None] * 9000, "x"]]
    assert "có ô nằm rất xa bảng (dòng 60002)" in refusal(write_xlsx(tmp_path / "so.xlsx", rows))


def test_an_open_document_that_repeats_a_cell_a_billion_times_is_refused(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "so.ods", ["REPEAT"])
    with zipfile.ZipFile(path) as made:
        content, manifest = made.read("content.xml").decode(), made.read("META-INF/manifest.xml")
    content = content.replace(
        "<table:table-row><table:table-cell ",
        '<table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="16000" ',
    )
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("META-INF/manifest.xml", manifest)
        made.writestr("content.xml", content)
    assert "Không đọc được tệp" in refusal(path)


def test_sixteen_thousand_columns_are_read(tmp_path: Path) -> None:
    wide = [*HEADINGS, *(f"Cột {n}" for n in range(16_000))]
    register = read_rows(tmp_path, wide, [*dossier(1), *["x"] * 16_000])
    assert len(register.columns) == 16_006
    assert len(register.rows) == 1


def test_everything_merged_into_one_cell_is_refused(tmp_path: Path) -> None:
    body = (
        "<table><tr><td colspan='99999999' rowspan='99999999'>Mã hồ sơ</td></tr>"
        + "<tr></tr>" * 50
        + "</table>"
    )
    assert "Không tìm thấy danh sách" in refusal(write_html(tmp_path / "so.xls", body))


def test_tables_nested_a_thousand_deep_do_not_break_the_reading(tmp_path: Path) -> None:
    body = "<table><tr><td>" * 1000 + html_table(HEADINGS, dossier(1)) + "</td></tr></table>" * 1000
    path = write_html(tmp_path / "so.xls", body)
    found = register_or_refusal(path)
    assert "“so.xls”" in found if isinstance(found, str) else len(found.rows) == 1


def test_entities_that_point_outside_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "bi-mat.txt"
    secret.write_text("BI-MAT-9")
    path = tmp_path / "so.xls"
    path.write_text(
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        + html_table(HEADINGS, dossier(1, owner="&x; Lê")),
        encoding="utf-8",
    )
    register = read_register(path)
    assert all("BI-MAT" not in str(row) for row in register.rows)


def test_a_head_without_dossiers_is_told(tmp_path: Path) -> None:
    register = read_rows(tmp_path, HEADINGS)
    assert register.rows == ()
    assert register.warnings == ("Tệp có dòng tiêu đề nhưng không có hồ sơ nào.",)


def test_formulas_and_errors_of_excel_are_plain_values(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    path = tmp_path / "so.xlsx"
    book = Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADINGS)
    sheet.write_row(1, 0, [1, "H99.16-260302-0001", "Khai sinh"])
    sheet.write_formula(1, 3, '="Lê "&"B"', value="Lê B")
    sheet.write_formula(1, 4, "=1/0", value="#DIV/0!")
    book.close()
    (left_out,) = read_register(path).quarantined
    assert left_out.reason.startswith("thiếu ngày tiếp nhận")
    assert left_out.raw[3] == "Lê B"


LETTERS = st.characters(exclude_categories=["Cc", "Cs"])
NOISE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@NOISE
@given(data=st.binary(max_size=400))
def test_no_bytes_break_the_reading(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "so.bin"
    for start in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html><table>"):
        path.write_bytes(start + data)
        with pytest.raises(DeskError):
            read_register(path)


@NOISE
@given(cells=st.lists(st.lists(st.text(LETTERS, max_size=15), max_size=8), max_size=8))
def test_no_texts_below_a_head_break_the_reading(tmp_path: Path, cells: list[list[str]]) -> None:
    quoted = [[f'"{cell.replace(chr(34), "")}"' for cell in row] for row in cells]
    path = write_csv(tmp_path / "so.csv", HEADINGS, dossier(1), *quoted, encoding="utf-16")
    register = read_register(path)
    assert len(register.rows) + len(register.quarantined) >= 1


@NOISE
@given(at=st.integers(200, len(WORKBOOK) - 1), value=st.integers(0, 255))
def test_a_damaged_byte_is_either_harmless_or_told(tmp_path: Path, at: int, value: int) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(WORKBOOK[:at] + bytes([value]) + WORKBOOK[at + 1 :])
    found = register_or_refusal(path)
    if isinstance(found, str):
        assert "“so.xlsx”" in found
    else:
        assert len(found.rows) + len(found.quarantined) == 430
