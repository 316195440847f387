"""Which fault an error of the database is."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from iro_desktop.services.faults import (
    DamagedStore,
    KnownFault,
    LockedStore,
    NoSpace,
    NotWritable,
)

STORE_NAME = "store.db"

# Longest first: an extended code is tried before the family it belongs to.
# The key comes out of an envelope that vouches for it, so "not a database" is damage here.
_BY_CODE: tuple[tuple[str, type[KnownFault]], ...] = (
    ("SQLITE_IOERR_READ", DamagedStore),
    ("SQLITE_IOERR_SHORT_READ", DamagedStore),
    ("SQLITE_IOERR_DATA", DamagedStore),
    ("SQLITE_IOERR_CORRUPTFS", DamagedStore),
    ("SQLITE_IOERR", NotWritable),
    ("SQLITE_READONLY", NotWritable),
    ("SQLITE_CANTOPEN", NotWritable),
    ("SQLITE_PERM", NotWritable),
    ("SQLITE_FULL", NoSpace),
    ("SQLITE_CORRUPT", DamagedStore),
    ("SQLITE_NOTADB", DamagedStore),
    ("SQLITE_BUSY", LockedStore),
    ("SQLITE_LOCKED", LockedStore),
)


def sqlite_fault(error: BaseException) -> KnownFault | None:
    """The fault an error comes to, or None where it is a bug."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorname", None) or ""
    for beginning, fault in _BY_CODE:
        if code.startswith(beginning):
            return fault(what=STORE_NAME) if fault is NotWritable else fault()
    return None


@contextmanager
def sqlite_faults() -> Iterator[None]:
    """Raise a known fault for each error of the database that is one."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        fault = sqlite_fault(error)
        if fault is None:
            raise
        raise fault from error
