"""The reports of one table, the late list and the summary, over literal figures."""

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from dxdesk.domain.late_cause import CauseNumber, LateCause
from dxdesk.domain.period import Period
from dxdesk.domain.report_settings import ReportSettings
from dxdesk.domain.service import ServiceFigures, ServiceGroup, is_free
from dxdesk.domain.summary import summarise
from dxdesk.errors import DeskError
from dxdesk.reports.late import write_late
from dxdesk.reports.service_tables import (
    write_channels,
    write_digitisation,
    write_payment,
    write_satisfaction,
)
from dxdesk.reports.summary import write_summary
from tests.reports.literal import APRIL, LiteralSource, figures, late_line, page_texts

LATE = tuple(late_line(n, late_reason=("Chờ liên thông", "", "quá tải")[n % 3]) for n in range(15))
SOURCE = LiteralSource(late_lines=LATE)
OWED = ServiceFigures(
    received=10, free=2, with_fee=8, paid_online=3, paid_otherwise=2, unpaid=1, payment_unknown=2,
    papers_digitised=6, papers_not=3, papers_unknown=1, reused=0, not_reused=0, reuse_unknown=10,
    resolved=9, result_digitised=4, result_not=5, result_unknown=0,
    very_satisfied=1, satisfied=1, dissatisfied=1, unrated=6, fee_amount=80_000,
    paid_amount=50_000,
)  # fmt: skip
FREE = ServiceFigures(
    received=5, free=5, papers_unknown=5, reuse_unknown=5, resolved=0,
)  # fmt: skip
SERVICES = replace(
    SOURCE,
    service_groups=(
        ServiceGroup("2.000815", "Chứng thực bản sao", OWED),
        ServiceGroup("1.001193", "Khai sinh", FREE),
    ),
)
WRITERS = (
    write_channels,
    write_payment,
    write_digitisation,
    write_satisfaction,
    write_late,
    write_summary,
)


def printed(write: Any, source: LiteralSource, tmp_path: Path, period: Period = APRIL) -> str:
    path = tmp_path / "b.pdf"
    write(source, period, path)
    return " ".join(page_texts(path))


def test_only_procedures_with_a_fee_stand_in_the_payment_report(tmp_path: Path) -> None:
    text = printed(write_payment, SERVICES, tmp_path)
    assert "1 Chứng thực bản sao 10 2 8 3 2 1 2 37,50 % (3/8) 50.000" in text
    assert "Không tính 5 hồ sơ của 1 thủ tục không thu phí trong kỳ: Khai sinh." in text
    assert "Cách nộp phí: 2 hồ sơ trên 8 chưa ghi" in text


def test_what_nobody_noted_has_no_rate(tmp_path: Path) -> None:
    text = printed(write_digitisation, SERVICES, tmp_path)
    assert "Chứng thực bản sao 10 6 1 60,00 % (6/10) 0 chưa có số 9 4 0 44,44 % (4/9)" in text
    assert "Khai sinh 5 0 5 chưa có số 0 chưa có số 0 0 0 —" in text


def test_few_ratings_are_no_trend(tmp_path: Path) -> None:
    text = printed(write_satisfaction, SERVICES, tmp_path)
    assert "66,67 %* (2/3)" in text
    assert "* Dưới 5 hồ sơ: số lượng nhỏ" in text
    assert "Mới có 3 hồ sơ được đánh giá: số lượng nhỏ, chưa thể hiện xu hướng." in text


def test_without_ratings_there_is_no_number(tmp_path: Path) -> None:
    nobody = ServiceFigures(resolved=4, unrated=4, result_unknown=4)
    source = replace(SOURCE, service_groups=(ServiceGroup("a", "Hộ tịch", nobody),))
    text = printed(write_satisfaction, source, tmp_path)
    assert "Hộ tịch 4 0 0 0 4 chưa có số" in text
    assert "Chưa có đánh giá nào trong kỳ: chưa có số." in text


def test_procedures_below_the_target_are_named(tmp_path: Path) -> None:
    source = replace(SOURCE, settings=ReportSettings(online_target=80))
    text = printed(write_channels, source, tmp_path)
    assert "Chỉ tiêu: từ 80 % trực tuyến. Chung: 27,64 % (508/1.838), chưa đạt." in text
    assert "Thủ tục chưa đạt chỉ tiêu (2): Chứng thực: 0,00 % (0/1.256); Đất đai" in text


def test_a_target_is_compared_exactly(tmp_path: Path) -> None:
    source = LiteralSource({APRIL: {"Hộ tịch": figures(full=7999, in_person=2001, early=10000)}})
    source = replace(source, settings=ReportSettings(online_target=80))
    assert "79,99 % (7.999/10.000), chưa đạt." in printed(write_channels, source, tmp_path)


def test_the_late_list_says_who_how_long_and_why(tmp_path: Path) -> None:
    cause = LateCause(CauseNumber(3), "Chờ cơ quan khác phối hợp")
    lines = (*(replace(line, late_cause=cause) for line in LATE[:8]), *LATE[8:])
    text = printed(write_late, replace(SOURCE, late_lines=lines), tmp_path)
    assert (
        "Chờ cơ quan khác phối hợp 8 53,33 % (8/15) – Chờ liên thông: 3 hồ sơ – quá tải: 2 hồ sơ "
        "Chưa chọn trong danh mục nguyên nhân 5 33,33 % (5/15) – quá tải: 3 hồ sơ"
    ) in text
    assert "Chưa ghi nguyên nhân 2 13,33 % (2/15) Tổng cộng 15" in text
    assert "Chờ cơ quan khác phối hợp: Chờ liên thông" in " ".join(text.split())
    assert all(line.code in text for line in lines)


