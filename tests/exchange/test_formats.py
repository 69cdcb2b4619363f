import unicodedata
from datetime import datetime
from pathlib import Path

import pytest

from dxdesk.errors import InputError
from dxdesk.exchange.reader import read_register
from dxdesk.exchange.register import Register
from tests.exchange.files import (
    HEADINGS,
    Value,
    dossier,
    dossiers,
    html_table,
    write_csv,
    write_html,
    write_ods,
    write_xlsx,
)

TABLE = html_table(HEADINGS, *dossiers(3))
MORNING = datetime(2026, 3, 2, 8, 15)


def assert_three(register: Register, *warnings: str) -> None:
    assert [row.owner_name for row in register.rows] == ["Lê Thử 1", "Lê Thử 2", "Lê Thử 3"]
    assert {row.received for row in register.rows} == {MORNING}
    assert [row.line for row in register.rows] == [2, 3, 4]
    assert not register.quarantined
    assert register.warnings == warnings


@pytest.mark.parametrize("name", ["so.xls", "so.html", "so.xlsx", "so.csv", "so"])
def test_an_html_table_is_read_under_any_name(tmp_path: Path, name: str) -> None:
    assert_three(read_register(write_html(tmp_path / name, TABLE)))


@pytest.mark.parametrize("name", ["so.xlsx", "so.xls", "so.csv", "so.ods"])
def test_a_workbook_is_read_under_any_name(tmp_path: Path, name: str) -> None:
    made = write_xlsx(tmp_path / "made.xlsx", [list(HEADINGS), *dossiers(3)])
    assert_three(read_register(made.rename(tmp_path / name)))


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", ""),
        ("utf-16-be", ""),
        ("utf-8", '<meta charset="utf-8">'),
        ("cp1258", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">'),
    ],
)
def test_html_is_read_in_every_encoding(tmp_path: Path, encoding: str, head: str) -> None:
    table = TABLE
    if encoding == "cp1258":
        table = for_windows_1258(TABLE)
    assert_three(
        read_register(write_html(tmp_path / "so.xls", table, encoding=encoding, head=head))
    )


def for_windows_1258(text: str) -> str:
    """The form in which that code page can write Vietnamese: tone marks behind the letters."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = [unicodedata.normalize("NFD", ch) for ch in text]
    return "".join(
        unicodedata.normalize("NFC", "".join(ch for ch in part if ch not in tones))
        + "".join(ch for ch in part if ch in tones)
        for part in parts
    )


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_with_any_delimiter_and_encoding(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    path = write_csv(
        tmp_path / "so.csv", HEADINGS, *dossiers(3), delimiter=delimiter, encoding=encoding
    )
    assert_three(read_register(path))


def test_csv_in_windows_1258_is_read(tmp_path: Path) -> None:
    heads = [for_windows_1258(text) for text in HEADINGS]
    rows = [[for_windows_1258(str(cell)) for cell in row] for row in dossiers(3)]
    path = write_csv(tmp_path / "so.csv", heads, *rows, encoding="cp1258")
    told = "Tệp viết bằng mã cũ Windows-1258, đã đổi sang Unicode; hãy xem lại vài dòng."
    assert_three(read_register(path), told)


def test_an_open_document_is_read(tmp_path: Path) -> None:
    rows = [[str(cell) for cell in row] for row in dossiers(3)]
    assert_three(read_register(write_ods(tmp_path / "so.ods", HEADINGS, *rows)))


def test_decomposed_accents_become_one_form(tmp_path: Path) -> None:
    path = write_html(tmp_path / "so.xls", unicodedata.normalize("NFD", TABLE))
    assert_three(read_register(path))


def test_spans_entities_scripts_and_nested_tables_are_understood(tmp_path: Path) -> None:
    body = (
        "<script>document.write('<table><tr><td>x</td></tr></table>')</script>"
        "<table><tr><td colspan='5'><b>SỔ</b> THEO&nbsp;DÕI &amp; TRẢ</td></tr>"
        "<tr><td><table><tr><th rowspan='2'>STT</th><th rowspan=2>Mã hồ sơ</th>"
        "<th rowspan='2'>Chủ hồ sơ</th><th colspan='2'>Ngày, tháng, năm</th></tr>"
        "<tr><th>Nhận hồ sơ</th><th>Hẹn trả<br>kết quả</th></tr>"
        "<tr><td>1<td>H99.16-260302-0001<td>Lê<br>Thử &#273;<td>02/03/2026 08:15<td>03/03/2026"
        "<script>x</script></tr></table></td></tr></table>"
    )
    register = read_register(write_html(tmp_path / "so.xls", body))
    (row,) = register.rows
    assert (row.code, row.owner_name) == ("H99.16-260302-0001", "Lê Thử đ")
    assert (row.received, row.due) == (MORNING, datetime(2026, 3, 3))
    assert register.skipped[0].text == "SỔ THEO DÕI & TRẢ"


def test_a_cell_merged_downwards_holds_for_all_its_rows(tmp_path: Path) -> None:
    body = (
        "<table><tr><td>Mã hồ sơ</td><td>Tên thủ tục</td><td>Ngày nhận</td></tr>"
        "<tr><td>H9-260302-0001</td><td rowspan='2'>Khai sinh</td><td>02/03/2026</td></tr>"
        "<tr><td>H9-260302-0002</td><td>02/03/2026</td></tr>"
        "<tr><td>H9-260302-0003</td><td></td><td>02/03/2026</td></tr></table>"
    )
    register = read_register(write_html(tmp_path / "so.xls", body))
    assert [row.procedure_name for row in register.rows] == ["Khai sinh", "Khai sinh", ""]


def test_quoted_cells_keep_delimiters_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    path.write_text(
        'Mã hồ sơ;Chủ hồ sơ;Địa chỉ;Ngày nhận\nH9-260302-0001;"Lê ""Thử""";"Tổ 1;\nphường A";'
        "02/03/2026 08:15\nH9-260302-0002;Lê B;Tổ 2;02/03/2026 08:15\n",
        encoding="utf-8",
    )
    first, second = read_register(path).rows
    assert (first.owner_name, first.owner_address) == ('Lê "Thử"', "Tổ 1; phường A")
    assert (first.received, second.line) == (MORNING, 3)


def test_a_line_torn_by_a_stray_delimiter_is_left_out(tmp_path: Path) -> None:
    torn: list[Value] = [
        1,
        "H99.16-260302-0001",
        "Khai sinh",
        "Lê B",
        "Tổ 1",
        "02/03/2026",
        "02/03/2026",
    ]
    register = read_register(write_csv(tmp_path / "so.csv", HEADINGS, torn, dossier(2)))
    (left_out,) = register.quarantined
    assert left_out.reason.startswith("dòng có nhiều ô hơn tiêu đề (7 thay vì 6)")
    assert len(register.rows) == 1


def test_an_unclosed_quote_stops_with_the_line(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "so.csv", HEADINGS, dossier(1), dossier(2, owner='"Lê'))
    with pytest.raises(InputError, match=r"“so\.csv”, gần dòng 3: dấu ngoặc kép"):
        read_register(path)


def test_progress_tells_lines_and_can_end_the_reading(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "so.csv", HEADINGS, *dossiers(2500))
    told: list[tuple[int, int]] = []
    read_register(path, progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]
    assert len(told) > 2

    class CancelledError(Exception):
        pass

    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        read_register(path, progress=cancel)
