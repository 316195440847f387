import errno
import json
import os
import stat
import sys
from pathlib import Path

import pytest
from keyring.backends.fail import Keyring as NoKeyring

from fixed_clock import FixedClock
from iro_desktop.services import private_file
from iro_desktop.services.faults import (
    DamagedEnvelope,
    NewerStore,
    NoSpace,
    NoStore,
    NotWritable,
    StoreExists,
    WeakPassphrase,
    WrongPassphrase,
)
from iro_desktop.vault import ENVELOPE_NAME, KeyEnvelope
from iro_desktop.vault.wrapping import SlowHash

PASSPHRASE = "made-up plum, tin 'kettle' £"
LIGHT = SlowHash(passes=1, memory=8, lanes=1)


def test_that_the_passphrase_and_the_recovery_key_give_the_same_key(envelope: KeyEnvelope) -> None:
    key, recovery_key = envelope.create(PASSPHRASE)
    assert len(key) == 32
    assert envelope.unlock(PASSPHRASE) == key
    assert envelope.unlock_with_recovery_key(recovery_key.lower().replace("-", " ")) == key


def test_that_a_new_envelope_costs_64_mib_and_three_passes(folder: Path, clock: FixedClock) -> None:
    envelope = KeyEnvelope(folder, clock)
    key, _ = envelope.create(PASSPHRASE)
    figures = json.loads((folder / ENVELOPE_NAME).read_text())["envelope"]["slow_hash"]
    assert figures == {"passes": 3, "memory": 64 * 1024, "lanes": 1}
    assert envelope.unlock(PASSPHRASE) == key


def test_that_two_envelopes_never_hold_the_same_key(tmp_path: Path, clock: FixedClock) -> None:
    one, other = (KeyEnvelope(tmp_path / name, clock, figures=LIGHT) for name in "ab")
    key_one, recovery_one = one.create(PASSPHRASE)
    key_other, recovery_other = other.create(PASSPHRASE)
    assert key_one != key_other
    assert recovery_one != recovery_other


def test_that_another_passphrase_is_refused(envelope: KeyEnvelope) -> None:
    envelope.create(PASSPHRASE)
    with pytest.raises(WrongPassphrase) as refused:
        envelope.unlock(PASSPHRASE + " ")
    assert refused.value.data == {"wait": "0"}


@pytest.mark.parametrize("typed", ["", "0000", "U" * 32, "0" * 32])
def test_that_another_recovery_key_is_refused(envelope: KeyEnvelope, typed: str) -> None:
    envelope.create(PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        envelope.unlock_with_recovery_key(typed)


def test_that_an_accent_is_the_same_however_the_keyboard_sends_it(envelope: KeyEnvelope) -> None:
    key, _ = envelope.create("caf\u00e9 by the sea")
    assert envelope.unlock("cafe\u0301 by the sea") == key


def test_that_a_changed_passphrase_opens_and_the_old_one_no_longer_does(
    envelope: KeyEnvelope,
) -> None:
    key, recovery_key = envelope.create(PASSPHRASE)
    envelope.change_passphrase(key, "quite another one")
    assert envelope.unlock("quite another one") == key
    assert envelope.unlock_with_recovery_key(recovery_key) == key
    with pytest.raises(WrongPassphrase):
        envelope.unlock(PASSPHRASE)


def test_that_no_other_key_can_be_wrapped_in_place_of_the_stores_own(
    envelope: KeyEnvelope,
) -> None:
    key, _ = envelope.create(PASSPHRASE)
    with pytest.raises(ValueError, match="lose the store"):
        envelope.change_passphrase(bytes(32), "quite another one")
    assert envelope.unlock(PASSPHRASE) == key


def test_that_eleven_characters_are_too_few_and_twelve_are_enough(envelope: KeyEnvelope) -> None:
    with pytest.raises(WeakPassphrase) as refused:
        envelope.create("elevenchars")
    assert refused.value.data == {"least": "12"}
    assert not envelope.exists()
    envelope.create("twelve chars")
    assert envelope.exists()


def test_that_a_second_envelope_is_not_made_over_the_first(envelope: KeyEnvelope) -> None:
    key, _ = envelope.create(PASSPHRASE)
    with pytest.raises(StoreExists):
        envelope.create("quite another one")
    assert envelope.unlock(PASSPHRASE) == key


def test_that_where_nothing_was_made_there_is_no_store(envelope: KeyEnvelope) -> None:
    for attempt in (envelope.unlock, envelope.unlock_with_recovery_key):
        with pytest.raises(NoStore):
            attempt(PASSPHRASE)
    with pytest.raises(NoStore):
        envelope.remembered()


def test_that_any_changed_character_of_the_file_is_damage_and_never_a_wrong_passphrase(
    envelope: KeyEnvelope, folder: Path
) -> None:
    envelope.create(PASSPHRASE)
    path = folder / ENVELOPE_NAME
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        if whole[place : place + 1].isspace():
            continue
        spoilt = bytearray(whole)
        spoilt[place] = ord("~")
        path.write_bytes(spoilt)
        with pytest.raises(DamagedEnvelope):
            envelope.unlock(PASSPHRASE)


@pytest.mark.parametrize("keep", [0, 1, 100, -3])
def test_that_a_file_cut_short_is_damage(envelope: KeyEnvelope, folder: Path, keep: int) -> None:
    envelope.create(PASSPHRASE)
    path = folder / ENVELOPE_NAME
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(DamagedEnvelope):
        envelope.unlock(PASSPHRASE)


def test_that_damage_does_not_count_as_a_failed_try(envelope: KeyEnvelope, folder: Path) -> None:
    envelope.create(PASSPHRASE)
    (folder / ENVELOPE_NAME).write_text("{}")
    for _ in range(10):
        with pytest.raises(DamagedEnvelope):
            envelope.unlock(PASSPHRASE)
    assert envelope.seconds_to_wait() == 0


def test_that_an_envelope_of_a_newer_version_is_said_to_be_newer(
    envelope: KeyEnvelope, folder: Path
) -> None:
    envelope.create(PASSPHRASE)
    (folder / ENVELOPE_NAME).write_text('{"version": 2, "lid": "sealed"}')
    with pytest.raises(NewerStore):
        envelope.unlock(PASSPHRASE)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_that_only_its_owner_can_read_it(envelope: KeyEnvelope, folder: Path) -> None:
    folder.mkdir(mode=0o755)
    key, _ = envelope.create(PASSPHRASE)
    envelope.change_passphrase(key, "quite another one")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / ENVELOPE_NAME).stat().st_mode) == 0o600


