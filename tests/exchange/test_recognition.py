from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.errors import InputError
from dxdesk.exchange.headings import field_of, heading_text
from dxdesk.exchange.layout import find_layout, is_number_row
from dxdesk.exchange.no_list import NoListError
from dxdesk.exchange.reader import read_register
from dxdesk.exchange.register import LineKind
from dxdesk.exchange.shapes import figures, registers, shape_of
from dxdesk.exchange.words import HEADINGS
from tests.exchange.exports import CODE, DAY, EXPORTS, FIGURES, LATER, export, write_export
from tests.exchange.files import HEADINGS as USUAL
from tests.exchange.files import Value, dossier, dossiers, read_one, read_rows, write_xlsx

USUAL_LIST: list[Value] = list(USUAL)
KNOWN = [(text, key) for key, texts in HEADINGS.items() for text in texts.split("|")]


@pytest.mark.parametrize("shape", EXPORTS)
def test_an_export_is_recognised_and_its_dossier_read(tmp_path: Path, shape: str) -> None:
    register = read_rows(tmp_path, ["BÁO CÁO"], [None], *export(shape))
    assert register.shape == shape
    assert register.shape_name == next(known.name for known in registers() if known.key == shape)
    assert len(register.rows) == 1
    assert not register.quarantined


@pytest.mark.parametrize("shape", EXPORTS)
def test_an_export_is_recognised_whatever_its_format_and_order_of_columns(
    tmp_path: Path, shape: str
) -> None:
    found = []
    for seed, ending in ((0, "xlsx"), (1, "xls"), (2, "csv"), (3, "xlsx")):
        register = read_register(write_export(tmp_path / f"{seed}.{ending}", shape, seed=seed))
        assert (register.shape, len(register.rows), register.quarantined) == (shape, 1, ())
        assert register.stated_total == 1
        row = register.rows[0]
        fees = "; ".join(sorted(row.fee_text.split("; ")))  # told in the order of the columns
        found.append(row._replace(line=0, sheet="", fee_text=fees))
    assert len(set(found)) == 1


@pytest.mark.parametrize("shape", FIGURES)
def test_a_table_of_figures_is_told_by_its_name(tmp_path: Path, shape: str) -> None:
    for seed, ending in ((0, "xlsx"), (1, "xls"), (2, "xlsx")):
        with pytest.raises(NoListError) as refused:
            read_register(write_export(tmp_path / f"{seed}.{ending}", shape, seed=seed))
        assert refused.value.figures is not None
        assert refused.value.figures.key == shape
        assert refused.value.figures.name in str(refused.value)


def test_all_fourteen_shapes_of_the_systems_are_known() -> None:
    assert {shape.letter for shape in (*registers(), *figures())} - {""} == set("abcdefghijklmn")
    assert {shape.key for shape in registers()} == set(EXPORTS)
    assert {shape.key for shape in figures()} == set(FIGURES)


def test_each_person_keeps_the_own_number_address_and_phone(tmp_path: Path) -> None:
    row = read_one(tmp_path, *export("theo-thu-tuc"))
    assert (row.applicant_name, row.applicant_id_no) == ("Lê A", "012345678912")
    assert (row.applicant_address, row.applicant_phone) == ("Tổ 1", "0912345678")
    assert (row.owner_name, row.owner_id_no) == ("Lê B", "012345678913")
    assert (row.owner_address, row.owner_phone) == ("Tổ 2", "0912345679")
    assert (row.receiver_name, row.officer_name) == ("Lê C", "Cán bộ 1")
    assert (row.fee_text, row.fee_amount) == ("8.000", 8000)


def test_an_address_beside_a_lone_applicant_is_the_applicants(tmp_path: Path) -> None:
    heads = ["Mã hồ sơ", "Người nộp", "Địa chỉ, SĐT", "CCCD", "Ngày nhận"]
    row = read_one(tmp_path, heads, [CODE, "Lê A", "Tổ 1 - 0912345678", "012345678912", DAY])
    assert (row.applicant_address, row.applicant_phone) == ("Tổ 1", "0912345678")
    assert row.applicant_id_no == "012345678912"
    assert not row.owner_name + row.owner_address + row.owner_id_no


