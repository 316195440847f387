"""Boxes that only some devices can open: libsodium's, by PyNaCl.

What is inside goes into a secret box (XSalsa20 and Poly1305) under a key made for it alone, and
that key into a sealed box (X25519) for each reader. The plain bytes are filled up to whole steps,
so that the size of a box tells little of what someone wrote.
"""

import base64
import binascii
from collections.abc import Iterator, Mapping

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.utils import random
from typing_extensions import override

from iro_desktop.services.team_hub.boxes import Boxes, KeyPair, SealBroken
from iro_desktop.wire.revisions import Sealed

STEP = 256
"""Bytes by which what is inside grows."""


class NaclBoxes(Boxes):
    """The ciphers, without state."""

    @override
    def new_pair(self) -> KeyPair:
        """A fresh pair for a device."""
        secret = PrivateKey.generate()
        return KeyPair(_text(bytes(secret)), _text(bytes(secret.public_key)))

    @override
    def public_of(self, secret: str) -> str:
        """The public key that belongs to a secret one."""
        return _text(bytes(PrivateKey(base64.b64decode(secret)).public_key))

    @override
    def seal(self, plain: bytes, readers: Mapping[str, str]) -> Sealed:
        """Seal for readers by their public keys. A reader whose key is none is left out."""
        key = random(SecretBox.KEY_SIZE)
        box = bytes(SecretBox(key).encrypt(sodium_pad(plain, STEP)))
        keys = {name: _boxed(key, public) for name, public in readers.items()}
        return Sealed(_text(box), {name: each for name, each in keys.items() if each is not None})

    @override
    def open(self, sealed: Sealed, secrets: Mapping[str, str]) -> bytes | None:
        """What is inside, by the secret keys of readers; None where it is for none of them.

        Raises:
            SealBroken: it is for one of them, and is not what was sealed.
        """
        found = self._opened(sealed, secrets)
        return None if found is None else found[1]

    @override
    def key_for(self, sealed: Sealed, secrets: Mapping[str, str], public: str) -> str | None:
        """The box's key for one more public key; None where these secrets do not open it.

        Raises:
            SealBroken: as `open`.
        """
        found = self._opened(sealed, secrets)
        return None if found is None else _boxed(found[0], public)

    def _opened(self, sealed: Sealed, secrets: Mapping[str, str]) -> tuple[bytes, bytes] | None:
        """The key and what is inside. One key that fits is enough: others may be broken."""
        is_for_us = False
        for secret, boxed in _ours(sealed, secrets):
            is_for_us = True
            try:
                key = SealedBox(PrivateKey(base64.b64decode(secret))).decrypt(_bytes(boxed))
                padded = SecretBox(key).decrypt(_bytes(sealed.box))
                return key, sodium_unpad(padded, STEP)
            except (CryptoError, ValueError, TypeError):
                continue
        if is_for_us:
            raise SealBroken
        return None


def _ours(sealed: Sealed, secrets: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, secret in secrets.items():
        if name in sealed.keys:
            yield secret, sealed.keys[name]


def _boxed(key: bytes, public: str) -> str | None:
    try:
        return _text(SealedBox(PublicKey(_bytes(public))).encrypt(key))
    except (CryptoError, ValueError, TypeError):
        return None


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as fault:
        raise ValueError from fault
