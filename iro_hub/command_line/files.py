"""Files that are their owner's alone and get their name once they are whole."""

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from iro_hub.faults import HubFault

_PARTIAL = ".part"


def partial_of(file: Path) -> Path:
    """What a file is called until it is whole."""
    return file.with_name(file.name + _PARTIAL)


def write_whole(file: Path, content: bytes) -> None:
    """Write a file, mode 600, in place of one of that name, whose owner and mode then stay.

    Raises:
        HubFault: it cannot be written.
    """
    partial = partial_of(file)
    try:
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileNotFoundError):
            before = file.stat()
            partial.chmod(stat.S_IMODE(before.st_mode))
            shutil.chown(partial, before.st_uid, before.st_gid)
        partial.replace(file)
    except OSError as fault:
        partial.unlink(missing_ok=True)
        why = fault.strerror or "no reason is given"
        raise HubFault("not_writable", f"{file} cannot be written: {why}.") from fault


def name_at_last(file: Path) -> None:
    """Give a file that another program wrote its name, once the disk has it.

    Raises:
        HubFault: the disk is full, or the folder cannot be written.
    """
    partial = partial_of(file)
    try:
        with partial.open("rb") as written:
            os.fsync(written.fileno())
        partial.replace(file)
    except OSError as fault:
        why = fault.strerror or "no reason is given"
        raise HubFault("not_writable", f"{file} cannot be written: {why}.") from fault
