"""What sealing needs of the ciphers: boxes that only the holders of some keys can open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from iro_desktop.wire.revisions import Sealed


class SealBroken(Exception):
    """A box was sealed for this device, and is not what was sealed."""


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A device's keys, base64. The secret one stays in the encrypted store."""

    secret: str
    public: str


class Boxes(Protocol):
    """The ciphers. Keys are base64."""

    def new_pair(self) -> KeyPair:
        """A fresh pair for a device."""
        ...

    def public_of(self, secret: str) -> str:
        """The public key that belongs to a secret one."""
        ...

    def seal(self, plain: bytes, readers: Mapping[str, str]) -> Sealed:
        """Seal for readers by their public keys. A reader whose key is none is left out."""
        ...

    def open(self, sealed: Sealed, secrets: Mapping[str, str]) -> bytes | None:
        """What is inside, by the secret keys of readers; None where it is for none of them.

        Raises:
            SealBroken: it is for one of them, and is not what was sealed.
        """
        ...

    def key_for(self, sealed: Sealed, secrets: Mapping[str, str], public: str) -> str | None:
        """The box's key for one more public key; None where these secrets do not open it.

        Raises:
            SealBroken: as `open`.
        """
        ...
