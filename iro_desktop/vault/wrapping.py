"""Wrap the store's key: Argon2id or HKDF over a secret, then AES-256-GCM.

Argon2id's figures are RFC 9106's second recommended set but for one lane: more gain nothing here.
The extra data of each wrap binds it to its envelope, its purpose and its figures, so that nothing
in the file can be exchanged for something else.
"""

import os
import unicodedata
from typing import Annotated

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12


class SlowHash(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Argon2id's figures: passes, memory in KiB, lanes.

    The bounds keep a file that was tampered with from asking for all the memory there is.
    """

    passes: Annotated[int, msgspec.Meta(ge=1, le=20)] = 3
    memory: Annotated[int, msgspec.Meta(ge=8, le=2 * 1024 * 1024)] = 64 * 1024
    lanes: Annotated[int, msgspec.Meta(ge=1, le=16)] = 1


class Wrap(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A key, encrypted under another that `salt` and a secret give."""

    salt: Annotated[bytes, msgspec.Meta(min_length=_SALT_BYTES, max_length=_SALT_BYTES)]
    nonce: Annotated[bytes, msgspec.Meta(min_length=_NONCE_BYTES, max_length=_NONCE_BYTES)]
    sealed: bytes


def wrap_under_passphrase(key: bytes, passphrase: str, figures: SlowHash, bound_to: str) -> Wrap:
    """The key under a passphrase. `bound_to` names the envelope."""
    salt = os.urandom(_SALT_BYTES)
    return _seal(
        key, _slowly(passphrase, salt, figures), salt, _passphrase_label(figures, bound_to)
    )


def unwrap_with_passphrase(
    wrap: Wrap, passphrase: str, figures: SlowHash, bound_to: str
) -> bytes | None:
    """The key, or None where the passphrase is another."""
    outer = _slowly(passphrase, wrap.salt, figures)
    return _unseal(wrap, outer, _passphrase_label(figures, bound_to))


def wrap_under_secret(key: bytes, secret: bytes, purpose: str, bound_to: str) -> Wrap:
    """The key under a secret that is random enough to need no slow hash."""
    salt = os.urandom(_SALT_BYTES)
    return _seal(key, _quickly(secret, salt, purpose), salt, f"{bound_to} {purpose}")


def unwrap_with_secret(wrap: Wrap, secret: bytes, purpose: str, bound_to: str) -> bytes | None:
    """The key, or None where the secret is another."""
    return _unseal(wrap, _quickly(secret, wrap.salt, purpose), f"{bound_to} {purpose}")


def normalised(passphrase: str) -> str:
    """One form for what different keyboards send for the same letters (NIST SP 800-63B, NFKC)."""
    return unicodedata.normalize("NFKC", passphrase)


def _passphrase_label(figures: SlowHash, bound_to: str) -> str:
    return f"{bound_to} passphrase argon2id {figures.passes} {figures.memory} {figures.lanes}"


def _slowly(passphrase: str, salt: bytes, figures: SlowHash) -> bytes:
    return hash_secret_raw(
        normalised(passphrase).encode("utf-8", "surrogatepass"),
        salt,
        time_cost=figures.passes,
        memory_cost=figures.memory,
        parallelism=figures.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _quickly(secret: bytes, salt: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, f"iro-desktop {purpose}".encode()).derive(secret)


def _seal(key: bytes, outer: bytes, salt: bytes, label: str) -> Wrap:
    nonce = os.urandom(_NONCE_BYTES)
    sealed = AESGCM(outer).encrypt(nonce, key, label.encode())
    return Wrap(salt=salt, nonce=nonce, sealed=sealed)


def _unseal(wrap: Wrap, outer: bytes, label: str) -> bytes | None:
    try:
        return AESGCM(outer).decrypt(wrap.nonce, wrap.sealed, label.encode())
    except InvalidTag:
        return None
