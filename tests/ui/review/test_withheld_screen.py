"""Words are kept from others where they stand, listed at the side, and given back; by keys."""

from collections.abc import Callable

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import LOOKS
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from review_hands import (
    CONTROL,
    Key,
    Modifier,
    focus,
    go,
    last_card,
    page,
    panel,
    press,
    push,
    row,
    write,
)
from review_in_hand import fill, presenter_of
from stray_windows import no_stray_windows

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.withholding import Reader, WithheldBecause
from iro_desktop.form_engine.definition import Records
from iro_desktop.services import review_records
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.review.withheld.field_marks import FieldMarks
from iro_desktop.ui.review.withheld.way_there import marks_in
from iro_desktop.ui.widgets.marked_text import Mark
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField

Open = Callable[..., ReviewView]
SHIFTED = CONTROL | Modifier.ShiftModifier
SAID = "Ada is kind. Sam had a hard week. "
THEIRS = "Sam had a hard week"


@pytest.fixture
def view(open_view: Open, review: ReviewId) -> ReviewView:
    return open_view(review)


def written(view: ReviewView, words: str = SAID) -> FieldMarks:
    """The words for the child about home, written anew."""
    go(view, "home")
    field = row(view, "home_words").field
    assert isinstance(field, RemarkedTextField)
    field.focus_first()
    press(Key.Key_A, CONTROL)
    field.text.insertPlainText(words)
    return next(marks for marks in marks_in(page(view)) if marks.field is field)


def select(marks: FieldMarks, words: str) -> None:
    text = marks.field.text
    start = text.exact_text().index(words)
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def keep(marks: FieldMarks, words: str) -> None:
    """Keep words from others, for the reason offered first, from whom it usually is."""
    marks.field.focus_first()
    select(marks, words)
    press(Key.Key_K, SHIFTED)
    assert marks.panel is not None
    press(Key.Key_Space)
    marks.panel.keep_button.setFocus()
    press(Key.Key_Space)


def kept(workspace: Workspace, review: ReviewId) -> review_records.ReviewRecord:
    from review_in_hand import TODAY  # noqa: PLC0415 - the day of the tests

    return review_records.read(workspace.uow_factory, review, TODAY)


