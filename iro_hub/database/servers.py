"""What is done to a database as a whole: its roles' passwords, its size, room for a restore."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import LiteralString

import psycopg
from psycopg import conninfo, pq, sql

from iro_hub.faults import HubFault

LOGIN_ROLES = ("iro_gateway", "iro_sign_in", "iro_operator")

ROLE_SETTINGS: Mapping[str, str] = {
    "statement_timeout": "10s",
    "lock_timeout": "5s",
    "jit": "off",
    "idle_in_transaction_session_timeout": "10s",
}
"""As the first migration sets them for each login role."""

SUPERUSERS_SETTINGS: Mapping[str, str] = {
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
"""More of them, where a superuser made the roles."""


@dataclass(frozen=True, slots=True)
class Held:
    """How much a hub holds. `body_bytes`: as sent; `table_bytes`: on disk, with indexes."""

    children: int
    revisions: int
    body_bytes: int
    table_bytes: int
    people: int
    devices: int


@contextmanager
def said_in_words() -> Iterator[None]:
    """Turn what the database says no with into a sentence for the operator.

    Raises:
        HubFault: it cannot be reached, or refused. Never with anything of a record.
    """
    try:
        yield
    except psycopg.OperationalError as problem:
        words = problem.diag.message_primary or str(problem).strip().splitlines()[0]
        raise HubFault("unavailable", f"The database does not do this: {words}") from None
    except psycopg.errors.InsufficientPrivilege:
        sentence = "This role may not do that. See docs/hub/operators.md: which string does what."
        raise HubFault("not_your_role", sentence) from None
    except psycopg.DatabaseError as problem:
        words = problem.diag.message_primary or type(problem).__name__
        raise HubFault("refused", f"The database refuses this: {words}") from None


def is_a_hub(dsn: str) -> bool:
    """Whether a hub is in this database."""
    with _connected(dsn) as connection:
        row = connection.execute("SELECT to_regclass('hub.migration') IS NOT NULL").fetchone()
    return row is not None and bool(row[0])


def set_password(dsn: str, role: str, password: str) -> None:
    """Give a login role another password. Only its verifier (SCRAM) goes to the server.

    Raises:
        HubFault: there is no such role, or `dsn` may not change it.
    """
    with _connected(dsn) as connection:
        verifier = connection.pgconn.encrypt_password(
            password.encode(), role.encode(), b"scram-sha-256"
        )
        statement = sql.SQL("ALTER ROLE {} PASSWORD {}").format(
            sql.Identifier(role), sql.Literal(verifier.decode())
        )
        connection.execute(statement)


def settle(dsn: str, role: str) -> None:
    """Take back what a login role set for itself.

    Whoever had its password may have changed how its sessions begin, for good.

    Raises:
        HubFault: `dsn` may not do that.
    """
    with _connected(dsn) as connection, connection.transaction():
        name = sql.Identifier(role)
        wanted = dict(ROLE_SETTINGS)
        if connection.execute(_IS_SUPERUSER).fetchone() == (True,):
            wanted.update(SUPERUSERS_SETTINGS)
        for statement in (
            sql.SQL("ALTER ROLE {} RESET ALL").format(name),
            sql.SQL("ALTER ROLE {} IN DATABASE {} RESET ALL").format(
                name, sql.Identifier(connection.info.dbname)
            ),
            *(
                sql.SQL("ALTER ROLE {} SET {} = {}").format(
                    name, sql.Identifier(setting), sql.Literal(value)
                )
                for setting, value in wanted.items()
            ),
        ):
            connection.execute(statement)


def end_sessions(dsn: str, role: str) -> bool:
    """End a login role's sessions, in all databases: they outlast the password they began with.

    Returns whether `dsn` may do that.
    """
    with _connected(dsn) as connection:
        try:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE usename = %s AND pid <> pg_backend_pid()",
                [role],
            )
        except psycopg.errors.InsufficientPrivilege:
            return False
    return True


def make_room(dsn: str) -> None:
    """Take away a hub that was just made and holds nothing, so that a backup fits in its place.

    Raises:
        HubFault: it holds something.
    """
    with _connected(dsn) as connection, connection.transaction():
        row = connection.execute(
            "SELECT EXISTS (SELECT FROM hub.person) OR EXISTS (SELECT FROM hub.child)"
        ).fetchone()
        if row is None or row[0]:
            raise HubFault("not_empty", "There is a hub in this database already.")
        connection.execute("DROP SCHEMA hub, hub_office CASCADE")


def take_stock(dsn: str) -> None:
    """Let the server count anew what each table holds, as it wants after a restore."""
    with _connected(dsn) as connection:
        connection.execute("ANALYZE")


def held(dsn: str) -> Held:
    """How much the hub holds."""
    with _connected(dsn) as connection:
        row = connection.execute(_HELD).fetchone()
    return Held(*(row or (0,) * 6))


def surroundings_of(dsn: str) -> dict[str, str]:
    """A connection string as environment variables, for PostgreSQL's own programs.

    As an argument, every user of the machine could read its password.
    """
    words = conninfo.conninfo_to_dict(dsn)
    known = {option.keyword.decode(): option.envvar for option in pq.Conninfo.get_defaults()}
    surroundings = {}
    for word, value in words.items():
        variable = known.get(word)
        if variable is None:
            raise HubFault("malformed", f"A connection string with {word} cannot be used here.")
        surroundings[variable.decode()] = str(value)
    return surroundings


def name_in(dsn: str) -> str:
    """The database that a connection string names."""
    with _connected(dsn) as connection:
        return connection.info.dbname


def as_role(dsn: str, role: str, password: str, host: str = "") -> str:
    """The same database for another role, by password; over loopback where `dsn` has a socket."""
    with _connected(dsn) as connection:
        info = connection.info
        over_socket = info.host.startswith("/") or not info.host
        words: Mapping[str, str | int] = {
            "host": host or ("127.0.0.1" if over_socket else info.host),
            "port": info.port,
            "dbname": info.dbname,
            "user": role,
            "password": password,
        }
    return conninfo.make_conninfo("", **words)


def with_password(dsn: str, password: str) -> str:
    """The same connection string with another password."""
    return conninfo.make_conninfo(dsn, password=password)


def password_in(dsn: str) -> str:
    """The password that a connection string holds, empty for none."""
    return str(conninfo.conninfo_to_dict(dsn).get("password", ""))


def has_password(dsn: str) -> bool:
    """Whether a connection string holds a password."""
    return "password" in conninfo.conninfo_to_dict(dsn)


def _connected(dsn: str) -> psycopg.Connection:
    """A connection, each statement a transaction."""
    return psycopg.connect(dsn, autocommit=True, application_name="iro-hub")


_IS_SUPERUSER: LiteralString = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"

_HELD: LiteralString = """
SELECT (SELECT count(*) FROM hub.child), (SELECT count(*) FROM hub.revision),
       (SELECT coalesce(sum(length(body)), 0)::bigint FROM hub.revision),
       pg_total_relation_size('hub.revision'),
       (SELECT count(*) FROM hub.person), (SELECT count(*) FROM hub.device)
"""
