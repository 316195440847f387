"""Write a small private file so that a power cut leaves the old one or the new one, never half."""

import os
import secrets
from pathlib import Path

from iro_desktop.services.durability import settle_folder


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`, readable by its owner alone, and wait until the disk has it.

    Raises:
        OSError: as the system says; what stood there still stands.
    """
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    settle_folder(path.parent)
