"""The escrow key: with it, the council can open pages that are sealed for a child's IRO alone.

Whether there is one is the council's choice (docs/keys.md). The hub gets its public half only; the
secret half is a file that belongs offline, in a safe.
"""

import base64
import os
from pathlib import Path

from nacl.public import PrivateKey

from iro_hub.faults import HubFault


def make_escrow_key(path: Path) -> str:
    """Write a new secret key, readable by its owner alone. Returns the public key, base64.

    Raises:
        HubFault: a file is there already, or cannot be written.
    """
    key = PrivateKey.generate()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as fault:
        raise HubFault("key_exists", "A file is there already. Name another.") from fault
    except OSError as fault:
        raise HubFault("not_writable", "The file for the key cannot be written.") from fault
    with os.fdopen(handle, "wb") as file:
        file.write(base64.b64encode(bytes(key)) + b"\n")
    return base64.b64encode(bytes(key.public_key)).decode("ascii")
