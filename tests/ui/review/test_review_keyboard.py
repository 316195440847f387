"""A review by keys: from section to section, decisions from anywhere, things added and undone."""

from collections.abc import Callable

import pytest
from accessibility_checks import settle
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from review_hands import (
    CONTROL,
    Key,
    Modifier,
    button,
    focus,
    go,
    is_in_view,
    last_card,
    page,
    panel,
    press,
    push,
    row,
    write,
)
from review_in_hand import CARER, SAFE, TODAY
from small_caseload import CEDAR

from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.participation import Attendance, Role
from iro_desktop.form_engine.definition import Records
from iro_desktop.services import review_records
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.panels.scaling import ScalingPanel
from iro_desktop.ui.review.panels.scaling_question import QuestionBlock
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.widgets.scale_over_time import ScaleOverTime

Open = Callable[..., ReviewView]
SHIFTED = CONTROL | Modifier.ShiftModifier


@pytest.fixture
def view(open_view: Open, review: ReviewId) -> ReviewView:
    return open_view(review)


def _record(workspace: Workspace, review: ReviewId) -> review_records.ReviewRecord:
    return review_records.read(workspace.uow_factory, review, TODAY)


def _scaling(view: ReviewView) -> ScalingPanel:
    found = go(view, "scaling").panels[Records.SCALING]
    assert isinstance(found, ScalingPanel)
    return found


def _block(view: ReviewView) -> QuestionBlock:
    return _scaling(view).blocks[SAFE.id]


# From section to section


def test_that_a_review_opens_with_the_focus_on_its_sections(view: ReviewView) -> None:
    assert focus() is view.sections
    assert view.sections.currentRow() == 0


def test_that_arrows_in_the_list_show_sections_and_the_focus_stays_there(
    view: ReviewView,
) -> None:
    press(Key.Key_Down)
    assert page(view).section.id == view.order[1]
    assert focus() is view.sections


def test_that_one_key_leads_to_the_list_letters_find_a_section_and_enter_opens_it(
    view: ReviewView,
) -> None:
    go(view, "school")
    row(view, "school_notes").focus_first()
    press(Key.Key_F4)
    assert focus() is view.sections
    QTest.keyClicks(view.sections, "heal")
    assert page(view).section.id == "health"
    press(Key.Key_Return)
    assert page(view).isAncestorOf(focus())


def test_that_page_keys_go_on_and_back_from_inside_a_text(view: ReviewView) -> None:
    go(view, "school")
    row(view, "school_notes").focus_first()
    press(Key.Key_PageDown, CONTROL)
    assert page(view).section.id == "health"
    assert row(view, "health_notes").isAncestorOf(focus())
    press(Key.Key_PageUp, CONTROL)
    assert page(view).section.id == "school"
    assert row(view, "school_notes").isAncestorOf(focus())


def test_that_control_and_return_go_on_without_a_new_line(view: ReviewView) -> None:
    go(view, "school")
    row(view, "school_notes").focus_first()
    write("Well")
    press(Key.Key_Return, CONTROL)
    assert page(view).section.id == "health"
    assert row(view, "health_notes").isAncestorOf(focus())
    go(view, "school")
    assert row(view, "school_notes").field.value() == "Well"


def test_that_the_button_of_the_next_section_keeps_the_focus(view: ReviewView) -> None:
    push(view, "Next section")
    press(Key.Key_Space)
    assert view.stack_place() == 2
    assert focus() is view.foot.next_button


def test_that_nothing_lies_beyond_the_first_and_the_last(view: ReviewView) -> None:
    press(Key.Key_PageUp, CONTROL)
    assert view.stack_place() == 0
    assert not view.foot.back_button.isEnabled()
    view.go_to(len(view.order))
    press(Key.Key_PageDown, CONTROL)
    assert view.stack.currentWidget() is view.closing_page()
    assert not view.foot.next_button.isVisible()


def test_that_the_section_in_front_is_in_view_in_the_list(view: ReviewView) -> None:
    for place in range(len(view.order) + 1):
        view.go_to(place)
        item = view.sections.currentItem()
        assert view.sections.row(item) == place
        box = view.sections.visualItemRect(item)
        assert view.sections.viewport().rect().intersects(box)


def test_that_a_review_opens_again_where_one_left_it(view: ReviewView, review: ReviewId) -> None:
    go(view, "health")
    view.show_review(ReviewId("begun-review"))
    assert view.stack_place() == 0
    view.show_review(review)
    assert page(view).section.id == "health"


# Decisions from anywhere


