import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from dxdesk.domain.dossier import DayOnly, Dossier, Person
from dxdesk.domain.state import State
from dxdesk.errors import DeskError
from dxdesk.reports.register import write_register
from dxdesk.reports.wrapping import wrapped
from tests.reports.literal import APRIL, LiteralSource, dossier, page_texts

SUFFIXES = ["pdf", "xlsx", "csv"]


def book(*dossiers: Dossier) -> LiteralSource:
    return LiteralSource(dossiers=lambda: iter(dossiers), number=len(dossiers))


def printed(source: LiteralSource, tmp_path: Path) -> list[str]:
    path = tmp_path / "r.pdf"
    write_register(source, APRIL, path)
    return page_texts(path)


def sheet(source: LiteralSource, tmp_path: Path) -> list[list[Any]]:
    path = tmp_path / "r.xlsx"
    write_register(source, APRIL, path)
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def table(source: LiteralSource, tmp_path: Path) -> list[list[str]]:
    path = tmp_path / "r.csv"
    write_register(source, APRIL, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_a_dossier_stands_in_the_columns_of_the_form(tmp_path: Path) -> None:
    text = printed(book(dossier(1)), tmp_path)[0]
    for part in (
        "ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
        "SỔ THEO DÕI HỒ SƠ",
        "(từ ngày 01/04/2026 đến ngày 30/04/2026)",
        "Mẫu số 07 (chưa đối chiếu với bản gốc)",
        "Số lượng hồ sơ (bộ)",
        "H99.12-260401-0001 Sổ 2026/000001",
        "Đăng ký khai sinh",
        "Nguyễn Thị Ánh Tuyết",
        "01/04/2026 08:12 03/04/2026 08:12 01/04/2026 08:42",
        "Cộng trang này: 1 hồ sơ (1 bộ). Tổng cộng: 1 hồ sơ (1 bộ).",
    ):
        assert part in text


def test_every_page_repeats_the_head_and_adds_up(tmp_path: Path) -> None:
    pages = printed(book(*(dossier(n, copies=2) for n in range(1, 101))), tmp_path)
    assert len(pages) > 3
    assert all("Tên thủ tục hành chính" in page for page in pages)
    counts = [int(page.split("Cộng trang này: ")[1].split(" ")[0]) for page in pages]
    assert sum(counts) == 100
    assert f"Lũy kế: {counts[0] + counts[1]} hồ sơ ({2 * (counts[0] + counts[1])} bộ)" in pages[1]
    assert "Tổng cộng: 100 hồ sơ (200 bộ)." in pages[-1]
    assert [page.split(" ")[0] for page in pages[1:]] == [
        str(number) for number in range(2, len(pages) + 1)
    ]
    assert all(f"260401-{n:04}" in " ".join(pages) for n in range(1, 101))


def test_a_register_of_no_dossier_is_a_page_that_says_so(tmp_path: Path) -> None:
    pages = printed(book(), tmp_path)
    assert len(pages) == 1
    said = "Không có hồ sơ nào được tiếp nhận từ ngày 01/04/2026 đến ngày 30/04/2026."
    assert said in pages[0]
    assert said in [row[0] for row in sheet(book(), tmp_path)]
    assert len(table(book(), tmp_path)) == 1


def test_a_moment_known_by_its_date_is_printed_as_a_date(tmp_path: Path) -> None:
    one = dossier(1, day_only=DayOnly.RECEIVED | DayOnly.DUE)
    assert "01/04/2026 03/04/2026 01/04/2026 08:42" in printed(book(one), tmp_path)[0]
    assert table(book(one), tmp_path)[1][7:9] == ["01/04/2026", "03/04/2026"]
    assert sheet(book(one), tmp_path)[4][7:9] == [date(2026, 4, 1), date(2026, 4, 3)]


def test_the_remarks_tell_what_the_dates_do_not(tmp_path: Path) -> None:
    withdrawn = dossier(1, state=State.WITHDRAWN, reason="Đổi ý", note="Gọi lại")
    late = dossier(2, outcome="late", late_reason="Chờ phối hợp")
    rows = table(book(withdrawn, late, dossier(3)), tmp_path)
    assert [row[14] for row in rows[1:]] == [
        "Công dân rút: Đổi ý; Gọi lại",
        "Quá hạn: Chờ phối hợp",
        "",
    ]


def test_a_dossier_with_nothing_known_still_stands_in_the_register(tmp_path: Path) -> None:
    bare = dossier(1, code="", owner=Person(), due_at=None, finished_at=None, returned_at=None)
    assert "Sổ 2026/000001" in printed(book(bare), tmp_path)[0]
    assert sheet(book(bare), tmp_path)[4][8] == ""


def test_the_sheet_has_dates_numbers_and_a_total_with_its_value(tmp_path: Path) -> None:
    rows = sheet(book(*(dossier(n, copies=3) for n in range(1, 8))), tmp_path)
    assert rows[3][:4] == [
        "STT",
        "Mã hồ sơ",
        "Tên thủ tục hành chính",
        "Số lượng hồ sơ (bộ)",
    ]
    assert rows[4][7] == datetime(2026, 4, 1, 8, 12)
    assert rows[4][3] == 3
    assert rows[-1][1:4] == ["Tổng cộng", 7, 21]
    assert rows[4][15:] == ["2026/000001", "Hộ tịch", "Trực tiếp", "Đã trả kết quả"]


@pytest.mark.parametrize("text", ["=1+1", "+84912000000", "-5", "@A1"])
def test_text_that_looks_like_a_formula_runs_nowhere(text: str, tmp_path: Path) -> None:
    one = dossier(1, note=text, owner=Person(text))
    assert sheet(book(one), tmp_path)[4][4] == text
    assert table(book(one), tmp_path)[1][4] == f"'{text}"


def test_signs_of_the_csv_itself_survive(tmp_path: Path) -> None:
    one = dossier(1, note='một; "hai"\nba')
    assert table(book(one), tmp_path)[1][14] == 'một; "hai" ba'


def test_long_names_wrap_and_endless_ones_end_in_dots(tmp_path: Path) -> None:
    name = "Công ty Trách nhiệm hữu hạn Một thành viên Thương mại Dịch vụ Xây dựng An Bình"
    pages = printed(book(dossier(1, owner=Person(name)), dossier(2, note="x" * 9000)), tmp_path)
    assert name in pages[0]
    assert "…" in " ".join(pages)
    assert "Tổng cộng: 2 hồ sơ" in pages[-1]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_register_that_changed_while_it_was_written_is_refused(
    suffix: str, tmp_path: Path
) -> None:
    with pytest.raises(DeskError, match="đếm được 3 hồ sơ nhưng đọc được 1"):
        write_register(replace(book(dossier(1)), number=3), APRIL, tmp_path / f"r.{suffix}")
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_cancelled_register_leaves_nothing(suffix: str, tmp_path: Path) -> None:
    def broken_off() -> Iterator[Dossier]:
        yield dossier(1)
        raise InterruptedError

    with pytest.raises((InterruptedError, DeskError)):
        write_register(
            LiteralSource(dossiers=broken_off, number=2), APRIL, tmp_path / f"r.{suffix}"
        )
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_register_gives_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    source = book(*(dossier(n) for n in range(1, 40)))
    for name in ("first", "second"):
        write_register(source, APRIL, tmp_path / f"{name}.{suffix}")
    first, second = (tmp_path / f"{name}.{suffix}" for name in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"\.pdf hoặc \.xlsx hoặc \.csv"):
        write_register(book(), APRIL, tmp_path / "r.doc")


def test_a_code_breaks_after_its_signs() -> None:
    assert wrapped("000.00.12.H99-260401-123456", "Tinos", 8, 70) == (
        "000.00.12.H99-",
        "260401-123456",
    )
    assert "".join(wrapped("x" * 100, "Tinos", 8, 70)) == "x" * 100
    assert wrapped("", "Tinos", 8, 70) == ("",)
