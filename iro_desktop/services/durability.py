"""Wait until the disk has what was written."""

import os
import sys
from pathlib import Path


def settle_file(path: Path) -> None:
    """Wait until the disk has a file's bytes."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle_folder(folder: Path) -> None:
    """Wait until the disk has a folder's list of names. Windows does that unasked."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
