"""What every call shares: plain text in, a row or undecoded bytes out."""

import hashlib
from typing import Any

import psycopg
from psycopg.types.string import ByteaBinaryLoader

from iro_hub.database.pool import Pools, fault


def plain(text: str) -> str:
    """Text that PostgreSQL can hold: it has no NUL, and no half of a surrogate pair.

    What had one becomes text that is nothing's name, and is refused as such.
    """
    return text.replace("\x00", "\ufffd").encode(errors="replace").decode()


def hash_of(token: str) -> bytes:
    """The SHA-256 of a secret."""
    return hashlib.sha256(token.encode()).digest()


def row_of(cursor: psycopg.Cursor[tuple[Any, ...]]) -> tuple[Any, ...]:
    """The one row of an answer."""
    row = cursor.fetchone()
    if row is None:
        raise fault("unavailable")
    return row


def undecoded(connection: psycopg.Connection) -> psycopg.Cursor[tuple[Any, ...]]:
    """A cursor that gives texts as the UTF-8 bytes that came: they are sent on as they are."""
    cursor = connection.cursor(binary=True)
    cursor.adapters.register_loader("text", ByteaBinaryLoader)
    return cursor


def text_of(pools: Pools, query: str, *arguments: object) -> bytes:
    """The bytes of the one text that a query gives."""
    with pools.gateway() as connection, undecoded(connection) as cursor:
        cursor.execute(query.encode(), arguments)
        (text,) = row_of(cursor)
    return bytes(text)
