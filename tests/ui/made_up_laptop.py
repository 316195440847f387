"""A laptop in a test's folder: the real vault with light figures, the real store."""

from pathlib import Path

from fixed_clock import FixedClock
from iro_desktop.domain.review_record import Signatory
from iro_desktop.services.access import Laptop, make_store
from iro_desktop.services.ports import OpenStore
from iro_desktop.store import create_store, open_store
from iro_desktop.vault import KeyEnvelope
from iro_desktop.vault.wrapping import SlowHash

PASSPHRASE = "plum kettle harbour"
OWNER = Signatory(
    "Robin Example (made up)", "01632 960 001", "robin@example.org", "Exampleshire (made up)"
)
LIGHT = SlowHash(passes=1, memory=8, lanes=1)


class KeyringInMemory:
    """A keyring that works, or, where `works` is False, one that forgets at once."""

    def __init__(self, *, works: bool = True) -> None:
        self._works = works
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str, /) -> str | None:
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        if self._works:
            self._kept[(service, username)] = password

    def delete_password(self, service: str, username: str, /) -> None:
        self._kept.pop((service, username), None)


def laptop_in(folder: Path, clock: FixedClock, *, keyring_works: bool = True) -> Laptop:
    """A laptop that has no store yet."""
    keys = KeyEnvelope(folder, clock, KeyringInMemory(works=keyring_works), LIGHT)

    def create(where: Path, key: bytes) -> OpenStore:
        return create_store(where, key, clock=clock, author=OWNER.name)

    def open_(where: Path, key: bytes) -> OpenStore:
        return open_store(where, key, clock=clock, author=OWNER.name)

    return Laptop(folder, keys, create, open_)


def make_closed_store(laptop: Laptop) -> str:
    """Make a store and close it. Gives its recovery key."""
    made = make_store(laptop, PASSPHRASE, OWNER)
    made.store.close()
    return made.recovery_key
