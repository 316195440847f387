import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event
from store_samples import CHILD, put_one_of_each

from fixed_clock import FixedClock
from iro_desktop.services.faults import (
    DamagedStore,
    KnownFault,
    LockedStore,
    NoSpace,
    NoStore,
    NotWritable,
    StoreExists,
)
from iro_desktop.store import SqlStore, create_store, open_store
from iro_desktop.store.connection import NotEncrypted, connect
from iro_desktop.store.sqlite_faults import STORE_NAME

Opener = Callable[[], SqlStore]


@pytest.fixture
def opener(folder: Path, key: bytes, clock: FixedClock) -> Opener:
    return lambda: open_store(folder, key, clock=clock)


@pytest.fixture
def closed(store: SqlStore) -> SqlStore:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
    store.close()
    return store


def test_that_where_there_is_no_file_there_is_no_store(opener: Opener, folder: Path) -> None:
    with pytest.raises(NoStore):
        opener()
    folder.mkdir()
    with pytest.raises(NoStore):
        opener()
    assert list(folder.iterdir()) == []


def test_that_a_store_is_not_made_over_another(
    closed: SqlStore, folder: Path, key: bytes, clock: FixedClock, opener: Opener
) -> None:
    with pytest.raises(StoreExists):
        create_store(folder, key, clock=clock)
    with opener().unit_of_work() as uow:
        assert uow.children.find(CHILD.id) == CHILD


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_that_only_their_owner_can_read_the_stores_files(store: SqlStore, folder: Path) -> None:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert set(modes) == {STORE_NAME, f"{STORE_NAME}-wal", f"{STORE_NAME}-shm", "store.lock"}
    assert set(modes.values()) == {0o600}


def test_that_a_second_window_finds_the_store_held(store: SqlStore, opener: Opener) -> None:
    with pytest.raises(LockedStore):
        opener()
    store.close()
    opener().close()


def test_that_a_second_process_finds_the_store_held(store: SqlStore, folder: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from iro_desktop.services.faults import LockedStore\n"
        "from iro_desktop.store.store_lock import StoreLock\n"
        "try:\n"
        "    StoreLock(pathlib.Path(sys.argv[1]))\n"
        "except LockedStore:\n"
        "    sys.exit(7)\n"
    )
    command = [sys.executable, "-c", program, str(folder)]
    assert subprocess.run(command, check=False).returncode == 7  # our own program
    store.close()
    assert subprocess.run(command, check=False).returncode == 0  # our own program


def cut_in_half(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def spoil_beginning(whole: bytes) -> bytes:
    return b"\0" * 100 + whole[100:]


def spoil_all_but_the_beginning(whole: bytes) -> bytes:
    return whole[:4096] + bytes(len(whole) - 4096)


@pytest.mark.parametrize(
    "damage",
    [
        cut_in_half,
        spoil_beginning,
        spoil_all_but_the_beginning,
        lambda whole: whole[:-4096],
        lambda whole: whole[:4096],
        lambda whole: whole[:10],
        lambda _whole: b"",
        lambda _whole: b"This is a text file, and not a store at all.",
    ],
)
def test_that_a_file_that_is_not_whole_is_said_to_be_damaged(
    closed: SqlStore,
    folder: Path,
    opener: Opener,
    damage: Callable[[bytes], bytes],
    capfd: pytest.CaptureFixture[str],
) -> None:
    path = folder / STORE_NAME
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DamagedStore):
        opener()
    assert capfd.readouterr() == ("", "")
    path.unlink()
    with pytest.raises(NoStore):  # and not LockedStore: the lock was let go
        opener()


def test_that_one_bit_changed_anywhere_is_found_by_verifying(
    closed: SqlStore, folder: Path, opener: Opener, capfd: pytest.CaptureFixture[str]
) -> None:
    path = folder / STORE_NAME
    whole = path.read_bytes()
    for page in range(1, len(whole) // 4096, 5):
        spoilt = bytearray(whole)
        spoilt[page * 4096 + 2000] ^= 1
        path.write_bytes(spoilt)
        with pytest.raises(DamagedStore):
            _open_and_verify(opener)
    path.write_bytes(whole)
    _open_and_verify(opener)
    assert capfd.readouterr() == ("", "")


def _open_and_verify(opener: Opener) -> None:
    store = opener()
    try:
        store.verify()
    finally:
        store.close()


def test_that_another_stores_key_finds_damage_and_says_nothing_else(
    closed: SqlStore, folder: Path, clock: FixedClock, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DamagedStore):
        open_store(folder, bytes(32), clock=clock)
    assert capfd.readouterr() == ("", "")


def test_that_a_key_of_another_length_is_a_bug(closed: SqlStore, folder: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connect(folder / STORE_NAME, b"short")


def test_that_a_driver_that_does_not_encrypt_is_refused(
    closed: SqlStore, folder: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = folder / "plain.db"
    plain.touch()
    monkeypatch.setattr("iro_desktop.store.connection.sqlcipher", sqlite3)
    with pytest.raises(NotEncrypted):
        connect(plain, key)


@pytest.mark.parametrize(
    ("pragma", "fault"),
    [("max_page_count = 1", NoSpace), ("query_only = ON", NotWritable)],
)
def test_that_what_the_disk_refuses_is_named_and_what_was_kept_stands(
    store: SqlStore, reopen: Opener, pragma: str, fault: type[KnownFault]
) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(CHILD)

    def limit(connection: object, *_: object) -> None:
        connection.cursor().execute(f"PRAGMA {pragma}").fetchall()  # type: ignore[attr-defined]

    def fill() -> None:
        with store.unit_of_work() as uow:
            uow.settings.set("long", "x" * 200_000)

    event.listen(store._engine, "checkout", limit)
    with pytest.raises(fault):
        fill()
    with reopen().unit_of_work() as uow:
        assert uow.children.find(CHILD.id) == CHILD
        assert uow.settings.get("long") == ""


def test_that_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, key: bytes, clock: FixedClock
) -> None:
    (tmp_path / "occupied").write_text("a file, not a folder")
    with pytest.raises(NotWritable) as refused:
        create_store(tmp_path / "occupied" / "store", key, clock=clock)
    assert refused.value.data == {"what": "store"}


def test_that_what_a_power_cut_left_of_a_store_half_made_is_made_anew(
    folder: Path, key: bytes, clock: FixedClock
) -> None:
    folder.mkdir()
    (folder / f"{STORE_NAME}.new").write_bytes(os.urandom(5000))
    (folder / f"{STORE_NAME}.new-wal").write_bytes(os.urandom(5000))
    store = create_store(folder, key, clock=clock)
    store.verify()
    store.close()
    assert {path.name for path in folder.iterdir()} == {STORE_NAME, "store.lock"}


def test_that_opening_a_store_of_this_schema_does_not_load_the_migrations(
    closed: SqlStore, folder: Path
) -> None:
    program = (
        "import sys, pathlib\n"
        "from iro_desktop.services.clock import SystemClock\n"
        "from iro_desktop.store import open_store\n"
        "open_store(pathlib.Path(sys.argv[1]), bytes(range(32)), clock=SystemClock()).close()\n"
        "sys.exit('alembic' in sys.modules)\n"
    )
    command = [sys.executable, "-c", program, str(folder)]
    assert subprocess.run(command, check=False).returncode == 0  # our own program
