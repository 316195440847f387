"""User stories as generators."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from iro_desktop.ui.flow import Answer, Ask, Background, Flow, FlowDriver
from iro_desktop.ui.jobs import JobCancelled, JobControl
from iro_desktop.ui.runner import InlineRunner, Runner


class Asked:
    """A question that the test answers."""

    def __init__(self) -> None:
        self.answered: Callable[[Answer], None] | None = None

    def ask(self, answered: Callable[[Answer], None]) -> None:
        self.answered = answered

    def answer(self, value: Answer) -> None:
        assert self.answered is not None
        self.answered(value)


def test_that_a_story_asks_works_and_goes_on_with_what_it_got() -> None:
    question, told = Asked(), []

    def story() -> Flow:
        name = yield Ask(question)
        length = yield Background(lambda _job: len(name))
        told.append((name, length))

    driver = FlowDriver(story(), InlineRunner()).start()
    assert not driver.is_over()
    question.answer("Ash")
    assert told == [("Ash", 3)]
    assert driver.is_over()


def test_that_a_threaded_story_tells_the_same(qtbot: QtBot, runner: Runner) -> None:
    told = []

    def story() -> Flow:
        for number in range(3):
            answer = yield Background(lambda _job, number=number: number * 2)
            told.append(answer)

    driver = FlowDriver(story(), runner).start()
    qtbot.waitUntil(driver.is_over)
    assert told == [0, 2, 4]


def test_that_what_goes_wrong_is_raised_where_it_was_asked_for() -> None:
    told = []

    def fail(_job: JobControl) -> None:
        raise OSError

    def story() -> Flow:
        try:
            yield Background(fail)
        except OSError:
            told.append("said so")

    FlowDriver(story(), InlineRunner()).start()
    assert told == ["said so"]


def test_that_giving_up_while_asking_cleans_up() -> None:
    told = []

    def story() -> Flow:
        try:
            yield Ask(Asked())
        finally:
            told.append("cleaned")

    driver = FlowDriver(story(), InlineRunner(), lambda: told.append("finished")).start()
    driver.cancel()
    assert told == ["cleaned", "finished"]


def test_that_cancelling_work_ends_the_story_there(qtbot: QtBot, runner: Runner) -> None:
    told = []

    def endless(job: JobControl) -> None:
        while True:
            job.check()

    def story() -> Flow:
        try:
            yield Background(endless)
            told.append("went on")
        finally:
            told.append("cleaned")

    driver = FlowDriver(story(), runner).start()
    driver.cancel()
    qtbot.waitUntil(driver.is_over)
    assert told == ["cleaned"]


def test_that_a_bug_in_a_story_is_not_swallowed() -> None:
    def story() -> Flow:
        yield Background(lambda _job: None)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        FlowDriver(story(), InlineRunner()).start()


def test_that_a_story_may_handle_being_cancelled() -> None:
    told = []

    def cancelled(_job: JobControl) -> None:
        raise JobCancelled

    def story() -> Flow:
        try:
            yield Background(cancelled)
        except JobCancelled:
            told.append("half is kept")

    FlowDriver(story(), InlineRunner()).start()
    assert told == ["half is kept"]
