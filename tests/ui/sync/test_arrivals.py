"""What came in waits while a field is typed into, and takes the place of nobody's words."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from opened_laptop import Opened
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from small_caseload import ASH, BEGUN_REVIEW, CEDARS_REVIEW
from synced_laptop import all_is_at_the_hub, head_of, receive

from iro_desktop.domain.activities import ActivityKind
from iro_desktop.domain.child import Child
from iro_desktop.domain.correspondence import DocumentKind, DocumentText, document_text_id
from iro_desktop.domain.identifiers import ChildId, EntityId
from iro_desktop.services import activities, document_texts, preferred_words
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.syncing.conflicts import merge_forks, open_conflicts
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.arrivals import both
from iro_desktop.ui.desk import Desk
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.text_field import LongTextField, TextField

ANYTHING = Changed(frozenset(Topic))


def child_in(opened: Opened) -> Child:
    with opened.store.unit_of_work() as uow:
        found = uow.children.find(ASH)
    assert found is not None
    return found


def write(words: str) -> None:
    """Over what stands in the field that has the focus."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit | QPlainTextEdit)
    focused.selectAll()
    QTest.keyClicks(focused, words)


def field_with(desk: Desk, words: str) -> TextField | LongTextField:
    """The field of the child's page in which these words stand."""
    fields = [
        *desk.screens.child.findChildren(TextField),
        *desk.screens.child.findChildren(LongTextField),
    ]
    return next(one for one in fields if one.value() == words and one.isVisible())


def test_that_a_field_being_typed_into_keeps_its_words_and_the_others_are_shown_beside_them(
    opened: Opened, show_desk: Callable[[Opened], Desk]
) -> None:
    desk = show_desk(opened)
    desk.show_child(ASH)
    field_with(desk, "they/them").focus_first()
    before = head_of(opened.store, ASH)
    receive(
        opened.store,
        "child",
        replace(child_in(opened), pronouns="he/him"),
        opened.clock,
        parents=(before,),
    )
    desk.pulse.tell(ANYTHING)
    assert field_with(desk, "they/them").isVisible()
    write("she/her")
    assert desk.screens.child.leave()
    assert child_in(opened).pronouns == "she/her"
    merge_forks(opened.store.unit_of_work)
    (conflict,) = open_conflicts(opened.store.unit_of_work)
    assert {side.fields["pronouns"] for side in conflict.sides} == {"he/him", "she/her"}


def test_that_what_came_in_is_shown_when_the_field_is_left_and_is_then_gone_on_from(
    opened: Opened, show_desk: Callable[[Opened], Desk]
) -> None:
    desk = show_desk(opened)
    desk.show_child(ASH)
    field_with(desk, "they/them").focus_first()
    before = head_of(opened.store, ASH)
    receive(
        opened.store,
        "child",
        replace(child_in(opened), family_name="Oak"),
        opened.clock,
        parents=(before,),
    )
    desk.pulse.tell(ANYTHING)
    desk.focus_screen()
    family = field_with(desk, "Oak")
    family.focus_first()
    write("Yew")
    assert desk.screens.child.leave()
    assert child_in(opened).family_name == "Yew"
    merge_forks(opened.store.unit_of_work)
    assert open_conflicts(opened.store.unit_of_work) == ()


def test_that_an_open_contact_shows_what_came_in_where_nobody_types_into_it(
    opened: Opened, show_desk: Callable[[Opened], Desk]
) -> None:
    factory = opened.store.unit_of_work
    made = activities.new_activity(factory, ASH, ActivityKind.VISIT, opened.clock.today())
    activities.keep(factory, replace(made, summary="In the garden."))
    all_is_at_the_hub(opened.store)
    desk = show_desk(opened)
    desk.show_child(ASH)
    row = desk.screens.child.contacts.row_of(made)
    assert row is not None
    row.edit()
    before = head_of(opened.store, made.id)
    theirs = replace(made, summary="In the garden, with the dog.")
    receive(opened.store, "activity", theirs, opened.clock, parents=(before,))
    desk.pulse.tell(ANYTHING)
    assert field_with(desk, "In the garden.").isVisible()  # the focus is in it
    desk.focus_screen()
    field_with(desk, "In the garden, with the dog.").focus_first()
    write("In the kitchen.")
    assert desk.screens.child.leave()
    merge_forks(factory)
    assert open_conflicts(factory) == ()


def test_that_someone_taken_away_while_they_were_written_about_is_asked_about(
    opened: Opened, show_desk: Callable[[Opened], Desk]
) -> None:
    factory = opened.store.unit_of_work
    made = activities.new_activity(factory, ASH, ActivityKind.VISIT, opened.clock.today())
    activities.keep(factory, made)
    all_is_at_the_hub(opened.store)
    desk = show_desk(opened)
    desk.show_child(ASH)
    contacts = desk.screens.child.contacts
    row = contacts.row_of(made)
    assert row is not None
    row.edit()
    desk.focus_screen()
    before = head_of(opened.store, made.id)
    receive(opened.store, "activity", made, opened.clock, parents=(before,), withdrawn=True)
    desk.pulse.tell(ANYTHING)
    row.edit()
    write("In the kitchen.")
    assert desk.screens.child.leave()
    merge_forks(factory)
    (conflict,) = open_conflicts(factory)
    assert {side.withdrawn for side in conflict.sides} == {True, False}


