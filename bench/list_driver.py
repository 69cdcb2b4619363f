"""Drives the list page in a process of its own; `bench.list_window` starts it."""

import gc
import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from bench.measure import peak_megabytes
from bench.pulse import Pulse, until
from bench.ward import desk_over
from dxdesk.domain.query import Order, Query
from ui import icons, theme
from ui.app import application
from ui.dossiers.list_page import ListPage
from ui.tasks import Tasks

_TYPED = ("nguyen van an", "hoang thi thu ha", "2608", "đặng", "0901")
_BETWEEN_KEYS = 0.12
_COMING = "…"


class _Painted(QObject):
    """The moment at which the table was last painted."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.at = time.perf_counter()


class _Driver:
    def __init__(self, page: ListPage, tasks: Tasks) -> None:
        self.page, self.tasks = page, tasks
        self.painted, self.pulse = _Painted(), Pulse()
        page.table.viewport().installEventFilter(self.painted)

    def wait(self, seconds: float) -> None:
        due = time.perf_counter() + seconds
        until(lambda: time.perf_counter() >= due)

    def settle(self) -> None:
        until(self.tasks.idle)

    def _row_is_there(self, row: int) -> bool:
        model = self.page.model
        return model.rowCount() > row and model.data(model.index(row, 0)) != _COMING

    def shown(self, query: Query) -> float:
        """Seconds from asking for *query* until its first rows are painted."""
        arrived: list[float] = []

        def note() -> None:
            arrived.append(time.perf_counter())

        self.page.model.modelReset.connect(note)
        start = time.perf_counter()
        self.page.show_query(query)
        until(lambda: bool(arrived) and self.painted.at > arrived[0])
        self.page.model.modelReset.disconnect(note)
        return self.painted.at - start

    def jumped(self) -> float:
        """Seconds from Ctrl+End until the last row is painted with its text."""
        last = self.page.model.rowCount() - 1
        start = time.perf_counter()
        self.page.table.setCurrentIndex(self.page.model.index(last, 0))
        until(lambda: self._row_is_there(last))
        there = time.perf_counter()
        self.page.table.viewport().update()  # it may have been painted within the same turn
        until(lambda: self.painted.at >= there)
        return self.painted.at - start

    def stalled(self, text: str) -> float:
        """The longest stall while *text* is typed letter by letter, until all is found."""
        self.page.search()
        with self.pulse.watching():
            for letter in text:
                self.page.words.insert(letter)
                self.wait(_BETWEEN_KEYS)
            self.settle()
        self.page.words.clear()
        self.settle()
        return self.pulse.longest


def _measured(driver: _Driver) -> dict[str, list[float]]:
    painted = [driver.shown(Query()) for _ in range(5)]
    driver.settle()
    jumped = [driver.jumped()]
    orders = [Query(order=order, descending=down) for order in Order for down in (True, False)]
    in_order = []
    for query in orders:
        in_order.append(driver.shown(query))
        if query.order in {Order.OWNER, Order.PROCEDURE}:
            driver.settle()
            jumped.append(driver.jumped())
    driver.page.show_query(Query())
    driver.settle()
    return {
        "painted": painted,
        "jumped": jumped,
        "sorted": in_order,
        "stalled": [driver.stalled(text) for text in _TYPED],
        "memory": [peak_megabytes()],
    }


def program() -> None:
    """Run in the child: the list page over the ward of `sys.argv[1]`, its times as JSON."""
    qt = application([])
    theme.apply(qt, theme.themes()["light"])
    icons.load()
    with desk_over(Path(sys.argv[1])) as desk:
        tasks = Tasks()
        page = ListPage(desk, tasks)
        page.resize(1366, 768)
        driver = _Driver(page, tasks)
        page.show()
        page.refresh()
        driver.settle()
        gc.freeze()  # as the program does once it has started
        found = _measured(driver)
        tasks.close()
    print(json.dumps(found))
