"""Two versions on screen: nothing is chosen beforehand, and what a person decides stands."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import LOOKS
from opened_laptop import Opened
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from small_caseload import BEGUN_REVIEW, NOBODY_NAMED
from synced_laptop import changed, fork, receive

from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.wishes_and_feelings import Sharing, View
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.desk import Desk
from iro_desktop.ui.sync.badge import RecordBadge
from iro_desktop.ui.sync.conflicts.presenter import ConflictPresenter
from iro_desktop.ui.sync.conflicts.view import ConflictView
from iro_desktop.ui.widgets.option_button import OptionRadio

Show = Callable[[Opened], Desk]
ShowView = Callable[[Opened], ConflictView]
DECISION = Decision(
    id=EntityId("promise"),
    child_id=NOBODY_NAMED,
    review_id=BEGUN_REVIEW,
    what="See Grandad each month.",
    owner="Made-up Carer",
    due_on=dt.date(2026, 12, 1),
)
CONTROL = Qt.KeyboardModifier.ControlModifier
MINE = "See Grandad every week."
THEIRS = "See Grandad each month, and ring him."
VIEW = View(
    id=EntityId("own-words"),
    child_id=NOBODY_NAMED,
    review_id=BEGUN_REVIEW,
    words="I like my room.",
    position=0,
)


def two_versions(opened: Opened, **more: Any) -> None:
    fork(
        opened.store,
        "decision",
        "decisions",
        DECISION,
        changed(DECISION, what=MINE),
        changed(DECISION, what=THEIRS, owner="Made-up Aunt"),
        opened.clock,
        **more,
    )


def found(opened: Opened) -> Decision | None:
    with opened.store.unit_of_work() as uow:
        return uow.decisions.find(DECISION.id)


def conflicts(opened: Opened) -> int:
    with opened.store.unit_of_work() as uow:
        return len(uow.ledger.conflicts())


def choose(view: ConflictView, starts: str) -> None:
    """By the keyboard: Tab has reached the group, arrows and Space choose."""
    row = view.whole or view.parts[0].decision
    assert row is not None
    buttons = row.choice.findChildren(OptionRadio)
    button = next(one for one in buttons if one.label.startswith(starts))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.fixture
def show_view(shown: Callable[..., ConflictView]) -> ShowView:
    """The screen alone, with the decision's two versions on it."""

    def show(opened: Opened) -> ConflictView:
        workspace = Workspace(opened.store.unit_of_work, opened.clock, programs_forms())
        view = shown(ConflictView(ConflictPresenter(workspace, lambda _change: None)), 1180, 820)
        view.show_conflict(DECISION.id)
        return view

    return show


def test_that_nothing_is_chosen_beforehand_and_nothing_is_decided_without_a_choice(
    opened: Opened, show_view: ShowView
) -> None:
    two_versions(opened)
    view = show_view(opened)
    row = view.parts[0].decision
    assert row is not None
    assert row.chosen() == ""
    view.decide()
    assert row.choice.problem() == "Choose one. Nothing is decided by itself."
    assert row.choice.isAncestorOf(QApplication.focusWidget())
    assert conflicts(opened) == 1


@pytest.mark.parametrize(
    ("choice", "what"),
    [
        ("Keep mine", MINE),
        ("Keep what Ben Made-up wrote", THEIRS),
        ("Keep both", (f"{MINE}\n\n{THEIRS}", f"{THEIRS}\n\n{MINE}")),
    ],
)
def test_that_what_is_chosen_stands_with_what_nobody_disputed(
    opened: Opened, show_view: ShowView, choice: str, what: str | tuple[str, str]
) -> None:
    two_versions(opened)
    view = show_view(opened)
    choose(view, choice)
    left: list[None] = []
    view.left.connect(lambda: left.append(None))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    settled = found(opened)
    assert settled is not None
    assert settled.what in (what if isinstance(what, tuple) else (what,))
    assert (settled.owner, settled.due_on) == ("Made-up Aunt", dt.date(2026, 12, 1))
    assert conflicts(opened) == 0
    assert left == [None]


def test_that_other_words_may_be_written_and_are_asked_for(
    opened: Opened, show_view: ShowView
) -> None:
    two_versions(opened)
    view = show_view(opened)
    row = view.parts[0].decision
    assert row is not None
    assert row.words_row.isHidden()
    choose(view, "Write other words")
    assert row.words.value() == MINE
    row.words.set_value("")
    view.decide()
    assert row.words_row.problem() == "Write the words that are to stand."
    QTest.keyClicks(QApplication.focusWidget(), "See Grandad on Sundays.")
    view.decide()
    settled = found(opened)
    assert settled is not None
    assert settled.what == "See Grandad on Sundays."


