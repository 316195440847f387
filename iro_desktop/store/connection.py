"""Open the encrypted file: the key before anything else, then what every connection needs.

SQLCipher takes 32 bytes in hexadecimal as the raw key, so nothing a person typed is ever part of a
statement, and its own slow hash is not run (0.1 s for every connection).
"""

import logging
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, Pool, create_engine, event
from sqlalchemy.pool import QueuePool

from iro_desktop.services.faults import DamagedStore, NoStore

KEY_BYTES = 32
PATIENCE = 30.0  # seconds that one unit of work waits for another to end
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "temp_store = MEMORY",  # nothing goes unencrypted into a temporary file
    "cache_size = -32768",  # KiB: a whole store fits, and pages are decrypted once
    "secure_delete = ON",
)


class NotEncrypted(RuntimeError):
    """The driver is not SQLCipher: plain SQLite passes over `PRAGMA key` in silence."""


def connect(path: Path, key: bytes, *, foreign_keys: bool = True) -> sqlcipher.Connection:
    """A connection that begins no transaction by itself.

    Raises:
        NoStore: there is no such file.
        sqlcipher3.dbapi2.DatabaseError: another key, or damage.
        NotEncrypted: nothing would be encrypted.
    """
    if len(key) != KEY_BYTES:
        message = f"a store's key has {KEY_BYTES} bytes"
        raise ValueError(message)
    if not path.is_file():
        raise NoStore  # SQLite would make one, readable by everybody
    connection = sqlcipher.connect(
        str(path),
        isolation_level=None,
        check_same_thread=False,
        timeout=PATIENCE,
    )
    try:
        _prepare(connection, key, foreign_keys=foreign_keys)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlcipher.Connection, key: bytes, *, foreign_keys: bool) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # or each damaged page is told to stderr
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise NotEncrypted
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for pragma in (*_PRAGMAS, f"foreign_keys = {'ON' if foreign_keys else 'OFF'}"):
        connection.execute(f"PRAGMA {pragma}").fetchone()


def encrypted_engine(
    path: Path,
    key: bytes,
    *,
    foreign_keys: bool = True,
    pool: type[Pool] = QueuePool,
) -> Engine:
    """An engine whose transactions are real ones, changes of schema included.

    A transaction takes the write lock when it begins, so it never fails half way for want of it.
    What is bound to a statement stays out of the text of its errors.
    """
    sizes = {"pool_size": 2, "max_overflow": 1} if pool is QueuePool else {}
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: connect(path, key, foreign_keys=foreign_keys),
        poolclass=pool,
        hide_parameters=True,
        **sizes,
    )
    event.listen(engine, "begin", _begin)
    logging.getLogger("sqlalchemy.engine.Engine").addFilter(_holds_no_rows)
    return engine


def _holds_no_rows(record: logging.LogRecord) -> bool:
    """SQLAlchemy logs whole rows at DEBUG, hidden parameters or not. They go into no log."""
    return record.levelno > logging.DEBUG


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def check_whole(connection: sqlcipher.Connection) -> None:
    """Read every page and every reference. Raises DamagedStore, or what the database says."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    cipher_faults = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    structure = connection.execute("PRAGMA integrity_check(1)").fetchall()
    references = connection.execute("PRAGMA foreign_key_check").fetchone()
    if cipher_faults or structure != [("ok",)] or references:
        raise DamagedStore
