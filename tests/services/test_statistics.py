"""Figures by example: as-of, groups, unknown channels, every kind of period (R11–R16)."""

from datetime import date, datetime, timedelta

import pytest

from db.models import DossierRecord
from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Dossier, ProcedureId
from dxdesk.domain.figures import Figures
from dxdesk.domain.period import CutOff, Period, month, quarter, year
from dxdesk.domain.query import CountFilter, Query
from dxdesk.errors import InputError
from dxdesk.services import acts, catalogue, history, listing
from dxdesk.services.catalogue import unit_named
from dxdesk.services.statistics import (
    GROUP_KINDS,
    count_filter,
    monthly_series,
    statistics,
)
from tests.kit import Clock, moment, receive, submit

MARCH, APRIL = month(2026, 3), month(2026, 4)


def test_a_dossier_goes_from_received_to_carried_over_to_resolved(desk: Desk, clock: Clock) -> None:
    clock.set("31/03/2026 09:00")
    dossier = receive(desk)
    clock.set("02/04/2026 09:00")
    march, april = statistics(desk, MARCH).total, statistics(desk, APRIL).total
    assert (march.received, march.pending, march.in_time) == (1, 1, 1)
    assert (april.received, april.carried_over, april.pending) == (0, 1, 1)
    acts.finish(desk, dossier.id)
    assert statistics(desk, MARCH).total == march
    april = statistics(desk, APRIL).total
    assert (april.carried_over, april.resolved, april.early, april.pending) == (1, 1, 1, 0)


def test_as_of_is_now_while_the_period_runs_and_its_last_minute_afterwards(
    desk: Desk, clock: Clock
) -> None:
    receive(desk)
    clock.set("16/03/2026 08:01")
    running = statistics(desk, MARCH)
    assert (running.as_of, running.total.overdue) == (clock.time, 1)
    clock.set("02/04/2026 09:00")
    assert statistics(desk, MARCH).as_of == moment("31/03/2026 23:59")
    earlier = statistics(desk, MARCH, as_of=moment("16/03/2026 08:00"))
    assert (earlier.as_of, earlier.total.overdue, earlier.total.in_time) == (
        moment("16/03/2026 08:00"),
        0,
        1,
    )


def test_the_edges_of_a_period_belong_to_it(desk: Desk, clock: Clock) -> None:
    clock.set("02/04/2026 09:00")
    for received in (
        "28/02/2026 23:59",
        "01/03/2026 00:00",
        "31/03/2026 23:59",
        "01/04/2026 00:00",
    ):
        receive(desk, received_at=moment(received))
    total = statistics(desk, MARCH).total
    assert (total.carried_over, total.received) == (1, 2)


def test_a_dossier_of_many_months_is_carried_over_through_each(desk: Desk, clock: Clock) -> None:
    """Beyond the span within which the statement looks at every dossier."""
    dossier = receive(desk)
    clock.set("20/12/2026 09:00")
    acts.finish(desk, dossier.id)
    for number in range(4, 12):
        total = statistics(desk, month(2026, number)).total
        assert (total.carried_over, total.pending) == (1, 1)
    last = statistics(desk, month(2026, 12)).total
    assert (last.carried_over, last.resolved, last.late) == (1, 1, 1)


def unknown_channel(desk: Desk) -> Dossier:
    """As an import leaves it."""
    dossier = receive(desk)
    with desk.act("Nhập") as session:
        session.get_one(DossierRecord, dossier.id).channel = Channel.UNKNOWN
    return dossier


def test_an_unknown_channel_is_never_taken_for_another(desk: Desk) -> None:
    dossier = unknown_channel(desk)
    found = statistics(desk, MARCH, by="channel")
    assert (found.total.received, found.total.in_person, found.total.unknown_channel) == (1, 0, 1)
    assert found.total.broken_identities()
    assert [(group.key, group.name) for group in found.groups] == [("unknown", "Chưa rõ kênh")]
    asked = count_filter(desk, "unknown_channel", MARCH)
    assert list(listing.ids(desk, Query(count=asked))) == [dossier.id]


