"""Which fault an operating system's error is, for all who write files."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from iro_desktop.services.faults import KnownFault, NoSpace, NotWritable

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset(
    {
        errno.EACCES,
        errno.EPERM,
        errno.EROFS,
        errno.ENOTDIR,
        errno.EISDIR,
        errno.ENOENT,
        errno.EEXIST,
    }
)


def disk_fault(error: OSError, what: str) -> KnownFault | None:
    """The fault that an error met while writing `what` (a name without its folder) comes to."""
    if error.errno in _FULL:
        return NoSpace()
    if error.errno in _REFUSED:
        return NotWritable(what=what)
    return None


@contextmanager
def disk_faults(what: str) -> Iterator[None]:
    """Raise NoSpace or NotWritable for what the disk refuses inside the block."""
    try:
        yield
    except OSError as error:
        fault = disk_fault(error, what)
        if fault is None:
            raise
        raise fault from error
