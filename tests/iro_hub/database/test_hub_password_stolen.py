"""What somebody does who has the gateway's own password, and perhaps a laptop's token as well."""

import psycopg
import pytest
from made_up_service import MadeUpService, bundle
from psycopg import errors, sql

from iro_desktop.wire.revisions import BUNDLES_IN_A_PUSH
from iro_hub.database import checks, servers
from iro_hub.database.pool import Pools

PUSH = "SELECT (hub.push_bundle(%s, %s, %s, false, %s::bytea[])).outcome"


@pytest.mark.parametrize(
    "isolation", [psycopg.IsolationLevel.REPEATABLE_READ, psycopg.IsolationLevel.SERIALIZABLE]
)
def test_that_nobody_outlasts_their_access_in_what_the_hub_was_before(
    service: MadeUpService, isolation: psycopg.IsolationLevel
) -> None:
    iro = service.someone("iro")
    child = service.child_of(iro)
    sent = bundle(iro, child)
    with psycopg.connect(service.database.gateway) as thief:
        thief.isolation_level = isolation
        thief.execute("SELECT 1 FROM pg_class LIMIT 1")
        service.office.revoke(iro.device, "lost")
        for call, values in (
            ("SELECT hub.held_ids(%s, %s)", [iro.token, child]),
            (PUSH, [iro.token, sent.id, sent.child, sent.revisions]),
        ):
            with pytest.raises(psycopg.DatabaseError, match="unavailable"), thief.transaction():
                thief.execute(call, values)
    assert service.push(iro, sent)[0].outcome == "quarantined"


@pytest.mark.parametrize("role", ["gateway", "sign_in", "operator"])
@pytest.mark.parametrize(
    "what",
    [
        "pg_advisory_lock(1)",
        "pg_advisory_xact_lock(1)",
        "pg_try_advisory_lock_shared(1, 2)",
        "lo_create(0)",
        "lo_from_bytea(0, 'a')",
        "pg_export_snapshot()",
        "pg_terminate_backend(pg_backend_pid())",
        "pg_read_file('/etc/passwd')",
        "pg_reload_conf()",
    ],
)
def test_that_no_role_holds_the_server_up_or_fills_it(
    service: MadeUpService, role: str, what: str
) -> None:
    with (
        psycopg.connect(getattr(service.database, role)) as stranger,
        pytest.raises(errors.InsufficientPrivilege),
    ):
        stranger.execute(f"SELECT {what}".encode())


def test_that_nobody_reads_a_token_off_the_gateways_own_sessions(
    own_service: MadeUpService,
) -> None:
    iro = own_service.someone("iro")
    child = own_service.child_of(iro)
    with (
        own_service.pools.gateway() as busy,
        psycopg.connect(own_service.database.gateway) as thief,
    ):
        busy.execute("SELECT hub.held_ids(%s, %s)", [iro.token, child])
        seen = thief.execute(
            "SELECT string_agg(query, '; ') FROM pg_stat_activity"
            " WHERE usename = 'iro_gateway' AND pid <> pg_backend_pid()"
        ).fetchone()
    assert "hub.held_ids(" in str(seen)
    assert iro.token not in str(seen)
    assert child not in str(seen)


def test_that_a_push_takes_no_more_locks_than_it_has_bundles(service: MadeUpService) -> None:
    iro = service.someone("iro")
    with psycopg.connect(service.database.gateway, autocommit=True) as thief:
        begin = "SELECT hub.begin_push(%s, array_fill('x'::text, ARRAY[%s]))"
        thief.execute(begin, [iro.token, BUNDLES_IN_A_PUSH])
        with pytest.raises(psycopg.DatabaseError, match="too_large"):
            thief.execute(begin, [iro.token, BUNDLES_IN_A_PUSH + 1])


def test_that_a_changed_role_loses_no_acknowledged_word_and_is_found(
    own_service: MadeUpService,
) -> None:
    database = own_service.database
    assert checks.verify(database.owner) == ()
    change = sql.SQL("ALTER ROLE iro_gateway IN DATABASE {} SET {} = {}")
    with psycopg.connect(database.gateway, autocommit=True) as thief:
        for name, value in (
            ("synchronous_commit", "off"),
            ("datestyle", "SQL"),
            ("client_encoding", "LATIN1"),
            ("default_transaction_isolation", "serializable"),
            ("default_transaction_read_only", "on"),
        ):
            thief.execute("SET default_transaction_read_only = off")
            thief.execute(change.format(sql.Identifier(database.name), sql.Identifier(name), value))
    with Pools(database.gateway) as pools, pools.gateway() as connection:
        told = [
            connection.execute(sql.SQL("SHOW {}").format(sql.Identifier(name))).fetchone()
            for name in ("synchronous_commit", "transaction_isolation", "transaction_read_only")
        ]
        assert told == [("on",), ("read committed",), ("off",)]
        assert connection.info.encoding == "utf-8"
        assert connection.info.parameter_status("DateStyle") == "ISO, MDY"
    faults = {fault.what for fault in checks.verify(database.owner)}
    assert "The role iro_gateway begins with synchronous_commit set." in faults
    servers.settle(database.owner, "iro_gateway")
    assert checks.verify(database.owner) == ()


def test_that_a_role_that_may_more_than_it_should_is_found(own_service: MadeUpService) -> None:
    own_service.owner.execute("BEGIN")
    own_service.owner.execute("GRANT iro_hub_owner TO iro_gateway")
    own_service.owner.execute("COMMIT")
    try:
        (fault,) = checks.verify(own_service.database.owner)
    finally:
        own_service.owner.execute("REVOKE iro_hub_owner FROM iro_gateway")
    assert fault.what == "The role iro_gateway may act as iro_hub_owner."


def test_that_who_hides_what_they_read_leaves_a_gap_in_the_audit(
    own_service: MadeUpService,
) -> None:
    iro = own_service.someone("iro")
    child = own_service.child_of(iro)
    assert checks.skipped(own_service.database.owner) == checks.Skipped(0, None)
    with psycopg.connect(own_service.database.gateway) as thief:
        for _ in range(2):
            thief.execute("SELECT hub.held_ids(%s, %s)", [iro.token, child])
            thief.rollback()
    own_service.page(iro, child)
    found = checks.skipped(own_service.database.owner)
    assert (found.many, found.last is not None) == (2, True)
