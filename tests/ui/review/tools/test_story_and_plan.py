"""Words and pictures, and the safety plan."""

import datetime as dt
from dataclasses import replace

import pytest
from own_tools import Show, show_panel
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from review_hands import Key, focus, press, push, push_on, write
from review_in_hand import TODAY, presenter_of

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.tools.entries import EntryState
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.domain.tools.story import StoryFrame
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.presenter import ToolsPresenter
from iro_desktop.ui.review.tools.safety_plan.panel import SafetyPlanPanel
from iro_desktop.ui.review.tools.safety_plan.presenter import SafetyPlanPresenter
from iro_desktop.ui.review.tools.story.panel import StoryPanel
from iro_desktop.ui.review.tools.story.picture_fields import PictogramField
from iro_desktop.ui.review.tools.story.presenter import PictureFrom, PutAside, StoryPresenter

SENTENCES = ("Mum was ill.", "Gran came.", "You are safe now.")


@pytest.fixture
def presenter(workspace: Workspace, review: ReviewId) -> ReviewPresenter:
    return presenter_of(workspace, review)


def _tell(presenter: ReviewPresenter) -> list[StoryFrame]:
    tools = ToolsPresenter(presenter)
    return [
        tools.make(StoryFrame, sentence=words, pictogram="home", state=EntryState.ANSWERED)
        for words in SENTENCES
    ]


def test_that_a_frame_is_gently_asked_to_be_one_easy_sentence_with_a_picture(
    unkept: ReviewPresenter,
) -> None:
    story = StoryPresenter(ToolsPresenter(unkept))
    easy, *_ = _tell(unkept)
    assert story.advice(easy) == ()
    story.agree(replace(story.agreement(), reading_age=6))
    hard = replace(
        easy,
        sentence="Professionals identified considerable deterioration at home. Nobody came.",
        pictogram="",
    )
    assert len(story.advice(hard)) == 3
    assert "reading age of 6" in story.advice(hard)[1]


def test_that_a_frame_has_one_picture_and_going_back_brings_back_the_other(
    unkept: ReviewPresenter,
) -> None:
    frame = replace(_tell(unkept)[0], pictogram="", drawing="drawn")
    aside = PutAside()
    picked = replace(aside.moved_to(frame, PictureFrom.PICTOGRAM), pictogram="dog")
    assert (picked.drawing, picked.pictogram) == ("", "dog")
    back = aside.moved_to(picked, PictureFrom.DRAWN)
    assert (back.drawing, back.pictogram) == ("drawn", "")


def test_that_frames_are_put_in_order_by_key_and_by_mouse(
    shown: Show, presenter: ReviewPresenter, workspace: Workspace, review: ReviewId
) -> None:
    first, second, third = _tell(presenter)
    for frame in (first, second, third):
        presenter.save(frame)
    panel = show_panel(shown, StoryPanel, presenter)

    def order() -> list[str]:
        frames = presenter_of(workspace, review).record.tools.story_frames
        return [one.id for one in sorted(frames, key=lambda one: one.position)]

    push(panel.frames.cards[third.id], "Earlier")
    assert order() == [first.id, third.id, second.id]
    assert focus().accessibleName() == "Earlier: Frame 2"
    grip = panel.frames.grip(first.id)
    below = grip.mapFromGlobal(
        panel.frames.cards[second.id].mapToGlobal(
            QPoint(5, panel.frames.cards[second.id].height() - 2)
        )
    )
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(grip, below)
    grip.carried.emit(grip.mapToGlobal(below))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=below)
    assert order() == [third.id, second.id, first.id]


def test_that_a_frame_gets_a_pictogram_and_is_agreed_by_the_keyboard(
    shown: Show, presenter: ReviewPresenter, workspace: Workspace, review: ReviewId
) -> None:
    panel = show_panel(shown, StoryPanel, presenter)
    push_on(panel.frames.add_button)
    write("You have a dog.")
    card = next(iter(panel.frames.cards.values()))
    card.rows["picture_from"].focus_first()
    press(Key.Key_Down)
    press(Key.Key_Down)
    field = card.rows["pictogram"].field
    assert isinstance(field, PictogramField)
    push(card, "Pick a picture")
    write("dog")
    field.list.setFocus()
    press(Key.Key_Return)
    panel.agreement.rows["agreed_by"].focus_first()
    press(Key.Key_Space)
    tools = presenter_of(workspace, review).record.tools
    (frame,), (agreement,) = tools.story_frames, tools.story_agreements
    assert (frame.sentence, frame.pictogram) == ("You have a dog.", "dog")
    assert frame.state is EntryState.ANSWERED
    assert agreement.agreed_by == ("Cedar",)


def test_that_the_next_test_of_a_plan_is_overdue_until_it_was_tried(
    unkept: ReviewPresenter,
) -> None:
    def day(days: int | None) -> dt.date | None:
        return None if days is None else TODAY + dt.timedelta(days=days)

    tools = ToolsPresenter(unkept)
    plan = SafetyPlanPresenter(tools)
    for tried_on, next_on, overdue in (
        (-30, -3, 3),
        (-30, 5, 0),
        (-3, -3, 0),
        (None, -1, 1),
        (-9, None, 0),
    ):
        test = tools.make(PlanTest, on=day(tried_on), next_on=day(next_on))
        assert plan.days_overdue() == overdue
        assert ("overdue" in plan.next_in_words()) == (overdue > 0)
        tools.remove(test)


def test_that_a_plan_is_written_by_the_keyboard_and_hides_telephones_from_others(
    shown: Show, presenter: ReviewPresenter, workspace: Workspace, review: ReviewId
) -> None:
    panel = show_panel(shown, SafetyPlanPanel, presenter)
    push_on(panel.network.add_button)
    write("Made-up Gran")
    card = next(iter(panel.network.cards.values()))
    card.rows["telephone"].focus_first()
    write("01632 960001")
    push_on(panel.rules.add_button)
    write("Made-up Gran")
    rule = next(iter(panel.rules.cards.values()))
    rule.rows["does_what"].focus_first()
    write("Rings every evening")
    rule.rows["is_bottom_line"].focus_first()
    press(Key.Key_Space)
    tools = presenter_of(workspace, review).record.tools
    (person,), (kept,) = tools.network_people, tools.safety_rules
    assert (person.name, person.telephone) == ("Made-up Gran", "01632 960001")
    assert isinstance(person, NetworkPerson)
    assert isinstance(kept, SafetyRule)
    assert (kept.who, kept.does_what, kept.is_bottom_line) == (
        "Made-up Gran",
        "Rings every evening",
        True,
    )
    panel.set_shared(shared=True)
    assert not card.rows["telephone"].isVisible()
    assert card.rows["name"].isVisible()
