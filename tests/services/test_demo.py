"""The sample ward: believable, consistent, and the same whenever it is made anew."""

import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.models import ApologyRecord, DossierRecord, OfficerRecord, StopRecord
from dxdesk.demo.ward import CLERKS, OFFICE
from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.clock import StopMode, acceptance_due, due_after_stop
from dxdesk.domain.derived import derive
from dxdesk.domain.due import due_at
from dxdesk.domain.ids import CODE, citizen_doubts, phone_doubts
from dxdesk.domain.period import Period, month
from dxdesk.domain.query import Query, Worklist
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services import catalogue, demo, history, listing, worklists
from dxdesk.services.catalogue import limit_of
from dxdesk.services.settings import rules_in_force
from dxdesk.services.statistics import statistics
from tests.kit import Clock, desk_over, receive

LAST_DAY = date(2026, 9, 22)
NOW = "22/09/2026 10:00"


@pytest.fixture(scope="module")
def ward(empty_database: Path) -> Iterator[Desk]:
    """A ward of the usual size; tests only read it."""
    with desk_over(empty_database, Clock(NOW)) as desk:
        demo.make(desk, until=LAST_DAY)
        yield desk


@pytest.fixture(scope="module")
def dossiers(ward: Desk) -> list[DossierRecord]:
    with ward.reading() as session:
        return list(session.scalars(select(DossierRecord).order_by(DossierRecord.id)))


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr)  # noqa: S608 - own names
            for (name,) in tables.fetchall()
        }


def made(empty: Path, folder: Path, *, seed: int, now: str = NOW) -> dict[str, object]:
    folder.mkdir()
    with desk_over(empty, Clock(now), folder=folder) as desk:
        demo.make(desk, dossiers=500, seed=seed, until=LAST_DAY)
    return dict(rows_of(folder / "desk.db"))


def test_the_same_seed_gives_the_same_rows_in_every_table(
    empty_database: Path, tmp_path: Path
) -> None:
    first = made(empty_database, tmp_path / "a", seed=7)
    assert made(empty_database, tmp_path / "b", seed=7, now="25/12/2026 15:41") == first
    other = made(empty_database, tmp_path / "c", seed=8)
    assert other["dossier"] != first["dossier"]


@pytest.mark.parametrize("wanted", [1, 30, 1001])
def test_a_ward_has_as_many_dossiers_as_asked_for(empty_database: Path, wanted: int) -> None:
    seen: list[tuple[int, int]] = []
    with desk_over(empty_database, Clock(NOW)) as desk:
        demo.make(desk, dossiers=wanted, until=LAST_DAY, progress=lambda *told: seen.append(told))
        assert len(listing.ids(desk, Query(states=frozenset(State)))) == wanted
    assert (seen[0], seen[-1]) == ((0, wanted), (wanted, wanted))


def test_nothing_lies_in_the_future_and_everything_in_its_order(
    dossiers: list[DossierRecord],
) -> None:
    now = datetime(2026, 9, 22, 10, 0)
    for one in dossiers:
        course = [
            one.submitted_at,
            one.received_at,
            one.processing_since,
            one.finished_at,
            one.returned_at,
        ]
        known = [moment for moment in course if moment is not None]
        assert known == sorted(known), one.book_number
        others = [one.declined_at, one.void_at, one.stopped_since, one.held_since]
        assert max([*known, *filter(None, others)]) <= now, one.book_number


def test_book_numbers_follow_the_order_of_arrival_without_a_gap(
    dossiers: list[DossierRecord],
) -> None:
    ordered = sorted(dossiers, key=lambda one: (one.book_year, one.book_number))
    for year, those in groupby(ordered, key=lambda one: one.book_year):
        found = list(those)
        assert [one.book_number for one in found] == list(range(1, len(found) + 1))
        assert [one.arrived_at for one in found] == sorted(one.arrived_at for one in found)
        assert {one.arrived_at.year for one in found} == {year}


