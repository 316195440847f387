"""The operating system's keyring, where there is one: a convenience, never the only way in."""

import secrets
from typing import Protocol

_SERVICE = "IRO Desktop"


class Keyring(Protocol):
    """What is used of the `keyring` package."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """The secret kept under a name."""
        ...

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep a secret under a name."""
        ...

    def delete_password(self, service: str, username: str, /) -> None:
        """Drop it."""
        ...


class SystemKeyring:
    """One random secret for each envelope. Whatever goes wrong counts as having no keyring.

    The `keyring` package is loaded at the first use only: most stores never ask for it.
    """

    def __init__(self, backend: Keyring | None = None) -> None:
        self._backend = backend

    def _keyring(self) -> Keyring:
        if self._backend is None:
            import keyring  # noqa: PLC0415  # 85 ms that an unlock by passphrase need not spend

            self._backend = keyring
        return self._backend

    def make_secret(self, name: str) -> bytes | None:
        """A new secret, kept under `name`; None where there is no keyring that keeps it."""
        secret = secrets.token_bytes(32)
        try:
            self._keyring().set_password(_SERVICE, name, secret.hex())
        except Exception:  # noqa: BLE001  # back ends raise their own system's errors
            return None
        return secret if self.secret(name) == secret else None

    def secret(self, name: str) -> bytes | None:
        """The secret kept under `name`, None where there is none."""
        try:
            return bytes.fromhex(self._keyring().get_password(_SERVICE, name) or "") or None
        except Exception:  # noqa: BLE001  # back ends raise their own system's errors
            return None

    def drop_secret(self, name: str) -> None:
        """Drop what is kept under `name`, if anything is."""
        try:
            self._keyring().delete_password(_SERVICE, name)
        except Exception:  # noqa: BLE001  # nothing kept, or no keyring: both are what was asked
            return
