"""Rows left out wait in the book, are mended in place, and go in as one action."""

from dataclasses import replace
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from dxdesk.services import history, imports, listing
from dxdesk.services.imports import Verdict, WaitingRow
from tests.kit import Clock

HEAD = "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Ngày tiếp nhận"
GOOD = "H99.12-260309-0001;1.001193;Lê Thử 1;09/03/2026 08:00"
BAD_DAY = "H99.12-260309-0002;1.001193;Lê Thử 2;31/02/2026"
NO_PROCEDURE = "H99.12-260309-0003;9.999999;Lê Thử 3;09/03/2026"


@pytest.fixture
def waiting(desk: Desk, clock: Clock, tmp_path: Path) -> tuple[WaitingRow, ...]:
    clock.set("31/12/2026 16:00")
    path = tmp_path / "so.csv"
    path.write_text(f"{HEAD}\n{GOOD}\n{BAD_DAY}\n{NO_PROCEDURE}", encoding="utf-8")
    imports.run(desk, path)
    return imports.waiting_rows(desk)


def mended(row: WaitingRow, at: int, text: str) -> tuple[str, ...]:
    return (*row.texts[:at], text, *row.texts[at + 1 :])


def stored(desk: Desk) -> int:
    return len(listing.ids(desk, Query()))


def test_rows_left_out_wait_as_they_stood_in_the_file(waiting: tuple[WaitingRow, ...]) -> None:
    assert [(row.line, row.file) for row in waiting] == [(3, "so.csv"), (4, "so.csv")]
    assert ";".join(waiting[0].texts) == BAD_DAY
    assert waiting[0].column == "Ngày tiếp nhận"
    assert all(row.reason for row in waiting)


def test_undoing_the_import_takes_them_away_too(
    desk: Desk, waiting: tuple[WaitingRow, ...]
) -> None:
    history.undo(desk)
    assert imports.waiting_rows(desk) == ()
    history.redo(desk)
    assert imports.waiting_rows(desk) == waiting


def test_the_same_file_again_leaves_no_row_waiting_twice(
    desk: Desk, waiting: tuple[WaitingRow, ...], tmp_path: Path
) -> None:
    before = history.events(desk)
    imports.run(desk, tmp_path / "so.csv")
    assert imports.waiting_rows(desk) == waiting
    assert history.events(desk) == before


def test_a_mended_row_is_looked_at_before_anything_is_written(
    desk: Desk, waiting: tuple[WaitingRow, ...]
) -> None:
    first, second = waiting
    texts = {first.id: mended(first, 3, "28/02/2026"), second.id: mended(second, 3, "?")}
    found = imports.check_mended(desk, waiting, texts)
    assert found[first.id].verdict is Verdict.NEW
    assert found[second.id].verdict is Verdict.ASIDE
    assert "không phải ngày" in found[second.id].reason
    assert stored(desk) == 1


def test_mended_rows_go_in_as_one_action_and_one_undo(
    desk: Desk, waiting: tuple[WaitingRow, ...]
) -> None:
    first, second = waiting
    texts = {
        first.id: mended(first, 3, "28/02/2026"),
        second.id: mended(second, 1, "1.001193"),
    }
    assert imports.take_in_mended(desk, waiting, texts).new == 2
    assert stored(desk) == 3
    assert imports.waiting_rows(desk) == ()
    history.undo(desk)
    assert stored(desk) == 1
    assert imports.waiting_rows(desk) == waiting


def test_what_was_mended_in_a_row_that_is_still_wrong_is_kept(
    desk: Desk, waiting: tuple[WaitingRow, ...]
) -> None:
    first, second = waiting
    texts = {first.id: mended(first, 2, "Lê Đúng"), second.id: mended(second, 1, "1.001193")}
    taken = imports.take_in_mended(desk, waiting, texts)
    assert taken.new == 1
    (left,) = imports.waiting_rows(desk)
    assert left == replace(first, texts=texts[first.id])


def test_mending_nothing_writes_nothing(desk: Desk, waiting: tuple[WaitingRow, ...]) -> None:
    before = history.events(desk)
    imports.take_in_mended(desk, waiting, {})
    assert history.events(desk) == before


@pytest.mark.parametrize("text", ["", "\x00\u202e", "x" * 40_000, "=1+1", "<b>&amp;", "Ha\u0309i"])
def test_whatever_is_typed_into_a_row_is_told_or_taken(
    desk: Desk, waiting: tuple[WaitingRow, ...], text: str
) -> None:
    for at in range(4):
        texts = {row.id: mended(row, at, text) for row in waiting}
        for found in imports.check_mended(desk, waiting, texts).values():
            assert found.verdict is not Verdict.ASIDE or found.reason


def test_rows_nobody_wants_are_dropped_and_can_be_had_again(
    desk: Desk, waiting: tuple[WaitingRow, ...]
) -> None:
    imports.drop_waiting(desk, [waiting[0].id])
    assert imports.waiting_rows(desk) == waiting[1:]
    history.undo(desk)
    assert imports.waiting_rows(desk) == waiting
