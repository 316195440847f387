"""Work off the screen's thread."""

import gc
import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from iro_desktop.ui.jobs import JobCancelled, JobControl
from iro_desktop.ui.runner import InlineRunner, Runner


def test_that_a_result_comes_back_on_the_screens_thread(qtbot: QtBot, runner: Runner) -> None:
    screen, told = QThread.currentThread(), []
    runner.run(
        lambda _job: QThread.currentThread() is screen,
        lambda was_screen: told.append((was_screen, QThread.currentThread() is screen)),
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(False, True)]


def test_that_a_fault_is_carried_to_whoever_asked(qtbot: QtBot, runner: Runner) -> None:
    faults: list[Exception] = []

    def fail(_job: JobControl) -> None:
        raise OSError(28)

    runner.run(fail, on_failed=faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert isinstance(faults[0], OSError)


def test_that_a_fault_that_nobody_takes_is_raised_on_the_screens_thread(
    qtbot: QtBot, runner: Runner
) -> None:
    def fail(_job: JobControl) -> None:
        raise OSError(28)

    with qtbot.captureExceptions() as raised:
        job = runner.run(fail)
        qtbot.waitUntil(job.is_over)
    assert [kind for kind, _value, _trace in raised] == [OSError]


def test_that_progress_is_told_in_order_and_before_the_end(qtbot: QtBot, runner: Runner) -> None:
    told: list[int] = []

    def count(job: JobControl) -> int:
        for number in range(50):
            job.progress(number, 50)
        return 50

    runner.run(count, told.append, on_progress=lambda done, _total, _what: told.append(done))
    qtbot.waitUntil(lambda: 50 in told)
    assert told == list(range(51))


def test_that_a_cancelled_job_stops_at_its_next_check(qtbot: QtBot, runner: Runner) -> None:
    begun, go_on, told = threading.Event(), threading.Event(), []

    def work(job: JobControl) -> None:
        begun.set()
        go_on.wait()
        job.check()

    job = runner.run(work, lambda _: told.append("done"), on_cancelled=lambda: told.append("no"))
    begun.wait()
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["no"]


def test_that_shutting_down_ends_work_under_way_and_tells_no_one(qtbot: QtBot) -> None:
    runner, told = Runner(), []
    begun = threading.Event()

    def work(job: JobControl) -> None:
        begun.set()
        while True:
            job.check()

    runner.run(work, told.append, told.append, on_cancelled=lambda: told.append(None))
    begun.wait()
    assert runner.shutdown()
    assert not runner.is_busy()
    qtbot.wait(0)
    assert told == []


def test_that_many_jobs_each_come_to_their_end(qtbot: QtBot, runner: Runner) -> None:
    ended: list[int] = []
    for number in range(30):
        runner.run(lambda _job, number=number: number, ended.append)
    qtbot.waitUntil(lambda: len(ended) == 30)
    assert sorted(ended) == list(range(30))


@pytest.mark.parametrize("way", ["done", "failed", "cancelled"])
def test_that_the_inline_runner_ends_each_way_at_once(way: str) -> None:
    told: list[str] = []

    def work(job: JobControl) -> str:
        job.progress(1, 2)
        job.check()
        if way == "failed":
            raise OSError
        if way == "cancelled":
            raise JobCancelled
        return "done"

    job = InlineRunner().run(
        work,
        told.append,
        lambda _fault: told.append("failed"),
        lambda done, total, _what: told.append(f"{done} of {total}"),
        lambda: told.append("cancelled"),
    )
    assert told == ["1 of 2", way]
    assert job.is_over()


def test_that_garbage_is_collected_on_the_screens_thread_alone(
    qtbot: QtBot, runner: Runner
) -> None:
    """A widget that another thread destroys takes the program with it."""
    go_on, seen = threading.Event(), []

    def look(_job: JobControl) -> None:
        seen.append(gc.isenabled())
        go_on.wait(5)

    jobs = [runner.run(look), runner.run(lambda _job: seen.append(gc.isenabled()))]
    qtbot.waitUntil(jobs[1].is_over)
    assert seen == [False, False]
    assert not gc.isenabled()  # the first still runs
    go_on.set()
    qtbot.waitUntil(jobs[0].is_over)
    assert gc.isenabled()
