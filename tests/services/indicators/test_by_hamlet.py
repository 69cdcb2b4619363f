"""Values hamlet by hamlet: typed and pasted, added up only when none is missing."""

from fractions import Fraction

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.indicators.amount import Amount
from dxdesk.domain.indicators.kinds import Base, IndicatorId, Pillar, Plan, Unit
from dxdesk.domain.period import month
from dxdesk.errors import DeskError, InputError
from dxdesk.services import history as undoing
from dxdesk.services.hamlets import add_hamlet
from dxdesk.services.indicators import by_hamlet
from dxdesk.services.indicators.by_hamlet import HamletSheet
from dxdesk.services.indicators.catalogue import add_indicator
from dxdesk.services.indicators.targets import TargetDraft, set_targets
from dxdesk.services.ledgers.cells import cells_of_text

FEBRUARY, MARCH = month(2026, 2), month(2026, 3)
PLAN = Plan("X1", "VNeID mức 2", Pillar.SOCIETY, base=Base.FROM_18)


@pytest.fixture
def key(desk: Desk) -> IndicatorId:
    for number in range(1, 13):
        add_hamlet(desk, f"Tổ dân phố {number}")
    made = add_indicator(desk, PLAN)
    set_targets(desk, 2026, {made: TargetDraft(Fraction(1), Base.FROM_18)})
    return made


def sheet(desk: Desk, key: IndicatorId) -> HamletSheet:
    return by_hamlet.hamlet_sheet(desk, key, MARCH)


def typed(desk: Desk, key: IndicatorId, texts: dict[int, str]) -> None:
    """By place in the sheet, from 0."""
    found = sheet(desk, key)
    texts = {found.lines[at].hamlet_id: text for at, text in texts.items()}
    by_hamlet.save_hamlets(desk, found, texts)


def test_numbers_are_kept_as_one_action_with_what_each_hamlet_still_lacks(
    desk: Desk, key: IndicatorId
) -> None:
    by_hamlet.save_hamlets(
        desk,
        by_hamlet.hamlet_sheet(desk, key, FEBRUARY),
        {sheet(desk, key).lines[0].hamlet_id: "200/400"},
    )
    typed(desk, key, {0: "300/400", 1: "80", 2: "10/10"})
    found = sheet(desk, key)
    first = found.lines[0]
    assert (first.name, first.value and first.value.amount) == ("Tổ dân phố 1", Amount(300, 400))
    assert first.before is not None
    assert first.before.amount == Amount(200, 400)
    assert first.ahead is not None
    assert (first.ahead.missing, first.ahead.a_week) == (100, 3)
    assert found.lines[1].ahead is None, "a share without counts says nothing about persons"
    assert found.total == Amount(310, 410)
    assert len(found.missing) == 9
    undoing.undo(desk)
    assert len(sheet(desk, key).missing) == 12


def test_the_sum_is_the_wards_only_when_no_hamlet_is_missing(desk: Desk, key: IndicatorId) -> None:
    typed(desk, key, dict.fromkeys(range(11), "10/20"))
    with pytest.raises(DeskError, match="còn thiếu Tổ dân phố 12"):
        by_hamlet.take_total(desk, sheet(desk, key))
    typed(desk, key, {11: "50"})
    with pytest.raises(DeskError, match="không ghi tử số và mẫu số"):
        by_hamlet.take_total(desk, sheet(desk, key))
    typed(desk, key, {11: "5/20"})
    assert by_hamlet.take_total(desk, sheet(desk, key)) == Amount(115, 240)
    ward = sheet(desk, key).ward
    assert ward is not None
    assert (ward.amount, ward.note) == (Amount(115, 240), "Cộng từ 12 tổ dân phố")


def test_what_cannot_be_read_names_the_hamlet_and_nothing_is_kept(
    desk: Desk, key: IndicatorId
) -> None:
    with pytest.raises(InputError, match="Tổ dân phố 2: Số liệu: tử số 30 lớn hơn"):
        typed(desk, key, {0: "1/2", 1: "30/20"})
    assert len(sheet(desk, key).missing) == 12


def pasted(desk: Desk, key: IndicatorId, text: str, first: int = 0) -> dict[str, str]:
    found = sheet(desk, key)
    texts, left = by_hamlet.understood(desk, found, cells_of_text(text), first=first)
    names = {one.hamlet_id: one.name for one in found.lines}
    return {names[at]: text for at, text in texts.items()} | (
        {"": " / ".join(left)} if left else {}
    )


@pytest.mark.parametrize(
    ("text", "first", "found"),
    [
        ("5\n6\n", 10, {"Tổ dân phố 11": "5", "Tổ dân phố 12": "6"}),
        ("5\n6\n7", 11, {"Tổ dân phố 12": "5", "": "6 / 7"}),
        ("Tổ 1\t5\t10\n1\tTDP 02\t6\t12\n", 0, {"Tổ dân phố 1": "5/10", "Tổ dân phố 2": "6/12"}),
        ("3\t40\n", 0, {"Tổ dân phố 3": "40"}),
        (
            "Tổ\tSố\nTổ 4\t\nTổ 5\t7\nTổ 5\t8\nẤp Lạ\t9\n",
            0,
            {"Tổ dân phố 5": "7", "": "Tổ | Số / Tổ 4 / Tổ 5 | 8 / Ấp Lạ | 9"},
        ),
        (
            "To\u0302\u0309 da\u0302n pho\u0302\u0301 7\t\u200e9\u202c\x00\n",
            0,
            {"Tổ dân phố 7": "9"},
        ),
        ("<b>Tổ 8</b>\t1\n" + "x" * 5000 + "\t2", 0, {"": "<b>Tổ 8</b> | 1 / " + "x" * 80}),
    ],
)
def test_what_is_pasted_goes_to_the_hamlets_that_it_names(
    desk: Desk, key: IndicatorId, text: str, first: int, found: dict[str, str]
) -> None:
    assert pasted(desk, key, text, first) == found


def test_counts_are_added_and_a_vague_one_is_not(desk: Desk, key: IndicatorId) -> None:
    plan = Plan("X2", "Camera", Pillar.FOUNDATION, unit=Unit.COUNT, measure="chiếc")
    counted = add_indicator(desk, plan)
    typed(desk, counted, {0: "3", 1: "trên 4"})
    assert sheet(desk, counted).total == Amount(stated=Fraction(3))
    assert not sheet(desk, counted).whole
