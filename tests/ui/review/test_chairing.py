"""Chairing by keys: brothers and sisters, taking back, a larger text, the next day, other eyes."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import LOOKS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from review_hands import CONTROL, Key, Modifier, focus, go, page, press, write
from review_in_hand import TODAY, presenter_of
from small_caseload import ASH, BIRCH

from fixed_clock import FixedClock
from iro_desktop.domain.chairing import Agrees
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.participation import Attendance, Role
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.domain.withholding import Reader, WithheldBecause
from iro_desktop.form_engine.definition import Records
from iro_desktop.services import agenda, meetings, preparing, review_records
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui import theme
from iro_desktop.ui.review.chairing.agenda_panel import AgendaPanel
from iro_desktop.ui.review.chairing.next_meeting_panel import NextMeetingPanel
from iro_desktop.ui.review.chairing.parts_panel import PartsPanel
from iro_desktop.ui.review.chairing.read_back_panel import ReadBackPanel
from iro_desktop.ui.review.kept_passages import Choice, Place
from iro_desktop.ui.review.panels.attendance import AttendancePanel
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.widgets.pill import Pill

Open = Callable[..., ReviewView]
SHIFTED = CONTROL | Modifier.ShiftModifier
MINUTES = 60


@pytest.fixture
def together(workspace: Workspace) -> tuple[ReviewId, ReviewId]:
    """Ash's and Zoë's reviews, begun and held together today."""
    both = []
    for child in (ASH, BIRCH):
        review = preparing.book(workspace.uow_factory, child, TODAY, "School", TODAY)
        presenter = presenter_of(workspace, review.id)
        presenter.save(presenter.start_meeting(TODAY))
        both.append(review.id)
    with workspace.uow_factory() as uow:
        held = [review_records.require_review(uow, name) for name in both]
        uow.reviews.put_all([replace(review, meeting="monday") for review in held])
    first, second = both
    return first, second


@pytest.fixture
def view(open_view: Open, together: tuple[ReviewId, ReviewId]) -> ReviewView:
    return open_view(together[0])


# Brothers and sisters


def test_that_one_key_leads_to_the_sister_in_the_same_section_and_back_with_all_kept(
    view: ReviewView, workspace: Workspace, together: tuple[ReviewId, ReviewId]
) -> None:
    go(view, "school").focus_first()
    write("Ash likes maths")
    press(Key.Key_F6)
    assert view.review_id == together[1]
    assert page(view).section.id == "school"
    assert [button.isChecked() for button in view.chair.row.buttons.values()] == [False, True]
    press(Key.Key_F6, Modifier.ShiftModifier)
    assert view.review_id == together[0]
    shown = [field.toPlainText() for field in page(view).findChildren(QPlainTextEdit)]
    assert "Ash likes maths" in shown
    sister = review_records.read(workspace.uow_factory, together[1], TODAY)
    assert "Ash" not in str(sister.answers)


def test_that_adults_alone_are_taken_over_and_only_when_asked_for(
    view: ReviewView, workspace: Workspace, together: tuple[ReviewId, ReviewId]
) -> None:
    other = presenter_of(workspace, together[1])
    for name, role in (("Zoë", Role.CHILD), ("Made-up Carer", Role.CARER)):
        person = replace(other.add_participant(name, role), attendance=Attendance.BY_VIDEO)
        other.save(other.change(person))
    panel = go(view, "welcome").panels[Records.ATTENDANCE]
    assert isinstance(panel, AttendancePanel)
    before = len(panel.things())
    panel.take_adults(together[1])
    (carer,) = panel.things()[before:]
    assert (carer.name, carer.attendance) == ("Made-up Carer", Attendance.BY_VIDEO)
    press(Key.Key_Z, CONTROL)
    assert len(panel.things()) == before


# Taking back


def test_that_a_text_takes_back_its_own_typing_before_the_review_does(view: ReviewView) -> None:
    press(Key.Key_D, CONTROL)
    write("Swim")
    text = focus()
    assert isinstance(text, QPlainTextEdit)
    press(Key.Key_Z, CONTROL)
    assert text.toPlainText() == ""
    assert len(view._presenter.record.decisions) == 1
    press(Key.Key_Z, CONTROL)
    assert view._presenter.record.decisions == ()
    assert "a decision" in view.chair.modes.said.text()
    press(Key.Key_Z, SHIFTED)
    assert len(view._presenter.record.decisions) == 1


def test_that_what_is_taken_back_is_shown_and_kept(
    view: ReviewView, workspace: Workspace, together: tuple[ReviewId, ReviewId]
) -> None:
    go(view, "school").focus_first()
    field = focus()
    write("Maths")
    press(Key.Key_PageDown, CONTROL)
    view.sections.setFocus()
    press(Key.Key_Z, CONTROL)
    assert page(view).section.id == "school"
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == ""
    kept = review_records.read(workspace.uow_factory, together[0], TODAY)
    assert "Maths" not in str(kept.answers)


# Agenda and time


def test_that_an_agenda_is_proposed_moved_by_keys_and_timed_by_the_section(
    view: ReviewView, clock: FixedClock
) -> None:
    panel = go(view, "welcome").panels[Records.AGENDA]
    assert isinstance(panel, AgendaPanel)
    panel.propose()
    items = panel.things()
    assert agenda.is_childs_own(items[0], view._presenter.record.child)
    panel.cards[items[2].id].remove_button.setFocus()
    press(Key.Key_Up, Modifier.AltModifier)
    assert [one.id for one in panel.things()[:3]] == [items[0].id, items[2].id, items[1].id]
    assert panel._list.indexOf(panel.cards[items[2].id]) == 1
    view.chair.undo()
    assert [one.id for one in panel.things()] == [one.id for one in items]
    here = next(one for one in items if one.section == "school")
    panel.edit(view._presenter.change(replace(here, minutes=10)))
    go(view, "school")
    assert view.chair.clock.isVisible()
    clock.advance(7 * MINUTES)
    view.chair.clock.refresh()
    assert "about 3 minutes left for this" in view.chair.clock.words.text()
    view.chair.clock.hide_button.click()
    assert not view.chair.clock.isVisible()


def test_that_who_was_in_which_part_is_marked(view: ReviewView) -> None:
    presenter = view._presenter
    presenter.save(presenter.add_participant("Ash", Role.CHILD))
    carer = presenter.add_participant("Made-up Carer", Role.CARER)
    presenter.save(carer)
    panel = go(view, "welcome").panels[Records.MEETING_PARTS]
    assert isinstance(panel, PartsPanel)
    panel.add_alone()
    (part,) = panel.things()
    assert not panel.grid.marks[part.id, carer.id].isChecked()
    panel.grid.marks[part.id, carer.id].click()
    (part,) = panel.things()
    assert carer.id in part.people


# The end of the meeting


def test_that_decisions_are_read_back_and_one_key_leaves_an_objection_alone(
    view: ReviewView, workspace: Workspace, together: tuple[ReviewId, ReviewId]
) -> None:
    presenter = view._presenter
    for name, role in (("Ash", Role.CHILD), ("Made-up Carer", Role.CARER)):
        person = replace(presenter.add_participant(name, role), attendance=Attendance.IN_PERSON)
        presenter.save(presenter.change(person))
    decision = replace(presenter.add_decision(), what="Swim", words_for_child="You will swim")
    presenter.save(presenter.change(decision))
    panel = go(view, "read_back").panels[Records.READ_BACK]
    assert isinstance(panel, ReadBackPanel)
    (block,) = panel.blocks.values()
    assert block._first.text() == "You will swim"
    row = block.rows[1]
    row.answer_row.focus_first()
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Down)
    row.words_row.focus_first()
    write("Too far")
    press(Key.Key_A, SHIFTED)
    assert view.leave()
    kept = review_records.read(workspace.uow_factory, together[0], TODAY).agreements
    said = {one.person: (one.agrees, one.words) for one in kept}
    assert said == {"Ash": (Agrees.AGREES, ""), "Made-up Carer": (Agrees.DISAGREES, "Too far")}


def test_that_a_day_after_the_limit_is_said_to_be_one_and_booked_for_the_family(
    view: ReviewView, workspace: Workspace, together: tuple[ReviewId, ReviewId]
) -> None:
    panel = go(view, "next_meeting").panels[Records.NEXT_MEETING]
    assert isinstance(panel, NextMeetingPanel)
    panel._day.set_value("2027-11-24")
    panel._advise()
    assert "after the last day in time" in panel.advice.text()
    panel._time.set_value("14:30")
    panel.family.click()
    panel.book()
    record = review_records.read(workspace.uow_factory, together[0], TODAY)
    day = dt.date(2027, 11, 24)
    assert (record.review.next_on, record.review.next_at) == (day, dt.time(14, 30))
    with workspace.uow_factory() as uow:
        booked = [one for one in uow.reviews.all() if one.planned_for == day]
    assert {one.child_id for one in booked} == {ASH, BIRCH}
    assert len({one.meeting for one in booked} - {"monday"}) == 1
    others = meetings.with_the_same_meeting(workspace.uow_factory, booked[0].id)
    assert [one.review.id for one in others] == [booked[1].id]


# Size, and other eyes


def test_that_the_text_is_larger_for_the_review_alone_and_while_it_shows(
    view: ReviewView,
) -> None:
    usual = theme.current()
    go(view, "school")
    press(Key.Key_F7)
    label = page(view).findChildren(QLabel)[0]
    assert theme.current().text_scale == usual.text_scale * 1.5
    assert label.font().pointSizeF() > usual.body_points * 1.5
    view.hide()
    assert theme.current() == usual
    view.show()
    assert theme.current().text_scale == usual.text_scale * 1.5
    view.chair.toggle_arms_length()
    assert theme.current() == usual
    assert page(view).section.id == "school"


WITH_SECRETS = ("before_the_meeting", "people", "welcome", "views", "school")
SECRETS = (
    "Alder",  # the family's name, and the sister's
    "private talk about Gran",
    "the secret address",
    "only-for-me",
    "not for everyone",
    "asked-away-why",
    "not-invited-why",
    "part-note",
    "item-for-the-iro",
)


def test_that_nothing_on_a_shared_screen_is_for_the_iro_alone(
    view: ReviewView, workspace: Workspace
) -> None:
    _fill_with_secrets(view)
    view.show_review(view.review_id)
    where = [view.order.index(name) for name in WITH_SECRETS]
    seen = _walk(view, where)
    assert [secret for secret in SECRETS if secret not in seen] == []
    view.head.setFocus(Qt.FocusReason.OtherFocusReason)
    view.sections.setFocus()
    before = review_records.read(workspace.uow_factory, view.review_id, TODAY)
    press(Key.Key_F8)
    told = []
    view.shared.connect(told.append)
    assert view.chair.modes.shared.isVisible()
    assert "whole_child" not in view.order
    press(Key.Key_F2)
    assert not view._drawers.whole_child.isVisible()
    seen = _walk(view, range(len(view.order) + 1))
    assert [secret for secret in SECRETS if secret in seen] == []
    assert "words for all" in seen
    assert "item for all" in seen
    view.setFocus()
    QTest.keyClick(view, Key.Key_H, SHIFTED)
    assert not view.kept_drawer.isVisible()
    press(Key.Key_F8)
    assert told == [False]
    assert "Alder" in _walk(view, where[:1])
    assert review_records.read(workspace.uow_factory, view.review_id, TODAY) == before


def _fill_with_secrets(view: ReviewView) -> None:
    presenter = view._presenter
    for words, sharing in (
        ("words for all", Sharing.EVERYONE),
        ("not for everyone", Sharing.IRO_ONLY),
    ):
        said = replace(presenter.add_view(), words=words, sharing=sharing)
        presenter.save(presenter.change(said))
    person = replace(
        presenter.add_participant("Made-up Uncle", Role.FAMILY),
        attendance=Attendance.ASKED_NOT_TO_COME,
        asked_away="asked-away-why",
        invited=False,
        not_invited_because="not-invited-why",
    )
    presenter.save(presenter.change(person))
    items = (("item for all", False), ("item-for-the-iro", True))
    for place, (what, only_for_iro) in enumerate(items):
        item = agenda.new_item(presenter.review, place)
        presenter.save(presenter.change(replace(item, what=what, only_for_iro=only_for_iro)))
    panel = go(view, "welcome").panels[Records.MEETING_PARTS]
    assert isinstance(panel, PartsPanel)
    part = panel.make_thing()
    presenter.save(presenter.change(replace(part, note="part-note")))
    for question, words in (
        ("child_agenda", "private talk about Gran"),
        ("agenda_notes", "only-for-me"),
        ("school_notes", "We know the secret address"),
    ):
        edit = presenter.answer(question, "", words)
        assert edit is not None
        presenter.save(edit)
    name = next(one.id for one in presenter.record.answers if one.question == "school_notes")
    choice = Choice(WithheldBecause.CONFIDENTIAL_ADDRESS, (Reader.PARENT,))
    presenter.withheld.keep(Place(EntityId(name), "value"), "the secret address", choice)


def _walk(view: ReviewView, places: Iterable[int]) -> str:
    """Every word that can be seen, section by section."""
    words = []
    for place in places:
        view.go_to(place)
        settle()
        for name in (Records.MEETING_PARTS, Records.AGENDA):
            shown = getattr(view.stack.currentWidget(), "panels", {}).get(name)
            for card in getattr(shown, "cards", {}).values():
                for button in card.findChildren(QAbstractButton):
                    if button.accessibleName().startswith("Change this item"):
                        button.setChecked(True)
        words += _words_in(view)
    return "\n".join(words)


def _words_in(widget: QWidget) -> Iterator[str]:
    for part in widget.findChildren(QWidget):
        if part.isVisible():
            yield part.accessibleName()
            yield part.toolTip()
            if isinstance(part, QLabel | QAbstractButton | QLineEdit | Pill):
                yield part.text()
            elif isinstance(part, QPlainTextEdit):
                yield part.toPlainText()
            elif isinstance(part, QComboBox):
                yield part.currentText()


@pytest.mark.parametrize("look", ["light", "large"])
def test_that_everyone_can_chair(
    open_view: Open,
    together: tuple[ReviewId, ReviewId],
    themed: Callable[..., object],
    look: str,
) -> None:
    themed(LOOKS[look])
    view = open_view(together[0])
    presenter = view._presenter
    for name, role in (("Ash", Role.CHILD), ("Made-up Carer", Role.CARER)):
        person = replace(presenter.add_participant(name, role), attendance=Attendance.IN_PERSON)
        presenter.change(person)
    presenter.change(replace(presenter.add_decision(), what="Swim", words_for_child="You swim"))
    item = replace(agenda.new_item(presenter.review, 0), what="Read back", minutes=5)
    presenter.change(replace(item, section="read_back"))
    presenter.change(replace(agenda.new_item(presenter.review, 1), what="School"))
    panel = go(view, "welcome").panels[Records.MEETING_PARTS]
    assert isinstance(panel, PartsPanel)
    panel.add_alone()
    view.chair.toggle_keys()
    _check(view)
    view.chair.toggle_keys()
    go(view, "read_back")
    view.chair.toggle_shared()
    _check(view)
    go(view, "next_meeting")
    _check(view)


def _check(view: ReviewView) -> None:
    settle()
    for check in ALL_CHECKS:
        check(view)
