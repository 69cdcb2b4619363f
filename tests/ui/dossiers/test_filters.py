"""Filters as values: what a menu offers, how a narrowed list reads, how it is widened again."""

from dataclasses import fields
from datetime import date, datetime

from dxdesk.domain.channel import Channel
from dxdesk.domain.figures import COUNT_NAMES
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import month
from dxdesk.domain.query import CountFilter, Lateness, Order, Query, Worklist
from dxdesk.domain.state import State
from dxdesk.services.catalogue import Named
from ui.dossiers.chips import chips
from ui.dossiers.filters import FILTERS, ORDER, Choices, sorted_by, unfiltered

TODAY = date(2026, 5, 29)
CHOICES = Choices(fields=(Named(1, "Hộ tịch"),), hamlets=(Named(2, "Tổ dân phố 1"),))
COUNT = CountFilter("resolved", month(2026, 4), datetime(2026, 4, 30, 23, 59), EarlyRule.SESSION)
FULL = Query(
    text="anh",
    states=frozenset({State.PROCESSING, State.FINISHED}),
    channels=frozenset({Channel.POSTAL}),
    field_id=1,
    procedure_id=9,
    officer_id=3,
    hamlet_id=2,
    first=date(2026, 5, 1),
    last=date(2026, 5, 31),
    lateness=Lateness.LATE,
    work=Worklist.OVERDUE,
    count=COUNT,
)


def test_every_filter_of_a_query_is_a_chip_but_text_and_order() -> None:
    untouched = {"text", "order", "descending"}
    for one in fields(Query):
        alone = Query(**{one.name: getattr(FULL, one.name)})
        assert bool(chips(alone, CHOICES)) == (one.name not in untouched), one.name


def test_taking_off_every_chip_leaves_only_the_text() -> None:
    query = FULL
    seen = 0
    while found := chips(query, CHOICES):
        query = found[0].without
        seen += 1
    assert query == Query(text="anh")
    assert seen == 11


def test_chips_speak_of_names_not_numbers() -> None:
    labels = [chip.label for chip in chips(FULL, CHOICES)]
    assert "Lĩnh vực: Hộ tịch" in labels
    assert "Tổ dân phố: Tổ dân phố 1" in labels
    assert "Tiếp nhận từ 01/05/2026 đến 31/05/2026" in labels
    assert "Số liệu: Đã giải quyết, tháng 4 năm 2026" in labels


def test_every_number_of_the_figures_has_words_for_its_chip() -> None:
    for name in COUNT_NAMES:
        count = CountFilter(name, COUNT.period, COUNT.as_of, COUNT.early_rule)
        assert chips(Query(count=count), CHOICES)[0].label.startswith("Số liệu: ")


def test_choosing_the_option_in_force_takes_it_off_again() -> None:
    for one in (*FILTERS, ORDER):
        for option in one.options(Query(), CHOICES, TODAY):
            chosen = one.options(option.query, CHOICES, TODAY)
            checked = [other for other in chosen if other.checked]
            assert checked, option.label
            if one is not ORDER:
                assert Query() in [other.query for other in checked]


def test_a_list_can_be_sorted_by_every_order_both_ways() -> None:
    for order in Order:
        once = sorted_by(Query(order=Order.DUE, descending=True), order)
        assert once.order is order
        assert sorted_by(once, order).descending is not once.descending


def test_widening_a_list_keeps_its_order() -> None:
    query = Query(text="a", lateness=Lateness.LATE, order=Order.DUE, descending=False)
    assert unfiltered(query) == Query(order=Order.DUE, descending=False)