def test_groups_over_persons_decide_whose_columns_they_are(tmp_path: Path) -> None:
    register = read_rows(
        tmp_path,
        ["STT", "Mã hồ sơ", "Người nộp", None, "Chủ hồ sơ", None, "Trả kết quả", None, "Ngày nhận"],
        [None, None, "Họ tên", "Địa chỉ", "Họ tên", "Địa chỉ", "Ngày", "Phương thức nhận", None],
        [1, CODE, "Lê A", "Tổ 1", "Lê B", "Tổ 2", LATER, "Bưu chính", DAY],
    )
    (row,) = register.rows
    assert (row.applicant_name, row.applicant_address) == ("Lê A", "Tổ 1")
    assert (row.owner_name, row.owner_address) == ("Lê B", "Tổ 2")
    assert (row.return_way, row.channel) == ("Bưu chính", None)
    assert row.returned == datetime(2026, 3, 3, 9, 0)


def test_an_unclear_heading_for_the_channel_is_told(tmp_path: Path) -> None:
    register = read_rows(tmp_path, *export("so-mau-07"))
    assert register.rows[0].channel_text == "Trực tiếp"
    assert any(
        "“Phương thức nhận” được hiểu là hình thức nộp" in text for text in register.warnings
    )


def test_charges_and_fees_of_two_columns_are_added_up(tmp_path: Path) -> None:
    heads = ["Mã hồ sơ", "Ngày nhận", "Lệ phí đã thu", "Phí đã thu"]
    row = read_one(tmp_path, heads, [CODE, DAY, 8000, "12.000"])
    assert (row.fee_text, row.fee_amount) == ("8000; 12.000", 20_000)


def test_the_same_file_without_accents_is_read_alike(tmp_path: Path) -> None:
    heads = ["Ma ho so", "TEN THU TUC", "chu ho so *", "Ngày\ntiếp nhận (giờ)"]
    row = read_one(tmp_path, heads, [CODE, "Khai sinh", "Lê B", DAY])
    assert row.procedure_name == "Khai sinh"
    assert row.received == datetime(2026, 3, 2, 8, 15)


def test_group_rows_of_unit_field_and_procedure_end_each_other(tmp_path: Path) -> None:
    heads = ["STT", "Mã hồ sơ", "Chủ hồ sơ", "Ngày nhận"]
    rows: list[list[Value]] = [[n, f"H99.16-260302-{n:04}", "Lê B", DAY] for n in range(1, 5)]
    register = read_rows(
        tmp_path,
        heads,
        ["Đơn vị: UBND phường An Bình"],
        ["I", "Lĩnh vực Hộ tịch"],
        ["Thủ tục: 1.001193 - Đăng ký khai sinh (2 hồ sơ)"],
        rows[0],
        rows[1],
        ["Cộng: 2"],
        ["II. Chứng thực"],
        rows[2],
        ["Đơn vị: UBND phường Tân Lập"],
        rows[3],
    )
    found = [(r.unit_name, r.field_name, r.procedure_code) for r in register.rows]
    assert found == [
        ("UBND phường An Bình", "Hộ tịch", "1.001193"),
        ("UBND phường An Bình", "Hộ tịch", "1.001193"),
        ("UBND phường An Bình", "Chứng thực", ""),
        ("UBND phường Tân Lập", "", ""),
    ]
    assert register.rows[0].procedure_name == "Đăng ký khai sinh"
    assert not register.warnings


def test_a_subtotal_that_does_not_fit_is_told(tmp_path: Path) -> None:
    register = read_rows(tmp_path, USUAL, ["Lĩnh vực: Hộ tịch"], *dossiers(2), ["Cộng: 3"])
    assert any("1 dòng cộng ghi số khác" in text for text in register.warnings)


def test_repeated_heads_on_every_printed_page_are_passed_over(tmp_path: Path) -> None:
    numbers = [f"({n})" for n in range(1, 7)]
    page = [USUAL, numbers]
    register = read_rows(tmp_path, *page, dossier(1), *page, dossier(2), ["TỔNG CỘNG", "2 hồ sơ"])
    assert [row.line for row in register.rows] == [3, 6]
    assert [line.kind for line in register.skipped].count(LineKind.NUMBERS) == 2
    assert not register.warnings


def test_a_second_table_with_other_columns_in_the_same_sheet_is_read(tmp_path: Path) -> None:
    register = read_rows(
        tmp_path,
        USUAL,
        dossier(1),
        [None],
        ["Ngày nhận", "Số biên nhận", "Tên công dân"],
        [DAY, "H99.16-260302-0002", "Lê C"],
    )
    assert [row.owner_name for row in register.rows] == ["Lê Thử 1", "Lê C"]
    assert register.headings == USUAL


