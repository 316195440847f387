from pathlib import Path

import pytest
from made_up_meeting import CHILD

from fixed_clock import FixedClock
from iro_desktop.domain.review_record import Signatory
from iro_desktop.services import access, owner
from iro_desktop.services.access import Laptop
from iro_desktop.services.faults import (
    DamagedEnvelope,
    DamagedStore,
    KnownFault,
    LockedStore,
    NoSpace,
    NoStore,
    StoreExists,
    TooSoon,
    WeakPassphrase,
    WrongPassphrase,
)
from iro_desktop.services.ports import OpenStore
from iro_desktop.store import create_store, open_store
from iro_desktop.vault import KeyEnvelope
from iro_desktop.vault.wrapping import SlowHash

PASSPHRASE = "made-up plum, tin 'kettle' £"
OTHER = "made-up pear, tin “kettle” €"
OWNER = Signatory(" Made-up Officer ", "01632 960 001", "officer@example.org", "Madeupshire")


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
def laptop(tmp_path: Path, clock: FixedClock) -> Laptop:
    folder = tmp_path / "store"

    def create(where: Path, key: bytes) -> OpenStore:
        return create_store(where, key, clock=clock)

    def open_it(where: Path, key: bytes) -> OpenStore:
        return open_store(where, key, clock=clock)

    light = SlowHash(passes=1, memory=8, lanes=1)
    return Laptop(folder, KeyEnvelope(folder, clock, KeyringOfTheTest(), light), create, open_it)


@pytest.fixture
def recovery_key(laptop: Laptop) -> str:
    """The recovery key of a store that was made and closed again."""
    made = access.make_store(laptop, PASSPHRASE, OWNER)
    made.store.close()
    return made.recovery_key


def owner_of(store: OpenStore) -> Signatory:
    try:
        return owner.read(store.unit_of_work)
    finally:
        store.close()


def test_that_a_store_opens_by_its_passphrase_and_knows_its_owner(
    laptop: Laptop, recovery_key: str
) -> None:
    assert owner_of(access.unlock(laptop, PASSPHRASE)) == Signatory(
        "Made-up Officer", "01632 960 001", "officer@example.org", "Madeupshire"
    )


def test_that_every_change_is_signed_by_the_owner(laptop: Laptop) -> None:
    store = access.make_store(laptop, PASSPHRASE, OWNER).store
    with store.unit_of_work() as uow:
        uow.children.put(CHILD)
    with store.unit_of_work() as uow:
        (revision,) = uow.history.of_entity(CHILD.id)
    store.close()
    assert revision.author == "Made-up Officer"


@pytest.mark.parametrize("wrong", ["", "made-up plum", PASSPHRASE.upper(), PASSPHRASE + " x"])
def test_that_nothing_else_opens_it(laptop: Laptop, recovery_key: str, wrong: str) -> None:
    with pytest.raises(WrongPassphrase):
        access.unlock(laptop, wrong)


def test_that_trying_again_and_again_takes_longer_and_loses_nothing(
    laptop: Laptop, recovery_key: str, clock: FixedClock
) -> None:
    while not laptop.keys.seconds_to_wait():
        with pytest.raises(WrongPassphrase):
            access.unlock(laptop, OTHER)
    with pytest.raises(TooSoon) as fault:
        access.unlock(laptop, PASSPHRASE)
    clock.advance(int(fault.value.data["wait"]))
    access.unlock(laptop, PASSPHRASE).close()


def test_that_the_printed_key_opens_it_under_a_new_passphrase(
    laptop: Laptop, recovery_key: str
) -> None:
    access.recover(laptop, recovery_key, OTHER).close()
    access.unlock(laptop, OTHER).close()
    with pytest.raises(WrongPassphrase):
        access.unlock(laptop, PASSPHRASE)
    access.recover(laptop, recovery_key.lower(), PASSPHRASE).close()


