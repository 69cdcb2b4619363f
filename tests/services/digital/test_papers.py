"""The A4 page is one page however much is followed; annexes begin on the page of their title."""

from fractions import Fraction
from pathlib import Path

import pypdfium2
import pytest

from dxdesk.desk import Desk
from dxdesk.domain.indicators.amount import Amount
from dxdesk.domain.indicators.kinds import Pillar, Unit
from dxdesk.domain.indicators.value import ValueDraft
from dxdesk.domain.period import month, quarter, year
from dxdesk.indicator_sets import indicator_sets
from dxdesk.reports.digital.poster import shared_room
from dxdesk.services import reporting
from dxdesk.services.indicators.catalogue import indicators, take_set
from dxdesk.services.indicators.values import Key, save_values

MARCH = month(2026, 3)


@pytest.fixture
def full(desk: Desk) -> Desk:
    """All sets, every indicator with a number."""
    for one in indicator_sets():
        take_set(desk, one.key, 2026)
    drafts: dict[Key, ValueDraft] = {}
    for found in indicators(desk):
        counted = found.plan.unit is Unit.COUNT
        amount = Amount(stated=Fraction(7)) if counted else Amount(3, 4)
        drafts[found.id, None] = ValueDraft(amount, found.plan.base)
    save_values(desk, MARCH, drafts)
    return desk


def pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


def test_the_page_for_the_notice_board_is_one(full: Desk, tmp_path: Path) -> None:
    reporting.write_report(full, "poster", MARCH, tmp_path / "p.pdf")
    (only,) = pages(tmp_path / "p.pdf")
    assert "chỉ tiêu ở báo cáo)" in only
    assert "Khác mẫu số" in only, "the signs are explained"


@pytest.mark.parametrize("period", [quarter(2026, 1), year(2026)])
def test_reports_of_a_quarter_and_a_year_leave_no_page_without_its_table(
    full: Desk, tmp_path: Path, period: object
) -> None:
    reporting.write_report(full, "digital", period, tmp_path / "r.pdf")  # type: ignore[arg-type] # a Period
    found = pages(tmp_path / "r.pdf")
    annex = next(text for text in found if "PHỤ LỤC" in text)
    assert "Mức giao" in annex
    told = " ".join(" ".join(found).split())
    assert "chưa đối chiếu với bản gốc" in told
    assert "Điểm theo bộ khanh-hoa 2026.1:" in told


def test_each_pillar_gets_room_in_turn() -> None:
    wanted = {Pillar.GOVERNMENT: 20, Pillar.ECONOMY: 1, Pillar.SOCIETY: 4, Pillar.FOUNDATION: 0}
    assert list(shared_room(wanted, 10).values()) == [5, 1, 4, 0]
    assert list(shared_room(wanted, 100).values()) == [20, 1, 4, 0]
