"""Whoever has the gateway's own password, and no token, reads and writes nothing."""

import psycopg
import pytest
from made_up_service import MadeUpService, bundle, code_of, new
from psycopg import errors, sql

from iro_hub.database import calls
from iro_hub.database.pool import Pools

TABLES = """
SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname IN ('hub', 'hub_office') AND c.relkind IN ('r', 'v', 'S', 'p', 'm')
"""
FUNCTIONS = """
SELECT p.oid::regprocedure::text, p.proname, has_function_privilege(%s, p.oid, 'EXECUTE'),
       p.prosecdef, coalesce(array_to_string(p.proconfig, ' '), '')
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE n.nspname IN ('hub', 'hub_office')
"""
WITHOUT_TOKEN = {"enrol"}


@pytest.mark.parametrize("role", ["gateway", "sign_in"])
def test_that_the_gateways_password_opens_no_table(service: MadeUpService, role: str) -> None:
    service.child_of(service.someone("iro"))
    tables = [sql.SQL(name) for (name,) in service.owner.execute(TABLES)]
    assert len(tables) > 20
    dsn = getattr(service.database, role)
    with psycopg.connect(dsn, autocommit=True) as stranger:
        for table in tables:
            for statement in (
                "SELECT * FROM {}",
                "INSERT INTO {} DEFAULT VALUES",
                "DELETE FROM {}",
                "TRUNCATE {}",
                "ALTER TABLE {} DISABLE TRIGGER ALL",
                "DROP TABLE {}",
            ):
                with pytest.raises(psycopg.Error) as refused:
                    stranger.execute(sql.SQL(statement).format(table))
                assert isinstance(
                    refused.value, errors.InsufficientPrivilege | errors.WrongObjectType
                ), (statement, refused.value)


def test_that_no_role_but_the_owner_may_change_a_row(service: MadeUpService) -> None:
    rights = service.owner.execute(
        "SELECT DISTINCT grantee, privilege_type FROM information_schema.role_table_grants"
        " WHERE table_schema IN ('hub', 'hub_office') AND grantee <> 'iro_hub_owner'"
    ).fetchall()
    assert rights == [("iro_operator", "SELECT")]


@pytest.mark.parametrize(
    ("role", "functions"),
    [("iro_gateway", 19), ("iro_sign_in", 1), ("iro_operator", 23)],
)
def test_that_a_role_may_execute_only_functions_that_guard_themselves(
    service: MadeUpService, role: str, functions: int
) -> None:
    rows = [row for row in service.owner.execute(FUNCTIONS, [role]) if row[2]]
    assert len(rows) == functions
    assert all(is_definer and "search_path=" in setup for *_, is_definer, setup in rows)


def test_that_every_function_refuses_a_stranger(service: MadeUpService) -> None:
    child = service.child_of(service.someone("iro"))
    texts = {"p_child": child, "p_bundle": new(), "p_file": "0" * 64}
    tried = 0
    with psycopg.connect(service.database.gateway, autocommit=True) as stranger:
        for signature, name, may, _, _ in service.owner.execute(FUNCTIONS, ["iro_gateway"]):
            if not may or name in WITHOUT_TOKEN:
                continue
            parameters = service.owner.execute(
                "SELECT name, type::regtype::text FROM unnest("
                " (SELECT proargnames[1:pronargs] FROM pg_proc WHERE oid = %s::regprocedure),"
                " (SELECT proargtypes::oid[] FROM pg_proc WHERE oid = %s::regprocedure)"
                ") AS a (name, type)",
                [signature, signature],
            ).fetchall()
            for token in ("", "forged", "' OR true --", None):
                given = [
                    token if parameter == "p_token" else texts.get(parameter)
                    for parameter, _ in parameters
                ]
                call = sql.SQL("SELECT hub.{}({})").format(
                    sql.Identifier(name),
                    sql.SQL(", ").join(
                        sql.SQL("%s::" + of)
                        for _, of in parameters  # catalogue's
                    ),
                )
                with pytest.raises(psycopg.Error) as refused:
                    stranger.execute(call, given)
                assert (refused.value.sqlstate, refused.value.diag.message_primary) == (
                    "IR001",
                    "unauthenticated",
                ), signature
            tried += 1
    assert tried == 18


