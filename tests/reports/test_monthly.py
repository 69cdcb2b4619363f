from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from dxdesk.domain import period as periods
from dxdesk.domain.dossier import DayOnly
from dxdesk.domain.figures import Figures
from dxdesk.errors import DeskError
from dxdesk.reports.monthly import write_monthly
from dxdesk.reports.monthly_facts import gather
from dxdesk.reports.monthly_text import part_lines
from tests.reports.literal import APRIL, FIELDS, LiteralSource, figures, late_line, page_texts

MARCH_FIELDS = {"Hộ tịch": figures(partial=100, full=290, in_person=60, early=440, late=2)}
LATE = tuple(
    late_line(number, late_reason=("Chờ Văn phòng đăng ký đất đai", "", "quá tải")[number % 3])
    for number in range(15)
)
SOURCE = LiteralSource(
    {APRIL: FIELDS, periods.month(2026, 3): MARCH_FIELDS},
    late_lines=LATE,
    months=((periods.month(2026, 3), MARCH_FIELDS["Hộ tịch"]), (APRIL, FIELDS["Hộ tịch"])),
)


def printed(source: LiteralSource, tmp_path: Path, period: periods.Period = APRIL) -> list[str]:
    path = tmp_path / "m.pdf"
    write_monthly(source, period, path)
    return page_texts(path)


def sheets(source: LiteralSource, tmp_path: Path) -> dict[str, list[list[Any]]]:
    path = tmp_path / "m.xlsx"
    write_monthly(source, APRIL, path)
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def words(source: LiteralSource) -> str:
    facts = gather(source, APRIL)
    return " ".join(
        line.text for line in part_lines(facts, "received") + part_lines(facts, "results")
    )


def only(**values: int) -> LiteralSource:
    return LiteralSource({APRIL: {"Hộ tịch": figures(**values)}})


def test_the_head_is_that_of_an_official_document(tmp_path: Path) -> None:
    text = printed(SOURCE, tmp_path)[0]
    for part in (
        "ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH",
        "Số: ……/BC-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "An Bình, ngày ….. tháng 5 năm 2026",
        "BÁO CÁO Tình hình, kết quả giải quyết thủ tục hành chính tháng 4 năm 2026",
        "Kính gửi: Ủy ban nhân dân tỉnh An Giang",
    ):
        assert part in text


def test_january_and_february_are_written_with_a_nought(tmp_path: Path) -> None:
    text = printed(replace(SOURCE, now=datetime(2027, 1, 4, 8)), tmp_path)[0]
    assert "ngày ….. tháng 01 năm 2027" in text


def test_the_prose_carries_the_figures_with_their_counts(tmp_path: Path) -> None:
    text = " ".join(printed(SOURCE, tmp_path))
    sentences = (
        "Trong tháng 4 năm 2026, Bộ phận Tiếp nhận và Trả kết quả tiếp nhận 1.838 hồ sơ;",
        "kỳ trước chuyển qua 55 hồ sơ. Tổng số hồ sơ phải giải quyết trong kỳ là 1.893 hồ sơ.",
        "Ngoài ra, có 2 hồ sơ bị từ chối tiếp nhận",
        "- Trực tuyến: 508 hồ sơ, chiếm 27,64 % (508/1.838);",
        "trong đó toàn trình 328 hồ sơ, một phần 180 hồ sơ;",
        "- Trực tiếp: 1.321 hồ sơ, chiếm 71,87 % (1.321/1.838);",
        "4 lĩnh vực: Chứng thực 1.256 hồ sơ, chiếm 68,34 % (1.256/1.838); Hộ tịch 475 hồ sơ",
        "- Trước hạn: 1.702 hồ sơ, chiếm 94,56 % (1.702/1.800);",
        "- Quá hạn: 9 hồ sơ, chiếm 0,50 % (9/1.800).",
        "Tỷ lệ giải quyết đúng và trước hạn đạt 99,50 % (1.791/1.800).",
        "Đến hết ngày 30/04/2026, còn 93 hồ sơ đang giải quyết, trong đó:",
        "trong hạn 87 hồ sơ, chiếm 93,55 % (87/93); quá hạn 6 hồ sơ, chiếm 6,45 % (6/93).",
        "Có 15 hồ sơ quá hạn, gồm 9 hồ sơ đã giải quyết và 6 hồ sơ chưa giải quyết xong",
        "- Chờ Văn phòng đăng ký đất đai: 5 hồ sơ;",
        "- Quá tải: 5 hồ sơ;",
        "- Chưa ghi nguyên nhân: 5 hồ sơ.",
        "kính báo cáo Ủy ban nhân dân tỉnh An Giang./.",
    )
    assert [sentence for sentence in sentences if sentence not in text] == []