@pytest.mark.parametrize("section", ["last_review", "home", "scaling", "letter"])
@pytest.mark.parametrize("width", [1240, 900])
def test_that_a_decision_is_one_key_away_from_any_section(
    open_view: Open, review: ReviewId, workspace: Workspace, section: str, width: int
) -> None:
    view = open_view(review, width=width)
    go(view, section).focus_first()
    for words in ("Swim on Fridays", "See Gran", "Ring the dentist"):
        press(Key.Key_D, CONTROL)
        settle()
        assert view.drawer.isAncestorOf(focus())
        assert isinstance(focus(), QPlainTextEdit)
        assert is_in_view(focus())
        write(words)
    go(view, "decisions")
    decisions = panel(view, Records.DECISIONS)
    shown = [card.rows["what"].field.value() for card in decisions.cards.values()]
    assert shown == ["Swim on Fridays", "See Gran", "Ring the dentist"]
    assert [decision.what for decision in _record(workspace, review).decisions] == shown
    assert not view.drawer.isVisible()


def test_that_in_their_own_section_decisions_are_added_in_place(view: ReviewView) -> None:
    decisions = go(view, "decisions").panels[Records.DECISIONS]
    press(Key.Key_D, CONTROL)
    assert decisions.isAncestorOf(focus())
    assert not view.drawer.isVisible()


def test_that_a_key_shows_the_decisions_and_hides_them(view: ReviewView) -> None:
    go(view, "home").focus_first()
    press(Key.Key_D, SHIFTED)
    assert view.drawer.isVisible()
    assert row(view, "home_notes").isAncestorOf(focus())
    press(Key.Key_D, SHIFTED)
    assert not view.drawer.isVisible()


def test_that_escape_leads_from_the_decisions_back_to_the_section(view: ReviewView) -> None:
    go(view, "home").focus_first()
    press(Key.Key_D, CONTROL)
    press(Key.Key_Escape)
    assert not view.drawer.isVisible()
    assert row(view, "home_notes").isAncestorOf(focus())


def test_that_where_there_is_no_room_for_both_the_decisions_take_the_sections_place(
    open_view: Open, review: ReviewId
) -> None:
    view = open_view(review, width=900)
    go(view, "home").focus_first()
    press(Key.Key_D, CONTROL)
    assert not view.stack.isVisible()
    view.resize(1300, 820)
    assert view.stack.isVisible()
    assert view.drawer.isVisible()
    view.resize(900, 820)
    press(Key.Key_PageDown, CONTROL)
    assert not view.drawer.isVisible()
    assert row(view, "family_notes").isAncestorOf(focus())


def test_that_the_number_of_decisions_is_seen_at_the_foot(view: ReviewView) -> None:
    assert view.foot.decisions_button.text() == "Decisions"
    press(Key.Key_D, CONTROL)
    assert view.foot.decisions_button.text() == "Decisions"
    write("Swim")
    assert view.foot.decisions_button.text() == "Decisions: 1"


# Things added, taken away and put back


@pytest.mark.parametrize(
    ("section", "records", "add"),
    [
        ("people", Records.PARTICIPANTS, "Add someone"),
        ("welcome", Records.ATTENDANCE, "Add someone who came"),
        ("views", Records.VIEWS, "Write down the child's words"),
        ("decisions", Records.DECISIONS, "Add a decision"),
    ],
)
def test_that_what_is_added_is_written_at_once_removed_and_put_back(
    view: ReviewView, workspace: Workspace, section: str, records: Records, add: str
) -> None:
    go(view, section)
    cards = panel(view, records)
    before = len(cards.things())
    push(cards, add)
    card = last_card(cards)
    assert card.isAncestorOf(focus())
    settle()
    assert is_in_view(focus())
    write("Made-up words")
    words = next(iter(card.rows.values())).field.value()
    assert words == "Made-up words"
    card.remove_button.setFocus()
    press(Key.Key_Space)
    assert len(cards.things()) == before
    assert button(cards, "Put") is focus()
    press(Key.Key_Space)
    assert len(cards.things()) == before + 1
    again = last_card(cards)
    assert next(iter(again.rows.values())).field.value() == "Made-up words"
    assert again.isAncestorOf(focus())
    assert view.leave()


def test_that_buttons_that_remove_are_told_apart_by_whom(view: ReviewView) -> None:
    go(view, "people")
    push(page(view), f"Take off the list: {CARER}")
    assert [person.role for person in panel(view, Records.PARTICIPANTS).things()] == [Role.CHILD]


def test_that_a_name_folds_out_to_be_changed(view: ReviewView) -> None:
    go(view, "welcome")
    card = last_card(panel(view, Records.ATTENDANCE))
    assert not card.rows["name"].isVisible()
    push(card, "Change name or role")
    assert card.rows["name"].isAncestorOf(focus())
    press(Key.Key_End)
    write(" junior")
    assert card.title() == f"{CARER} junior · Carer"
    assert "junior" in card.rows["attendance"].field.first_control().accessibleName()


