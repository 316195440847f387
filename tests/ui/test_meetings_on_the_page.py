"""Meetings of every kind on the page of a child or a household: booked, moved, put together."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import HEIGHT, LOOKS, WIDTH
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import ASH, BIRCH, ELDER, FERN, workspace_of

from fixed_clock import FixedClock
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, EpisodeId
from iro_desktop.domain.review import ReviewKind, ReviewStatus
from iro_desktop.services import households, preparing
from iro_desktop.services.changed import Changed
from iro_desktop.services.households import NewHousehold
from iro_desktop.services.preparing import Hours
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.child.meetings.booking import Wanted, What
from iro_desktop.ui.child.meetings.lines import MeetingLine
from iro_desktop.ui.child.meetings.presenter import MeetingsPresenter
from iro_desktop.ui.child.presenter import ChildPresenter
from iro_desktop.ui.child.view import ChildView
from iro_desktop.ui.children.presenter import ChildrenPresenter
from iro_desktop.ui.children.view import ChildrenView
from iro_desktop.ui.widgets.words import Words

TODAY = dt.date(2026, 11, 22)
DAY, OTHER_DAY = dt.date(2026, 11, 26), dt.date(2026, 12, 8)
Show = Callable[..., QWidget]


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def household(workspace: Workspace) -> Child:
    new = NewHousehold("The Larches (made up)", dt.date(2025, 12, 18), ("Lee Larch",))
    return households.make(workspace.uow_factory, new)[0]


class Opened:
    """The meetings of one child, and what was told to the other screens."""

    def __init__(self, workspace: Workspace, child: ChildId) -> None:
        self.told: list[Changed] = []
        self.page = ChildPresenter(workspace, self.told.append)
        self.page.show_on(_NoScreen())
        self.page.open(child)

    @property
    def presenter(self) -> MeetingsPresenter:
        return self.page.meetings

    def book(self, what: What, day: dt.date = DAY, **more: object) -> None:
        wanted = replace(Wanted(what, day, "Town hall", Hours(dt.time(10), 60)), **more)  # type: ignore[arg-type]  # a test's own words
        self.presenter.book(wanted)
        self.page.refresh()

    def lines(self) -> list[MeetingLine]:
        return list(self.presenter.lines())


class _NoScreen:
    def show_page(self, page: object) -> None:
        """Nothing is shown."""


def test_that_meetings_beside_the_next_review_are_listed_with_their_own_limits(
    workspace: Workspace,
) -> None:
    opened = Opened(workspace, ASH)
    opened.book(What())
    assert opened.lines() == []  # the next review stands above on its own
    for kind in (ReviewKind.SECURE, ReviewKind.CHILD_PROTECTION):
        opened.book(What(kind), OTHER_DAY)
    assert {line.title for line in opened.lines()} == {
        "Child protection review conference",
        "Secure accommodation review",
    }
    assert {line.day for line in opened.lines()} == {"Tuesday 8 December 2026 at 10:00"}
    secure = next(line for line in opened.lines() if line.title.startswith("Secure"))
    begun = opened.presenter.prepare(secure.review)
    opened.page.refresh()
    (line,) = (line for line in opened.lines() if line.review == begun)
    assert (line.action, line.state) == ("Carry on", "Being prepared")


def test_that_a_brothers_review_is_offered_and_the_day_is_moved_for_both(
    workspace: Workspace,
) -> None:
    hers = preparing.book(workspace.uow_factory, BIRCH, OTHER_DAY, "School", TODAY)
    opened = Opened(workspace, ASH)
    (companion,) = opened.presenter.plan(What()).companions
    assert companion.option.value == hers.id
    assert companion.option.text.startswith("Zoë · Looked-after review")
    opened.book(What(), with_review=hers.id, pep_too=True)
    assert opened.told[-1].children == {ASH, BIRCH}
    (line,) = opened.lines()
    assert (line.together, line.pep_too) == ("Together with: Zoë · Looked-after review", True)
    with workspace.uow_factory() as uow:
        moved = uow.reviews.find(hers.id)
    assert moved is not None
    assert (moved.planned_for, moved.planned_at) == (DAY, "Town hall")
    opened.presenter.take_out(line.review)
    opened.page.refresh()
    assert [line.together for line in opened.lines()] == [""]  # the education plan still stands


def test_that_who_is_not_in_care_may_have_a_meeting_too(workspace: Workspace) -> None:
    opened = Opened(workspace, ELDER)
    assert opened.presenter.kind_to_begin_with() == ReviewKind.CHILD_PROTECTION_INITIAL.value
    assert opened.presenter.plan(What(ReviewKind.CARE_LEAVER)).offers == ()
    opened.book(What(ReviewKind.PRIVATE_FOSTERING))
    assert [line.title for line in opened.lines()] == ["Private fostering review"]


def test_that_a_household_has_its_own_review_to_book_and_no_childs(
    workspace: Workspace, household: Child
) -> None:
    opened = Opened(workspace, household.id)
    assert [option.text for option in opened.presenter.kinds()] == ["Foster carer's review"]
    plan = opened.presenter.plan(What())
    assert (plan.day, plan.pep_too, plan.companions) == (dt.date(2026, 12, 11), None, ())
    opened.book(What(), dt.date(2026, 12, 11))
    with workspace.uow_factory() as uow:
        (booked,) = uow.reviews.of_child(household.id)
    assert booked.kind is ReviewKind.FOSTER_CARER
    begun = opened.page.prepare()
    assert begun == booked.id


# On screen


def _button(view: QWidget, text: str) -> QPushButton:
    found = [one for one in view.findChildren(QPushButton) if one.isVisible()]
    return next(one for one in found if text in {one.text(), one.accessibleName()})


def _press(qtbot: QtBot, button: QPushButton) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def _said(view: QWidget) -> set[str]:
    return {words.text() for words in view.findChildren(Words) if words.isVisible()}


def test_that_a_meeting_is_cancelled_with_a_reason_by_keyboard(
    workspace: Workspace, shown: Show, qtbot: QtBot
) -> None:
    preparing.book(workspace.uow_factory, FERN, OTHER_DAY, "", TODAY, ReviewKind.DISRUPTION)
    view = ChildView(ChildPresenter(workspace, lambda _change: None))
    view.show_child(FERN)
    shown(view, WIDTH, HEIGHT)
    _press(qtbot, _button(view, "Cancel it…: Disruption meeting, Tuesday 8 December 2026"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "Say in a few words why." in _said(view)
    qtbot.keyClicks(QApplication.focusWidget(), "Nobody could come")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    with workspace.uow_factory() as uow:
        (review,) = (one for one in uow.reviews.of_child(FERN) if one.planned_for)
    assert (review.status, review.cancelled_because) == (
        ReviewStatus.CANCELLED,
        "Nobody could come",
    )


def _disrupt(workspace: Workspace) -> None:
    """A home of over two years that ended unplanned six days ago."""
    moved = dt.date(2026, 11, 16)
    with workspace.uow_factory() as uow:
        (episode,) = uow.episodes.of_child(FERN)
        before = replace(episode, started=dt.date(2024, 1, 8), ended=moved, reason_ended="X1")
        uow.episodes.put(replace(before, reason_for_move="CREQB"))
        now = replace(episode, id=EpisodeId("now"), started=moved, reason_started="P")
        uow.episodes.put(replace(now, provider="PR1"))


def test_that_a_suggested_disruption_meeting_says_why_and_is_booked_with_one_key(
    workspace: Workspace, shown: Show, qtbot: QtBot
) -> None:
    _disrupt(workspace)
    view = ChildView(ChildPresenter(workspace, lambda _change: None))
    view.show_child(FERN)
    shown(view, WIDTH, HEIGHT)
    assert any("two years or more, since 8 January 2024" in words for words in _said(view))
    _press(qtbot, _button(view, "Book it for Monday 23 November 2026"))
    settle()
    assert not view.meetings.disruption.isVisible()
    assert "Disruption meeting" in _said(view.meetings.in_hand)


def test_that_a_households_file_is_made_by_keyboard_and_opened(
    workspace: Workspace, shown: Show, qtbot: QtBot
) -> None:
    told: list[Changed] = []
    view = ChildrenView(ChildrenPresenter(workspace, told.append))
    shown(view, WIDTH, HEIGHT)
    view.show_filter("households")
    _press(qtbot, _button(view, "Add a foster household…"))
    qtbot.keyClicks(QApplication.focusWidget(), "Made-up Rowans")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "Say on which day they were approved." in _said(view)
    qtbot.keyClicks(QApplication.focusWidget(), "1/2/2026")
    with qtbot.waitSignal(view.child_opened) as opened:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    with workspace.uow_factory() as uow:
        made = uow.children.find(opened.args[0])
    assert made is not None
    assert (made.known_as, made.date_of_birth) == ("Made-up Rowans", dt.date(2026, 2, 1))
    assert told


@pytest.mark.parametrize("look", ["dark", "large"])
def test_that_the_page_of_a_household_is_fit_for_everyone(
    workspace: Workspace,
    household: Child,
    shown: Show,
    themed: Callable[[Appearance], object],
    look: str,
) -> None:
    themed(LOOKS[look])
    view = ChildView(ChildPresenter(workspace, lambda _change: None))
    view.show_child(household.id)
    shown(view, WIDTH, HEIGHT)
    settle()
    said = _said(view)
    assert "About the household" in said
    assert not {"About the child", "Health and wellbeing", "Journey"} & said
    for check in ALL_CHECKS:
        check(view)


@pytest.mark.parametrize("look", ["light", "large", "mirrored"])
def test_that_meetings_suggested_in_hand_and_being_booked_are_fit_for_everyone(
    workspace: Workspace, shown: Show, themed: Callable[[Appearance], object], look: str
) -> None:
    themed(LOOKS[look])
    _disrupt(workspace)
    preparing.book(workspace.uow_factory, FERN, OTHER_DAY, "", TODAY, ReviewKind.SECURE)
    view = ChildView(ChildPresenter(workspace, lambda _change: None))
    view.show_child(FERN)
    shown(view, WIDTH, HEIGHT)
    view.meetings.next.open_booking()
    settle()
    for check in ALL_CHECKS:
        check(view)
