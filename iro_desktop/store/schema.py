"""Which schema this program writes, and which a store has."""

import sqlcipher3.dbapi2 as sqlcipher

from iro_desktop.services.faults import DamagedStore

HEAD = "0005"  # the newest of migrations/versions; a test holds the two together


def schema_of(connection: sqlcipher.Connection) -> str:
    """The revision a store's schema is at. Raises DamagedStore where there is none."""
    known = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    ).fetchone()
    found = known and connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if not found:
        raise DamagedStore
    return str(found[0])
