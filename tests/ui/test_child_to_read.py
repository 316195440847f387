"""A child's page for those who may read it, or a part of it: nothing is offered to be written."""

import datetime as dt
from collections.abc import Callable

import pytest
from accessibility_checks import settle
from small_caseload import ASH, CEDAR, workspace_of
from what_can_be_written import buttons_that_write, fields_to_write_in, said_in

from a_role_for_tests import be
from fixed_clock import FixedClock
from iro_desktop.domain.activities import ActivityKind
from iro_desktop.domain.child import Child
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services import activities, happenings
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.child.presenter import ChildPresenter
from iro_desktop.ui.child.view import ChildView

Show = Callable[..., ChildView]


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    """Ash has what is written down between meetings too."""
    workspace = workspace_of(store, clock)
    call = activities.new_activity(workspace.uow_factory, ASH, ActivityKind.CALL, clock.today())
    activities.keep(workspace.uow_factory, call)
    happenings.record(workspace.uow_factory, ASH, Happening.DENTAL_CHECK, clock.today(), "")
    return workspace


def page_of(workspace: Workspace, child: ChildId, shown: Show) -> ChildView:
    view = ChildView(ChildPresenter(workspace, lambda _change: None), pause_ms=60_000)
    view.show_child(child)
    return shown(view, 1240, 900)


def test_that_who_writes_a_child_is_offered_to_write(workspace: Workspace, shown: Show) -> None:
    view = page_of(workspace, ASH, shown)
    assert len(fields_to_write_in(view)) > 5
    assert len(buttons_that_write(view)) > 5


@pytest.mark.parametrize("role", ["manager", "business_support", "team_manager"])
def test_that_who_reads_a_child_is_offered_nothing_and_told_why(
    workspace: Workspace, store: SqlStore, shown: Show, role: str
) -> None:
    be(store, role)
    for child in (ASH, CEDAR):
        view = page_of(workspace, child, shown)
        assert (fields_to_write_in(view), buttons_that_write(view)) == ([], [])
        said = said_in(view)
        assert "is yours to read" in said or "Only your part of this child’s record" in said


def test_that_nothing_is_claimed_of_what_was_not_sent(
    workspace: Workspace, store: SqlStore, shown: Show
) -> None:
    sent = Child(id=ChildId("sent"), number="N-1", date_of_birth=dt.date(2015, 5, 1))
    with store.unit_of_work() as uow:
        uow.children.put(sent)  # and neither episodes nor reviews
    claims = ("Not in care now", "No review is due", "Nobody is named yet", "not recorded")
    whole = said_in(page_of(workspace, sent.id, shown))
    assert [claim for claim in claims if claim not in whole] == []
    be(store, "social_worker")
    view = page_of(workspace, sent.id, shown)
    said = said_in(view)
    assert [claim for claim in claims if claim in said] == []
    assert "When the next review is due is not in your part of the record" in said
    assert "No review is in your part of the record." in said
    assert view.whole_child.isHidden()


def test_that_a_cover_that_ended_is_read_only_and_says_so(
    workspace: Workspace, store: SqlStore, clock: FixedClock, shown: Show
) -> None:
    be(store, "cover", until=clock.today())
    view = page_of(workspace, ASH, shown)
    assert "You cover for this child until 22 November 2026." in said_in(view)
    view._happenings.open_form()
    view.reading.words.open_form()
    assert fields_to_write_in(view)
    clock.advance(dt.timedelta(days=1).total_seconds())
    view.refresh()
    assert "Your time with this child’s record ended on 22 November 2026." in said_in(view)
    assert (fields_to_write_in(view), buttons_that_write(view)) == ([], [])


def test_that_a_child_who_is_given_back_can_be_written_again(
    workspace: Workspace, store: SqlStore, shown: Show
) -> None:
    before = page_of(workspace, ASH, shown)
    be(store, "manager")
    view = page_of(workspace, ASH, shown)
    be(store, "iro")
    view.refresh()
    settle()
    assert fields_to_write_in(view) == fields_to_write_in(before)
    assert buttons_that_write(view) == buttons_that_write(before)
