"""Lists against plain Python: every filter, order and search text, in pages and as a whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Person
from dxdesk.domain.query import Lateness, Order, Query, Worklist
from dxdesk.domain.state import State
from dxdesk.services import correction, history, listing, worklists
from tests.kit import Clock, desk_over, draft, receive
from tests.services.many import NAMES, everything, fill, listed, today

COUNT = 2600


@pytest.fixture(scope="module")
def book(empty_database: Path) -> Iterator[Desk]:
    with desk_over(empty_database, Clock("15/06/2026 09:30")) as desk:
        fill(desk, COUNT)
        yield desk


@pytest.fixture(scope="module")
def records(book: Desk) -> list[Any]:
    return everything(book)


def rarely(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), st.none(), strategy)


def sets(values: Any) -> st.SearchStrategy[frozenset[Any]]:
    return st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(values), max_size=3))


days = st.dates(date(2026, 1, 1), date(2026, 7, 31))
TEXTS = (
    *("nguyen", "NGUYỄN văn", "nguyê\u0303n", "đức", "duc", "D", "an", "a", "vũ o", "y", "09 an"),
    *("h99.12-26", "-0007", "0912", "12-2603", "100%", "%", "_", '"', '"sen" or', "OR", "NEAR("),
    *("*", "\\", "/z", "'", "|", "tổ |", "  ", "nguyen \u200ban", "a\x00b", "không có ai"),
)
texts = st.one_of(st.just(""), st.just(""), st.sampled_from([*TEXTS, *NAMES]))
queries = st.builds(
    Query,
    text=texts,
    states=sets(State),
    channels=sets(Channel),
    field_id=rarely(st.integers(1, 4)),
    procedure_id=rarely(st.integers(1, 31)),
    officer_id=rarely(st.integers(1, 6)),
    hamlet_id=rarely(st.integers(1, 7)),
    first=rarely(days),
    last=rarely(days),
    lateness=rarely(st.sampled_from(Lateness)),
    work=rarely(st.sampled_from(Worklist)),
    order=st.sampled_from(Order),
    descending=st.booleans(),
)


def agree(book: Desk, records: list[Any], query: Query, limit: int) -> None:
    expected = listed(records, query, today(book))
    assert list(listing.ids(book, query)) == expected
    page = listing.first_page(book, query, limit=limit)
    assert [line.id for line in page.lines] == expected[:limit]
    assert page.complete == (len(expected) <= limit)


@given(query=queries, limit=st.integers(1, 120))
@settings(max_examples=80, phases=[Phase.generate])
def test_a_list_holds_what_fits_in_the_order_that_was_asked(
    book: Desk, records: list[Any], query: Query, limit: int
) -> None:
    agree(book, records, query, limit)


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("descending", [False, True])
def test_the_first_page_of_many_that_fit_is_in_order(
    book: Desk, records: list[Any], order: Order, *, descending: bool
) -> None:
    for query in (
        Query(order=order, descending=descending),
        Query(order=order, descending=descending, hamlet_id=2),
        Query(order=order, descending=descending, officer_id=3, states=frozenset({State.ACCEPTED})),
        Query(order=order, descending=descending, text="nguyen"),
        Query(order=order, descending=descending, text="n"),
    ):
        agree(book, records, query, 20)


@pytest.mark.parametrize("text", TEXTS)
def test_a_search_finds_every_word_wherever_it_stands(
    book: Desk, records: list[Any], text: str
) -> None:
    agree(book, records, Query(text=text), 100)


@pytest.mark.parametrize("text", ["nguyen", "nguyen an", "h99"])
def test_the_newest_of_very_many_matches_come_first_though_some_have_low_ids(
    empty_database: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.search._FEW", 300)
    monkeypatch.setattr("db.search._RARE", 1)
    with desk_over(empty_database, Clock("15/06/2026 09:30")) as desk:
        fill(desk, 1200, in_order=True)
        records = everything(desk)
        for limit in (1, 10, 60, 250):
            agree(desk, records, Query(text=text), limit)
            agree(desk, records, Query(text=text, hamlet_id=2), limit)


def test_a_book_number_is_found_however_it_is_typed(desk: Desk) -> None:
    receive(desk, owner=Person("Lê Thị Hoa"))
    wanted = receive(desk, owner=Person("Đỗ Đức"))
    by_code = receive(desk, owner=Person("Lê Văn Tám"), code=f"X/{wanted.book}")
    for typed in (wanted.book, f"{wanted.book_year}/{wanted.book_number}", f"duc {wanted.book}"):
        query = Query(text=typed)
        found = [line.id for line in listing.first_page(desk, query).lines]
        assert wanted.id in found
        assert (by_code.id in found) is (typed == wanted.book)
        assert list(listing.ids(desk, query)) == found
    assert not listing.ids(desk, Query(text=f"hoa {wanted.book}"))


def test_no_text_is_too_long_to_search_for(book: Desk) -> None:
    for text in ("nguyen " * 5000, "x" * 100_000, " ".join(f"w{n}" for n in range(5000))):
        page = listing.first_page(book, Query(text=text))
        assert list(listing.ids(book, Query(text=text)))[:100] == [line.id for line in page.lines]


def test_a_cancelled_list_is_empty(book: Desk) -> None:
    assert list(listing.ids(book, Query(), cancelled=lambda: True)) == []


def test_rows_come_in_the_order_asked_and_what_is_gone_is_left_out(book: Desk) -> None:
    assert [line.id for line in listing.lines(book, [7, 10**9, 3])] == [7, 3]
    assert listing.lines(book, []) == []


def test_any_number_of_rows_can_be_read_at_once(book: Desk) -> None:
    wanted = [*range(COUNT, 0, -1), *range(10**6, 10**6 + 40_000)]
    assert [line.id for line in listing.lines(book, wanted)] == wanted[:COUNT]


@pytest.mark.parametrize("work", Worklist)
def test_a_work_list_is_as_long_as_its_count(
    book: Desk, records: list[Any], work: Worklist
) -> None:
    counts = worklists.counts(book)
    expected = listed(records, Query(work=work), today(book))
    assert counts.numbers[work] == len(expected) == len(listing.ids(book, Query(work=work)))
    assert not counts.empty


def test_a_new_database_has_no_work(desk: Desk) -> None:
    counts = worklists.counts(desk)
    assert counts.empty
    assert set(counts.numbers.values()) == {0}


def test_a_line_says_what_the_dossier_says(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk, owner=Person("Đặng Thị Đào", phone="0912 345 678"))
    clock.later(days=20)
    (line,) = listing.lines(desk, [dossier.id])
    assert (line.book, line.owner, line.phone) == (dossier.book, "Đặng Thị Đào", "0912345678")
    assert (line.overdue, line.outcome, line.due_at) == (True, None, dossier.due_at)


def test_a_change_is_found_at_once_and_the_old_words_no_longer(desk: Desk) -> None:
    dossier = receive(desk, owner=Person("Đặng Thị Đào"))
    correction.correct(desk, dossier.id, {"owner_name": "Võ Thị Mận"}, reason="Sai tên")
    assert list(listing.ids(desk, Query(text="dao"))) == []
    assert list(listing.ids(desk, Query(text="man"))) == [dossier.id]
    history.undo(desk)
    assert list(listing.ids(desk, Query(text="dao"))) == [dossier.id]
    history.undo(desk)
    assert list(listing.ids(desk, Query(text="dao"))) == []


def test_the_last_day_of_a_range_is_in_it(desk: Desk, clock: Clock) -> None:
    day = clock.time.date()
    clock.set("09/03/2026 23:59")
    dossier = receive(desk)
    assert draft().received_at is None
    query = Query(first=day, last=day)
    assert list(listing.ids(desk, query)) == [dossier.id]
    before = replace(query, first=None, last=day - timedelta(days=1))
    assert list(listing.ids(desk, before)) == []


def test_a_clock_that_is_decades_wrong_still_shows_the_lists(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    for wrong in ("01/01/2000 00:00", "31/12/2099 23:59"):
        clock.set(wrong)
        assert [line.id for line in listing.first_page(desk, Query()).lines] == [dossier.id]
        assert not worklists.counts(desk).empty


ALPHABET = (
    *("An", "Ăn", "Ân", "Dung", "Đăng", "Em", "Ê", "Ma", "Mà", "Mả", "Mã", "Má", "Mạ"),
    *("Oanh", "Ôn", "Ơn", "Uyên", "Ưng"),
)


@pytest.mark.parametrize("descending", [False, True])
def test_owners_stand_in_the_order_of_the_vietnamese_alphabet_and_its_tones(
    desk: Desk, *, descending: bool
) -> None:
    for name in sorted(ALPHABET, key=lambda one: one.encode()):
        receive(desk, owner=Person(f"Vũ {name}"))
    page = listing.first_page(desk, Query(order=Order.OWNER, descending=descending))
    found = [line.owner.removeprefix("Vũ ") for line in page.lines]
    assert found == list(ALPHABET)[:: -1 if descending else 1]
