"""Write a secret key to a file of its own."""

import base64
import os
from pathlib import Path

from iro_hub.faults import HubFault


def write_secret(path: Path, secret: bytes, *, if_there: str) -> None:
    """Write it as base64 to a new file, readable by its owner alone.

    Raises:
        HubFault: a file is there already, which `if_there` says, or it cannot be written.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as fault:
        raise HubFault("key_exists", if_there) from fault
    except OSError as fault:
        raise HubFault("not_writable", "The file for the key cannot be written.") from fault
    with os.fdopen(handle, "wb") as file:
        file.write(base64.b64encode(secret) + b"\n")
        file.flush()
        os.fsync(file.fileno())
