"""Bring a hub's database to the newest shape: migrations in their order, each once, or none at all.

A released migration never changes: the database remembers the SHA-256 of each, and refuses one that
is another now. What is to be different comes as the next number.
"""

import hashlib
from dataclasses import dataclass
from importlib.resources import files

import psycopg
from psycopg import sql

from iro_hub.faults import HubFault

_LOCK = 6_250_611
_OWNER = "iro_hub_owner"


@dataclass(frozen=True, slots=True)
class Migration:
    """One file of `migrations/`. The first runs as who migrates, the others as the owner role."""

    name: str
    statements: str

    @property
    def sha256(self) -> str:
        """The fingerprint of its text."""
        return hashlib.sha256(self.statements.encode()).hexdigest()

    @property
    def makes_roles(self) -> bool:
        """The first makes the role that the others run as."""
        return self.name.startswith("0001_")


def migrations() -> tuple[Migration, ...]:
    """All of them, in their order."""
    folder = files("iro_hub.database") / "migrations"
    return tuple(
        Migration(file.name, file.read_text(encoding="utf-8"))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".sql")
    )


def migrate(dsn: str) -> tuple[str, ...]:
    """Run what has not run yet, in one transaction, and say which. `dsn`: who may make roles.

    Raises:
        HubFault: the database is newer than this program, or remembers a migration differently.
    """
    with psycopg.connect(dsn, application_name="iro-hub migrate") as connection:
        return run(connection, migrations())


def run(connection: psycopg.Connection, wanted: tuple[Migration, ...]) -> tuple[str, ...]:
    """Run these in the connection's transaction, where they have not run."""
    connection.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    done = _remembered(connection)
    _check(done, wanted)
    now = tuple(migration for migration in wanted if migration.name not in done)
    for migration in now:
        if not migration.makes_roles:
            connection.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(_OWNER)))
        connection.execute(migration.statements.encode())
        connection.execute(
            "INSERT INTO hub.migration (name, sha256) VALUES (%s, %s)",
            [migration.name, migration.sha256],
        )
        connection.execute("RESET ROLE")
    return tuple(migration.name for migration in now)


def _remembered(connection: psycopg.Connection) -> dict[str, str]:
    row = connection.execute("SELECT to_regclass('hub.migration') IS NOT NULL").fetchone()
    if row is None or not row[0]:
        return {}
    return dict(connection.execute("SELECT name, sha256 FROM hub.migration").fetchall())


def _check(done: dict[str, str], wanted: tuple[Migration, ...]) -> None:
    known = {migration.name: migration.sha256 for migration in wanted}
    for name, sha256 in sorted(done.items()):
        if name not in known:
            raise HubFault(
                "newer_database",
                f"The database has the migration {name}, which this program does not know. "
                "Install the newer program.",
            )
        if known[name] != sha256:
            raise HubFault(
                "changed_migration",
                f"The migration {name} is not the one that this database was made with. "
                "A released migration never changes: install the program as it was released.",
            )


def set_password(dsn: str, role: str, password: str) -> None:
    """Give a login role a password. It travels as a verifier, never as itself, and into no log."""
    with psycopg.connect(dsn, application_name="iro-hub migrate") as connection:
        verifier = connection.pgconn.encrypt_password(
            password.encode(), role.encode(), b"scram-sha-256"
        )
        connection.execute(
            sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                sql.Identifier(role), sql.Literal(verifier.decode())
            )
        )
