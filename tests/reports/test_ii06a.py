import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from dxdesk.domain import period as periods
from dxdesk.domain.outcome import EarlyRule
from dxdesk.reports.forms import form
from dxdesk.reports.ii06a import write_ii06a
from dxdesk.reports.ii06a_sheet import write_sheet
from tests.reports.literal import APRIL, FIELDS, LiteralSource, figures, page_texts

LONG = "Thi đua, khen thưởng và các lĩnh vực khác thuộc thẩm quyền giải quyết của cấp xã"


def printed(source: LiteralSource, tmp_path: Path) -> list[str]:
    path = tmp_path / "a.pdf"
    write_ii06a(source, APRIL, path)
    return page_texts(path)


def sheet(source: LiteralSource, tmp_path: Path) -> list[list[Any]]:
    path = tmp_path / "a.xlsx"
    write_ii06a(source, APRIL, path)
    return first_sheet(path)


def first_sheet(path: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def test_the_print_carries_the_titles_of_the_circular(tmp_path: Path) -> None:
    text = printed(LiteralSource(), tmp_path)[0]
    for words in (
        "Biểu số II.06a/VPCP/KSTT",
        "Ban hành theo Thông tư số 01/2020/TT-VPCP ngày 21/10/2020",
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC",
        "Kỳ báo cáo: Tháng 4 năm 2026 (từ ngày 01/04/2026 đến ngày 30/04/2026)",
        "Đơn vị báo cáo: Ủy ban nhân dân phường An Bình",
        "Đơn vị nhận báo cáo: Ủy ban nhân dân tỉnh An Giang",
        "Đơn vị tính: Số hồ sơ TTHC",
        "Mẫu biểu chưa được đối chiếu với bản gốc của thông tư.",
        "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        "Nguyễn Thị Thu Hà",
    ):
        assert words in text


def test_the_print_carries_the_thirteen_columns_of_each_field_and_of_the_total(
    tmp_path: Path,
) -> None:
    text = printed(LiteralSource(), tmp_path)[0]
    assert "(1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) (13)" in text
    assert "1 Hộ tịch 487 430 45 12 464 430 31 3 23 22 1" in text
    assert "2 Chứng thực 1.256 0 1.256 0 1.255 1.240 15 0 1 1 0" in text
    assert "3 Đất đai 126 60 25 41 61 20 35 6 65 60 5" in text
    assert "4 Bảo trợ xã hội 24 18 4 2 20 12 8 0 4 4 0" in text
    assert "Tổng cộng 1.893 508 1.330 55 1.800 1.702 89 9 93 87 6" in text
    assert "Môi trường" not in text


def test_rates_stand_beside_their_numerators_and_denominators(tmp_path: Path) -> None:
    text = printed(LiteralSource(), tmp_path)[0]
    assert "đúng và trước hạn: 99,50 % (1.791/1.800)" in text
    assert "trước hạn: 94,56 % (1.702/1.800)" in text
    assert "trực tuyến trong kỳ: 27,64 % (508/1.838)" in text


def test_the_published_rate_of_3449_of_3452_prints_as_it_is(tmp_path: Path) -> None:
    one = {"Hộ tịch": figures(full=3452, early=3449, on_time=3)}
    text = printed(LiteralSource({APRIL: one}), tmp_path)[0]
    assert "99,91 % (3.449/3.452)" in text
    assert "quá hạn trong số đang giải quyết: — (không phát sinh)" in text


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (EarlyRule.SESSION, "trước khi bắt đầu buổi làm việc chứa thời điểm hẹn trả"),
        (EarlyRule.DAY, "có kết quả trước ngày hẹn trả"),
        (EarlyRule.MOMENT, "có kết quả trước thời điểm hẹn trả"),
    ],
)
def test_the_footnote_says_how_early_was_told(rule: EarlyRule, said: str, tmp_path: Path) -> None:
    assert said in printed(LiteralSource(early_rule=rule), tmp_path)[0]


def test_the_footnotes_say_when_and_from_what_data_the_figures_were_taken(tmp_path: Path) -> None:
    text = printed(LiteralSource(), tmp_path)[0]
    assert "Số liệu tính đến hết ngày 30/04/2026, theo dữ liệu đến thao tác số" in text
    assert "theo dữ liệu đến thao tác số 12.345 lúc 08 giờ 15 phút ngày" in text
    assert "đã tính trong số đã giải quyết: 2." in text
    assert "đang giải quyết: 11. Hồ sơ bị từ chối tiếp nhận, không tính trong biểu: 2." in text


def test_a_period_that_still_runs_is_said_to(tmp_path: Path) -> None:
    source = replace(LiteralSource(), now=datetime(2026, 4, 15, 10, 30))
    text = printed(source, tmp_path)[0]
    assert "tính đến 10 giờ 30 phút ngày 15/04/2026 (kỳ báo cáo chưa kết thúc)" in text


def test_three_hundred_fields_repeat_the_head_on_every_page(tmp_path: Path) -> None:
    many = {f"{LONG} {number}": FIELDS["Hộ tịch"] for number in range(1, 301)}
    pages = printed(LiteralSource({APRIL: many}), tmp_path)
    with_rows = [page for page in pages if LONG.split(",", maxsplit=1)[0] in page]
    assert len(with_rows) > 10
    assert all("(1) (2) (3) (4)" in page for page in with_rows)
    text = " ".join(pages)
    assert all(f"cấp xã {number} " in text for number in range(1, 301))
    assert "Tổng cộng 146.100 129.000 13.500 3.600" in text