def test_that_neither_key_nor_passphrase_nor_recovery_key_stands_in_the_folder(
    envelope: KeyEnvelope, folder: Path
) -> None:
    key, recovery_key = envelope.create(PASSPHRASE)
    envelope.remember_on_this_computer(key)
    written = b"".join(path.read_bytes() for path in folder.iterdir())
    for secret in (key, key.hex().encode(), PASSPHRASE.encode(), recovery_key.encode()):
        assert secret not in written
    for group in recovery_key.split("-"):
        assert group.encode() not in written


def test_that_a_folder_that_cannot_be_made_is_named(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "occupied").write_text("a file, not a folder")
    for folder in (tmp_path / "occupied", tmp_path / "occupied" / "store"):
        with pytest.raises(NotWritable) as refused:
            KeyEnvelope(folder, clock, figures=LIGHT).create(PASSPHRASE)
        assert refused.value.data == {"what": folder.name}


def test_that_a_full_disk_leaves_the_old_envelope_whole(
    envelope: KeyEnvelope, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, _ = envelope.create(PASSPHRASE)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(private_file.os, "fsync", full)
        with pytest.raises(NoSpace):
            envelope.change_passphrase(key, "quite another one")
    assert envelope.unlock(PASSPHRASE) == key
    assert {path.name for path in folder.iterdir()} == {ENVELOPE_NAME}


def test_that_the_key_is_remembered_only_when_asked_and_until_forgotten(
    envelope: KeyEnvelope, system_keyring: "object"
) -> None:
    key, _ = envelope.create(PASSPHRASE)
    assert envelope.remembered() is None
    envelope.remember_on_this_computer(key)
    assert envelope.remembered() == key
    envelope.forget_on_this_computer()
    assert envelope.remembered() is None
    assert vars(system_keyring) == {"kept": {}}


def test_that_a_changed_passphrase_leaves_what_is_remembered(envelope: KeyEnvelope) -> None:
    key, _ = envelope.create(PASSPHRASE)
    envelope.remember_on_this_computer(key)
    envelope.change_passphrase(key, "quite another one")
    assert envelope.remembered() == key


def test_that_another_computers_keyring_does_not_open_it(
    envelope: KeyEnvelope, folder: Path, clock: FixedClock
) -> None:
    key, _ = envelope.create(PASSPHRASE)
    envelope.remember_on_this_computer(key)
    elsewhere = KeyEnvelope(folder, clock, NoKeyring(), LIGHT)
    assert elsewhere.remembered() is None
    assert elsewhere.unlock(PASSPHRASE) == key


def test_that_a_computer_without_a_keyring_is_no_fault(folder: Path, clock: FixedClock) -> None:
    envelope = KeyEnvelope(folder, clock, NoKeyring(), LIGHT)
    key, _ = envelope.create(PASSPHRASE)
    envelope.remember_on_this_computer(key)
    assert envelope.remembered() is None
    envelope.forget_on_this_computer()
    assert envelope.unlock(PASSPHRASE) == key
