"""A cheap store: the key is given as it is, without an envelope to open."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store_samples import put_one_of_each

from fixed_clock import FixedClock
from fresh_stores import KEY, NOW, copy_of
from iro_desktop.store import SqlStore, open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the fixture `store` keeps its files."""
    return tmp_path / "store"


@pytest.fixture
def key() -> bytes:
    return KEY


@pytest.fixture(scope="session")
def filled_store(fresh_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store that holds one of each thing."""
    folder = tmp_path_factory.mktemp("filled") / "store"
    made = copy_of(fresh_store, folder, FixedClock(NOW))
    with closing(made), made.unit_of_work() as uow:
        put_one_of_each(uow)
    return folder


@pytest.fixture
def store(
    request: pytest.FixtureRequest, folder: Path, clock: FixedClock, fresh_store: Path
) -> Iterator[SqlStore]:
    """An open, empty store; with one of each thing in it where the test asks for it `filled`."""
    is_filled = "filled" in request.fixturenames
    made = request.getfixturevalue("filled_store") if is_filled else fresh_store
    opened = copy_of(made, folder, clock)
    yield opened
    opened.close()


@pytest.fixture
def filled(store: SqlStore) -> SqlStore:
    """The store, with one of each thing in it."""
    return store


@pytest.fixture
def reopen(store: SqlStore, folder: Path, clock: FixedClock) -> Iterator[Callable[[], SqlStore]]:
    """Close the store, as the end of the program does, and open it again."""
    opened = [store]

    def again() -> SqlStore:
        opened[-1].close()
        opened.append(open_store(folder, KEY, clock=clock, author="Made-up Officer"))
        return opened[-1]

    yield again
    opened[-1].close()