def test_signatures_below_the_table_are_no_dossiers(tmp_path: Path) -> None:
    register = read_rows(
        tmp_path,
        USUAL,
        *dossiers(2),
        ["Tổng số: 2 hồ sơ"],
        [None, None, None, "An Bình, ngày 30 tháng 6 năm 2026"],
        ["NGƯỜI LẬP BIỂU", None, None, "KT. CHỦ TỊCH"],
        [None, None, None, "PHÓ CHỦ TỊCH"],
        [None],
        ["Nguyễn Thử", None, None, "Trần Thử"],
    )
    assert len(register.rows) == 2
    assert not register.quarantined
    assert [line.kind for line in register.skipped][-4:] == [LineKind.SIGNATURE] * 2 + [
        LineKind.EMPTY,
        LineKind.SIGNATURE,
    ]


def test_a_lone_text_that_nobody_understands_is_told_not_dropped(tmp_path: Path) -> None:
    register = read_rows(tmp_path, USUAL, dossier(1), ["Hồ sơ giấy"], dossier(2))
    assert [line.text for line in register.skipped if line.kind is LineKind.OTHER] == ["Hồ sơ giấy"]
    assert any("1 dòng không phải hồ sơ" in text for text in register.warnings)


def test_numbered_lines_left_blank_are_empty(tmp_path: Path) -> None:
    register = read_rows(tmp_path, USUAL, dossier(1), [2], [3])
    assert len(register.rows) == 1
    assert not register.quarantined


@pytest.mark.parametrize(
    "heads",
    [
        "TT|Lĩnh vực|Tổng số|Trực tuyến|Trực tiếp, bưu chính|Trước hạn|Đúng hạn|Quá hạn",
        "ĐƠN VỊ|TỒN TRƯỚC|NHẬN TRONG KỲ|Đúng hạn|Trễ hạn|Trong hạn",
        "Cơ quan|Tổng|Tiếp nhận|Kỳ trước chuyển qua|Đã giải quyết: Số|Sớm|Đúng|Trễ",
    ],
)
def test_a_table_of_figures_is_refused_as_such(tmp_path: Path, heads: str) -> None:
    cells = heads.split("|")
    with pytest.raises(InputError, match=r"“so\.xlsx” là bảng tổng hợp số liệu, không phải danh"):
        read_rows(tmp_path, ["BÁO CÁO"], cells, [*range(len(cells))])


def test_a_head_without_codes_or_days_is_refused_with_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="“Chủ hồ sơ”, “Địa chỉ” nhưng thiếu cột “Mã hồ sơ”"):
        read_rows(tmp_path, ["Chủ hồ sơ", "Địa chỉ"], ["Lê B", "Tổ 2"])


def test_every_sheet_is_looked_at_and_the_others_are_named(tmp_path: Path) -> None:
    other: list[list[Value]] = [USUAL_LIST, dossier(2)]
    path = write_xlsx(
        tmp_path / "so.xlsx", [["Ghi chú chung"]], [USUAL_LIST, dossier(1)], other, [], hidden=2
    )
    register = read_register(path)
    assert [(row.sheet, row.line) for row in register.rows] == [("Trang 2", 2), ("Trang 3", 2)]
    assert any("Trang tính “Trang 1” không có dòng tiêu đề" in text for text in register.warnings)
    assert any("Trang tính ẩn “Trang 3”" in text for text in register.warnings)
    assert not any("Trang 4" in text for text in register.warnings)


@given(
    st.sampled_from([(text, key) for key, texts in HEADINGS.items() for text in texts.split("|")])
)
def test_a_heading_in_one_line_is_understood_like_in_two_rows(entry: tuple[str, str]) -> None:
    leaf, field = entry
    for path in ((leaf,), ("Ngày, tháng, năm", leaf)):
        assert field_of(path) == field
        assert field_of((heading_text(path),)) == field


@given(st.lists(st.lists(st.text(max_size=12) | st.floats(), max_size=6), min_size=1, max_size=3))
def test_any_rows_are_a_head_or_none(rows: list[list[str | float]]) -> None:
    layout = find_layout(rows)
    assert layout is None or layout.lines <= len(rows)


def test_numbers_of_columns_are_told_from_numbers_of_dossiers() -> None:
    assert is_number_row(["(1)", "(2)", "(3)=(1)+(2)", ""])
    assert is_number_row([1.0, 2.0, 3.0])
    assert not is_number_row([1.0, "H99.16-260302-0001", 3.0])
    assert not is_number_row([5.0, 100.0, 3.0])


def test_an_unknown_set_of_columns_is_mapped_by_headings() -> None:
    assert shape_of(frozenset({"code", "received"})).key == "mapped"
