from collections.abc import Iterator

import pytest
from made_up_service import MadeUpService

from postgres_for_tests import HubDatabase, TestCluster


@pytest.fixture(scope="module")
def service(postgres: TestCluster) -> Iterator[MadeUpService]:
    """One hub for all tests of a module: each makes people and children of its own."""
    database = postgres.new_database()
    made = MadeUpService(database)
    yield made
    made.close()
    postgres.drop(database)


@pytest.fixture
def own_service(hub_database: HubDatabase) -> Iterator[MadeUpService]:
    """A hub for one test, which may spoil it."""
    made = MadeUpService(hub_database)
    yield made
    made.close()