def test_that_words_are_kept_by_keys_alone(
    view: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    marks = written(view)
    keep(marks, THEIRS)
    (passage,) = kept(workspace, review).withheld
    assert passage.words == THEIRS
    assert passage.because is WithheldBecause.THIRD_PARTY
    assert Reader.PARENT in passage.kept_from
    assert marks.field.text.hasFocus()
    (span,) = marks.field.text.marks(Mark.KEPT)
    assert SAID[span[0] : span[1]] == THEIRS
    assert view.foot.kept_button.isVisible()
    assert view.foot.kept_button.text() == "Kept from others: 1"


def test_that_a_reason_and_a_reader_are_asked_for(view: ReviewView) -> None:
    marks = written(view)
    select(marks, THEIRS)
    press(Key.Key_K, SHIFTED)
    assert marks.panel is not None
    asks = marks.panel
    asks.keep_button.setFocus()
    press(Key.Key_Space)
    assert asks.because_row.problem()
    press(Key.Key_Space)
    assert not asks.because_row.problem()
    asks.readers.set_value(None)
    asks.keep_button.setFocus()
    press(Key.Key_Space)
    assert asks.readers_row.problem()
    press(Key.Key_Escape)
    assert not asks.isVisible()
    assert marks.field.text.hasFocus()


def test_that_readers_follow_the_reason_until_one_is_chosen_by_hand(view: ReviewView) -> None:
    marks = written(view)
    select(marks, THEIRS)
    press(Key.Key_K, SHIFTED)
    assert marks.panel is not None
    press(Key.Key_Space)
    first = marks.panel.readers.value()
    press(Key.Key_Down)
    assert marks.panel.readers.value() != first
    marks.panel.readers.focus_first()
    press(Key.Key_Space)
    by_hand = marks.panel.readers.value()
    marks.panel.because.focus_first()
    press(Key.Key_Down)
    assert marks.panel.readers.value() == by_hand


def test_that_the_menu_of_a_text_offers_it(view: ReviewView) -> None:
    marks = written(view)
    opened: list[QMenu] = []
    marks.field.menu_opened.connect(lambda menu, _place: opened.append(menu))
    for words in ("", THEIRS):
        if words:
            select(marks, words)
        keyboard = QContextMenuEvent.Reason.Keyboard
        at = QPoint(5, 5)
        QApplication.sendEvent(marks.field.text, QContextMenuEvent(keyboard, at, at))
        opened[-1].close()
    said = [[action.text() for action in menu.actions()] for menu in opened]
    assert "Keep all of this from others…" in said[0]
    assert "Keep from others…" in said[1]


def test_that_it_is_given_back_beneath_the_text(
    view: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    marks = written(view)
    keep(marks, THEIRS)
    push(page(view), "Give back: “Sam had")
    assert kept(workspace, review).withheld == ()
    assert not marks.field.text.marks(Mark.KEPT)
    assert not view.foot.kept_button.isVisible()


def test_that_lost_words_stand_on_top_of_the_list_and_are_marked_anew(
    view: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    marks = written(view)
    keep(marks, "Ada")
    keep(marks, THEIRS)
    written(view, "Ada is kind. Sam was ill.")
    view.leave()
    go(view, "school")
    press(Key.Key_H, SHIFTED)
    assert view.kept_drawer.isVisible()
    assert view.kept_drawer.lost.isVisible()
    push(view.kept_drawer.rows[0], "Mark anew")
    assert page(view).section.id == "home"
    assert marks.field.text.hasFocus()
    select(marks, "Sam was ill")
    assert marks.panel is not None
    marks.panel.keep_button.setFocus()
    press(Key.Key_Space)
    assert {one.words for one in kept(workspace, review).withheld} == {"Ada", "Sam was ill"}
    assert not view.kept_drawer.lost.isVisible()


def test_that_the_list_leads_to_the_words(view: ReviewView) -> None:
    marks = written(view)
    keep(marks, THEIRS)
    go(view, "school")
    press(Key.Key_H, SHIFTED)
    push(view.kept_drawer.rows[0], "Go there")
    assert page(view).section.id == "home"
    assert marks.field.text.hasFocus()
    assert marks.field.text.place() == SAID.index(THEIRS)


def test_that_the_list_and_the_decisions_take_turns(view: ReviewView) -> None:
    keep(written(view), THEIRS)
    press(Key.Key_D, SHIFTED)
    assert view.drawer.isVisible()
    press(Key.Key_H, SHIFTED)
    assert view.kept_drawer.isVisible()
    assert not view.drawer.isVisible()
    assert view.kept_drawer.isAncestorOf(focus())
    press(Key.Key_Escape)
    assert not view.kept_drawer.isVisible()
    assert page(view).isAncestorOf(focus())


def test_that_texts_of_records_can_be_kept_too(
    view: ReviewView, workspace: Workspace, review: ReviewId
) -> None:
    go(view, "views")
    push(page(view), "Write down the child's words")
    write("Sam shouts at night.")
    card = last_card(panel(view, Records.VIEWS))
    marks = next(one for one in marks_in(card) if one.place.field == "words")
    keep(marks, "Sam shouts")
    (passage,) = kept(workspace, review).withheld
    assert (passage.thing, passage.field) == (card.record.id, "words")


def test_that_a_closed_review_can_be_marked(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    presenter = presenter_of(workspace, review)
    edit = presenter.answer("home_words", "", SAID)
    assert edit is not None
    presenter.save(edit)
    fill(presenter)
    presenter.close()
    view = open_view(review)
    go(view, "home")
    marks = next(one for one in marks_in(page(view)) if one.field.value() == SAID)
    keep(marks, THEIRS)
    assert [one.words for one in kept(workspace, review).withheld] == [THEIRS]
    assert marks.field.value() == SAID


def test_that_words_for_the_child_are_looked_at_as_such(view: ReviewView) -> None:
    go(view, "home")
    fields: dict[str, bool] = {}
    for question in ("home_notes", "home_words"):
        field = row(view, question).field
        assert isinstance(field, RemarkedTextField)
        fields[question] = field.for_child
    assert fields == {"home_notes": False, "home_words": True}


def test_that_what_remembers_words_is_let_go_of_when_the_review_is_out_of_sight(
    view: ReviewView,
) -> None:
    marks = written(view)
    marks.field.look_now()
    assert view._presenter.live_words._linter is not None
    view.hide()
    assert view._presenter.live_words._linter is None


def _check(view: QWidget) -> None:
    settle()
    for check in ALL_CHECKS:
        check(view)


@pytest.mark.parametrize("look", LOOKS)
def test_that_everyone_can_keep_words_and_see_the_list(
    open_view: Open, review: ReviewId, themed: Callable[..., object], look: str
) -> None:
    themed(LOOKS[look])
    view = open_view(review)
    marks = written(view)
    keep(marks, "Ada")
    keep(marks, THEIRS)
    written(view, "Sam had a hard week.")
    marks.ask()
    _check(view)
    press(Key.Key_Escape)
    press(Key.Key_H, SHIFTED)
    _check(view)


def test_that_nothing_shows_as_a_window_of_its_own(view: ReviewView) -> None:
    with no_stray_windows(view):
        marks = written(view)
        keep(marks, THEIRS)
        marks.field.look_now()
        marks.field.walk(1)
        press(Key.Key_H, SHIFTED)
        settle()
