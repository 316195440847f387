"""An envelope with light Argon2id figures, and a keyring that lives in the test."""

from pathlib import Path

import pytest

from fixed_clock import FixedClock
from iro_desktop.vault import KeyEnvelope
from iro_desktop.vault.wrapping import SlowHash

LIGHT = SlowHash(passes=1, memory=8, lanes=1)
PASSPHRASE = "made-up plum, tin 'kettle' £"


class KeyringOfTheTest:
    """A keyring that works."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str, /) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.kept[(service, username)] = password

    def delete_password(self, service: str, username: str, /) -> None:
        del self.kept[(service, username)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def system_keyring() -> KeyringOfTheTest:
    return KeyringOfTheTest()


@pytest.fixture
def envelope(folder: Path, clock: FixedClock, system_keyring: KeyringOfTheTest) -> KeyEnvelope:
    return KeyEnvelope(folder, clock, system_keyring, LIGHT)
