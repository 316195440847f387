"""What tests of a review may have: Cedar's review in a real store, and its screen in a window."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from review_in_hand import begin, workspace_with_review
from small_caseload import workspace_with_nothing

from fixed_clock import FixedClock
from fresh_stores import NOW, copy_of
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.view import ReviewView

Show = Callable[..., ReviewView]
A_LONG_PAUSE_MS = 60_000


@pytest.fixture(scope="session")
def cedars_store(fresh_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with Cedar's file: filling it takes longer than most tests."""
    folder, clock = tmp_path_factory.mktemp("cedar") / "store", FixedClock(NOW)
    with closing(copy_of(fresh_store, folder, clock)) as store:
        workspace_with_review(store, clock)
    return folder


@pytest.fixture(scope="session")
def begun_store(
    cedars_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, ReviewId]:
    """The same, with Cedar's next review in preparation."""
    folder, clock = tmp_path_factory.mktemp("begun") / "store", FixedClock(NOW)
    with closing(copy_of(cedars_store, folder, clock)) as store:
        return folder, begin(workspace_with_nothing(store, clock))


@pytest.fixture
def store(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    clock: FixedClock,
    cedars_store: Path,
    begun_store: tuple[Path, ReviewId],
) -> Iterator[SqlStore]:
    """A copy of Cedar's file, open; with the next review in it where the test asks for one."""
    made = begun_store[0] if "review" in request.fixturenames else cedars_store
    opened = copy_of(made, tmp_path / "store", clock)
    yield opened
    opened.close()


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_with_nothing(store, clock)


@pytest.fixture
def review(workspace: Workspace, begun_store: tuple[Path, ReviewId]) -> ReviewId:
    """Cedar's next review, in preparation."""
    assert workspace
    return begun_store[1]


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
