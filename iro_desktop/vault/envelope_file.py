"""The envelope as it lies on the disk: versioned JSON with a sum over all of it.

The sum tells a damaged file from a wrong passphrase; against tampering stand the wraps themselves.
"""

import hashlib
from pathlib import Path
from typing import Annotated

import msgspec

from iro_desktop.services.disk_faults import disk_faults
from iro_desktop.services.faults import DamagedEnvelope, NewerStore, NoStore
from iro_desktop.services.private_file import replace_file
from iro_desktop.vault.wrapping import SlowHash, Wrap

VERSION = 1


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One key, wrapped two or three times. `key_mark` tells the key apart without giving it away.

    `id` is random and names the envelope in the system's keyring. Bytes stand as base 64.
    """

    version: int = VERSION
    id: str
    slow_hash: SlowHash
    passphrase: Wrap
    recovery_key: Wrap
    this_computer: Wrap | None = None
    key_mark: bytes

    @property
    def bound_to(self) -> str:
        """What every wrap in this envelope is bound to."""
        return binding(self.id, self.version)


def binding(name: str, version: int = VERSION) -> str:
    """What every wrap in the envelope of that id is bound to."""
    return f"iro-desktop envelope {version} {name}"


class _Version(msgspec.Struct):
    version: Annotated[int, msgspec.Meta(ge=1)]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    envelope: Envelope
    sha256: str


def key_mark(key: bytes) -> bytes:
    """A mark of a random key from which the key cannot be had."""
    return hashlib.blake2b(key, digest_size=16, person=b"iro-key-mark").digest()


def read_envelope(path: Path) -> Envelope:
    """The envelope in a file.

    Raises:
        NoStore: there is none.
        NewerStore: a newer version of the program wrote it.
        DamagedEnvelope: it cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise NoStore from error
    except OSError as error:
        raise DamagedEnvelope from error
    try:
        if msgspec.json.decode(data, type=_Version).version > VERSION:
            raise NewerStore
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DamagedEnvelope from error
    if file.sha256 != _sum_of(file.envelope):
        raise DamagedEnvelope
    return file.envelope


def write_envelope(path: Path, envelope: Envelope) -> None:
    """Put the envelope in a file, in one step. Raises NoSpace, NotWritable."""
    file = _File(VERSION, envelope, _sum_of(envelope))
    data = msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"
    with disk_faults(path.name):
        replace_file(path, data)


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner can enter. Raises NoSpace, NotWritable."""
    with disk_faults(folder.name):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)


def _sum_of(envelope: Envelope) -> str:
    return hashlib.sha256(msgspec.json.encode(envelope)).hexdigest()
