"""A cheap store: the key is given as it is, without an envelope to open."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fixed_clock import FixedClock
from iro_desktop.store import SqlStore, open_store

KEY = bytes(range(32))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the fixture `store` keeps its files."""
    return tmp_path / "store"


@pytest.fixture
def key() -> bytes:
    return KEY


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
