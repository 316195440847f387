"""What laptops are told of backups: never more than what a backup really holds."""

import json

import psycopg
import pytest
from made_up_service import MadeUpService

from iro_hub.database import calls
from iro_hub.database.backup_moment import note_backup, settled_moment


def told(service: MadeUpService, token: str) -> str:
    changes = calls.changed(service.pools, token)
    assert changes is not None
    said: dict[str, str] = json.loads(changes.body)
    return said["backed_up_to"]


def test_that_laptops_hear_of_the_last_backup_and_of_none_before_it(
    own_service: MadeUpService,
) -> None:
    iro = own_service.someone("iro")
    assert told(own_service, iro.token) == ""
    first = settled_moment(own_service.database.owner)
    second = settled_moment(own_service.database.owner)
    before = calls.changed(own_service.pools, iro.token)
    assert before is not None
    note_backup(own_service.database.owner, second)
    note_backup(own_service.database.owner, first)  # one that took longer
    assert told(own_service, iro.token) == second.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    assert calls.changed(own_service.pools, iro.token, before.etag) is not None


def test_that_what_is_on_its_way_is_younger_than_the_backup(own_service: MadeUpService) -> None:
    with psycopg.connect(own_service.database.owner) as pushing:
        row = pushing.execute("SELECT now()").fetchone()
        assert row is not None
        assert settled_moment(own_service.database.owner) < row[0]


def test_that_who_may_not_see_the_others_transactions_waits_longer_than_any_may_last(
    own_service: MadeUpService,
) -> None:
    with psycopg.connect(own_service.database.owner) as connection:
        connection.execute("SET SESSION AUTHORIZATION iro_hub_owner")
        row = connection.execute(
            "SELECT hub.settled_moment() <= now() - 2 * hub.longest_call()"
        ).fetchone()
    assert row == (True,)


def test_that_no_backup_is_noted_of_what_is_yet_to_come(own_service: MadeUpService) -> None:
    with psycopg.connect(own_service.database.owner) as connection, pytest.raises(psycopg.Error):
        connection.execute("SELECT hub.note_backup(now() + interval '1 second')")
    with psycopg.connect(own_service.database.owner) as connection, pytest.raises(psycopg.Error):
        connection.execute("SELECT hub.note_backup(NULL)")
    iro = own_service.someone("iro")
    assert told(own_service, iro.token) == ""
