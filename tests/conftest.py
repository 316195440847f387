"""What every test may have: a clock that stands still, and an open, empty store."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from fixed_clock import FixedClock
from fresh_stores import KEY, NOW, copy_of
from iro_desktop.store import SqlStore, create_store

if TYPE_CHECKING:  # most tests want no hub, and psycopg takes a while to load
    from postgres_for_tests import HubDatabase, TestCluster

# The same examples each time, whoever runs them; `--hypothesis-profile=search` looks for new ones.
# No deadlines: a busy machine is no fault of the code's.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=1_000, deadline=None)
settings.load_profile("steady")


MEMORY = Path("/dev/shm")  # noqa: S108 - where Linux has a disk that is memory
ROOM = 2 * 2**30


def pytest_configure() -> None:
    """Tests wait for the disk a sixth of their time: let their files lie in memory if they can."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish() -> None:
    """What was collected stays to the end: to look for rubbish in it takes a tenth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture
def clock() -> FixedClock:
    """Sunday 22 November 2026, ten in the morning."""
    return FixedClock(NOW)


@pytest.fixture(scope="session")
def fresh_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store as it is once made: making its tables takes longer than most tests."""
    folder = tmp_path_factory.mktemp("fresh") / "store"
    create_store(folder, KEY, clock=FixedClock(NOW), author="Made-up Officer").close()
    return folder


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock, fresh_store: Path) -> Iterator[SqlStore]:
    """An open, empty store in `tmp_path / "store"`, under a key without an envelope."""
    opened = copy_of(fresh_store, tmp_path / "store", clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator["TestCluster"]:
    """A real PostgreSQL for this test process, started once a test wants a database."""
    from postgres_for_tests import TestCluster  # noqa: PLC0415 - see above

    cluster = TestCluster()
    yield cluster
    cluster.remove()


@pytest.fixture
def hub_database(postgres: "TestCluster") -> Iterator["HubDatabase"]:
    """A fresh hub's database, migrated and empty, with a connection string for each role."""
    database = postgres.new_database()
    yield database
    postgres.drop(database)
