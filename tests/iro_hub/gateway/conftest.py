"""A live hub: a database of its own, a gateway over HTTP, and people who call."""

from collections.abc import Iterator

import httpx
import pytest

from gateway_for_tests import running_gateway
from hub_people import LiveHub, some_people
from postgres_for_tests import TestCluster


@pytest.fixture(scope="module")
def live_hub(postgres: TestCluster) -> Iterator[LiveHub]:
    """One for all tests of a module: they add to it, and take nothing away."""
    database = postgres.new_database()
    with running_gateway(database) as address, httpx.Client(base_url=f"{address}/v1") as http:
        yield LiveHub(database, address, some_people(database, address), http)
    postgres.drop(database)