def test_the_sheet_of_causes_adds_up_to_all_late_dossiers(tmp_path: Path) -> None:
    cause = LateCause(CauseNumber(4), "Hệ thống lỗi hoặc chậm đồng bộ")
    lines = (*(replace(line, late_cause=cause) for line in LATE[:8]), *LATE[8:])
    path = tmp_path / "l.xlsx"
    write_late(replace(SOURCE, late_lines=lines), APRIL, path)
    book = CalamineWorkbook.from_path(path)
    rows: list[list[Any]] = book.get_sheet_by_name("Nguyên nhân").to_python()
    counts = {(row[0], row[1]): row[2] for row in rows[3:]}
    assert counts["Hệ thống lỗi hoặc chậm đồng bộ", "Chờ liên thông"] == 3
    assert counts["Hệ thống lỗi hoặc chậm đồng bộ", ""] == 3
    assert counts.pop(("Tổng cộng", "")) == sum(counts.values()) == 15


def test_the_summary_is_one_page_with_five_numbers_and_three_dangers(tmp_path: Path) -> None:
    path = tmp_path / "t.pdf"
    write_summary(SOURCE, APRIL, path)
    pages = page_texts(path)
    assert len(pages) == 1
    for part in ("1.838", "1.800", "99,50 %", "93", "1. 6 hồ sơ đang giải quyết đã quá hạn"):
        assert part in pages[0]
    found = summarise(SOURCE.statistics(APRIL), LATE)
    assert [danger.number for danger in found.dangers] == [6, 9, 5]
    assert "Và 3 hồ sơ khác" in pages[0]


def test_a_summary_of_long_names_stays_on_one_page(tmp_path: Path) -> None:
    long = "Thủ tục rất dài " * 60
    lines = tuple(late_line(n, procedure=long, officer=long, late_reason=long) for n in range(15))
    path = tmp_path / "t.pdf"
    write_summary(replace(SOURCE, late_lines=lines), APRIL, path)
    assert len(page_texts(path)) <= 2


def test_nothing_is_told_in_words(tmp_path: Path) -> None:
    empty = LiteralSource({APRIL: {}})
    assert "Trong kỳ không phát sinh hồ sơ quá hạn." in printed(write_late, empty, tmp_path)
    assert "không phát sinh hồ sơ phải nộp phí" in printed(write_payment, empty, tmp_path)
    assert "%" not in printed(write_summary, empty, tmp_path)


@pytest.mark.parametrize("write", WRITERS)
def test_sheets_carry_the_dossiers_behind_the_numbers_hidden(write: Any, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    write(SERVICES, APRIL, path)
    book = CalamineWorkbook.from_path(str(path))
    hidden = [m.name for m in book.sheets_metadata if m.visible == SheetVisibleEnum.Hidden]
    assert hidden == ["Hồ sơ"]
    rows = book.get_sheet_by_name("Hồ sơ").to_python()
    assert rows[0][:2] == ["Nhóm", "Hồ sơ"]
    assert len(rows) > 1


@pytest.mark.parametrize("write", [write_channels, write_payment])
def test_the_hidden_sheet_adds_up_to_the_visible_total(write: Any, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    write(SERVICES, APRIL, path)
    book = CalamineWorkbook.from_path(str(path))
    visible = book.get_sheet_by_name("Báo cáo").to_python()
    [total] = [row for row in visible if row[1] == "Tổng cộng"]
    hidden = book.get_sheet_by_name("Hồ sơ").to_python()
    for column, number in enumerate(total[2:9], 2):
        if column < len(hidden[0]):
            assert sum(row[column] == 1 for row in hidden[1:]) == number, hidden[0][column]


def test_totals_of_a_sheet_are_formulas(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    write_payment(SERVICES, APRIL, path)
    with zipfile.ZipFile(path) as archive:
        assert b"<f>SUM(C7:C7)</f>" in archive.read("xl/worksheets/sheet1.xml")


def test_figures_that_contradict_each_other_are_refused(tmp_path: Path) -> None:
    wrong = replace(OWED, paid_online=4)
    source = replace(SOURCE, service_groups=(ServiceGroup("a", "A", wrong),))
    with pytest.raises(DeskError, match="Có phí phải bằng"):
        write_payment(source, APRIL, tmp_path / "b.pdf")
    assert list(tmp_path.iterdir()) == []


HOSTILE = "\u202e<b>=HYPERLINK(1)</b>\x07 & " + "a" * 500


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("ending", ["pdf", "xlsx"])
def test_hostile_names_stop_no_report(write: Any, ending: str, tmp_path: Path) -> None:
    lines = tuple(replace(line, owner=HOSTILE, officer=HOSTILE) for line in LATE)
    source = replace(
        SERVICES,
        fields={APRIL: {HOSTILE: figures(in_person=20, late=9, overdue=6)}},
        late_lines=lines,
        service_groups=(ServiceGroup("a", HOSTILE, OWED),),
    )
    write(source, APRIL, tmp_path / f"b.{ending}")
    assert (tmp_path / f"b.{ending}").stat().st_size > 1000


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("Miễn phí", True),
        ("Không", True),
        ("Miễn phí (bản sao 8.000 đ)", True),
        ("Không thu với tổ hợp tác", False),
        ("2.000 đ/trang", False),
        ("", False),
    ],
)
def test_which_procedures_ask_no_fee(text: str, free: bool) -> None:  # noqa: FBT001 - the expected value
    assert is_free(text) is free