def test_that_another_teams_child_is_closed_by_every_road(service: MadeUpService) -> None:
    child = service.child_of(service.someone("iro", team="South"))
    stranger, pools = service.someone("iro", team="North"), service.pools
    token, file = stranger.token, "0" * 64
    roads = [
        lambda: calls.pull(pools, token, child, 0, "", 10),
        lambda: calls.held_ids(pools, token, child),
        lambda: calls.file_state(pools, token, child, file),
        lambda: calls.send_piece(pools, token, child, file, 0, 1, b"x"),
        lambda: calls.file_piece(pools, token, child, file, 0),
        lambda: calls.sealing_keys(pools, token, child),
        lambda: calls.grant(pools, token, child, []),
        lambda: calls.grants(pools, token, child),
    ]
    assert [code_of(road) for road in roads] == ["not_yours"] * len(roads)
    assert service.changes(stranger)["children"] == []
    # A child that nobody has looks just the same.
    assert code_of(lambda: calls.pull(pools, token, new(), 0, "", 10)) == "not_yours"


def test_that_signing_in_needs_a_password_of_its_own(service: MadeUpService) -> None:
    with psycopg.connect(service.database.gateway, autocommit=True) as stranger:
        with pytest.raises(errors.InsufficientPrivilege):
            stranger.execute("SELECT hub.sign_in('i', 's', 'n', '{}', 'x', now(), 'd', 'k', 'h')")
        for role in ("iro_sign_in", "iro_operator", "iro_hub_owner"):
            with pytest.raises(errors.InsufficientPrivilege):
                stranger.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
        with pytest.raises(errors.InsufficientPrivilege):
            stranger.execute("SELECT hub_office.enrol_code('p', 'h', 1)")
        with pytest.raises(errors.InsufficientPrivilege):
            stranger.execute("CREATE TABLE public.mine (a int)")
        with pytest.raises(errors.InsufficientPrivilege):
            stranger.execute("CREATE SCHEMA mine")
    without = Pools(service.database.gateway)
    assert code_of(lambda: calls.push(without, "x", [])) in {"unavailable", "unauthenticated"}


@pytest.mark.parametrize("role", ["owner", "iro_hub_owner"])
@pytest.mark.parametrize("table", ["revision", "bundle", "audit", "council_setting"])
@pytest.mark.parametrize(
    "statement", ["UPDATE hub.{} SET {} = {}", "DELETE FROM hub.{}", "TRUNCATE hub.{}"]
)
def test_that_not_even_the_owner_changes_what_was_written(
    service: MadeUpService, role: str, table: str, statement: str
) -> None:
    service.child_of(service.someone("iro"))
    column = {"revision": "body", "bundle": "device", "audit": "did"}.get(table, "content")
    parts = [sql.Identifier(one) for one in (table, column, column)][: statement.count("{}")]
    with psycopg.connect(service.database.owner) as owner:
        if role != "owner":
            owner.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
        with pytest.raises(psycopg.Error) as refused:
            owner.execute(sql.SQL(statement).format(*parts))
        assert refused.value.sqlstate == "IR002"
        owner.rollback()


def test_that_login_roles_cannot_hold_the_hub_up(service: MadeUpService) -> None:
    for role in ("gateway", "sign_in"):
        with psycopg.connect(getattr(service.database, role)) as caller:
            limits = [
                caller.execute(sql.SQL("SHOW {}").format(sql.Identifier(name))).fetchone()
                for name in (
                    "statement_timeout",
                    "lock_timeout",
                    "idle_in_transaction_session_timeout",
                    "log_parameter_max_length",
                    "synchronous_commit",
                )
            ]
        assert limits == [("10s",), ("5s",), ("10s",), ("0",), ("on",)]


def test_that_a_database_that_is_away_is_named(service: MadeUpService) -> None:
    gone = Pools("host=/nowhere user=iro_gateway dbname=none", most=1)
    assert code_of(lambda: calls.alive(gone)) == "unavailable"
    assert code_of(lambda: calls.myself(service.pools, "x")) == "unauthenticated"


def test_that_a_push_says_nothing_of_a_child_that_another_has(service: MadeUpService) -> None:
    child = service.child_of(service.someone("iro"))
    for role in ("iro", "manager", "business_support", "auditor", "administrator"):
        someone = service.someone(role, team="South")
        whys = [one.why for one in service.push(someone, bundle(someone, child))]
        assert whys == ["not_yours"]


def test_that_a_transaction_held_open_keeps_no_door_open(own_service: MadeUpService) -> None:
    iro = own_service.someone("iro")
    child = own_service.child_of(iro)
    own_service.owner.execute(
        "CREATE OR REPLACE FUNCTION hub.longest_call() RETURNS interval LANGUAGE sql IMMUTABLE"
        " AS $$ SELECT interval '0.2 seconds' $$"
    )
    with psycopg.connect(own_service.database.gateway) as held:
        read = ("SELECT length(hub.held_ids(%s, %s))", [iro.token, child])
        assert held.execute(*read).fetchone()
        held.execute("SELECT pg_sleep(0.3)")
        with pytest.raises(psycopg.DatabaseError, match="unavailable"):
            held.execute(*read)
