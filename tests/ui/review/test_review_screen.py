"""A review as a person meets it: beginning, what is asked, what is missing, the end, and after."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from accessibility_checks import focusables, settle
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from review_hands import (
    CONTROL,
    Key,
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
    writes,
)
from review_in_hand import TODAY, fill, presenter_of
from small_caseload import CEDARS_REVIEW

from iro_desktop.documents.blocks import Quotation
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.domain.review import Output, ReviewStatus
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.form_engine.definition import Records
from iro_desktop.i18n import Translator
from iro_desktop.services import preparing, review_records, writing
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.link_button import LinkButton
from iro_desktop.ui.widgets.words import Words

Open = Callable[..., ReviewView]
VERBATIM = "  i dont like it 🙂\n\n  my room is\u00a0loud, <b>really</b> & {loud}\n\n"
ALLOWED_WHEN_CLOSED = ("Help with", "Show earlier", "Letter and minutes", "Add this", "Due ")


def _kept(workspace: Workspace, review: str) -> ReviewRecord:
    return review_records.read(workspace.uow_factory, ReviewId(review), TODAY)


def _book(workspace: Workspace, review: ReviewId, day: str) -> None:
    kept = _kept(workspace, review).review
    booked = replace(kept, planned_for=type(TODAY).fromisoformat(day))
    preparing.change_review(workspace.uow_factory, booked)


def _texts(inside: QWidget) -> list[str]:
    return [words.text() for words in inside.findChildren(Words) if words.isVisible()]


@pytest.fixture
def view(open_view: Open, review: ReviewId) -> ReviewView:
    return open_view(review)


@pytest.fixture
def ready(open_view: Open, review: ReviewId, workspace: Workspace) -> ReviewView:
    """A review that lacks nothing, at its last page."""
    fill(presenter_of(workspace, review))
    view = open_view(review)
    view.go_to(len(view.order))
    return view


@pytest.fixture
def closed(ready: ReviewView) -> ReviewView:
    push(ready, "Close the review")
    return ready


# The beginning


def test_that_a_meeting_booked_for_nothing_else_starts_at_once(
    view: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    push(view, "Start the meeting")
    assert page(view).section.id == view.sections_of("chair")[0]
    assert page(view).isAncestorOf(focus())
    kept = _kept(workspace, review).review
    assert (kept.status, kept.held_on) == (ReviewStatus.OPEN, TODAY)
    assert not view.start_button.isVisible()


def test_that_a_meeting_booked_for_a_day_to_come_asks_before_it_starts(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    _book(workspace, review, "2026-12-04")
    view = open_view(review)
    push(view, "Start the meeting")
    assert "The meeting is booked for Friday 4 December 2026." in _texts(view.start_panel)
    assert _kept(workspace, review).review.status is ReviewStatus.PREPARING
    press(Key.Key_Escape)
    assert focus() is view.start_button
    assert _kept(workspace, review).review.status is ReviewStatus.PREPARING
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert _kept(workspace, review).review.held_on == TODAY


def test_that_a_meeting_written_up_later_is_proposed_for_the_day_booked(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    _book(workspace, review, "2026-11-19")
    view = open_view(review)
    push(view, "Start the meeting")
    press(Key.Key_A, CONTROL)
    write("24/11/2026")
    press(Key.Key_Return)
    assert _kept(workspace, review).review.status is ReviewStatus.PREPARING
    press(Key.Key_A, CONTROL)
    write("19/11/2026")
    press(Key.Key_Return)
    assert str(_kept(workspace, review).review.held_on) == "2026-11-19"


def test_that_an_open_review_begins_at_the_meeting(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    presenter = presenter_of(workspace, review)
    presenter.save(presenter.start_meeting(TODAY))
    assert page(open_view(review)).section.id == "welcome"


# What is asked


def test_that_an_answer_shows_and_hides_the_questions_that_hang_on_it(view: ReviewView) -> None:
    go(view, "safety")
    assert not row(view, "return_talk").isVisible()
    row(view, "went_missing").focus_first()
    press(Key.Key_Space)
    assert row(view, "return_talk").isVisible()
    press(Key.Key_Right)
    assert not row(view, "return_talk").isVisible()


def test_that_only_the_child_is_asked_how_their_views_came(view: ReviewView) -> None:
    go(view, "welcome")
    cards = panel(view, Records.ATTENDANCE).cards.values()
    assert [card.rows["voice"].isVisible() for card in cards] == [True, False]


def test_that_a_reason_is_asked_for_where_someone_is_not_invited(view: ReviewView) -> None:
    go(view, "people")
    card = last_card(panel(view, Records.PARTICIPANTS))
    assert not card.rows["not_invited_because"].isVisible()
    card.rows["invited"].focus_first()
    press(Key.Key_Down)
    assert card.rows["not_invited_because"].isVisible()


def test_that_a_promise_that_was_broken_is_asked_why(view: ReviewView) -> None:
    card = next(iter(page(view).panels[Records.LAST_DECISIONS].cards.values()))  # type: ignore[attr-defined]
    card.kept_row.focus_first()
    press(Key.Key_Space)
    assert "What happened? (optional)" in _texts(card)
    press(Key.Key_Right)
    assert "Why not?" in _texts(card)


def test_that_who_came_changes_the_code_suggested_and_the_iro_confirms_it(
    view: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    assert "No code can be suggested yet." in _texts(go(view, "taking_part_today"))
    child = next(iter(panel_of_attendance(view).cards.values()))
    for name in ("attendance", "voice"):
        child.rows[name].focus_first()
        press(Key.Key_Down)
    go(view, "taking_part_today")
    push(page(view), "Confirm this code")
    assert page(view).isAncestorOf(focus())
    kept = _kept(workspace, review).review
    assert (kept.participation, kept.participation_confirmed) == (ParticipationCode.PN1, True)


def panel_of_attendance(view: ReviewView):  # type: ignore[no-untyped-def]  # noqa: ANN201 - of any
    go(view, "welcome")
    return panel(view, Records.ATTENDANCE)


# What is missing


def test_that_every_gap_leads_to_its_place_with_the_problem_beside_it(view: ReviewView) -> None:
    press(Key.Key_D, CONTROL)
    write("Swim on Fridays")
    push(go(view, "reports"), "Add: report")
    view.go_to(len(view.order))
    gaps = view._presenter.gaps()
    assert {gap.code for gap in gaps} >= {
        "answer_missing",
        "record_missing",
        "review_not_held",
        "attendance_not_recorded",
        "last_decision_not_looked_at",
        "decision_without_owner",
    }
    for number, gap in enumerate(gaps):
        view.go_to(len(view.order))
        link = view.closing_page().summary.findChildren(LinkButton)[number]
        link.setFocus()
        press(Key.Key_Space)
        settle()
        assert page(view).section.id == gap.data["section"]
        assert page(view).isAncestorOf(focus()), gap
        assert is_in_view(focus()), gap
        if gap.code != "record_missing":
            assert _row_around(focus()).problem() != "", gap


def _row_around(widget: QWidget) -> FormRow:
    around: QWidget | None = widget
    while around is not None and not isinstance(around, FormRow):
        around = around.parentWidget()
    assert around is not None
    return around


def test_that_a_gap_is_no_longer_said_once_it_is_filled(view: ReviewView) -> None:
    view.go_to(len(view.order))
    before = len(view._presenter.gaps())
    _follow(view, "Is this still the most appropriate place for the child to live?")
    needed = row(view, "home_right")
    assert needed.problem()
    press(Key.Key_Space)
    assert needed.problem() == ""
    view.go_to(len(view.order))
    settle()
    assert len(view.closing_page().summary.findChildren(LinkButton)) == before - 1


def test_that_the_gap_of_a_further_question_leads_to_the_further_question(
    view: ReviewView,
) -> None:
    go(view, "home")
    row(view, "home_right").focus_first()
    press(Key.Key_Space)
    press(Key.Key_Right)
    view.go_to(len(view.order))
    asked = "Is this still the most appropriate place for the child to live?"
    _follow(view, f"{asked} Why not, and what is being done about it?")
    assert writes(focus())
    assert focus().accessibleName() == "Why not, and what is being done about it?"
    write("A move is planned.")
    assert row(view, "home_right").problem() == ""


def test_that_another_choice_than_proposed_asks_why_on_the_same_page(
    ready: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    ending = ready.closing_page()
    assert not ending.reason_row.isVisible()
    ending.choice_row.focus_first()
    press(Key.Key_Up)
    assert ending.reason_row.isVisible()
    assert not ending.close_button.isEnabled()
    _follow(ready, "Say why you write something other than proposed.")
    assert ending.reason_row.isAncestorOf(focus())
    assert ending.reason_row.problem()
    write("They asked for it.")
    assert ending.reason_row.problem() == ""
    assert ending.close_button.isEnabled()
    ready.leave()
    kept = _kept(workspace, review).review
    assert (kept.output, kept.output_reason) == (Output.LETTER, "They asked for it.")


def test_that_another_code_than_suggested_asks_why_beside_it(
    ready: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    taking_part = go(ready, "taking_part_today").panels[Records.PARTICIPATION]
    assert not taking_part.reason_row.isVisible()  # type: ignore[attr-defined]
    taking_part.code_row.focus_first()  # type: ignore[attr-defined]
    press(Key.Key_Down)
    assert taking_part.reason_row.isVisible()  # type: ignore[attr-defined]
    ready.go_to(len(ready.order))
    _follow(ready, "Say why you chose another code than suggested.")
    write("An advocate spoke.")
    ready.leave()
    kept = _kept(workspace, review).review
    assert kept.participation_reason == "An advocate spoke."
    assert ready._presenter.gaps() == ()


def _follow(view: ReviewView, sentence: str) -> None:
    links = view.closing_page().summary.findChildren(LinkButton)
    link = next(one for one in links if one.text() == sentence and one.isVisible())
    link.setFocus()
    press(Key.Key_Space)
    settle()


# The end, and after


def test_that_a_review_that_lacks_something_cannot_be_closed(view: ReviewView) -> None:
    view.go_to(len(view.order))
    assert not view.closing_page().close_button.isEnabled()


def test_that_a_review_is_closed_by_keys_and_its_documents_asked_for(
    ready: ReviewView, workspace: Workspace, review: ReviewId, qtbot: QtBot
) -> None:
    assert "Nothing is missing. The review can be closed." in _texts(ready)
    with qtbot.waitSignal(ready.document_wanted) as wanted:
        push(ready, "Close the review")
    assert wanted.args == [review]
    assert _kept(workspace, review).review.is_fixed
    assert ready.stack.currentWidget() is ready.closing_page()
    assert not ready.closing_page().close_button.isVisible()


def test_that_nothing_of_a_closed_review_can_be_changed_and_all_of_it_can_be_read_by_keys(
    closed: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    before = _kept(workspace, review)
    for place in range(len(closed.order)):
        closed.go_to(place)
        settle()
        inside = closed.stack.currentWidget()
        for kind in (QPushButton, QToolButton):
            for found in inside.findChildren(kind):
                called = found.accessibleName() or found.text()
                reads = called.startswith(ALLOWED_WHEN_CLOSED) or called.endswith("Why that day?")
                assert reads or not found.isVisible(), called
        for control in focusables(inside):
            assert not writes(control)
            control.setFocus()
            for key in (Key.Key_7, Key.Key_Space, Key.Key_Right, Key.Key_Delete):
                QTest.keyClick(control, key)
        for shown in inside.findChildren(FormRow):
            if shown.isVisible():
                reached = [one for one in focusables(inside) if shown.isAncestorOf(one)]
                assert reached, shown.field.value()
    press(Key.Key_D, CONTROL)
    assert not closed.drawer.isVisible()
    assert closed.leave()
    assert _kept(workspace, review) == before
    assert closed._presenter.record.answers == before.answers


def test_that_a_closed_review_shows_what_was_said_and_nothing_else(closed: ReviewView) -> None:
    go(closed, "leisure")
    assert "Nothing is recorded in this section." in _texts(page(closed))
    go(closed, "home")
    assert row(closed, "home_right").isVisible()
    assert not row(closed, "home_notes").isVisible()


def test_that_a_review_of_the_return_says_that_nothing_is_recorded(open_view: Open) -> None:
    view = open_view(CEDARS_REVIEW)
    assert view.stack.currentWidget() is view.closing_page()
    assert "Nothing is recorded." in _texts(go(view, "views"))


def test_that_a_closed_record_is_added_to_by_keys(
    closed: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    push(closed, "Add this")
    assert closed.closing_page().addenda.row.isAncestorOf(focus())
    write("The dentist rang.")
    push(closed, "Add this")
    (addendum,) = _kept(workspace, review).addenda
    assert addendum.text == "The dentist rang."
    assert any("The dentist rang." in text for text in _texts(closed))


def test_that_the_childs_words_come_through_the_screen_and_into_the_letter_as_they_were_said(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    view = open_view(review)
    push(go(view, "views"), "Write down the child's words")
    QApplication.clipboard().setText(VERBATIM)
    press(Key.Key_V, CONTROL)
    card = last_card(panel(view, Records.VIEWS))
    card.rows["sharing"].focus_first()
    press(Key.Key_Space)
    view.leave()
    (kept,) = _kept(workspace, review).views
    assert kept.words == VERBATIM
    view.show_review(CEDARS_REVIEW)
    view.show_review(review)
    assert last_card(panel(view, Records.VIEWS)).rows["words"].field.value() == VERBATIM
    for kind in (DocumentKind.LETTER, DocumentKind.MINUTES):
        document = writing.compose(workspace, review, kind, Translator())
        quoted = [block.words for block in document.blocks if isinstance(block, Quotation)]
        assert quoted == [VERBATIM], kind


def test_that_the_childs_page_is_a_button_away(view: ReviewView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.back_wanted) as wanted:
        push(view, "Child's page")
    assert wanted.args == [view.child_id]
    assert button(view, "Child's page").isVisible()
