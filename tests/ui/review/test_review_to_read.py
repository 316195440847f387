"""A review for those who may read it, or write its decisions alone."""

import dataclasses
import datetime as dt
from collections.abc import Callable

from review_hands import go, panel
from what_can_be_written import buttons_that_write, fields_to_write_in, said_in

from a_role_for_tests import be
from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.form_engine.definition import Records
from iro_desktop.store import SqlStore
from iro_desktop.ui.review.panels.attendance import AttendancePanel
from iro_desktop.ui.review.view import ReviewView

OpenView = Callable[..., ReviewView]


def pages_of(view: ReviewView) -> list[str]:
    """Go to every section, and to the page at the end. Their ids."""
    for place in range(len(view.order) + 1):
        view.go_to(place)
    return view.order


def test_that_no_section_is_offered_to_be_written_to_who_only_reads(
    store: SqlStore, review: ReviewId, open_view: OpenView
) -> None:
    be(store, "auditor")
    view = open_view(review)
    said = "This child’s record is yours to read. The child’s IRO writes it."
    assert view.standing.text() == said
    assert view.standing.isVisible()
    for section in view.order:
        page = go(view, section)
        assert (section, fields_to_write_in(page)) == (section, [])
        assert (section, buttons_that_write(page)) == (section, [])
    view.go_to(len(view.order))
    assert "To be read" in said_in(view.closing_page())
    assert not view.closing_page().close_button.isVisible()
    assert view.start_button.isHidden()
    assert view.head.cancel_button.isHidden()
    assert view.foot.decisions_button.isHidden()


def test_that_a_social_worker_writes_the_decisions_and_nothing_else(
    store: SqlStore, review: ReviewId, open_view: OpenView
) -> None:
    be(store, "social_worker")
    view = open_view(review)
    assert view.order == ["last_review", "decisions"]
    assert "Yours to write are the decisions" in view.standing.text()
    assert fields_to_write_in(go(view, "last_review"))
    go(view, "decisions")
    decisions = panel(view, Records.DECISIONS)
    decisions.add()
    (card,) = decisions.cards.values()
    talk = decisions.presenter.change(dataclasses.replace(card.record, what="A talk."))
    view.autosave.take(talk)
    assert view.leave()
    with store.unit_of_work() as uow:
        assert [one.what for one in uow.decisions.of_review(review)] == ["A talk."]
    view.chair.undo()
    assert view.leave()
    with store.unit_of_work() as uow:
        assert [one.what for one in uow.decisions.of_review(review)] != ["A talk."]


def test_that_business_support_sees_who_comes_and_is_told_nothing_of_the_rest(
    store: SqlStore, review: ReviewId, open_view: OpenView
) -> None:
    be(store, "business_support")
    view = open_view(review)
    assert "Yours to write is which documents were sent" in view.standing.text()
    assert all(Records.VIEWS not in view.stack.page_of(each).panels for each in pages_of(view))
    pages = map(view.stack.page_of, view.order)
    (came,) = (page.section.id for page in pages if Records.ATTENDANCE in page.panels)
    page = go(view, came)
    assert isinstance(page.panels[Records.ATTENDANCE], AttendancePanel)
    assert (fields_to_write_in(page), buttons_that_write(page)) == ([], [])
    assert "Due by" not in said_in(page)  # nobody here can tell
    assert view.foot.whole_child_button.isHidden()


def test_that_a_review_closes_to_be_read_once_cover_is_over_and_says_so(
    store: SqlStore, clock: FixedClock, review: ReviewId, open_view: OpenView
) -> None:
    be(store, "cover", until=clock.today())
    view = open_view(review)
    assert not view.standing.isVisible()
    assert not view.start_button.isHidden()
    clock.advance(dt.timedelta(days=1).total_seconds())
    view.show_review(review)
    assert "ended on 22 November 2026" in view.standing.text()
    assert view.standing.isVisible()
    assert view.start_button.isHidden()


def test_that_what_is_kept_from_others_is_not_given_back_by_who_only_reads(
    store: SqlStore, review: ReviewId, open_view: OpenView
) -> None:
    be(store, "manager")
    view = open_view(review)
    view.foot.kept_button.setChecked(True)
    assert buttons_that_write(view.kept_drawer) == []
    assert "press Ctrl+Shift+K" not in said_in(view.kept_drawer)
