"""Migrations run once, in order, by one at a time, and a released one never changes."""

import json
import threading
from collections.abc import Iterator
from importlib.resources import files

import psycopg
import pytest

from iro_hub.database import migrate
from iro_hub.faults import HubFault
from postgres_for_tests import HubDatabase, TestCluster

RELEASED: dict[str, str] = json.loads(
    (files("iro_hub.database") / "migrations" / "released.json").read_text(encoding="utf-8")
)


@pytest.fixture
def empty_database(postgres: TestCluster) -> Iterator[HubDatabase]:
    database = postgres.new_empty_database()
    yield database
    postgres.drop(database)


def test_that_released_migrations_never_change() -> None:
    known = {one.name: one.sha256 for one in migrate.migrations()}
    assert {name: known.get(name) for name in RELEASED} == RELEASED


def test_that_migrating_twice_does_nothing_the_second_time(empty_database: HubDatabase) -> None:
    names = tuple(one.name for one in migrate.migrations())
    assert migrate.migrate(empty_database.owner) == names
    assert migrate.migrate(empty_database.owner) == ()


def test_that_two_who_migrate_at_once_do_it_once(empty_database: HubDatabase) -> None:
    done: list[tuple[str, ...]] = []
    threads = [
        threading.Thread(target=lambda: done.append(migrate.migrate(empty_database.owner)))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done, key=len) == [(), tuple(one.name for one in migrate.migrations())]


def test_that_a_changed_migration_is_refused(hub_database: HubDatabase) -> None:
    wanted = migrate.migrations()
    changed = migrate.Migration(wanted[3].name, wanted[3].statements + "-- a word more\n")
    with psycopg.connect(hub_database.owner) as connection, pytest.raises(HubFault) as refused:
        migrate.run(connection, (*wanted[:3], changed, *wanted[4:]))
    assert refused.value.code == "changed_migration"


def test_that_a_newer_database_is_refused(hub_database: HubDatabase) -> None:
    with psycopg.connect(hub_database.owner) as connection, pytest.raises(HubFault) as refused:
        migrate.run(connection, migrate.migrations()[:-1])
    assert refused.value.code == "newer_database"


def test_that_a_migration_that_fails_leaves_nothing_behind(hub_database: HubDatabase) -> None:
    broken = migrate.Migration("9999_broken.sql", "CREATE TABLE hub.half (a int); SELECT 1 / 0;")
    with pytest.raises(psycopg.Error), psycopg.connect(hub_database.owner) as connection:
        migrate.run(connection, (*migrate.migrations(), broken))
    with psycopg.connect(hub_database.owner) as connection:
        assert connection.execute("SELECT to_regclass('hub.half')").fetchone() == (None,)
    assert migrate.migrate(hub_database.owner) == ()


def test_that_what_is_made_belongs_to_the_role_that_cannot_log_in(
    hub_database: HubDatabase,
) -> None:
    with psycopg.connect(hub_database.owner) as connection:
        owners = connection.execute(
            "SELECT DISTINCT relowner::regrole::text FROM pg_class"
            " WHERE relnamespace IN ('hub'::regnamespace, 'hub_office'::regnamespace)"
        ).fetchall()
        can_log_in = connection.execute(
            "SELECT rolname::text FROM pg_roles"
            " WHERE rolname LIKE 'iro%' AND rolcanlogin ORDER BY 1"
        ).fetchall()
    assert owners == [("iro_hub_owner",)]
    assert can_log_in == [("iro_gateway",), ("iro_operator",), ("iro_sign_in",)]


def test_that_the_order_is_that_of_the_numbers() -> None:
    names = [one.name for one in migrate.migrations()]
    assert names == sorted(names)
    assert len({name[:4] for name in names}) == len(names)
    assert [one.name for one in migrate.migrations() if one.makes_roles] == names[:1]
