"""The way ahead: milestones that keep every date, drawn along a line."""

import datetime as dt
from dataclasses import replace

import pytest
from own_tools import Show, show_panel
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from review_hands import Key, focus, press, push, push_on, write
from review_in_hand import TODAY, presenter_of

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.presenter import ToolsPresenter
from iro_desktop.ui.review.tools.trajectory.line import drift_in_words
from iro_desktop.ui.review.tools.trajectory.milestone_card import MilestoneCard
from iro_desktop.ui.review.tools.trajectory.panel import TrajectoryPanel
from iro_desktop.ui.review.tools.trajectory.picture import TrajectoryPicture
from iro_desktop.ui.review.tools.trajectory.presenter import Order, TrajectoryPresenter
from iro_desktop.ui.widgets.words import Words


@pytest.fixture
def presenter(workspace: Workspace, review: ReviewId) -> ReviewPresenter:
    return presenter_of(workspace, review)


def _day(days: int) -> dt.date:
    return TODAY + dt.timedelta(days=days)


def _write(presenter: ReviewPresenter) -> tuple[Milestone, Milestone]:
    """An assessment that is late, and a decision that waits for it though planned before."""
    tools = ToolsPresenter(presenter)
    late = tools.make(Milestone, what="Assessment (made up)", planned_on=_day(-20))
    waits = tools.make(Milestone, what="Panel", planned_on=_day(-30), waits_for=(late.thread,))
    return late, waits


def test_that_a_new_date_is_added_and_no_earlier_one_is_overwritten(
    presenter: ReviewPresenter, workspace: Workspace, review: ReviewId
) -> None:
    late, _ = _write(presenter)
    presenter.save(late)
    trajectory = TrajectoryPresenter(ToolsPresenter(presenter))
    once = trajectory.give_new_date(late, _day(10), "no panel")
    presenter.save(trajectory.give_new_date(once, _day(40), "no worker"))
    again = presenter_of(workspace, review).record.tools.milestones[0]
    assert (again.planned_on, again.revised_to) == (_day(-20), (_day(10), _day(40)))
    assert again.revised_because == ("no panel", "no worker")
    said = next(stop for stop in trajectory.stops() if stop.id == late.id).sentences()
    assert any(part.endswith("no panel") for part in said)


def test_that_milestones_stand_by_date_or_by_what_has_to_come_first(
    unkept: ReviewPresenter,
) -> None:
    late, waits = _write(unkept)
    trajectory = TrajectoryPresenter(ToolsPresenter(unkept))
    assert [one.id for one in trajectory.ordered()] == [waits.id, late.id]
    trajectory.order = Order.WAITING
    assert [one.id for one in trajectory.ordered()] == [late.id, waits.id]
    assert trajectory.notes(late) == ()
    assert trajectory.notes(waits) == (
        "It is planned before “Assessment (made up)”, which has to come first.",
    )
    assert trajectory.may_wait_for(late) == ()
    assert trajectory.may_wait_for(waits) == ((late.thread, "Assessment (made up)"),)


def test_that_a_slip_in_the_first_date_is_put_right_on_the_day_it_was_written_alone(
    unkept: ReviewPresenter,
) -> None:
    late, _ = _write(unkept)
    trajectory = TrajectoryPresenter(ToolsPresenter(unkept))
    assert trajectory.may_correct(late)
    assert not trajectory.may_correct(replace(late, written_on=_day(-1)))
    assert not trajectory.may_correct(replace(late, revised_to=(_day(1),)))


def test_that_a_closed_record_counts_drift_to_the_day_of_its_meeting(
    unkept: ReviewPresenter,
) -> None:
    _write(unkept)
    held = replace(unkept.review, held_on=_day(-25))
    trajectory = TrajectoryPresenter(ToolsPresenter(unkept))
    unkept.change_review(held)
    assert trajectory.stops()[0].drift == 30
    unkept.change_review(replace(held, status=ReviewStatus.CLOSED))
    assert trajectory.stops()[0].drift == 5


@pytest.mark.parametrize(
    ("drift", "reached", "words"),
    [
        (None, False, "No date planned yet"),
        (0, False, "As first planned"),
        (1, True, "1 day later than planned"),
        (-3, True, "3 days earlier than planned"),
    ],
)
def test_that_drift_is_said_in_days(drift: int | None, reached: bool, words: str) -> None:  # noqa: FBT001 - a case
    assert drift_in_words(drift, reached=reached) == words


def test_that_a_milestone_is_written_and_put_off_by_the_keyboard(
    shown: Show, presenter: ReviewPresenter, workspace: Workspace, review: ReviewId
) -> None:
    panel = show_panel(shown, TrajectoryPanel, presenter)
    push_on(panel.cards.add_button)
    write("Cedar stays for good")
    card = next(iter(panel.cards.cards.values()))
    assert isinstance(card, MilestoneCard)
    card.rows["planned_on"].focus_first()
    write("1 December 2026")
    card.rows["owner"].focus_first()
    push(card, "Give a new date")
    write("15 January 2027")
    push_on(card.dates.keep_button)
    assert card.dates.reason_row.problem() == "Say why, in a few words."
    write("the court is late")
    push_on(card.dates.keep_button)
    again = presenter_of(workspace, review).record.tools.milestones[0]
    assert again.what == "Cedar stays for good"
    assert (again.planned_on, again.revised_to) == (dt.date(2026, 12, 1), (dt.date(2027, 1, 15),))
    old = [line for line in card.dates.findChildren(Words) if line.font().strikeOut()]
    assert [line.text() for line in old] == ["First planned for 1 December 2026"]
    assert "no longer holds" in old[0].accessibleName()


def test_that_the_line_is_walked_by_arrows_and_opens_the_card(
    shown: Show, unkept: ReviewPresenter
) -> None:
    late, _ = _write(unkept)
    panel = show_panel(shown, TrajectoryPanel, unkept)
    panel.picture.setFocus()
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert panel.picture.chosen_sentence().startswith("Assessment (made up). First planned for")
    assert "20 days later than planned" in panel.picture.accessibleDescription()
    press(Key.Key_Return)
    assert panel.cards.cards[late.id].isAncestorOf(focus())
    QTest.mouseClick(panel.picture, Qt.MouseButton.LeftButton, pos=QPoint(40, 12))
    assert not panel.cards.cards[late.id].isAncestorOf(focus())


def test_that_the_table_says_what_the_line_shows(shown: Show, unkept: ReviewPresenter) -> None:
    _write(unkept)
    panel = show_panel(shown, TrajectoryPanel, unkept)
    push_on(panel.table_button)
    cells = [panel.table.item(0, column).text() for column in range(5)]
    assert cells[0] == "Panel\nWaits for: Assessment (made up)"
    assert cells[4] == "30 days later than planned"


def test_that_an_earlier_meeting_is_drawn_as_it_stood_on_its_day(
    shown: Show, unkept: ReviewPresenter
) -> None:
    _write(unkept)
    panel = show_panel(shown, TrajectoryPanel, unkept)
    review = unkept.review
    before = EarlierTools(review.id, review.kind, _day(-25), unkept.record.tools)
    box = panel.show_earlier(before)
    said = box.findChildren(TrajectoryPicture)[0].accessibleDescription()
    assert "5 days later than planned" in said
    box.deleteLater()
