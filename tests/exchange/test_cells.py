from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.exchange.cells import (
    Cell,
    UnreadableError,
    amount,
    cell_text,
    moment,
    whole_number,
)

MORNING = datetime(2026, 2, 23, 8, 30)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 12, 31)).map(
    lambda found: found.replace(second=0, microsecond=0)
)


@pytest.mark.parametrize(
    "cell",
    [
        "23/02/2026 08:30",
        "23/02/2026 08:30:59",
        "23/2/2026 8:30",
        "08:30 23/02/2026",
        "08:30:15 - 23/02/2026",
        "2026-02-23 08:30",
        "2026-02-23T08:30:00",
        "2026-02-23T08:30:00.000+07:00",
        "2026-02-23T01:30:00Z",
        "23-02-2026 08:30",
        "23.02.2026 08h30",
        "23/02/2026 08:30 SA",
        "8 giờ 30 phút, ngày 23 tháng 02 năm 2026",
        "\u00a023/02/2026  08:30 ",
        "46076.3541666667",
        "46076,3541666667",
        46076.3541666667,
        datetime(2026, 2, 23, 8, 30, 59),
    ],
)
def test_a_moment_is_read_however_it_is_written(cell: Cell) -> None:
    assert moment(cell) == (MORNING, False)


@pytest.mark.parametrize(
    "cell",
    ["23/02/2026", "23/02/2026 00:00", "2026-02-23", "46076", 46076, date(2026, 2, 23)],
)
def test_a_day_without_a_time_is_marked(cell: Cell) -> None:
    assert moment(cell) == (datetime(2026, 2, 23), True)


def test_afternoon_hours_are_told_from_morning_hours() -> None:
    assert moment("23/02/2026 02:05 CH") == (datetime(2026, 2, 23, 14, 5), False)
    assert moment("23/02/2026 12:05 SA") == (datetime(2026, 2, 23, 0, 5), False)


@pytest.mark.parametrize("cell", ["", " ", "-", "—", "…", "NULL", "Chưa có"])
def test_a_sign_for_nothing_is_no_moment(cell: str) -> None:
    assert moment(cell) is None


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("05/13/2026 08:30", "có thể ngày và tháng đã bị đổi chỗ"),
        ("31/02/2026", "không có trong lịch"),
        ("29/02/2025", "không có trong lịch"),
        ("23/02/26", "không phải ngày"),
        ("23/02/1926 08:30", "năm 1926 nằm ngoài khoảng"),
        ("23/02/2026 25:00", "giờ này không có"),
        ("hôm qua", "không phải ngày"),
        ("٢٣/٠٢/٢٠٢٦ ٠٨:٣٠", "không phải ngày"),
        (2026, "là một con số"),
        (0.5, "là một con số"),
        (True, "không phải ngày"),
        (time(8, 30), "không phải ngày"),
        (timedelta(days=1), "không phải ngày"),
        (datetime(1899, 12, 31), "năm 1899 nằm ngoài khoảng"),
    ],
)
def test_what_is_no_date_says_why_and_what_is_expected(cell: Cell, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        moment(cell)
    assert "cần dạng ngày/tháng/năm, ví dụ 23/02/2026 08:30" in str(caught.value)


@given(MOMENTS)
def test_every_minute_survives_text_and_serial_number(value: datetime) -> None:
    expected = (value, not (value.hour or value.minute))
    serial = (value - datetime(1899, 12, 30)) / timedelta(days=1)
    assert moment(value.strftime("%d/%m/%Y %H:%M")) == expected
    assert moment(value.isoformat()) == expected
    assert moment(serial) == expected
    assert moment(cell_text(value)) == expected


@given(st.text(max_size=30) | st.floats() | st.integers())
def test_no_cell_breaks_the_reading_of_dates(cell: Cell) -> None:
    try:
        found = moment(cell)
    except UnreadableError:
        return
    assert found is None or 2000 <= found[0].year <= 2100


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Nguye\u0302\u0303n  Va\u0306n\nA ", "Nguyễn Văn A"),
        (54176243658.0, "54176243658"),
        (1.001653, "1.001653"),
        (datetime(2026, 2, 23, 8, 30), "23/02/2026 08:30"),
        (date(2026, 2, 23), "23/02/2026"),
        (time(8, 30), "08:30"),
    ],
)
def test_a_cell_reads_as_an_officer_would_write_it(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize(
    ("cell", "dong"),
    [
        (150000.0, 150_000),
        ("150.000 đồng", 150_000),
        ("1.500.000đ", 1_500_000),
        ("8000", 8000),
        ("Miễn phí", 0),
        (0.0, 0),
        ("theo nghị quyết", None),
        ("12.5", None),
        ("", None),
        (float("inf"), None),
        (-5.0, None),
    ],
)
def test_a_fee_is_an_amount_or_unknown_and_never_a_guess(cell: Cell, dong: int | None) -> None:
    assert amount(cell) == dong


@pytest.mark.parametrize(("cell", "count"), [(1.0, 1), ("02 bộ", 2), ("", None), ("hai", None)])
def test_copies_are_a_whole_number_or_unknown(cell: Cell, count: int | None) -> None:
    assert whole_number(cell) == count
