"""A child's lock that is held elsewhere keeps up who writes of that child, for a while, alone."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import psycopg
from psycopg import errors

from gateway_for_tests import running_gateway
from hub_people import People, bundle, some_people
from iro_hub.database.pool import Pools
from iro_hub.gateway.configuration import Limits
from laptops_for_tests import wait_for
from postgres_for_tests import HubDatabase

FEW = Limits(database_connections=2)
_WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"


def test_that_others_are_answered_while_pushes_wait_for_a_child(hub_database: HubDatabase) -> None:
    with (
        running_gateway(hub_database, limits=FEW) as address,
        httpx.Client(base_url=f"{address}/v1", timeout=20) as http,
        hub_database.connect() as elsewhere,
        ThreadPoolExecutor(4) as laptops,
    ):
        people = some_people(hub_database, address)
        _hold(elsewhere, people.child)
        pushes = [laptops.submit(_push, http, people) for _ in range(4)]
        wait_for(_waits(hub_database))
        for _ in range(3):
            read = http.get("/changed", headers=people.ben.headers)
            assert read.status_code == 200
        assert _waits(hub_database)()
        elsewhere.rollback()
        assert {push.result().status_code for push in pushes} == {200}


def test_that_a_push_waits_two_seconds_at_most(hub_database: HubDatabase) -> None:
    with running_gateway(hub_database) as address:
        people = some_people(hub_database, address)
    with Pools(hub_database.gateway) as pools, pools.gateway() as connection:
        connection.execute("SELECT hub.begin_push(%s, %s)", [people.amina.token, [people.child]])
        assert connection.execute("SHOW lock_timeout").fetchone() == ("2s",)
    # What the pools tell as a hub that is busy, so that the laptop comes again:
    assert issubclass(errors.LockNotAvailable, psycopg.OperationalError)


def _hold(elsewhere: psycopg.Connection, child: str) -> None:
    elsewhere.autocommit = False
    elsewhere.execute("SELECT pg_advisory_xact_lock(hub.lock_of(%s))", [child])


def _push(http: httpx.Client, people: People) -> httpx.Response:
    sent = {"bundles": [bundle(people.amina, people.child)]}
    return http.post("/push", json=sent, headers=people.amina.headers)


def _waits(database: HubDatabase) -> Callable[[], bool]:
    def waits() -> bool:
        with database.connect() as connection:
            row = connection.execute(_WAITING).fetchone()
        return row is not None and row[0] > 0

    return waits
