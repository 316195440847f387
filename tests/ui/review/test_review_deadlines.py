"""What a review says of its dates: its own limit, what follows, and by when."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from small_caseload import BEGUN_REVIEW, CEDAR, CEDARS_REVIEW

from iro_desktop.domain.review import ReviewKind
from iro_desktop.services import review_records
from iro_desktop.services.reckoning import lawful
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.by_when import by_when
from iro_desktop.ui.review.holding import in_time
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.view import ReviewView

Show = Callable[..., ReviewView]
TODAY = dt.date(2026, 11, 22)


def test_that_a_held_review_sets_papers_and_the_next_review(workspace: Workspace) -> None:
    presenter = ReviewPresenter(workspace, lambda _change: None)
    presenter.open(CEDARS_REVIEW)  # held on 26 October
    assert [(one.explanation.day, one.state.text) for one in presenter.by_when()] == [
        ("Monday 2 November 2026", "that day has gone"),
        ("Monday 9 November 2026", "that day has gone"),
        ("Monday 16 November 2026", "that day has gone"),
        ("Monday 23 November 2026", "tomorrow"),
        ("Monday 26 April 2027", "in 5 months"),
    ]


def test_that_nothing_follows_from_a_review_that_is_not_held_yet(workspace: Workspace) -> None:
    presenter = ReviewPresenter(workspace, lambda _change: None)
    presenter.open(BEGUN_REVIEW)
    assert presenter.by_when() == ()


def test_that_a_review_of_another_kind_sets_no_papers_of_the_case(workspace: Workspace) -> None:
    record = review_records.read(workspace.uow_factory, CEDARS_REVIEW, TODAY)
    secure = replace(record, review=replace(record.review, kind=ReviewKind.SECURE))
    assert by_when(secure, lawful(), TODAY) == ()


def test_that_a_review_from_before_the_handbook_sets_no_papers(workspace: Workspace) -> None:
    record = review_records.read(workspace.uow_factory, CEDARS_REVIEW, TODAY)
    old = replace(record, review=replace(record.review, held_on=dt.date(2009, 5, 1)))
    assert [one.explanation.title for one in by_when(old, lawful(), TODAY)] == ["Later review"]


def test_that_the_limit_of_the_review_explains_itself_where_its_day_is_given(
    workspace: Workspace,
) -> None:
    record = review_records.read(workspace.uow_factory, CEDARS_REVIEW, TODAY)
    due = in_time(record, TODAY).due
    assert due is not None
    assert due.day == "Tuesday 28 October 2025"


def test_that_the_last_page_lists_them_and_wants_paper_of_any(
    workspace: Workspace, shown: Show
) -> None:
    view = shown(ReviewView(ReviewPresenter(workspace, lambda _change: None)), 1180, 900)
    view.show_review(CEDARS_REVIEW)
    rows = view.closing_page().deadlines.rows
    assert len(rows) == 5
    wanted: list[object] = []
    view.paper_wanted.connect(wanted.append)
    rows[3].due.open_explanation()
    assert rows[3].due.panel is not None
    rows[3].due.panel.paper_button.click()
    assert len(wanted) == 1
    assert view.child_id == CEDAR