def test_that_whoever_is_added_at_the_meeting_was_there(
    view: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    go(view, "welcome")
    push(page(view), "Add someone who came")
    write("Made-up Aunt")
    view.leave()
    aunt = _record(workspace, review).participants[-1]
    assert (aunt.name, aunt.attendance) == ("Made-up Aunt", Attendance.IN_PERSON)


def test_that_people_who_were_added_are_offered_wherever_a_person_is_named(
    view: ReviewView,
) -> None:
    go(view, "reports")
    go(view, "people")
    push(page(view), "Add someone")
    write("Made-up Nurse")
    press(Key.Key_D, CONTROL)
    assert view.drawer.panel is not None
    owner = last_card(view.drawer.panel).rows["owner"]
    assert "Made-up Nurse" in owner.field._names.stringList()
    assert "Made-up Nurse" in _block(view).who._names.stringList()


# Scaling


def test_that_a_person_is_asked_by_keys_and_a_digit_is_the_answer(
    view: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    block = _block(view)
    block.focus_first()
    write("Cedar")
    push(block, "Ask this person")
    assert block.who.value() is None
    card = last_card(block)
    assert card.isAncestorOf(focus())
    assert not card.rows["why_not_lower"].isVisible()
    press(Key.Key_7)
    press(Key.Key_5)
    assert card.rows["why_not_lower"].isVisible()
    assert not card.rows["state"].isVisible()
    view.leave()
    (answer,) = _record(workspace, review).scale_answers
    assert (answer.person, answer.role, float(answer.value or 0)) == ("Cedar", Role.CHILD, 7.5)


def test_that_a_number_taken_back_is_no_nought(
    view: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    block = _block(view)
    block.focus_first()
    write("Cedar")
    push(block, "Ask this person")
    press(Key.Key_0)
    press(Key.Key_Delete)
    view.leave()
    (answer,) = _record(workspace, review).scale_answers
    assert answer.value is None
    assert answer.answered_on is None


def test_that_nobody_is_asked_without_being_named(view: ReviewView) -> None:
    block = _block(view)
    push(block, "Ask this person")
    assert block.things() == ()
    assert block.who_row.problem() == "Say whom you ask."
    assert block.who_row.isAncestorOf(focus())


def test_that_earlier_answers_are_shown_only_when_asked_for(view: ReviewView) -> None:
    block = _block(view)
    assert block.findChildren(ScaleOverTime) == []
    push(block, "Show earlier answers")
    settle()
    (history,) = block.findChildren(ScaleOverTime)
    assert history.isVisible()
    assert "4" in history.chart.accessibleDescription()
    press(Key.Key_Space)
    settle()
    assert block.findChildren(ScaleOverTime) == []


def test_that_a_new_question_is_asked_by_keys(
    view: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    scaling = _scaling(view)
    push(scaling, "Ask another scaling question")
    push(scaling, "Ask this question")
    assert "Say what you ask." in [one.text() for one in scaling.findChildren(type(scaling._empty))]
    write("How is school?")
    press(Key.Key_Escape)  # the list of suggestions, where it has opened
    for words in ("Awful", "Great"):
        while not _is_line_called(words):
            press(Key.Key_Tab)
        write(words)
    push(scaling, "Ask this question")
    asked = next(one for one in _record(workspace, review).scaling_questions if one.id != SAFE.id)
    assert (asked.text, asked.meaning_of_0, asked.meaning_of_10) == (
        "How is school?",
        "Awful",
        "Great",
    )
    assert scaling.blocks[EntityId(asked.id)].who_row.isAncestorOf(focus())
    assert not scaling.new_question.form.isVisible()
    assert asked.child_id == CEDAR


def _is_line_called(words: str) -> bool:
    end = {"Awful": "0", "Great": "10"}[words]
    return focus().accessibleName() == f"What does {end} mean?"


def test_that_a_new_question_can_be_given_up(view: ReviewView) -> None:
    scaling = _scaling(view)
    push(scaling, "Ask another scaling question")
    push(scaling, "Not now")
    assert focus() is scaling.new_question.begin_button
    assert not scaling.new_question.form.isVisible()


# Saving by a key


def test_that_control_and_s_keep_at_once(
    view: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    go(view, "welcome")
    row(view, "met_at").focus_first()
    write("your school")
    QTest.keyClick(focus(), Key.Key_S, CONTROL)
    assert _record(workspace, review).text("met_at") == "your school"
    assert view.status.text() == "All changes saved"
