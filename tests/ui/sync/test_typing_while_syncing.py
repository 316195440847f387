"""Someone types while a round takes in what was written on another laptop: nothing is lost."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desk_of_a_laptop import REVIEW, desk_over, place
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iro_desktop.domain.review import ReviewStatus
from iro_desktop.hub.client import HttpHub
from iro_desktop.services.syncing.conflicts import open_conflicts
from iro_desktop.ui.desk import Desk
from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.runner import InlineRunner, Runner
from iro_desktop.ui.unlock.view import UnlockView
from iro_desktop.ui.widgets.form_row import FormRow
from laptops_for_tests import MadeUpLaptop


def field_of(desk: Desk) -> FormRow:
    """The row in which the place is written, with the focus in it."""
    desk.show_review(REVIEW.id)
    review = desk.screens.review
    review.go_to(review.order.index("welcome"))
    row = review.stack.page_of("welcome").rows["met_at", ""]
    assert isinstance(row, FormRow)
    row.focus_first()
    return row


def type_on(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def test_that_typing_wins_here_and_the_others_words_wait_beside_it(
    laptops: tuple[MadeUpLaptop, MadeUpLaptop],
    tmp_path: Path,
    shown: Callable[..., Desk],
    runner: Runner,
    qtbot: QtBot,
) -> None:
    here, there = laptops
    desk = shown(desk_over(here, tmp_path, runner), 1240, 820)
    qtbot.waitUntil(lambda: desk.pulse.standing().running is None, timeout=20_000)
    row = field_of(desk)
    there.put(place("At your school, after lunch."))
    there.sync()
    desk.pulse.sync_now()
    typed = " In the kitchen, as on a good day."
    for letter in typed:  # all the while the round goes on in the background
        type_on(letter)
        QTest.qWait(5)
    qtbot.waitUntil(lambda: desk.pulse.standing().running is None, timeout=20_000)
    assert row.field.value() == f"At home.{typed}"
    type_on(" Again.")
    assert desk.screens.review.leave()
    assert here.find(place("")).value == f"At home.{typed} Again."
    desk.pulse.sync_now()
    qtbot.waitUntil(lambda: desk.pulse.standing().running is None, timeout=20_000)
    (conflict,) = open_conflicts(here.uow)
    assert {str(side.fields["value"]) for side in conflict.sides} == {
        "At your school, after lunch.",
        f"At home.{typed} Again.",
    }
    assert here.find(place("")).value == f"At home.{typed} Again."


def test_that_words_of_others_show_in_a_field_that_nobody_is_typing_in(
    laptops: tuple[MadeUpLaptop, MadeUpLaptop], tmp_path: Path, shown: Callable[..., Desk]
) -> None:
    here, there = laptops
    desk = shown(desk_over(here, tmp_path, InlineRunner()), 1240, 820)
    row = field_of(desk)
    there.put(place("At your school, after lunch."))
    there.sync()
    desk.pulse.sync_now()
    assert row.field.value() == "At your school, after lunch."
    type_on("Not ")
    assert desk.screens.review.leave()
    here.sync()
    assert open_conflicts(here.uow) == ()
    assert "At your school, after lunch." in str(here.find(place("")).value)


def test_that_a_review_closed_elsewhere_takes_what_is_typed_here_as_a_question_to_a_person(
    laptops: tuple[MadeUpLaptop, MadeUpLaptop], tmp_path: Path, shown: Callable[..., Desk]
) -> None:
    here, there = laptops
    desk = shown(desk_over(here, tmp_path, InlineRunner()), 1240, 820)
    field_of(desk)
    type_on(" Outside.")
    closed = replace(REVIEW, status=ReviewStatus.CLOSED, held_on=here.clock.today())
    there.put(closed)
    there.sync()
    here.sync()  # a round of which the screen has not heard yet
    assert desk.screens.review.leave()
    assert desk.keep_everything()
    with here.uow() as uow:
        written = [one.fields["value"] for one in uow.history.looked_at([place("").id])]
    assert "At home. Outside." in written


class HeldHub(HttpHub):
    """A real hub whose answer to what changed comes when it is given up."""

    may_answer = threading.Event()
    was_asked = threading.Event()

    def changed(self, etag: str) -> None:
        self.was_asked.set()
        self.may_answer.wait(20)
        return super().changed(etag)

    def give_up(self) -> None:
        self.may_answer.set()
        super().give_up()


def test_that_locking_in_the_middle_of_a_round_is_calm(
    laptops: tuple[MadeUpLaptop, MadeUpLaptop],
    tmp_path: Path,
    shown: Callable[..., MainWindow],
    runner: Runner,
    qtbot: QtBot,
) -> None:
    here, there = laptops
    there.put(place("At your school."))
    there.sync()
    HeldHub.may_answer.clear()

    def no_unlock() -> UnlockView:
        raise NotImplementedError

    window = MainWindow(
        no_unlock,
        lambda _store: desk_over(here, tmp_path, runner, HeldHub),
        settle=runner.shutdown,
    )
    shown(window, 1240, 820)
    window.open(here.store)
    qtbot.waitUntil(HeldHub.was_asked.is_set, timeout=20_000)
    assert window.desk is not None
    row = field_of(window.desk)
    row.field.set_value("")
    type_on("Typed before the lock.")
    window.close()
    assert not runner.is_busy()
    assert window.store is None
    here.start_again()
    assert "Typed before the lock." in str(here.find(place("")).value)
