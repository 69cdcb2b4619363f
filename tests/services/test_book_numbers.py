"""Book numbers with several counters writing at once: each once, none left out."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from db.models import BookRecord
from dxdesk.desk import Desk
from dxdesk.domain.query import Order, Query
from dxdesk.errors import DeskError
from dxdesk.services import history, listing
from tests.kit import Clock, moment, receive

ROOT = Path(__file__).parents[2]
COUNTER = """
import sys
from pathlib import Path
from dxdesk.services.opening import open_desk
from tests.kit import Clock, receive

desk = open_desk(Path(sys.argv[1]), clock=Clock(), create=False)
print("ready", flush=True)
sys.stdin.readline()
for _ in range(25):
    receive(desk)
desk.close()
"""


def books(desk: Desk) -> list[str]:
    ids = listing.ids(desk, Query(order=Order.BOOK, descending=False))
    return [line.book for line in listing.lines(desk, ids)]


def test_two_programs_at_one_file_give_each_number_once(desk: Desk, tmp_path: Path) -> None:
    counters = [
        subprocess.Popen(
            [sys.executable, "-c", COUNTER, str(tmp_path / "desk.db")],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    for counter in counters:
        assert counter.stdout is not None
        assert counter.stdout.readline() == "ready\n"
    answers = [counter.communicate("go\n", timeout=120) for counter in counters]
    assert [error for _out, error in answers] == ["", ""]
    assert books(desk) == [f"2026/{number:06}" for number in range(1, 51)]


def test_threads_of_one_program_give_each_number_once(desk: Desk) -> None:
    ready = threading.Barrier(4)

    def work() -> None:
        ready.wait()
        for _ in range(10):
            receive(desk)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert books(desk) == [f"2026/{number:06}" for number in range(1, 41)]


def test_a_refused_dossier_takes_no_number(desk: Desk) -> None:
    receive(desk, code="H99.12-260309-0001")
    with pytest.raises(DeskError, match="đã có ở số 2026/000001"):
        receive(desk, code="h99.12-260309-0001 ")
    assert receive(desk).book == "2026/000002"


def test_each_year_has_a_book_of_its_own(desk: Desk, clock: Clock) -> None:
    clock.set("31/12/2026 16:00")
    assert receive(desk).book == "2026/000001"
    clock.set("04/01/2027 08:00")
    assert receive(desk).book == "2027/000001"
    assert receive(desk, received_at=moment("31/12/2026 16:30")).book == "2026/000002"


def test_an_undone_number_is_left_out_for_good(desk: Desk) -> None:
    for _ in range(3):
        receive(desk)
        history.undo(desk)
    assert receive(desk).book == "2026/000004"
    with desk.reading() as session:
        assert session.get_one(BookRecord, 2026).last_number == 4