def test_that_a_weak_passphrase_is_refused_before_anything_is_made(laptop: Laptop) -> None:
    with pytest.raises(WeakPassphrase):
        access.make_store(laptop, "short", OWNER)
    assert not laptop.folder.exists() or not any(laptop.folder.iterdir())


def test_that_a_weak_new_passphrase_leaves_the_old_one(laptop: Laptop, recovery_key: str) -> None:
    with pytest.raises(WeakPassphrase):
        access.recover(laptop, recovery_key, "short")
    with pytest.raises(WeakPassphrase):
        access.change_passphrase(laptop, PASSPHRASE, "short")
    access.unlock(laptop, PASSPHRASE).close()


def test_that_a_passphrase_is_changed_by_one_who_knows_it(
    laptop: Laptop, recovery_key: str
) -> None:
    with pytest.raises(WrongPassphrase):
        access.change_passphrase(laptop, OTHER, OTHER)
    access.change_passphrase(laptop, PASSPHRASE, OTHER)
    access.unlock(laptop, OTHER).close()


def test_that_a_second_store_in_a_folder_is_refused(laptop: Laptop, recovery_key: str) -> None:
    with pytest.raises(StoreExists):
        access.make_store(laptop, OTHER, OWNER)
    access.unlock(laptop, PASSPHRASE).close()


def test_that_there_is_nothing_to_open_in_an_empty_folder(laptop: Laptop) -> None:
    with pytest.raises(NoStore):
        access.unlock(laptop, PASSPHRASE)


def test_that_a_store_that_could_not_be_made_leaves_no_key_in_the_way(
    laptop: Laptop, tmp_path: Path, clock: FixedClock
) -> None:
    def full(_where: Path, _key: bytes) -> OpenStore:
        raise NoSpace

    unlucky = Laptop(laptop.folder, laptop.keys, full, laptop.open_store)
    with pytest.raises(NoSpace):
        access.make_store(unlucky, PASSPHRASE, OWNER)
    assert not laptop.keys.exists()
    access.make_store(laptop, PASSPHRASE, OWNER).store.close()


def test_that_a_store_whose_key_was_lost_gets_no_other(laptop: Laptop, recovery_key: str) -> None:
    envelope = laptop.folder / "vault.json"
    kept = envelope.read_bytes()
    envelope.unlink()
    with pytest.raises(StoreExists):
        access.make_store(laptop, OTHER, OWNER)
    assert not envelope.exists()
    envelope.write_bytes(kept)
    access.unlock(laptop, PASSPHRASE).close()


def test_that_discarding_takes_back_only_the_key_just_made(
    laptop: Laptop, recovery_key: str
) -> None:
    with pytest.raises(ValueError):
        laptop.keys.discard(bytes(32))
    access.unlock(laptop, PASSPHRASE).close()


@pytest.mark.parametrize(
    ("name", "fault"), [("vault.json", DamagedEnvelope), ("store.db", DamagedStore)]
)
def test_that_a_damaged_file_says_which_it_is(
    laptop: Laptop, recovery_key: str, name: str, fault: type[KnownFault]
) -> None:
    path = laptop.folder / name
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(fault):
        access.unlock(laptop, PASSPHRASE)


def test_that_a_store_is_open_in_one_place_at_a_time(laptop: Laptop, recovery_key: str) -> None:
    opened = access.unlock(laptop, PASSPHRASE)
    with pytest.raises(LockedStore):
        access.unlock(laptop, PASSPHRASE)
    opened.close()
    access.unlock(laptop, PASSPHRASE).close()


def test_that_this_computer_opens_it_only_where_it_was_asked_to(
    laptop: Laptop, recovery_key: str
) -> None:
    assert access.open_remembered(laptop) is None
    access.remember(laptop, PASSPHRASE)
    opened = access.open_remembered(laptop)
    assert opened is not None
    opened.close()
    laptop.keys.forget_on_this_computer()
    assert access.open_remembered(laptop) is None
