"""The key of a store in an envelope: one random key, wrapped under each thing that may open it.

See docs/decisions/0003-key-envelope.md.
"""

import hmac
import os
import uuid
from pathlib import Path

import msgspec
from typing_extensions import override

from iro_desktop.services.faults import StoreExists, TooSoon, WeakPassphrase, WrongPassphrase
from iro_desktop.services.ports import Clock, KeyStore
from iro_desktop.vault.envelope_file import (
    Envelope,
    binding,
    key_mark,
    make_private_folder,
    read_envelope,
    write_envelope,
)
from iro_desktop.vault.failed_tries import FailedTries
from iro_desktop.vault.recovery_key import new_recovery_key, read_recovery_key
from iro_desktop.vault.system_keyring import Keyring, SystemKeyring
from iro_desktop.vault.wrapping import (
    KEY_BYTES,
    SlowHash,
    normalised,
    unwrap_with_passphrase,
    unwrap_with_secret,
    wrap_under_passphrase,
    wrap_under_secret,
)

ENVELOPE_NAME = "vault.json"
TRIES_NAME = "vault.tries.json"
LEAST_CHARACTERS = 12

_RECOVERY = "recovery key"
_COMPUTER = "this computer"


class KeyEnvelope(KeyStore):
    """The envelope in `folder`. `keyring` stands in for the system's; None uses the real one.

    `figures` are Argon2id's for passphrases set from now on; those set before keep theirs.
    """

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        keyring: Keyring | None = None,
        figures: SlowHash | None = None,
    ) -> None:
        self._folder = folder
        self._path = folder / ENVELOPE_NAME
        self._tries = FailedTries(folder / TRIES_NAME, clock)
        self._keyring = SystemKeyring(keyring)
        self._figures = figures or SlowHash()

    @override
    def exists(self) -> bool:
        """Whether there is an envelope in this folder."""
        return self._path.exists()

    @override
    def create(self, passphrase: str) -> tuple[bytes, str]:
        """Make a key of 32 bytes and wrap it. Returns the key and the recovery key to print.

        Raises:
            StoreExists, WeakPassphrase, NotWritable, NoSpace: nothing was made.
        """
        if self.exists():
            raise StoreExists
        _check_strength(passphrase)
        key, recovery_key = os.urandom(KEY_BYTES), new_recovery_key()
        make_private_folder(self._folder)
        write_envelope(self._path, _seal(key, passphrase, recovery_key, self._figures))
        self._tries.clear()
        return key, recovery_key

    @override
    def discard(self, key: bytes) -> None:
        """Take back the envelope just made for this key: no store came of it.

        Raises:
            ValueError: the envelope holds another key, and stays.
        """
        _check_key(read_envelope(self._path), key)
        self._path.unlink()

    @override
    def unlock(self, passphrase: str) -> bytes:
        """The key. Raises WrongPassphrase, TooSoon, DamagedEnvelope, NoStore, NewerStore."""
        envelope = read_envelope(self._path)
        self._begin_try()
        return self._end_try(
            unwrap_with_passphrase(
                envelope.passphrase, passphrase, envelope.slow_hash, envelope.bound_to
            )
        )

    @override
    def unlock_with_recovery_key(self, recovery_key: str) -> bytes:
        """The key, by the printed recovery key. Raises as `unlock`."""
        envelope = read_envelope(self._path)
        self._begin_try()
        letters = read_recovery_key(recovery_key)
        if letters is None:
            return self._end_try(None)
        return self._end_try(
            unwrap_with_secret(
                envelope.recovery_key, letters.encode(), _RECOVERY, envelope.bound_to
            )
        )

    @override
    def change_passphrase(self, key: bytes, passphrase: str) -> None:
        """Wrap the same key under another passphrase. The store is not touched.

        Raises:
            WeakPassphrase, DamagedEnvelope, NoStore, NotWritable, NoSpace: the old one stands.
            ValueError: `key` is not this store's.
        """
        _check_strength(passphrase)
        envelope = read_envelope(self._path)
        _check_key(envelope, key)
        wrap = wrap_under_passphrase(key, passphrase, self._figures, envelope.bound_to)
        changed = msgspec.structs.replace(envelope, slow_hash=self._figures, passphrase=wrap)
        write_envelope(self._path, changed)

    @override
    def seconds_to_wait(self) -> int:
        """How long until another try is allowed; 0 when one is."""
        return self._tries.seconds_to_wait()

    @override
    def remember_on_this_computer(self, key: bytes) -> None:
        """Wrap the key a third time, in the operating system's keyring. Off unless called.

        Where there is no keyring nothing happens, and `remembered()` stays None.
        """
        envelope = read_envelope(self._path)
        _check_key(envelope, key)
        secret = self._keyring.make_secret(envelope.id)
        if secret is None:
            return
        wrap = wrap_under_secret(key, secret, _COMPUTER, envelope.bound_to)
        write_envelope(self._path, msgspec.structs.replace(envelope, this_computer=wrap))

    @override
    def forget_on_this_computer(self) -> None:
        """Take that third copy away again."""
        envelope = read_envelope(self._path)
        if envelope.this_computer is not None:
            write_envelope(self._path, msgspec.structs.replace(envelope, this_computer=None))
            self._keyring.drop_secret(envelope.id)

    @override
    def remembered(self) -> bytes | None:
        """The key from the keyring, or None where it was never put there or there is no keyring.

        Raises DamagedEnvelope, NoStore, NewerStore.
        """
        envelope = read_envelope(self._path)
        if envelope.this_computer is None:
            return None
        secret = self._keyring.secret(envelope.id)
        if secret is None:
            return None
        return unwrap_with_secret(envelope.this_computer, secret, _COMPUTER, envelope.bound_to)

    def _begin_try(self) -> None:
        wait = self._tries.seconds_to_wait()
        if wait:
            raise TooSoon(wait=str(wait))
        self._tries.begin()

    def _end_try(self, key: bytes | None) -> bytes:
        if key is None:
            raise WrongPassphrase(wait=str(self._tries.seconds_to_wait()))
        self._tries.clear()
        return key


def _seal(key: bytes, passphrase: str, recovery_key: str, figures: SlowHash) -> Envelope:
    letters = recovery_key.replace("-", "")
    name = str(uuid.uuid4())
    bound_to = binding(name)
    return Envelope(
        id=name,
        slow_hash=figures,
        passphrase=wrap_under_passphrase(key, passphrase, figures, bound_to),
        recovery_key=wrap_under_secret(key, letters.encode(), _RECOVERY, bound_to),
        key_mark=key_mark(key),
    )


def _check_strength(passphrase: str) -> None:
    if len(normalised(passphrase)) < LEAST_CHARACTERS:
        raise WeakPassphrase(least=str(LEAST_CHARACTERS))


def _check_key(envelope: Envelope, key: bytes) -> None:
    if not hmac.compare_digest(envelope.key_mark, key_mark(key)):
        message = "the key is not this store's: wrapping it would lose the store"
        raise ValueError(message)