def test_the_next_intake_takes_the_next_book_number(empty_database: Path) -> None:
    with desk_over(empty_database, Clock(NOW)) as desk:
        demo.make(desk, dossiers=200, until=LAST_DAY)
        with desk.reading() as session:
            last = session.scalar(
                select(func.max(DossierRecord.book_number)).where(DossierRecord.book_year == 2026)
            )
        assert last is not None
        assert receive(desk).book_number == last + 1


def test_due_times_are_what_counting_gives(ward: Desk, dossiers: list[DossierRecord]) -> None:
    """From receipt through every stop (R3, R5), and the second clock of online submissions."""
    rules = rules_in_force(ward)
    with ward.reading() as session:
        stops = list(session.scalars(select(StopRecord).order_by(StopRecord.id)))
    assert {stop.kind for stop in stops if stop.resumed_at is None}
    for one in dossiers:
        limit = limit_of(one)
        due = None
        if one.received_at is not None and limit is not None:
            due = due_at(one.received_at, limit, rules.calendar, rules=rules.due)
        for stop in (stop for stop in stops if stop.dossier_id == one.id and stop.resumed_at):
            assert due is not None
            assert stop.resumed_at is not None
            due = due_after_stop(
                due,
                stopped=stop.stopped_at,
                resumed=stop.resumed_at,
                mode=StopMode(stop.mode),
                limit=limit,
                calendar=rules.calendar,
                rules=rules.due,
            )
        assert one.due_at == due, one.book_number
        if one.submitted_at is not None:
            wanted = acceptance_due(one.submitted_at, rules.calendar, rules=rules.due)
            assert one.acceptance_due_at == wanted


def test_derived_columns_are_what_the_facts_give(ward: Desk, dossiers: list[DossierRecord]) -> None:
    calendar = rules_in_force(ward).calendar
    for one in dossiers:
        derived = derive(one, calendar)
        for name in derived._fields:
            assert getattr(one, name) == getattr(derived, name), (one.book_number, name)


def test_open_stops_are_those_that_the_dossier_shows(
    ward: Desk, dossiers: list[DossierRecord]
) -> None:
    with ward.reading() as session:
        standing = session.scalars(select(StopRecord).where(StopRecord.resumed_at.is_(None)))
        shown = {stop.dossier_id: (stop.stopped_at, stop.kind, stop.mode) for stop in standing}
    assert shown == {
        one.id: (one.stopped_since, one.stop_kind, one.stop_mode)
        for one in dossiers
        if one.stopped_since is not None
    }


def test_apologies_come_before_the_due_time_and_promise_a_later_one(ward: Desk) -> None:
    with ward.reading() as session:
        apologies = list(session.scalars(select(ApologyRecord)))
    assert apologies
    for one in apologies:
        assert one.due_at is not None
        assert one.at <= one.due_at < one.promised_at
        assert one.reason


def test_the_identities_hold_in_every_month_and_group(ward: Desk) -> None:
    period = month(2026, 9)
    for _ in range(38):
        for by in ("field", "procedure", "channel", "officer", "unit"):
            found = statistics(ward, period, by=by)
            for figures in (found.total, *(group.figures for group in found.groups)):
                assert figures.broken_identities() == ()
        period = period.previous()


def test_counters_empty_from_year_to_year_and_few_dossiers_are_late(ward: Desk) -> None:
    shares = []
    for year in (2024, 2025, 2026):
        figures = statistics(ward, Period(date(year - 1, 10, 1), date(year, 9, 22))).total
        shares.append(figures.in_person / figures.received)
        assert 0.01 < figures.late / figures.resolved < 0.055
        assert figures.unknown_channel == 0
    assert 0.42 < shares[0] < 0.6
    assert shares[0] > shares[1] > shares[2]
    assert shares[2] < 0.32


def test_summer_is_busy_and_tet_is_quiet(dossiers: list[DossierRecord]) -> None:
    months = Counter((one.arrived_at.year, one.arrived_at.month) for one in dossiers)
    assert months[2026, 7] > 1.3 * months[2026, 4]
    assert months[2026, 2] < 0.75 * months[2026, 1]


