"""The table's model: ids at once, lines only where somebody looks, nothing lost on the way."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId, DossierLine
from dxdesk.services import listing
from tests.kit import moment, receive
from ui.dossiers.line_window import PAGE, Deliver
from ui.dossiers.table_model import COMING, DossierTableModel

NOW = moment("09/03/2026 09:00")
DISPLAY = Qt.ItemDataRole.DisplayRole


class Book:
    """Lines by id that are handed over when the test says so."""

    def __init__(self, line: DossierLine) -> None:
        self._line = line
        self.asked: list[Sequence[int]] = []
        self._waiting: list[Deliver] = []
        self.gone: set[int] = set()

    def fetch(self, ids: Sequence[int], deliver: Deliver) -> None:
        self.asked.append(ids)
        self._waiting.append(deliver)

    def line(self, number: int, owner: str = "") -> DossierLine:
        return replace(self._line, id=DossierId(number), code=f"mã {number}", owner=owner)

    def deliver(self, owner: str = "") -> None:
        """Hand over the oldest page that was asked for."""
        ids = self.asked[len(self.asked) - len(self._waiting)]
        found = [self.line(one, owner) for one in ids if one not in self.gone]
        self._waiting.pop(0)(found)


@pytest.fixture
def book(desk: Desk) -> Book:
    return Book(listing.lines(desk, [receive(desk).id])[0])


@pytest.fixture
def model(book: Book, qapp: Any) -> DossierTableModel:
    return DossierTableModel(book.fetch, lambda _mark, _role: None)


def text(model: DossierTableModel, row: int, column: int = 0) -> str:
    return str(model.data(model.index(row, column), DISPLAY))


def ids(count: int) -> "array[int]":
    return array("q", range(1, count + 1))


def test_the_model_keeps_the_rules_of_qt(
    book: Book, model: DossierTableModel, qtmodeltester: ModelTester
) -> None:
    check = cast("Callable[[object], None]", qtmodeltester.check)
    check(model)
    model.show_first([book.line(one) for one in range(1, 101)], now=NOW)
    check(model)
    model.show_ids(ids(1000))
    text(model, 500)
    book.deliver()
    check(model)
    model.refresh(ids(3), now=NOW)
    check(model)


def test_the_first_rows_show_before_anything_is_fetched(
    book: Book, model: DossierTableModel
) -> None:
    model.show_first([book.line(1), book.line(2)], now=NOW)
    assert (model.rowCount(), text(model, 1)) == (2, "mã 2")
    assert book.asked == []


def test_the_rest_joins_without_moving_the_first_rows(book: Book, model: DossierTableModel) -> None:
    resets: list[int] = []
    model.show_first([book.line(one) for one in range(1, 101)], now=NOW)
    model.modelReset.connect(lambda: resets.append(1))
    model.show_ids(ids(1_000_000))
    assert model.rowCount() == 1_000_000
    assert resets == []
    assert book.asked == []


def test_a_jump_to_the_end_fetches_one_page_by_id(book: Book, model: DossierTableModel) -> None:
    model.show_ids(ids(1_000_000))
    assert text(model, 999_999) == COMING
    assert [list(one)[-1] for one in book.asked] == [1_000_000]
    assert len(book.asked[0]) <= PAGE
    book.deliver()
    assert text(model, 999_999) == "mã 1000000"
    assert len(book.asked) == 1


def test_the_page_looked_at_last_comes_first_and_those_scrolled_past_are_dropped(
    book: Book, model: DossierTableModel
) -> None:
    model.show_ids(ids(100 * PAGE))
    for page in range(50):
        text(model, page * PAGE)
    for _ in range(5):
        book.deliver()
    assert [one[0] // PAGE for one in book.asked] == [0, 49, 48, 47, 46]
    assert not model.waits


def test_few_pages_are_kept(book: Book, model: DossierTableModel) -> None:
    model.show_ids(ids(100 * PAGE))
    for page in range(40):
        text(model, page * PAGE)
        book.deliver()
    before = len(book.asked)
    assert text(model, 39 * PAGE) == f"mã {39 * PAGE + 1}"
    assert len(book.asked) == before
    assert text(model, 0) == COMING


def test_lines_of_an_older_list_are_not_taken_for_those_of_the_new_one(
    book: Book, model: DossierTableModel
) -> None:
    model.show_ids(ids(10))
    text(model, 0)
    model.show_first([book.line(5, "Đúng")], now=NOW)
    book.deliver("Sai")
    assert text(model, 0, 1) == "Đúng"
    assert model.rowCount() == 1


def test_a_refresh_shows_old_text_until_the_new_one_comes(
    book: Book, model: DossierTableModel
) -> None:
    model.show_first([book.line(1, "Cũ"), book.line(2, "Cũ")], now=NOW)
    model.refresh(array("q", [9, 1, 2]), now=NOW)
    assert [text(model, row, 1) for row in range(3)] == [COMING, "Cũ", "Cũ"]
    book.deliver("Mới")
    assert [text(model, row, 1) for row in range(3)] == ["Mới"] * 3


def test_a_dossier_that_is_gone_is_asked_for_only_once(
    book: Book, model: DossierTableModel
) -> None:
    book.gone = {2}
    model.show_ids(ids(3))
    text(model, 0)
    book.deliver()
    assert [text(model, row) for row in range(3)] == ["mã 1", COMING, "mã 3"]
    assert len(book.asked) == 1


def test_rows_are_found_by_identity(book: Book, model: DossierTableModel) -> None:
    model.show_ids(array("q", [30, 10, 20]))
    assert (model.row_of(20), model.row_of(99), model.id_at(1)) == (2, None, 10)


def test_an_empty_list_has_nothing_below_it(model: DossierTableModel) -> None:
    model.show_ids(array("q"))
    assert model.rowCount() == 0
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex(), DISPLAY) is None
