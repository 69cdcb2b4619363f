"""Searches kept by name: each officer's own, counted live, given on as a file that may be bad."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.period import month
from dxdesk.domain.query import Lateness, Order, Query, Worklist
from dxdesk.domain.query_text import from_plain, to_plain
from dxdesk.domain.rights import Role
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services import catalogue, history, listing, saved_searches
from dxdesk.services.officers import add_officer
from dxdesk.services.statistics import count_filter
from tests.kit import Clock, desk_over, receive

days = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
ids = st.one_of(st.none(), st.integers(1, 500))
queries = st.builds(
    Query,
    text=st.sampled_from(["", "nguyễn", 'a"b', "<b>x</b>", "\\u202e"]),
    states=st.frozensets(st.sampled_from(list(State))),
    channels=st.frozensets(st.sampled_from(list(Channel))),
    field_id=ids,
    procedure_id=ids,
    officer_id=ids,
    hamlet_id=ids,
    first=days,
    lateness=st.one_of(st.none(), st.sampled_from(list(Lateness))),
    work=st.one_of(st.none(), st.sampled_from(list(Worklist))),
    order=st.sampled_from(list(Order)),
    descending=st.booleans(),
)
OVERDUE = Query(lateness=Lateness.OVERDUE, order=Order.DUE, descending=False)


@given(query=queries)
def test_a_query_comes_back_from_its_plain_form(query: Query) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(query)))) == query


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(
    found=json_values
    | st.dictionaries(st.sampled_from([*to_plain(Query()), "text", "states", "first"]), json_values)
)
def test_whatever_stands_in_a_file_is_a_query_or_a_sentence(found: Any) -> None:
    with suppress(InputError):  # nothing else may come out
        assert isinstance(from_plain(found), Query)


def test_searches_are_kept_in_order_and_survive(desk: Desk) -> None:
    first = saved_searches.save(desk, "  Quá hạn  ", OVERDUE)
    second = saved_searches.save(desk, "Hộ tịch", Query(field_id=1))
    assert saved_searches.searches(desk) == (first, second)
    assert (first.name, first.query) == ("Quá hạn", OVERDUE)


def test_each_officer_has_his_own(desk: Desk) -> None:
    mine = saved_searches.save(desk, "Quá hạn", OVERDUE)
    other = replace(desk, officer=add_officer(desk, "Lê Thị Hồng").id)
    assert saved_searches.searches(other) == ()
    saved_searches.save(other, "Quá hạn", Query())
    with pytest.raises(InputError, match="không còn nữa"):
        saved_searches.remove(other, mine.id)


def test_the_count_is_the_length_of_the_list(desk: Desk, clock: Clock) -> None:
    for _ in range(3):
        receive(desk)
    clock.later(days=60)
    receive(desk)
    for query in (OVERDUE, Query(), Query(text="duc"), Query(text="không ai")):
        assert saved_searches.count(desk, query) == len(listing.ids(desk, query))


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "x" * 61])
def test_a_name_that_is_none_or_too_long_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(InputError, match="Tên tìm kiếm"):
        saved_searches.save(desk, name, OVERDUE)


def test_a_name_is_taken_whatever_its_accents_or_normal_form(desk: Desk) -> None:
    saved_searches.save(desk, "Quá hạn", OVERDUE)
    with pytest.raises(InputError, match="đã có"):
        saved_searches.save(desk, "QUA\u0301 HA\u0323N", Query())


def test_it_is_renamed_removed_and_brought_back(desk: Desk) -> None:
    kept = saved_searches.save(desk, "Quá hạn", OVERDUE)
    saved_searches.rename(desk, kept.id, "Trễ")
    saved_searches.rename(desk, kept.id, "trễ")  # its own name is free
    assert saved_searches.remove(desk, kept.id) == "trễ"
    assert saved_searches.searches(desk) == ()
    assert history.undo(desk) == "Xóa tìm kiếm “trễ”"
    assert saved_searches.searches(desk)[0].query == OVERDUE


def test_whoever_works_here_keeps_searches_the_leader_too(desk: Desk) -> None:
    for role in Role:
        saved_searches.save(replace(desk, role=role), role.label, OVERDUE)
    assert len(saved_searches.searches(desk)) == len(Role)


def test_the_list_behind_a_report_number_is_not_kept(desk: Desk) -> None:
    query = Query(count=count_filter(desk, "received", month(2026, 3)))
    with pytest.raises(InputError, match="con số của báo cáo"):
        saved_searches.save(desk, "Tháng 3", query)


def test_not_more_than_fit_into_the_side_bar_are_kept(desk: Desk) -> None:
    for number in range(saved_searches.MOST):
        saved_searches.save(desk, f"Số {number}", OVERDUE)
    with pytest.raises(InputError, match="xóa bớt"):
        saved_searches.save(desk, "Thêm", OVERDUE)


def test_a_search_is_given_to_a_colleague_whose_ids_differ(
    desk: Desk, empty_database: Path, tmp_path: Path
) -> None:
    officer = add_officer(desk, "Lê Thị Hồng")
    procedure = catalogue.procedures(desk)[5]
    query = Query(officer_id=officer.id, procedure_id=procedure.id, text="đức")
    kept = saved_searches.save(desk, "Của Hồng", query)
    path = saved_searches.write_file(desk, kept.id, tmp_path / f"a{saved_searches.ENDING}")
    with desk_over(empty_database, Clock()) as other:
        add_officer(other, "Trần Ái")
        theirs = add_officer(other, "Lê Thị Hồng")
        got = saved_searches.read_file(other, path)
        assert got.query == replace(query, officer_id=theirs.id)
        assert saved_searches.read_file(other, path).name == "Của Hồng (2)"


def test_what_the_other_ward_does_not_have_is_named(
    desk: Desk, empty_database: Path, tmp_path: Path
) -> None:
    officer = add_officer(desk, "Lê Thị Hồng")
    kept = saved_searches.save(desk, "Của Hồng", Query(officer_id=officer.id))
    path = saved_searches.write_file(desk, kept.id, tmp_path / "a.json")
    with desk_over(empty_database, Clock()) as other:
        with pytest.raises(InputError, match="không có cán bộ"):
            saved_searches.read_file(other, path)
        assert saved_searches.searches(other) == ()


HEAD = '{"kind": "dxdesk-search", "version": 1, '
HOSTILE = {
    "empty": b"",
    "no json": b"\xff\xfe\x00",
    "list": b"[]",
    "deep": b"[" * 60_000,
    "large": b" " * 70_000,
    "other kind": b'{"kind": "x"}',
    "other version": b'{"kind": "dxdesk-search", "version": 2}',
    "no query": (HEAD + '"name": "a"}').encode(),
    "ids": (HEAD + '"name": "a", "query": {"field_id": 1}}').encode(),
    "name no text": (HEAD + '"name": {}, "query": {}}').encode(),
    "name too long": (HEAD + f'"name": "{"x" * 999}", "query": {{}}}}').encode(),
    "unknown key": (HEAD + '"name": "a", "query": {"drop": 1}}').encode(),
    "field no text": (HEAD + '"name": "a", "query": {"field": [1]}}').encode(),
    "huge number": (HEAD + '"name": "a", "query": {"text": 1e999}}').encode(),
    "long text": (HEAD + f'"name": "a", "query": {{"text": "{"y" * 300}"}}}}').encode(),
    "half a letter": (HEAD + '"name": "a", "query": {"order": "\\\\ud800"}}').encode(),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_bad_file_is_told_in_words_and_nothing_is_kept(
    desk: Desk, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.timkiem.json"
    path.write_bytes(content)
    with pytest.raises(DeskError):
        saved_searches.read_file(desk, path)
    assert saved_searches.searches(desk) == ()


def test_a_missing_file_and_a_folder_are_told_in_words(desk: Desk, tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(DeskError):
            saved_searches.read_file(desk, path)


def test_marks_that_turn_text_round_are_taken_out_of_a_name(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    told = {"kind": "dxdesk-search", "version": 1, "name": "a\u202eb\nc", "query": {}}
    path.write_text(json.dumps(told), encoding="utf-8")
    assert saved_searches.read_file(desk, path).name == "ab c"