def test_that_what_came_back_in_other_words_is_not_put_back_over_them(
    opened: Opened, show_desk: Callable[[Opened], Desk]
) -> None:
    factory = opened.store.unit_of_work
    word, _changed = preferred_words.prefer(factory, ASH, "contact", "family time")
    all_is_at_the_hub(opened.store)
    desk = show_desk(opened)
    desk.show_child(ASH)
    card = desk.screens.child.reading.words
    card._on_removed(next(one for one in card._entries or () if one.noted == word))
    assert card.undo_button.isVisible()
    theirs = replace(word, word="seeing Mum")
    before = head_of(opened.store, word.id)
    receive(opened.store, "preferred_word", theirs, opened.clock, parents=(before,))
    desk.pulse.tell(ANYTHING)
    assert not card.undo_button.isVisible()


def test_that_a_form_that_stands_open_is_kept_as_made_of_what_it_had_read(
    opened: Opened, show_desk: Callable[[Opened], Desk]
) -> None:
    factory = opened.store.unit_of_work
    word, _changed = preferred_words.prefer(factory, ASH, "contact", "family time")
    all_is_at_the_hub(opened.store)
    desk = show_desk(opened)
    desk.show_child(ASH)
    card = desk.screens.child.reading.words
    card.edit_wanted.emit(word)
    before = head_of(opened.store, word.id)
    receive(
        opened.store,
        "preferred_word",
        replace(word, word="seeing Mum"),
        opened.clock,
        parents=(before,),
    )
    desk.pulse.tell(ANYTHING)
    field_with(desk, "family time").focus_first()
    write("our time")
    desk.focus_screen()
    card.form.confirmed.emit()
    merge_forks(factory)
    (conflict,) = open_conflicts(factory)
    assert {side.fields["word"] for side in conflict.sides} == {"seeing Mum", "our time"}


def test_that_a_review_tells_of_what_is_not_on_screen_yet_before_it_is_closed(
    opened: Opened,
) -> None:
    factory = opened.store.unit_of_work
    presenter = ReviewPresenter(
        Workspace(factory, opened.clock, programs_forms()), lambda _changed: None
    )
    presenter.open(BEGUN_REVIEW)
    decision = presenter.add_decision()
    presenter.save(decision)
    assert not presenter.has_come_in()
    theirs = replace(decision, id=EntityId("theirs"))
    receive(opened.store, "decision", theirs, opened.clock)
    assert presenter.has_come_in()
    presenter.as_read.in_hand.clear()
    presenter.take_in()
    assert not presenter.has_come_in()


def test_that_words_written_for_a_document_stand_beside_anothers(
    opened: Opened, show_desk: Callable[[Opened], Desk]
) -> None:
    factory = opened.store.unit_of_work
    part = "enjoyed"
    document_texts.save(factory, CEDARS_REVIEW, DocumentKind.GOODBYE, part, "Dear Cedar.")
    all_is_at_the_hub(opened.store)
    desk = show_desk(opened)
    desk.show_documents(CEDARS_REVIEW)
    desk.screens.writing.show_kind(DocumentKind.GOODBYE)
    parts = desk.screens.writing.page.parts
    parts.focus_on(part)
    text = DocumentText(
        id=document_text_id(CEDARS_REVIEW, DocumentKind.GOODBYE, part),
        child_id=ChildId("cedar"),
        review_id=CEDARS_REVIEW,
        kind=DocumentKind.GOODBYE,
        part=part,
        words="Hello Cedar.",
    )
    before = head_of(opened.store, text.id)
    receive(opened.store, "document_text", text, opened.clock, parents=(before,))
    desk.pulse.tell(ANYTHING)
    write("Hi Cedar.")
    assert desk.screens.writing.leave()
    desk.show_today()
    merge_forks(factory)
    (conflict,) = open_conflicts(factory)
    assert {side.fields["words"] for side in conflict.sides} == {"Hello Cedar.", "Hi Cedar."}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"a"}, {"b"}, {"a", "b"}),
        ({"a"}, set(), set()),
    ],
)
def test_that_what_waits_is_told_together_and_any_child_stays_any(
    one: set[ChildId], other: set[ChildId], expected: set[ChildId]
) -> None:
    topics = frozenset({Topic.CHILD})
    assert both(Changed(topics, frozenset(one)), Changed(topics, frozenset(other))).children == (
        expected
    )
    assert both(Changed(), Changed(topics, frozenset({ChildId("a")}))).children == {"a"}