def test_that_the_next_one_follows_and_then_the_screen_one_came_from(
    opened: Opened, show_desk: Show
) -> None:
    two_versions(opened)
    fork(
        opened.store,
        "view",
        "views",
        VIEW,
        changed(VIEW, words="I like my room here.", sharing=Sharing.EVERYONE),
        changed(VIEW, words="I like my room now.", sharing=Sharing.NOBODY),
        opened.clock,
    )
    desk = show_desk(opened)
    desk.show_child(NOBODY_NAMED)
    desk.screens.child.conflicts.decide.click()
    view = desk.screens.conflict
    choose(view, "Keep mine")
    view.decide()
    assert desk.stack.currentWidget() is view
    assert "“I like my room here.”" in [
        version.words for part in view.parts for version in part.part.fields[0].versions
    ]
    choose(view, "Keep what Ben")
    view.decide()
    assert desk.stack.currentWidget() is desk.screens.child
    assert desk.screens.child.conflicts.isHidden()
    with opened.store.unit_of_work() as uow:
        kept = uow.views.find(VIEW.id)
    assert kept is not None
    assert (kept.words, kept.sharing) == ("I like my room now.", Sharing.NOBODY)


@pytest.mark.parametrize(("choice", "is_there"), [("Keep it as I", True), ("Take it", False)])
def test_that_a_thing_taken_away_and_changed_is_kept_or_gone_as_decided(
    opened: Opened, show_view: ShowView, choice: str, is_there: object
) -> None:
    fork(
        opened.store,
        "decision",
        "decisions",
        DECISION,
        changed(DECISION, what=MINE),
        DECISION,
        opened.clock,
        withdrawn=True,
    )
    view = show_view(opened)
    choose(view, choice)
    view.decide()
    settled = found(opened)
    assert (settled.what if settled else None) == (MINE if is_there else None)
    assert conflicts(opened) == 0


def test_that_another_version_that_comes_in_meanwhile_is_shown_before_anything_is_decided(
    opened: Opened, show_view: ShowView
) -> None:
    two_versions(opened)
    view = show_view(opened)
    choose(view, "Keep mine")
    with opened.store.unit_of_work() as uow:
        theirs = next(
            one for one in uow.history.looked_at([DECISION.id]) if one.fields["what"] == THEIRS
        )
    receive(
        opened.store,
        "decision",
        changed(DECISION, what="Ring Grandad.", owner="Made-up Aunt"),
        opened.clock,
        parents=(theirs.id,),
    )
    view.on_changed(Changed(frozenset(Topic)))
    row = view.parts[0].decision
    assert row is not None
    assert row.chosen() == ""
    assert "Ring Grandad." in [one.words for one in view.parts[0].part.fields[0].versions]


def test_that_conflicts_stand_on_today_on_the_childs_page_and_in_the_review(
    opened: Opened, show_desk: Show
) -> None:
    two_versions(opened)
    desk = show_desk(opened)
    assert desk.screens.today.conflicts.isVisible()
    desk.show_child(NOBODY_NAMED)
    assert "A decision" in desk.screens.child.conflicts.text()
    desk.show_review(BEGUN_REVIEW)
    banner = desk.screens.review.conflicts
    assert banner.isVisible()
    desk.screens.review.chair.toggle_shared()
    assert banner.isHidden()  # not for the eyes of everyone in the room
    desk.screens.review.chair.toggle_shared()
    banner.decide.click()
    assert desk.stack.currentWidget() is desk.screens.conflict


def test_that_nothing_of_a_hub_shows_on_a_laptop_of_none(
    unknown_to_any_hub: Opened, show_desk: Show
) -> None:
    desk = show_desk(unknown_to_any_hub)
    assert desk._rail.sync_status.isHidden()
    assert desk.screens.today.conflicts.isHidden()
    desk.show_children()
    assert desk.screens.children._table.isColumnHidden(7)
    desk.show_child(NOBODY_NAMED)
    assert desk.screens.child.conflicts.isHidden()
    assert desk.screens.child.findChildren(RecordBadge) == []


def test_that_each_review_and_each_child_says_where_its_newest_words_are(
    opened: Opened, show_desk: Show
) -> None:
    two_versions(opened)
    desk = show_desk(opened)
    assert [one.text() for one in desk.screens.today.findChildren(RecordBadge)] == ["Two versions"]
    desk.show_children()
    table = desk.screens.children._table
    assert not table.isColumnHidden(7)
    spoken = {
        table.model().index(row, 7).data(Qt.ItemDataRole.AccessibleTextRole).split(".")[0]
        for row in range(table.model().rowCount())
    }
    assert spoken == {"At the hub", "Two versions"}
    columns = table.model().headerData
    role = Qt.ItemDataRole.AccessibleTextRole
    assert columns(7, Qt.Orientation.Horizontal, role) == "The team’s hub"
    desk.resize(1280, 820)
    settle()
    assert table.horizontalScrollBar().maximum() == 0
    desk.show_child(NOBODY_NAMED)
    badges = desk.screens.child.findChildren(RecordBadge)
    assert {one.text() for one in badges} == {"At the hub", "Two versions"}
    assert all(one.toolTip() == one.accessibleDescription() != "" for one in badges)


@pytest.mark.parametrize("look", ["light", "large", "mirrored"])
def test_that_everyone_can_use_the_screen_of_two_versions(
    opened: Opened,
    show_view: ShowView,
    themed: Callable[[Appearance], object],
    look: str,
) -> None:
    two_versions(opened)
    themed(LOOKS[look])
    view = show_view(opened)
    choose_other_words = view.parts[0].decision
    assert choose_other_words is not None
    choose_other_words.choice.field.set_value("third")
    choose_other_words.choice.answer_changed.emit()
    settle()
    for check in ALL_CHECKS:
        check(view)
