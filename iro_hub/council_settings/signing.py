"""Sign a council's settings. The secret key is a file of the operator's; the hub never has it.

Ed25519 (RFC 8032) by libsodium. A laptop learns the key to verify with when it is enrolled.
"""

import base64
import binascii
from pathlib import Path

from msgspec.structs import replace
from nacl.signing import SigningKey

from iro_desktop.wire.council_settings import CouncilSetting, what_is_signed
from iro_hub.faults import HubFault
from iro_hub.secret_files import write_secret


def make_key(path: Path) -> str:
    """Write a new secret key, readable by its owner alone. Returns the verify key, base64.

    Raises:
        HubFault: a file is there already, or cannot be written.
    """
    key = SigningKey.generate()
    there = "A key is there already. To change keys, name another file and publish again."
    write_secret(path, bytes(key), if_there=there)
    return verify_key_of(key)


def read_key(path: Path) -> SigningKey:
    """The secret key in a file. Raises HubFault where it is none."""
    try:
        return SigningKey(base64.b64decode(path.read_bytes().strip(), validate=True))
    except (OSError, ValueError, TypeError, binascii.Error) as fault:
        raise HubFault("no_key", "That file holds no signing key of this hub.") from fault


def verify_key_of(key: SigningKey) -> str:
    """What laptops verify with, base64."""
    return base64.b64encode(bytes(key.verify_key)).decode("ascii")


def signed(setting: CouncilSetting, key: SigningKey) -> CouncilSetting:
    """The setting with its signature."""
    signature = key.sign(what_is_signed(setting)).signature
    return replace(setting, signature=base64.b64encode(signature).decode("ascii"))
