"""One process at a time holds a store: a lock of the operating system on a file beside it.

The system lets go of it when the process ends, however it ends.
"""

import os
import sys
from pathlib import Path

from iro_desktop.services.disk_faults import disk_faults
from iro_desktop.services.faults import LockedStore

LOCK_NAME = "store.lock"

if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_to_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class StoreLock:
    """The lock on a folder's store, held from the making of this until `release`.

    Raises:
        LockedStore: another window or process holds it.
        NoSpace, NotWritable: the lock's file cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        with disk_faults(LOCK_NAME):
            descriptor = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _try_to_lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise LockedStore from error
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let go. Safe to call twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
