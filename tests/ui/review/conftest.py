"""What tests of a review may have: Cedar's review in a real store, and its screen in a window."""

from collections.abc import Callable

import pytest
from review_in_hand import begin, workspace_with_review

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.view import ReviewView

Show = Callable[..., ReviewView]
A_LONG_PAUSE_MS = 60_000


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_with_review(store, clock)


@pytest.fixture
def review(workspace: Workspace) -> ReviewId:
    """Cedar's next review, in preparation."""
    return begin(workspace)


@pytest.fixture
def open_view(workspace: Workspace, shown: Show) -> Callable[..., ReviewView]:
    """Open a review in a window; nothing is kept by the clock unless a test asks for it."""

    def open_(
        review: ReviewId, *, width: int = 1240, height: int = 820, pause_ms: int = A_LONG_PAUSE_MS
    ) -> ReviewView:
        view = ReviewView(ReviewPresenter(workspace, lambda _change: None), pause_ms=pause_ms)
        shown(view, width, height)
        view.show_review(review)
        return view

    return open_
