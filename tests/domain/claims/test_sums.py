import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.claims import FindingKind, check_text

CARRIED_IN = (
    "Tiếp nhận 97 hồ sơ, trong đó kỳ trước chuyển qua 12 hồ sơ; đã giải quyết 88 hồ sơ, đang giải "
    "quyết 9 hồ sơ"
)
CARRIED_APART = (
    "Tiếp nhận 85 hồ sơ; kỳ trước chuyển qua 12 hồ sơ; đã giải quyết 88 hồ sơ; đang giải quyết 9 "
    "hồ sơ"
)
NUMBERS = st.integers(0, 5000)


def sums(text: str) -> list[tuple[str, str]]:
    """(printed, computed) of every sum in *text* that does not add up."""
    return [(f.printed, f.computed) for f in check_text(text) if f.kind is FindingKind.SUM]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tiếp nhận 100 hồ sơ, gồm 60 hồ sơ trực tuyến và 30 hồ sơ trực tiếp.",
            [("100", "90")],
        ),
        (
            "Tiếp nhận 100 hồ sơ, gồm:\n- Trực tuyến: 60 hồ sơ;\n- Trực tiếp: 41 hồ sơ.\nHết.",
            [("100", "101")],
        ),
        ("Đã giải quyết 90 hồ sơ (trước hạn 50, đúng hạn 38, quá hạn 3).", [("90", "91")]),
        ("Đã giải quyết 90 hồ sơ: trước hạn và đúng hạn 80 hồ sơ, quá hạn 3 hồ sơ", [("90", "83")]),
        ("Đang giải quyết 10 hồ sơ, trong hạn 8 hồ sơ, quá hạn 3 hồ sơ.", [("10", "11")]),
        ("Tiếp nhận 10 hồ sơ; đã giải quyết 6 hồ sơ; đang giải quyết 3 hồ sơ.", [("10", "9")]),
        ("Tổng số 12 hộ, gồm 5 hộ nghèo và 6 hộ cận nghèo.", [("12", "11")]),
        ("Tiếp nhận 100 hồ sơ, gồm 60 hồ sơ trực tuyến, 40 hồ sơ trực tiếp.", []),
        ("Tiếp nhận 100 hồ sơ, gồm 60 hồ sơ trực tuyến, 20 hồ sơ trực tiếp…", []),
        ("Tiếp nhận 100 hồ sơ, trong đó 60 hồ sơ trực tuyến.", []),
        (CARRIED_IN, []),
        (CARRIED_APART, []),
        ("Có 1 hồ sơ quá hạn, gồm 1 hồ sơ đã giải quyết và 0 hồ sơ chưa giải quyết xong.", []),
        ("Ban gồm 10 thành viên.", []),
        ("Đã giải quyết 90 hồ sơ, đúng hạn 88 hồ sơ (trước hạn 50 hồ sơ), quá hạn 2 hồ sơ.", []),
    ],
)
def test_parts_that_do_not_make_up_their_whole_are_told(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert sums(text) == expected


@given(NUMBERS, NUMBERS, NUMBERS, st.integers(-50, 50))
def test_the_parts_of_what_was_resolved_are_told_exactly_when_they_do_not_add_up(
    early: int, on_time: int, late: int, error: int
) -> None:
    resolved = max(0, early + on_time + late + error)
    text = (
        f"Đã giải quyết {resolved} hồ sơ, trong đó: trước hạn {early} hồ sơ, đúng hạn {on_time} "
        f"hồ sơ, quá hạn {late} hồ sơ."
    )
    readings = {early + on_time + late, on_time + late}
    assert bool(sums(text)) == (resolved not in readings)


def test_what_is_neither_resolved_nor_open_is_counted() -> None:
    (found,) = check_text("Tiếp nhận 50 hồ sơ, đã giải quyết 40 hồ sơ.")
    assert (found.kind, found.open) == (FindingKind.NOTE, 10)
    assert not check_text("Tiếp nhận 50 hồ sơ, đã giải quyết 40 hồ sơ, còn lại 10 hồ sơ.")


HEAD = "STT\tLĩnh vực\tTiếp nhận\tTrước hạn\tĐúng hạn\tQuá hạn\tĐã giải quyết\tTỷ lệ đúng hạn\n"
NUMBERED = "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\n"
ROWS = "1\tHộ tịch\t120\t100\t18\t2\t120\t98,33%\n2\tĐất đai\t50\t20\t20\t5\t45\t88,89\n"


def test_a_table_that_fits_is_left_alone() -> None:
    total = "\tTổng cộng\t170\t120\t38\t7\t165\t95,76%"
    assert check_text(HEAD + NUMBERED + ROWS + total) == ()
    assert check_text(HEAD + ROWS + total) == ()


@pytest.mark.parametrize(
    ("total", "printed", "computed"),
    [
        ("\tTổng cộng\t171\t120\t38\t7\t165\t95,76%", "171", "170"),
        ("\tTổng cộng\t170\t120\t38\t7\t165\t96,76%", "96,76 %", "95,76 %"),
    ],
)
def test_a_table_is_checked_along_its_total_row(total: str, printed: str, computed: str) -> None:
    (found,) = check_text("Kết quả:\n" + HEAD + NUMBERED + ROWS + total)
    assert (found.printed, found.computed) == (printed, computed)


def test_a_row_that_breaks_its_own_sum_is_told() -> None:
    row = "1\tHộ tịch\t120\t100\t18\t3\t120\t98,33%\n"
    (found,) = check_text(HEAD + row)
    assert (found.printed, found.computed) == ("120", "121")


def test_rows_that_name_figures_are_checked_down_the_column() -> None:
    text = (
        "Chỉ tiêu\tSố lượng\tTỷ lệ\nTiếp nhận\t3.452\t\nTrước hạn\t3.449\t99,96 %\n"
        "Quá hạn\t3\t0,09 %"
    )
    (found,) = check_text(text)
    assert (found.counts, found.computed) == ("3449/3452", "99,91 %")


def test_groups_of_rows_are_not_counted_twice() -> None:
    text = (
        "TT\tLĩnh vực\tSố hồ sơ\nI\tTư pháp\t30\n1\tHộ tịch\t20\n2\tChứng thực\t10\n"
        "II\tĐất đai\t5\n1\tĐăng ký\t5\n\tTổng\t35"
    )
    assert check_text(text) == ()
