"""Ids of a whole list at once: the same as one by one, and given up when nobody waits."""

from typing import Any

import pytest
from sqlalchemy import Select, literal, select

from db.id_reading import _numbers, read_ids
from dxdesk.desk import Desk
from tests.kit import Clock


def numbers(last: int) -> Select[Any]:
    """1 … *last*, newest first."""
    counted = select(literal(1).label("id")).cte(recursive=True)
    counted = counted.union_all(select(counted.c.id + 1).where(counted.c.id < last))
    return select(counted.c.id).order_by(counted.c.id.desc())


@pytest.mark.parametrize("last", [1, 2, 30_000, 100_000])
def test_ids_come_in_their_order_and_none_is_lost_between_pieces(desk: Desk, last: int) -> None:
    with desk.reading() as session:
        assert list(read_ids(session, numbers(last), cancelled=None)) == [*range(last, 0, -1)]
        assert len(read_ids(session, numbers(last), cancelled=lambda: False)) == last


def test_nothing_found_is_an_empty_list(desk: Desk) -> None:
    with desk.reading() as session:
        assert list(read_ids(session, numbers(5).where(literal(1) == 0), cancelled=None)) == []


def test_a_query_that_nobody_waits_for_is_given_up_while_it_runs(desk: Desk, clock: Clock) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    endless = numbers(10**12)
    with desk.reading() as session:
        assert list(read_ids(session, endless, cancelled=cancelled)) == []
        assert list(read_ids(session, numbers(3), cancelled=None)) == [3, 2, 1]


def test_reading_a_long_text_is_given_up_between_two_pieces() -> None:
    text = ",".join(map(str, range(20_000)))
    answers = iter([False, True])
    assert list(_numbers(text, lambda: next(answers))) == []
    assert list(_numbers(text, lambda: False)) == [*range(20_000)]
