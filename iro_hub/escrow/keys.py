"""The escrow key: with it, the council can open pages that are sealed for a child's IRO alone.

Whether there is one is the council's choice (docs/sealed-pages.md). The hub gets its public half
only; the secret half is a file that belongs offline, in a safe.
"""

import base64
from collections.abc import Sequence
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey

from iro_hub.faults import HubFault
from iro_hub.secret_files import write_secret


def make_escrow_key(path: Path) -> str:
    """Write a new secret key, readable by its owner alone. Returns the public key, base64.

    Raises:
        HubFault: a file is there already, or cannot be written.
    """
    key = PrivateKey.generate()
    write_secret(path, bytes(key), if_there="A file is there already. Name another.")
    return base64.b64encode(bytes(key.public_key)).decode("ascii")


def read_escrow_keys(paths: Sequence[Path]) -> tuple[PrivateKey, ...]:
    """The secret keys in files, in their order.

    Raises:
        HubFault: one cannot be read, or holds no such key.
    """
    return tuple(_read(path) for path in paths)


def _read(path: Path) -> PrivateKey:
    try:
        return PrivateKey(base64.b64decode(path.read_bytes().strip(), validate=True))
    except (OSError, ValueError, TypeError, CryptoError) as fault:
        raise HubFault("no_key", f"{path.name} holds no secret half of an escrow key.") from fault