def test_the_list_of_late_dossiers_is_an_annex_with_its_own_pages(tmp_path: Path) -> None:
    pages = printed(SOURCE, tmp_path)
    first = next(number for number, page in enumerate(pages) if "Phụ lục II DANH SÁCH" in page)
    assert pages[first + 1].startswith("2 STT Mã hồ sơ")
    text = " ".join(pages[first:])
    assert all(line.code in text for line in LATE)
    assert "Phụ lục I " in " ".join(pages[:first])
    assert "Tổng cộng 1.893 508 1.330 55" in " ".join(pages[:first])


def test_without_late_dossiers_there_is_one_annex_without_a_number(tmp_path: Path) -> None:
    text = " ".join(printed(only(in_person=9, early=9), tmp_path))
    assert "Trong kỳ không có hồ sơ quá hạn." in text
    assert "Phụ lục (Kèm theo Báo cáo" in text
    assert "Phụ lục I" not in text


def test_a_month_without_dossiers_is_told_in_words() -> None:
    text = words(LiteralSource({APRIL: {}}))
    assert "không phát sinh hồ sơ tiếp nhận; không có hồ sơ kỳ trước chuyển qua" in text
    assert "Trong kỳ không có hồ sơ nào được giải quyết xong." in text
    assert "không còn hồ sơ đang giải quyết" in text
    assert "%" not in text


def test_parts_that_are_nothing_have_no_share() -> None:
    text = words(only(in_person=9, early=9))
    assert "- Trực tuyến: không phát sinh;" in text
    assert "- Quá hạn: không phát sinh." in text
    assert "Hồ sơ chỉ phát sinh ở lĩnh vực Hộ tịch 9 hồ sơ, chiếm 100,00 % (9/9)." in text


def test_online_dossiers_of_unstated_level_are_told_apart() -> None:
    some = replace(figures(full=9, early=9), online=12, received=12, resolved=12, early=12)
    source = LiteralSource({APRIL: {"Hộ tịch": some}})
    assert "toàn trình 9 hồ sơ, một phần 0 hồ sơ, chưa ghi rõ mức độ 3 hồ sơ" in words(source)


def test_of_many_fields_the_five_largest_are_named() -> None:
    many = {f"Lĩnh vực {n}": figures(in_person=n, early=n) for n in range(1, 8)}
    text = words(LiteralSource({APRIL: many}))
    assert "ở 7 lĩnh vực; 5 lĩnh vực tiếp nhận nhiều nhất: Lĩnh vực 7 7 hồ sơ" in text
    assert "Lĩnh vực 2 " not in text


def test_of_many_reasons_the_rest_is_added_up() -> None:
    lines = tuple(late_line(n, late_reason=f"lý do {n:02}") for n in range(15))
    text = words(replace(SOURCE, late_lines=lines))
    assert "- Lý do 07: 1 hồ sơ;" in text
    assert "- Các nguyên nhân khác: 7 hồ sơ." in text