def test_online_levels_stand_in_one_group_and_in_their_own_numbers(desk: Desk) -> None:
    for channel in (Channel.ONLINE, Channel.ONLINE_PARTIAL, Channel.ONLINE_FULL, Channel.POSTAL):
        receive(desk, channel=channel)
    found = statistics(desk, MARCH, by="channel")
    assert [(g.key, g.name, g.figures.received) for g in found.groups] == [
        ("postal", "Bưu chính công ích", 1),
        ("online", "Trực tuyến", 3),
    ]
    assert (found.total.online, found.total.partial, found.total.full) == (3, 1, 1)


@pytest.mark.parametrize("by", GROUP_KINDS)
def test_groups_are_named_and_a_missing_one_says_so(desk: Desk, by: str) -> None:
    first, second = receive(desk), submit(desk)
    acts.decline(desk, second.id, reason="Sai nơi nộp")
    with desk.act("Nhập") as session:
        record = session.get_one(DossierRecord, first.id)
        record.unit_id = unit_named(session, "Bộ phận Một cửa")
        session.get_one(DossierRecord, second.id).officer_id = None
    found = statistics(desk, MARCH, by=by)
    assert sum((group.figures for group in found.groups), Figures()) == found.total
    assert (found.total.received, found.total.declined) == (1, 1)
    names = {group.name for group in found.groups}
    assert (
        names
        == {
            "field": {first.field},
            "procedure": {first.procedure},
            "channel": {"Trực tiếp", "Trực tuyến"},
            "officer": {"Cán bộ Một cửa", "Chưa phân công"},
            "unit": {"Bộ phận Một cửa", "Chưa ghi đơn vị"},
        }[by]
    )


def test_groups_come_in_vietnamese_order(desk: Desk) -> None:
    for number in range(1, 120, 4):
        receive(desk, procedure_id=ProcedureId(number))
    fields = [group.name for group in statistics(desk, MARCH).groups]
    known = [field.name for field in catalogue.fields(desk)]
    assert fields == [name for name in known if name in fields]
    assert len(fields) > 3


def test_what_does_not_exist_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match="thôn"):
        statistics(desk, MARCH, by="thôn")
    with pytest.raises(InputError, match="trễ"):
        count_filter(desk, "trễ", MARCH)


@pytest.mark.parametrize(
    "period",
    [
        month(2026, 3, cut_off=CutOff.STATUTORY),
        quarter(2026, 1),
        year(2026),
        Period(date.min, date.max),
        Period(date(2026, 3, 9), date(2026, 3, 9)),
        Period(date.min, date.min),
        Period(date.max, date.max),
    ],
)
def test_every_period_can_be_counted_and_holds_the_identities(desk: Desk, period: Period) -> None:
    receive(desk)
    total = statistics(desk, period).total
    assert total.broken_identities() == ()
    assert total.received == (period.first <= date(2026, 3, 9) <= period.last)


def test_a_series_ends_with_this_month_and_holds_it_as_it_stands_now(
    desk: Desk, clock: Clock
) -> None:
    receive(desk)
    clock.set("10/05/2026 08:00")
    series = monthly_series(desk, months=4)
    assert [period for period, _ in series] == [month(2026, n) for n in (2, 3, 4, 5)]
    assert [figures.received for _, figures in series] == [0, 1, 0, 0]
    assert [figures.overdue for _, figures in series] == [0, 1, 1, 1]


def test_an_undo_takes_a_dossier_out_of_the_figures(desk: Desk) -> None:
    before = statistics(desk, MARCH)
    receive(desk)
    assert statistics(desk, MARCH).total.received == 1
    history.undo(desk)
    after = statistics(desk, MARCH)
    assert after.total == before.total
    assert after.last_action == before.last_action + 2


def test_the_list_of_a_group_that_is_gone_is_empty(desk: Desk) -> None:
    receive(desk)
    asked = count_filter(desk, "received", MARCH)
    for by in GROUP_KINDS:
        gone = CountFilter(asked.name, MARCH, asked.as_of, asked.early_rule, by=by, key="không còn")
        assert list(listing.ids(desk, Query(count=gone))) == []


def test_a_period_in_the_future_carries_over_what_is_open(desk: Desk, clock: Clock) -> None:
    receive(desk)
    assert clock.time < datetime(2026, 4, 1)
    total = statistics(desk, APRIL).total
    assert (total.carried_over, total.pending, total.received) == (1, 1, 0)
    asked = count_filter(desk, "pending", APRIL, as_of=clock.time - timedelta(minutes=1))
    assert list(listing.ids(desk, Query(count=asked))) == []
