"""Write a file with case data in it: whole or not at all, and readable by its owner alone."""

import os
import secrets
from pathlib import Path

from iro_desktop.services.disk_faults import disk_fault
from iro_desktop.services.durability import settle_folder
from iro_desktop.services.faults import NotWritable


def write_file(data: bytes, out: Path) -> None:
    """Put `data` at `out`, making folders as need be. What stood there stands until the end.

    Raises:
        NoSpace: the disk is full.
        NotWritable: the system does not let us write there.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        target = out.resolve()  # what a link points to is written, not the link
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a pipe or a device: nothing could take its place
        else:
            replace_file(target, data)
    except OSError as error:
        raise disk_fault(error, out.name) or NotWritable(what=out.name) from error


def replace_file(target: Path, data: bytes) -> None:
    """Put `data` at `target` so that a power cut leaves the old file or the new, never half of one.

    Raises:
        OSError: as the system says; what stood there still stands.
    """
    # The other name has nothing of the target's, which may be as long as a name can be.
    fresh = target.with_name(f".{secrets.token_hex(8)}.new")
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    settle_folder(target.parent)