def test_every_state_and_every_work_list_can_be_seen(
    ward: Desk, dossiers: list[DossierRecord]
) -> None:
    assert {one.state for one in dossiers} >= set(State) - {State.SUSPENDED}
    for work in Worklist:
        assert worklists.counts(ward).numbers[work] >= 3, work


@pytest.mark.parametrize("last_day", ["2026-02-23", "2026-09-20", "2025-01-02", "2026-08-31"])
def test_the_ward_is_alive_on_whatever_day_it_is_made(empty_database: Path, last_day: str) -> None:
    """After Tết, on a Sunday, after New Year, on a day off."""
    day = date.fromisoformat(last_day)
    with desk_over(empty_database, Clock(f"{day:%d/%m/%Y} 10:00")) as desk:
        demo.make(desk, dossiers=600, until=day)
        numbers = worklists.counts(desk).numbers
        working = rules_in_force(desk).calendar.is_working(day)
    for work in set(Worklist) - (set() if working else {Worklist.DUE_TODAY}):
        assert numbers[work] >= 2, work


def test_citizens_and_codes_have_the_right_shape_and_belong_to_nobody(
    dossiers: list[DossierRecord],
) -> None:
    codes = [one.code for one in dossiers if one.code is not None]
    assert len(codes) > 0.97 * len(dossiers)
    assert all(CODE.match(code) and code.startswith(f"{OFFICE.code_prefix}-") for code in codes)
    for one in dossiers:
        assert unicodedata.is_normalized("NFC", one.owner_name)
        assert one.owner_id_no.startswith("099")
        assert one.owner_id_no[3] in "0123"
        assert one.owner_phone.startswith("095")
        assert citizen_doubts(one.owner_id_no) == phone_doubts(one.owner_phone) == ()
    owners = {one.owner_id_no: one.owner_name for one in dossiers}
    assert all(owners[one.owner_id_no] == one.owner_name for one in dossiers)
    assert len({one.owner_name for one in dossiers}) > 1200


def test_the_ward_is_one_action_that_can_be_taken_back_and_done_anew(empty_database: Path) -> None:
    with desk_over(empty_database, Clock(NOW)) as desk:
        before = catalogue.officers(desk)
        demo.make(desk, dossiers=300, until=LAST_DAY)
        assert len(catalogue.officers(desk)) == len(before) + len(CLERKS)
        assert history.undo(desk) == demo.NAME
        assert catalogue.officers(desk) == before
        assert listing.first_page(desk, Query()).lines == ()
        demo.make(desk, dossiers=40, seed=2, until=LAST_DAY)
        with desk.reading() as session:
            years = session.execute(
                select(DossierRecord.book_year, func.min(DossierRecord.book_number)).group_by(
                    DossierRecord.book_year
                )
            ).all()
        assert years
        assert all(first > 1 for _year, first in years)


def test_a_database_that_holds_dossiers_is_refused_and_stays_as_it_is(desk: Desk) -> None:
    receive(desk)
    with pytest.raises(DeskError, match="Sổ đã có hồ sơ"):
        demo.make(desk, until=desk.now().date())
    with desk.reading() as session:
        assert session.scalar(select(func.count()).select_from(OfficerRecord)) == 1
        assert session.scalar(select(func.count()).select_from(DossierRecord)) == 1


def test_what_cannot_be_made_is_refused_in_words(desk: Desk) -> None:
    with pytest.raises(InputError, match="ở tương lai"):
        demo.make(desk, until=date(2027, 1, 1))
    with pytest.raises(InputError, match="Số hồ sơ"):
        demo.make(desk, dossiers=0, until=desk.now().date())
    with pytest.raises(DeskError, match="2017"):
        demo.make(desk, until=date(2020, 6, 1))


def test_online_channels_follow_what_the_procedure_allows(
    ward: Desk, dossiers: list[DossierRecord]
) -> None:
    levels: dict[int, str] = {one.id: one.level_text for one in catalogue.procedures(ward)}
    for one in dossiers:
        if levels[one.procedure_id].startswith("không"):
            assert not one.channel.is_online
        if one.channel is Channel.ONLINE_FULL:
            assert levels[one.procedure_id] == "toàn trình"