@pytest.mark.parametrize("rows", [1, 2, 3, *range(9, 21)])
def test_the_signature_never_stands_alone_on_a_page(rows: int, tmp_path: Path) -> None:
    fields = {f"Lĩnh vực {number}": FIELDS["Hộ tịch"] for number in range(rows)}
    pages = printed(LiteralSource({APRIL: fields}), tmp_path)
    signed = [page for page in pages if "Nguyễn Thị Thu Hà" in page]
    assert signed == pages[-1:]
    assert "Mẫu biểu chưa được đối chiếu" in signed[0]
    assert "TM. ỦY BAN NHÂN DÂN" in signed[0]
    assert "Tổng cộng" in signed[0]
    assert signed[0].count("Lĩnh vực ") >= min(rows, 2)


def test_pages_are_numbered_from_the_second_on(tmp_path: Path) -> None:
    fields = {f"Lĩnh vực {number}": FIELDS["Hộ tịch"] for number in range(60)}
    pages = printed(LiteralSource({APRIL: fields}), tmp_path)
    assert pages[0].startswith("Biểu số")
    assert [number for number, page in enumerate(pages, 1) if page.startswith(f"{number} ")] == [
        *range(2, len(pages) + 1)
    ]


def test_all_fonts_are_embedded_and_the_file_names_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_ii06a(LiteralSource(), APRIL, path)
    with pypdfium2.PdfDocument(path) as document:
        metadata = document.get_metadata_dict()
        width, height = document[0].get_size()
    assert metadata["Title"] == "Biểu II.06a tháng 4 năm 2026"
    assert metadata["Author"] == "Ủy ban nhân dân phường An Bình"
    assert (round(width), round(height)) == (842, 595)
    content = path.read_bytes()
    assert b"Helvetica" not in content
    assert content.count(b"/FontFile2") == content.count(b"/Subtype /TrueType") > 0


def test_numbers_in_the_sheet_are_numbers_with_sums_as_stored_values(tmp_path: Path) -> None:
    rows = sheet(LiteralSource(), tmp_path)
    assert [1, "Hộ tịch", 487, 430, 45, 12, 464, 430, 31, 3, 23, 22, 1] in rows
    assert ["", "Tổng cộng", 1893, 508, 1330, 55, 1800, 1702, 89, 9, 93, 87, 6] in rows
    assert [row[1:5] for row in rows if row[1] == "Giải quyết đúng và trước hạn"] == [
        ["Giải quyết đúng và trước hạn", 1791, 1800, 0.995]
    ]


def test_the_sheet_shows_no_rate_of_nothing_and_no_hundred_percent_that_is_not(
    tmp_path: Path,
) -> None:
    one = {"Hộ tịch": figures(full=100_000, early=99_999, late=1)}
    source, path = LiteralSource({APRIL: one}), tmp_path / "a.xlsx"
    write_sheet(path, form("ii06a", APRIL.last), source.statistics(APRIL), source.office, ())
    rows = {row[1]: row[2:5] for row in first_sheet(path)}
    assert rows["Trong đó trước hạn"] == [99_999, 100_000, 0.9999]
    assert rows["Giải quyết quá hạn"] == [1, 100_000, 0.0001]
    assert rows["Quá hạn trong số đang giải quyết"] == [0, 0, "—"]


@pytest.mark.parametrize("name", ["=1+1", "+84", "-5", "@SUM(A1)", "https://example.vn"])
def test_text_that_looks_like_a_formula_stays_text(name: str, tmp_path: Path) -> None:
    source = LiteralSource({APRIL: {name: FIELDS["Hộ tịch"]}})
    office = replace(source.office, signer_name=name)
    rows = sheet(replace(source, office=office), tmp_path)
    assert rows[9][1] == name
    assert rows[-1][8] == name


def test_settings_not_filled_in_leave_dots_to_write_on(tmp_path: Path) -> None:
    bare = replace(LiteralSource().office, name="", superior="", place="", signer_name="")
    text = printed(replace(LiteralSource(), office=bare), tmp_path)[0]
    assert "Đơn vị báo cáo: Ủy ban nhân dân ……" in text
    assert "Đơn vị nhận báo cáo: ……" in text


def test_markup_and_signs_in_names_are_printed_as_they_are(tmp_path: Path) -> None:
    source = LiteralSource({APRIL: {"<b>Hộ tịch</b> & <i>chứng thực": FIELDS["Hộ tịch"]}})
    assert "<b>Hộ tịch</b> & <i>chứng thực" in printed(source, tmp_path)[0]


def test_decomposed_letters_are_printed_composed(tmp_path: Path) -> None:
    decomposed = "Ho\u0323\u0302 ti\u0323ch"
    source = LiteralSource({APRIL: {decomposed: FIELDS["Hộ tịch"]}})
    assert "1 H\u1ed9 t\u1ecbch 487" in printed(source, tmp_path)[0]


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (periods.quarter(2026, 1), "Kỳ báo cáo: Quý I năm 2026 (từ ngày 01/01/2026"),
        (
            periods.year(2026, cut_off=periods.CutOff.STATUTORY),
            "Năm 2026 (từ ngày 15/12/2025 đến ngày 14/12/2026)",
        ),
        (
            periods.Period(datetime(2026, 1, 5).date(), datetime(2026, 2, 9).date()),
            "Kỳ báo cáo: Từ ngày 05/01/2026 đến ngày 09/02/2026 Đơn",
        ),
    ],
)
def test_any_period_is_named(period: periods.Period, said: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_ii06a(LiteralSource({period: FIELDS}), period, path)
    assert said in page_texts(path)[0]


def test_the_catalogue_can_be_read_without_loading_the_printing_libraries() -> None:
    code = "import sys, dxdesk.reports.catalogue; sys.exit('reportlab' in sys.modules)"
    root = Path(__file__).parent.parent.parent
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
