"""What tests of tools may have that keep nothing: a store that all of them read."""

import datetime as dt
from collections.abc import Iterator

import pytest
from review_in_hand import TODAY, begin, presenter_of, workspace_with_review

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import create_store
from iro_desktop.ui.review.presenter import ReviewPresenter

KEY = bytes(range(32))


@pytest.fixture(scope="session")
def review_to_read(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Workspace, ReviewId]]:
    """Cedar's next review in a store of its own. Whoever uses it saves nothing."""
    clock = FixedClock(dt.datetime.combine(TODAY, dt.time(10), dt.UTC))
    store = create_store(
        tmp_path_factory.mktemp("read") / "store", KEY, clock=clock, author="Made-up Officer"
    )
    workspace = workspace_with_review(store, clock)
    yield workspace, begin(workspace)
    store.close()


@pytest.fixture
def unkept(review_to_read: tuple[Workspace, ReviewId]) -> ReviewPresenter:
    """Cedar's next review on screen, of which nothing may be kept."""
    return presenter_of(*review_to_read)
