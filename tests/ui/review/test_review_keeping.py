"""What is typed at a review is kept: soon, at every leaving, and through a full disk."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from accessibility_checks import assert_nothing_is_cut, settle
from pytestqt.qtbot import QtBot
from review_hands import CONTROL, Key, button, go, last_card, page, panel, press, push, row, write
from review_in_hand import TODAY, fill, presenter_of

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.definition import Records
from iro_desktop.services import review_records
from iro_desktop.services.faults import NoSpace
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.view import ReviewView

Open = Callable[..., ReviewView]
A_MOMENT_MS = 1


class Disk:
    """The store's door, which refuses while the disk is full."""

    def __init__(self, uow_factory: UnitOfWorkFactory) -> None:
        self._uow_factory = uow_factory
        self.full = False

    def __call__(self) -> AbstractContextManager[UnitOfWork]:
        if self.full:
            raise NoSpace
        return self._uow_factory()


def _kept(workspace: Workspace, review: ReviewId) -> ReviewRecord:
    return review_records.read(workspace.uow_factory, review, TODAY)


@pytest.fixture
def disk(workspace: Workspace) -> Disk:
    return Disk(workspace.uow_factory)


@pytest.fixture
def open_on_disk(
    workspace: Workspace, disk: Disk, review: ReviewId, shown: Callable[..., ReviewView]
) -> Open:
    def open_(width: int = 1240) -> ReviewView:
        behind_the_door = Workspace(disk, workspace.clock, workspace.catalogue)
        presenter = ReviewPresenter(behind_the_door, lambda _change: None)
        view = shown(ReviewView(presenter, pause_ms=60_000), width, 820)
        view.show_review(review)
        return view

    return open_


@pytest.fixture
def view_on_disk(open_on_disk: Open) -> ReviewView:
    return open_on_disk()


# Soon


