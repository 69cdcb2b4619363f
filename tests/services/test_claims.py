"""What a text says of the ward beside the ward's own figures for the period it names (R19)."""

from dataclasses import replace
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.claims import check_text, read_prose
from dxdesk.domain.period import month
from dxdesk.domain.query import Query
from dxdesk.exchange.texts import read_text
from dxdesk.services import acts, listing, reporting, settings
from dxdesk.services.claims import Comparison, compare
from tests.kit import Clock, receive


@pytest.fixture(autouse=True)
def ward(desk: Desk, clock: Clock) -> None:
    """Three received in March, one of them finished, two in April."""
    settings.save_office(desk, replace(settings.office(desk), name="phường An Bình"))
    clock.set("02/03/2026 08:00")
    first, *_ = [receive(desk) for _ in range(3)]
    clock.set("03/03/2026 08:00")
    acts.finish(desk, first.id)
    clock.set("02/04/2026 08:00")
    receive(desk)
    receive(desk)
    clock.set("01/06/2026 08:00")


def compared(desk: Desk, text: str) -> Comparison:
    return compare(desk, read_prose(text))


@pytest.mark.parametrize(
    ("text", "differing"),
    [
        ("Tháng 3 năm 2026, phường An Bình tiếp nhận 3 hồ sơ, đã giải quyết 1 hồ sơ.", []),
        ("Tháng 3/2026, phường tiếp nhận 4 hồ sơ, đã giải quyết 1 hồ sơ.", [("4", "3")]),
        ("Quý I/2026 tiếp nhận 3 hồ sơ. Quý II năm 2026 tiếp nhận 3 hồ sơ.", [("3", "2")]),
        ("Năm 2026 tiếp nhận 4 hồ sơ.", [("4", "5")]),
        ("6 tháng đầu năm 2026 tiếp nhận 5 hồ sơ.", []),
        ("5 tháng đầu năm 2026 tiếp nhận 5 hồ sơ.", []),
        ("Từ ngày 01/03/2026 đến hết ngày 31/03/2026 trước hạn 0 hồ sơ.", [("0", "1")]),
        ("Tháng 4/2026, tiếp nhận 5 hồ sơ (kỳ trước chuyển qua 2 hồ sơ).", [("5", "2")]),
        ("Tháng 4/2026, tiếp nhận 4 hồ sơ (kỳ trước chuyển qua 2 hồ sơ).", []),
        ("Tháng 3/2026, tăng 20 hồ sơ tiếp nhận so với tháng 2/2026.", []),
        ("Tháng 3/2026 lĩnh vực Hộ tịch tiếp nhận 1 hồ sơ.", []),
        ("Tháng 13/2026 tiếp nhận 1 hồ sơ.", []),
    ],
)
def test_counts_that_differ_from_the_wards_own_are_told(
    desk: Desk, text: str, differing: list[tuple[str, str]]
) -> None:
    found = compared(desk, text).findings
    assert [(one.finding.printed, one.finding.computed) for one in found] == differing


def test_the_list_behind_the_wards_number_is_as_long_as_the_number(desk: Desk) -> None:
    (found,) = compared(desk, "Tháng 3/2026, phường An Bình tiếp nhận 9 hồ sơ.").findings
    assert len(listing.ids(desk, Query(count=found.listed))) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Tháng 3/2026, phường Trưng Nhị tiếp nhận 9 hồ sơ.",
        "Từ đầu năm đến nay tiếp nhận 9 hồ sơ.",
        "Năm 2019 tiếp nhận 9 hồ sơ.",
    ],
)
def test_what_is_of_another_place_or_of_no_period_is_not_compared(desk: Desk, text: str) -> None:
    found = compared(desk, text)
    assert (found.findings, found.compared) == ((), 0)
    assert found.why_not


def test_the_programs_own_report_has_nothing_to_mend(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.pdf"
    reporting.write_report(desk, "monthly", month(2026, 3), path)
    prose = read_prose(read_text(path))
    assert check_text(prose) == ()
    found = compare(desk, prose)
    assert found.findings == ()
    assert found.compared > 3
