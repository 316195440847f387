"""Make a store, open it, lock it: the key from the envelope, the file by the key."""

from dataclasses import dataclass
from pathlib import Path

from iro_desktop.domain.review_record import Signatory
from iro_desktop.services.faults import NoStore
from iro_desktop.services.owner import introduce
from iro_desktop.services.ports import KeyStore, OpenStore, StoreOpener


@dataclass(frozen=True, slots=True)
class Laptop:
    """A folder with room for one store, and the means to make and open it."""

    folder: Path
    keys: KeyStore
    create_store: StoreOpener
    open_store: StoreOpener


@dataclass(frozen=True, slots=True)
class NewStore:
    """A store just made. The recovery key is shown once and kept nowhere."""

    store: OpenStore
    recovery_key: str


def make_store(laptop: Laptop, passphrase: str, owner: Signatory) -> NewStore:
    """Make an empty store.

    Raises:
        StoreExists: there is one in the folder.
        WeakPassphrase: too short.
        NoSpace, NotWritable: the disk says no.
    """
    key, recovery_key = laptop.keys.create(passphrase)
    try:
        store = laptop.create_store(laptop.folder, key)
    except BaseException:
        laptop.keys.discard(key)  # or the folder would hold a key to nothing, for ever in the way
        raise
    introduce(store.unit_of_work, owner)
    return NewStore(store, recovery_key)


def unlock(laptop: Laptop, passphrase: str) -> OpenStore:
    """Open the store by its passphrase.

    Raises:
        NoStore, WrongPassphrase, TooSoon, DamagedEnvelope: the envelope says no.
        DamagedStore, NewerStore, LockedStore, UpgradeFailed, NoSpace: the store does.
    """
    if not laptop.keys.exists():
        raise NoStore
    return laptop.open_store(laptop.folder, laptop.keys.unlock(passphrase))


def recover(laptop: Laptop, recovery_key: str, new_passphrase: str) -> OpenStore:
    """Open the store by the printed recovery key, under a new passphrase. Raises as unlock."""
    key = laptop.keys.unlock_with_recovery_key(recovery_key)
    laptop.keys.change_passphrase(key, new_passphrase)
    return laptop.open_store(laptop.folder, key)


def change_passphrase(laptop: Laptop, old: str, new: str) -> None:
    """Wrap the same key anew: the store itself is not touched. Raises as unlock."""
    laptop.keys.change_passphrase(laptop.keys.unlock(old), new)


def open_remembered(laptop: Laptop) -> OpenStore | None:
    """Open the store by the system's keyring, where the IRO chose that; else None."""
    key = laptop.keys.remembered()
    return None if key is None else laptop.open_store(laptop.folder, key)


def remember(laptop: Laptop, passphrase: str) -> None:
    """Let this computer's own sign-in open the store from now on. Raises as unlock."""
    laptop.keys.remember_on_this_computer(laptop.keys.unlock(passphrase))