def test_that_typing_is_kept_a_moment_later(
    open_view: Open, review: ReviewId, workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_view(review, pause_ms=A_MOMENT_MS)
    go(view, "welcome")
    row(view, "met_at").focus_first()
    with qtbot.waitSignal(view.autosave.saved):
        write("y")
    assert _kept(workspace, review).text("met_at") == "y"


@pytest.mark.parametrize("way", ["field", "section", "review", "screen", "decisions"])
def test_that_typing_is_kept_at_once_when_one_leaves(
    open_view: Open, review: ReviewId, workspace: Workspace, way: str
) -> None:
    view = open_view(review)
    go(view, "welcome")
    row(view, "met_at").focus_first()
    write("your school")
    assert _kept(workspace, review).text("met_at") == ""
    leave: dict[str, Callable[[], object]] = {
        "field": lambda: press(Key.Key_Tab),
        "section": lambda: press(Key.Key_PageDown, CONTROL),
        "review": lambda: view.show_review(ReviewId("begun-review")),
        "screen": view.leave,
        "decisions": lambda: press(Key.Key_D, CONTROL),
    }
    leave[way]()
    assert _kept(workspace, review).text("met_at") == "your school"


def test_that_the_further_words_of_a_yes_or_no_are_kept_too(
    open_view: Open, review: ReviewId, workspace: Workspace
) -> None:
    view = open_view(review)
    go(view, "safety")
    row(view, "went_missing").focus_first()
    press(Key.Key_Space)
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    write("On Friday night")
    view.leave()
    kept = _kept(workspace, review)
    assert kept.answer("went_missing") is True
    assert kept.text(detail_of("went_missing")) == "On Friday night"


def test_that_a_report_of_a_group_is_kept_with_its_answers(
    open_view: Open, review: ReviewId, workspace: Workspace
) -> None:
    view = open_view(review)
    push(go(view, "reports"), "Add: report")
    write("Health")
    view.leave()
    kept = _kept(workspace, review)
    (item,) = kept.answer("report")  # type: ignore[misc]  # a group's items are a tuple
    assert kept.text("report_name", str(item)) == "Health"


def test_that_a_date_half_typed_does_not_take_away_the_one_that_was_kept(
    open_view: Open, review: ReviewId, workspace: Workspace
) -> None:
    view = open_view(review)
    press(Key.Key_D, CONTROL)
    assert view.drawer.panel is not None
    due = last_card(view.drawer.panel).rows["due_on"]
    go(view, "taking_part_today")
    row(view, "spoke_in_private").focus_first()
    press(Key.Key_Space)
    for field_row in (due, row(view, "private_on")):
        field_row.focus_first()
        write("4 May 2027")
        press(Key.Key_A, CONTROL)
        write("4 Ma")
    view.leave()
    kept = _kept(workspace, review)
    assert kept.answer("private_on") == "2027-05-04"
    assert str(kept.decisions[0].due_on) == "2027-05-04"
    press(Key.Key_A, CONTROL)
    press(Key.Key_Delete)
    view.leave()
    assert _kept(workspace, review).answer("private_on") is None


def test_that_a_day_to_come_is_not_taken_for_the_day_of_the_meeting(
    open_view: Open, review: ReviewId, workspace: Workspace
) -> None:
    view = open_view(review)
    go(view, "welcome").focus_first()
    write("23/11/2026")
    view.leave()
    assert _kept(workspace, review).review.held_on is None
    attendance = panel(view, Records.ATTENDANCE)
    assert attendance.day_row.problem() == "That day is still to come."  # type: ignore[attr-defined]
    press(Key.Key_A, CONTROL)
    write("20/11/2026")
    view.leave()
    assert str(_kept(workspace, review).review.held_on) == "2026-11-20"


# Through a full disk


def test_that_a_full_disk_is_said_and_nothing_typed_is_lost(
    view_on_disk: ReviewView, disk: Disk, workspace: Workspace, review: ReviewId
) -> None:
    view = view_on_disk
    go(view, "welcome")
    row(view, "met_at").focus_first()
    write("your school")
    disk.full = True
    press(Key.Key_S, CONTROL)
    assert "full" in view.status.text()
    write(" hall")
    press(Key.Key_PageDown, CONTROL)
    go(view, "welcome")
    assert row(view, "met_at").field.value() == "your school hall"
    assert _kept(workspace, review).text("met_at") == ""
    disk.full = False
    assert view.leave()
    assert _kept(workspace, review).text("met_at") == "your school hall"
    assert view.status.text() == "All changes saved"


def test_that_saving_is_tried_again_by_itself(
    view_on_disk: ReviewView, disk: Disk, workspace: Workspace, review: ReviewId, qtbot: QtBot
) -> None:
    view = view_on_disk
    view.autosave.again.setInterval(A_MOMENT_MS)
    go(view, "welcome")
    row(view, "met_at").focus_first()
    write("your school")
    disk.full = True
    assert not view.leave()
    with qtbot.waitSignal(view.autosave.saved):
        disk.full = False
    assert _kept(workspace, review).text("met_at") == "your school"


def test_that_things_are_added_and_taken_away_while_the_disk_is_full(
    view_on_disk: ReviewView, disk: Disk, workspace: Workspace, review: ReviewId
) -> None:
    view = view_on_disk
    go(view, "people")
    disk.full = True
    press(Key.Key_D, CONTROL)
    write("Swim on Fridays")
    push(page(view), "Add someone")
    write("Made-up Aunt")
    push(page(view), "Take off the list: Made-up Carer")
    push(page(view), "Add someone")
    push(page(view), "Take off the list: Someone else")
    assert "full" in view.status.text()
    disk.full = False
    assert view.leave()
    kept = _kept(workspace, review)
    assert [decision.what for decision in kept.decisions] == ["Swim on Fridays"]
    assert [person.name for person in kept.participants] == ["Cedar", "Made-up Aunt"]


def test_that_a_review_shown_again_while_the_disk_is_full_still_shows_what_was_typed(
    view_on_disk: ReviewView, disk: Disk, review: ReviewId
) -> None:
    view = view_on_disk
    go(view, "welcome")
    row(view, "met_at").focus_first()
    write("your school")
    disk.full = True
    view.show_review(review)
    assert page(view).section.id == "welcome"
    assert row(view, "met_at").field.value() == "your school"
    disk.full = False
    assert view.leave()


def test_that_a_new_scaling_question_keeps_its_words_while_the_disk_is_full(
    view_on_disk: ReviewView, disk: Disk, workspace: Workspace, review: ReviewId
) -> None:
    view = view_on_disk
    scaling = go(view, "scaling").panels[Records.SCALING]
    push(scaling, "Ask another scaling question")
    write("How is school?")
    press(Key.Key_Escape)
    disk.full = True
    push(scaling, "Ask this question")
    assert "full" in view.status.text()
    disk.full = False
    push(scaling, "Ask this question")
    asked = [question.text for question in _kept(workspace, review).scaling_questions]
    assert asked == ["How safe do you feel?", "How is school?"]


def test_that_nothing_is_closed_or_added_to_while_the_disk_is_full(
    view_on_disk: ReviewView, disk: Disk, workspace: Workspace, review: ReviewId, qtbot: QtBot
) -> None:
    fill(presenter_of(workspace, review))
    view = view_on_disk
    view.show_review(review)
    view.go_to(len(view.order))
    disk.full = True
    with qtbot.assertNotEmitted(view.document_wanted):
        push(view, "Close the review")
    assert "full" in view.status.text()
    assert not _kept(workspace, review).review.is_fixed
    disk.full = False
    push(view, "Close the review")
    assert _kept(workspace, review).review.is_fixed
    addenda = view.closing_page().addenda
    addenda.row.focus_first()
    write("The dentist rang.")
    disk.full = True
    push(view, "Add this")
    assert addenda.row.field.value() == "The dentist rang."
    disk.full = False
    push(view, "Add this")
    assert [addendum.text for addendum in _kept(workspace, review).addenda] == ["The dentist rang."]
    assert button(view, "Add this").hasFocus()


def test_that_what_is_said_of_a_full_disk_has_room_in_large_text(
    open_on_disk: Open, disk: Disk, themed: Callable[..., object]
) -> None:
    themed(Appearance("light", text_percent=200))
    view = open_on_disk(830)
    go(view, "welcome")
    row(view, "met_at").focus_first()
    write("your school")
    disk.full = True
    view.leave()
    settle()
    assert view.minimumSizeHint().width() <= 830
    assert_nothing_is_cut(view.foot)
    disk.full = False
    assert view.leave()
