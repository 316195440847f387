import json
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from store_samples import CHILD, DECISION, put_one_of_each

from fixed_clock import FixedClock
from iro_desktop.services.faults import (
    DamagedEnvelope,
    DamagedStore,
    NewerStore,
    NoSuchThing,
    NotABackup,
    NotWritable,
    StoreExists,
)
from iro_desktop.store import SqlStore, create_store, open_store, restore
from iro_desktop.store.backup import ENVELOPE_NAME
from iro_desktop.store.sqlite_faults import STORE_NAME
from iro_desktop.vault import ENVELOPE_NAME as NAME_IN_THE_VAULT
from iro_desktop.vault import KeyEnvelope
from iro_desktop.vault.wrapping import SlowHash

LIGHT = SlowHash(passes=1, memory=8, lanes=1)
PASSPHRASE = "made-up plum, tin kettle"


@pytest.fixture
def sealed(folder: Path, clock: FixedClock) -> SqlStore:
    """A store whose key is in an envelope, with one of each in it."""
    key, _ = KeyEnvelope(folder, clock, figures=LIGHT).create(PASSPHRASE)
    store = create_store(folder, key, clock=clock)
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
    return store


@pytest.fixture
def backup(sealed: SqlStore, tmp_path: Path) -> Path:
    file = tmp_path / "backup of November"
    sealed.back_up(file)
    sealed.close()
    return file


def open_with_passphrase(folder: Path, clock: FixedClock) -> SqlStore:
    key = KeyEnvelope(folder, clock, figures=LIGHT).unlock(PASSPHRASE)
    return open_store(folder, key, clock=clock)


def test_that_store_and_vault_call_the_envelope_the_same() -> None:
    assert ENVELOPE_NAME == NAME_IN_THE_VAULT


def test_that_a_backup_opens_on_another_laptop_with_the_passphrase(
    backup: Path, folder: Path, tmp_path: Path, clock: FixedClock
) -> None:
    restore(backup, tmp_path / "other laptop" / "store")
    restored = open_with_passphrase(tmp_path / "other laptop" / "store", clock)
    restored.verify()
    with restored.unit_of_work() as uow:
        assert uow.children.find(CHILD.id) == CHILD
        assert uow.decisions.find(DECISION.id) == DECISION
    restored.close()


def test_that_a_restored_store_takes_a_device_name_of_its_own_once(
    backup: Path, folder: Path, tmp_path: Path, clock: FixedClock
) -> None:
    restore(backup, tmp_path / "other")
    names = []
    for place in (folder, tmp_path / "other", tmp_path / "other"):
        store = open_with_passphrase(place, clock)
        with store.unit_of_work() as uow:
            names.append(uow.settings.get("device"))
        store.close()
    assert names[0] != names[1] == names[2]


def test_that_a_backup_leaves_nothing_else_behind(
    sealed: SqlStore, folder: Path, tmp_path: Path
) -> None:
    before = {path.name for path in folder.iterdir()}
    sealed.back_up(tmp_path / "backup")
    sealed.close()
    assert {path.name for path in folder.iterdir()} <= before
    assert {path.name for path in tmp_path.iterdir()} == {"backup", "store"}


def test_that_a_backup_holds_what_is_in_the_store_now_and_replaces_an_older_one(
    sealed: SqlStore, tmp_path: Path, clock: FixedClock
) -> None:
    file = tmp_path / "backup"
    sealed.back_up(file)
    with sealed.unit_of_work() as uow:
        uow.decisions.withdraw(DECISION)
    sealed.back_up(file)
    sealed.close()
    restore(file, tmp_path / "other")
    restored = open_with_passphrase(tmp_path / "other", clock)
    with restored.unit_of_work() as uow:
        assert list(uow.decisions.all()) == []
    restored.close()


def test_that_a_backup_holds_no_readable_text(backup: Path) -> None:
    written = backup.read_bytes()
    for text in (b"Swim on Fridays", b"MADEUP471108", b"SQLite format", b"decision-1"):
        assert text not in written


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_that_only_its_owner_can_read_backup_and_restored_store(
    backup: Path, tmp_path: Path
) -> None:
    restore(backup, tmp_path / "other")
    files = [backup, *(tmp_path / "other").iterdir()]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_that_nothing_is_restored_over_a_store(backup: Path, folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(StoreExists):
        restore(backup, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def cut(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])


def spoil(file: Path) -> None:
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 1
    file.write_bytes(whole)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def another_zip(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")


def compressed(file: Path) -> None:
    rewrite(file, lambda name, data: data, zipfile.ZIP_DEFLATED)


def without_envelope(file: Path) -> None:
    rewrite(file, lambda name, data: None if name == ENVELOPE_NAME else data)


def another_format(file: Path) -> None:
    rewrite(file, lambda name, data: b'{"format": "x", "version": 1}' if "backup" in name else data)


def rewrite(
    file: Path, change: Callable[[str, bytes], bytes | None], method: int = zipfile.ZIP_STORED
) -> None:
    with zipfile.ZipFile(file) as packed:
        parts = {name: change(name, packed.read(name)) for name in packed.namelist()}
    with zipfile.ZipFile(file, "w", method) as packed:
        for name, data in parts.items():
            if data is not None:
                packed.writestr(name, data)


@pytest.mark.parametrize(
    "change", [cut, spoil, empty, another_zip, compressed, without_envelope, another_format]
)
def test_that_what_is_not_a_whole_backup_is_refused_and_nothing_restored(
    backup: Path, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    change(backup)
    with pytest.raises(NotABackup):
        restore(backup, tmp_path / "other")
    assert not any((tmp_path / "other").glob("*")), list((tmp_path / "other").glob("*"))


def test_that_a_backup_of_a_newer_version_is_said_to_be_newer(backup: Path, tmp_path: Path) -> None:
    def newer(name: str, data: bytes) -> bytes:
        if name != "backup.json":
            return data
        return json.dumps({**json.loads(data), "version": 2}).encode()

    rewrite(backup, newer)
    with pytest.raises(NewerStore):
        restore(backup, tmp_path / "other")


def test_that_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchThing) as refused:
        restore(tmp_path / "nowhere", tmp_path / "other")
    assert refused.value.data == {"kind": "file", "name": "nowhere"}


def test_that_a_place_that_cannot_be_written_is_named(sealed: SqlStore, tmp_path: Path) -> None:
    with pytest.raises(NotWritable) as refused:
        sealed.back_up(tmp_path / "no such folder" / "backup")
    sealed.close()
    assert refused.value.data == {"what": "backup"}


def test_that_a_store_without_its_envelope_is_not_backed_up(
    store: SqlStore, tmp_path: Path
) -> None:
    with pytest.raises(DamagedEnvelope):
        store.back_up(tmp_path / "backup")
    assert not (tmp_path / "backup").exists()


def test_that_a_damaged_store_does_not_replace_a_whole_backup(
    backup: Path, folder: Path, clock: FixedClock
) -> None:
    whole = backup.read_bytes()
    path = folder / STORE_NAME
    spoilt = bytearray(path.read_bytes())
    spoilt[40 * 4096 + 100] ^= 1
    path.write_bytes(spoilt)
    store = open_with_passphrase(folder, clock)
    with pytest.raises(DamagedStore):
        store.back_up(backup)
    store.close()
    assert backup.read_bytes() == whole