def test_a_late_list_that_does_not_match_its_figure_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="có 14 hồ sơ nhưng số liệu là 15"):
        write_monthly(replace(SOURCE, late_lines=LATE[1:]), APRIL, tmp_path / "m.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_running_month_is_compared_with_reserve(tmp_path: Path) -> None:
    text = " ".join(printed(replace(SOURCE, now=datetime(2026, 4, 15, 10, 30)), tmp_path))
    assert "kỳ báo cáo chưa kết thúc, số liệu tính đến 10 giờ 30 phút ngày 15/04/2026" in text
    assert "so sánh với các kỳ đã trọn vẹn chỉ để tham khảo." in text


@pytest.mark.parametrize(
    ("period", "title"),
    [
        (periods.quarter(2026, 2), "thủ tục hành chính quý II năm 2026"),
        (periods.year(2026), "thủ tục hành chính năm 2026"),
        (
            periods.Period(date(2026, 1, 5), date(2026, 2, 9)),
            "thủ tục hành chính từ ngày 05/01/2026 đến ngày 09/02/2026",
        ),
    ],
)
def test_any_period_has_its_title(period: periods.Period, title: str, tmp_path: Path) -> None:
    source = LiteralSource({period: MARCH_FIELDS}, late_lines=LATE[:10])
    full = replace(source, late_lines=LATE[:2])
    assert title in printed(replace(full, now=datetime(2027, 3, 1, 8)), tmp_path, period)[0]


@pytest.mark.parametrize("reasons", [1, 8, 15])
def test_the_signature_stands_with_the_last_paragraph(reasons: int, tmp_path: Path) -> None:
    lines = tuple(late_line(n, late_reason=f"lý do {n % reasons}") for n in range(15))
    pages = printed(replace(SOURCE, late_lines=lines), tmp_path)
    signed = [page for page in pages if "KT. CHỦ TỊCH" in page]
    assert len(signed) == 1
    assert "Trên đây là báo cáo" in signed[0]
    assert "Nơi nhận: - Như trên; - TT Đảng ủy, TT HĐND phường; - Lưu: VT, TTPVHCC." in signed[0]
    assert "Nguyễn Thị Thu Hà" in signed[0]


def test_the_chart_shows_every_number_and_a_dash_for_months_without_data(tmp_path: Path) -> None:
    months = ((periods.month(2026, 2), Figures()), *SOURCE.months)
    text = " ".join(printed(replace(SOURCE, months=months), tmp_path))
    assert "3 tháng gần nhất" in text
    columns = ("02/26 — — — —", "03/26 450 390 86,67 442", "04/26 475 430 90,53 464")
    assert [column for column in columns if column not in text] == []


def test_a_long_reason_does_not_stop_the_print(tmp_path: Path) -> None:
    lines = (late_line(0, late_reason="rất dài " * 900), *LATE[1:])
    pages = printed(replace(SOURCE, late_lines=lines), tmp_path)
    assert any("…" in page and "rất dài" in page for page in pages)


def test_the_workbook_has_numbers_dates_and_formulas_with_values(tmp_path: Path) -> None:
    day = late_line(0, day_only=DayOnly.DUE, due_at=datetime(2026, 4, 9, 23, 59))
    book = sheets(replace(SOURCE, late_lines=(day, *LATE[1:])), tmp_path)
    names = ["Tổng hợp", "Biểu II.06a", "Chênh lệch", "Quá hạn", "Theo tháng", "Hồ sơ"]
    assert list(book) == names
    assert (book["Tổng hợp"][4][:7]) == [
        "Tỷ lệ tiếp nhận trực tuyến",
        508,
        1838,
        0.2764,
        390,
        450,
        0.8667,
    ]
    assert book["Quá hạn"][3][4:6] == [date(2026, 4, 9), datetime(2026, 4, 14, 9, 5)]
    assert book["Theo tháng"][-1] == [date(2026, 4, 1), 464, 430, 475, 0.9053]
    assert [row[2] for row in book["Biểu II.06a"] if row[1] == "Tổng cộng"] == [1893]


def test_a_reason_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    lines = (late_line(0, late_reason="=HYPERLINK(1)", officer="+84"), *LATE[1:])
    rows = sheets(replace(SOURCE, late_lines=lines), tmp_path)["Quá hạn"]
    assert rows[3][6:8] == ["+84", "=HYPERLINK(1)"]
