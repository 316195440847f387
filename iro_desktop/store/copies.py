"""A whole, verified, still encrypted copy of a store's file."""

import os
from contextlib import closing
from pathlib import Path

from iro_desktop.services.disk_faults import disk_faults
from iro_desktop.services.durability import settle_file
from iro_desktop.services.faults import DamagedStore
from iro_desktop.store.connection import check_whole, connect

_PLAIN = b"SQLite format 3\x00"


def copy_store(source: Path, key: bytes, destination: Path) -> None:
    """Write a copy under the same key, and read it through. A copy that is not whole is removed.

    Raises:
        DamagedStore: the copy, and so the store, is not whole.
        NoSpace, NotWritable: the disk says no.
        sqlcipher3.dbapi2.Error: as the database says.
    """
    with disk_faults(destination.name):
        # Made here, so that the file is its owner's alone from the first byte on.
        os.close(os.open(destination, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(connect(source, key)) as connection:
            connection.execute("VACUUM INTO ?", (str(destination),))
        _verify(destination, key)
    except BaseException:
        remove_copy(destination)
        raise


def remove_copy(copy: Path) -> None:
    """Remove a copy with what opening it may have left beside it."""
    for name in (copy.name, f"{copy.name}-wal", f"{copy.name}-shm"):
        copy.with_name(name).unlink(missing_ok=True)


def _verify(copy: Path, key: bytes) -> None:
    settle_file(copy)
    with copy.open("rb") as file:
        beginning = file.read(len(_PLAIN))
    if beginning == _PLAIN:
        raise DamagedStore
    with closing(connect(copy, key)) as connection:
        check_whole(connection)
