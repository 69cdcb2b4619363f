"""Work leaves the window's thread, and its outcome comes back there, whatever happens."""

import gc
from threading import Event, Thread, current_thread, main_thread
from time import sleep

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.errors import DeskError
from dxdesk.log import log_file
from tests.ui.conftest import Settle
from ui.garbage import collect_what_is_due
from ui.task_strip import TaskStrip
from ui.tasks import Job, Tasks


def test_work_runs_elsewhere_and_its_result_arrives_in_the_windows_thread(
    tasks: Tasks, settle: Settle
) -> None:
    places = []

    def work(_job: Job[int]) -> int:
        places.append(current_thread())
        return 7

    def done(value: int) -> None:
        places.append(current_thread())
        assert value == 7

    tasks.run(work, done)
    settle()
    assert places[0] is not main_thread()
    assert places[1] is main_thread()


def test_a_refusal_arrives_as_its_own_sentence(tasks: Tasks, settle: Settle) -> None:
    told: list[str] = []

    def work(_job: Job[None]) -> None:
        raise DeskError("Hồ sơ đã trả kết quả.")

    tasks.run(work, lambda _none: told.append("done"), failed=told.append)
    settle()
    assert told == ["Hồ sơ đã trả kết quả."]


@pytest.mark.logs("unexpected")
def test_a_bug_is_logged_and_the_sentence_names_the_logs_place(
    tasks: Tasks, settle: Settle
) -> None:
    told: list[str] = []
    tasks.run(lambda _job: 1 // 0, lambda _value: None, failed=told.append)
    settle()
    assert str(log_file()) in told[0]
    assert "ZeroDivisionError" not in told[0]


def test_an_error_that_nobody_waits_for_reaches_the_one_hook(tasks: Tasks, qtbot: QtBot) -> None:
    def work(_job: Job[None]) -> None:
        raise DeskError("Không ai đợi.")

    with qtbot.captureExceptions() as caught:
        tasks.run(work, lambda _none: None)
        qtbot.waitUntil(tasks.idle)
    assert [str(error) for _, error, _ in caught] == ["Không ai đợi."]


def test_a_list_does_not_wait_behind_a_long_import(tasks: Tasks, qtbot: QtBot) -> None:
    gate, arrived = Event(), Event()
    tasks.run(lambda _job: gate.wait(20), lambda _value: None, title="Đang nhập")
    tasks.run(lambda _job: None, lambda _none: arrived.set())
    qtbot.waitUntil(arrived.is_set)
    assert tasks.titled() is not None
    gate.set()
    qtbot.waitUntil(tasks.idle)


def test_cancelled_work_is_told_to_stop_and_says_so(tasks: Tasks, qtbot: QtBot) -> None:
    begun, said = Event(), Event()

    def work(job: Job[None]) -> None:
        begun.set()
        while not job.cancelled():
            sleep(0.001)
        raise DeskError("Đã dừng; chưa ghi gì.")

    job = tasks.run(
        work, lambda _none: None, title="Đang nhập", failed=pytest.fail, stopped=said.set
    )
    qtbot.waitUntil(begun.is_set)
    job.cancel()
    qtbot.waitUntil(said.is_set)


def test_what_was_completed_before_the_wish_to_stop_counts_as_done(
    tasks: Tasks, qtbot: QtBot
) -> None:
    gate, got = Event(), list[bool]()
    job = tasks.run(lambda _job: gate.wait(20), got.append, title="Đang nhập")
    job.cancel()
    gate.set()
    qtbot.waitUntil(tasks.idle)
    assert got in ([], [True])  # never begun, or completed: nothing in between


def test_an_older_question_never_answers_after_a_newer_one(tasks: Tasks, settle: Settle) -> None:
    answers: list[str] = []
    older = tasks.run(lambda _job: "cũ", answers.append)
    older.cancel()
    tasks.run(lambda _job: "mới", answers.append)
    settle()
    assert answers == ["mới"]


def test_the_strip_shows_what_runs_and_how_far_and_stops_it(
    tasks: Tasks, qtbot: QtBot, show: object
) -> None:
    strip = TaskStrip(tasks)
    qtbot.addWidget(strip)
    assert strip.isHidden()

    def work(job: Job[None]) -> None:
        job.progress(1200, 5000)
        while not job.cancelled():
            sleep(0.001)
        raise InterruptedError

    tasks.run(work, lambda _none: None, title="Đang nhập sổ")
    qtbot.waitUntil(lambda: strip.text.text() == "Đang nhập sổ · 1.200/5.000")
    assert (strip.bar.value(), strip.bar.maximum()) == (1200, 5000)
    strip.stop.click()
    qtbot.waitUntil(strip.isHidden)


def test_closing_waits_for_what_runs_and_delivers_nothing_more(qtbot: QtBot) -> None:
    tasks, begun, ended = Tasks(), Event(), Event()

    def work(job: Job[None]) -> None:
        begun.set()
        while not job.cancelled():
            sleep(0.001)
        ended.set()

    tasks.run(work, lambda _none: pytest.fail("delivered after closing"), title="Đang nhập")
    qtbot.waitUntil(begun.is_set)
    tasks.close()
    assert ended.is_set()
    qtbot.wait(20)
    tasks.run(lambda _job: pytest.fail("begun after closing"), lambda _none: None)


def test_a_long_name_is_shortened_in_its_middle_and_its_count_stays_in_sight(
    tasks: Tasks, settle: Settle, qtbot: QtBot
) -> None:
    strip = TaskStrip(tasks)
    qtbot.addWidget(strip)
    title = f"Đang ghi {'danh sách rất dài ' * 12}.xlsx"
    tasks.run(lambda job: job.progress(3, 10), lambda _none: None, title=title)
    job = tasks.titled()
    assert job is not None
    job.at = (3, 10)
    strip.show_state()
    assert strip.text.text().endswith(" · 3/10")
    assert "…" in strip.text.text()
    assert strip.text.toolTip() == f"{title} · 3/10"
    settle()


class _Held:
    """Something of the window that tells in which thread it was destroyed."""

    def __init__(self, told: list[Thread], *, loop: bool) -> None:
        self._told = told
        if loop:
            self.itself = self

    def show(self, _value: object) -> None:
        """A callback, as a page gives it to its jobs."""

    def __del__(self) -> None:
        self._told.append(current_thread())


def test_no_widget_of_a_closed_window_is_collected_in_a_worker(
    tasks: Tasks, settle: Settle
) -> None:
    """Seen once: a worker's collection met a closed window, and both threads stood still."""
    destroyed: list[Thread] = []
    _Held(destroyed, loop=True)

    def work(_job: Job[int]) -> int:
        return len([[number] for number in range(200_000)])  # far past Python's threshold

    tasks.run(work, lambda _count: None)
    settle()
    assert destroyed in ([], [main_thread()])
    gc.collect()
    assert destroyed == [main_thread()]


def test_the_windows_thread_collects_what_is_due(tasks: Tasks) -> None:
    kept = [[number] for number in range(10 * gc.get_threshold()[0])]
    assert gc.get_count()[0] > gc.get_threshold()[0]
    collect_what_is_due()
    assert gc.get_count()[0] < gc.get_threshold()[0] < len(kept)


def test_python_collects_by_itself_again_when_the_workers_are_gone(tasks: Tasks) -> None:
    second = Tasks()
    second.close()
    assert not gc.isenabled()
    tasks.close()
    assert gc.isenabled()


def test_what_a_dropped_job_held_is_let_go_in_the_windows_thread(tasks: Tasks) -> None:
    destroyed: list[Thread] = []
    begun = Event()
    tasks.run(lambda _job: begun.set(), _Held(destroyed, loop=False).show)
    assert begun.wait(20)
    assert destroyed == []
    tasks.close()
    assert destroyed == [main_thread()]
