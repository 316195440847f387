"""A store that is open, and how one is made and opened."""

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine
from typing_extensions import override

from iro_desktop.domain.identifiers import new_id
from iro_desktop.services.disk_faults import disk_faults
from iro_desktop.services.durability import settle_folder
from iro_desktop.services.faults import NoStore, StoreExists
from iro_desktop.services.ports import Clock, OpenStore, Sight, UnitOfWork
from iro_desktop.services.setting_names import DEVICE
from iro_desktop.store.backup import RESTORED_NAME, write_backup
from iro_desktop.store.connection import PATIENCE, check_whole, connect, encrypted_engine
from iro_desktop.store.copies import remove_copy
from iro_desktop.store.revisions import Writer
from iro_desktop.store.schema import HEAD, schema_of
from iro_desktop.store.settings import SqlSettings
from iro_desktop.store.sqlite_faults import STORE_NAME, sqlite_faults
from iro_desktop.store.store_lock import StoreLock
from iro_desktop.store.turns import Turns
from iro_desktop.store.unit_of_work import SqlUnitOfWork


class SqlStore(OpenStore):
    """The open store in `folder`. `open_store` and `create_store` make it."""

    def __init__(
        self, folder: Path, key: bytes, lock: StoreLock, engine: Engine, writer: Writer
    ) -> None:
        self._folder = folder
        self._key = key
        self._lock = lock
        self._engine = engine
        self._writer = writer
        self._thread = threading.local()
        self._turns = Turns(PATIENCE)

    @override
    @contextmanager
    def unit_of_work(self, sight: Sight | None = None) -> Iterator[UnitOfWork]:
        """A new transaction. Those of other threads wait until it ends, each for its turn.

        What is kept in it was written with `sight` of what came in from others; None saw all.

        Raises:
            NoSpace, NotWritable, DamagedStore: nothing of it was kept.
            LockedStore: another never came to an end.
            RuntimeError: the store is closed, or this thread is in a unit of work already.
        """
        self._require_open()
        if getattr(self._thread, "is_working", False):
            message = "a unit of work within another would wait for itself"
            raise RuntimeError(message)
        self._thread.is_working = True
        try:
            with self._turns.taken(), sqlite_faults(), self._engine.begin() as connection:
                yield SqlUnitOfWork(connection, replace(self._writer, sight=sight))
        finally:
            self._thread.is_working = False

    @override
    def verify(self) -> None:
        """Read every page and check it. Raises DamagedStore."""
        self._require_open()
        with sqlite_faults(), closing(connect(self._folder / STORE_NAME, self._key)) as connection:
            check_whole(connection)

    @override
    def back_up(self, destination: Path) -> None:
        """Write a whole, verified, still encrypted copy that `restore` takes on any laptop.

        Raises:
            NoSpace, NotWritable: the disk says no; what stood at `destination` still stands.
            DamagedStore, DamagedEnvelope: what would be copied is not whole.
        """
        self._require_open()
        with sqlite_faults():
            write_backup(self._folder, self._key, destination, self._writer.clock)

    @override
    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        self._engine.dispose()
        self._key = b""
        self._lock.release()

    def _require_open(self) -> None:
        if not self._key:
            message = "the store is closed"
            raise RuntimeError(message)


def create_store(
    folder: Path, key: bytes, *, clock: Clock, author: str = "", device: str | None = None
) -> SqlStore:
    """Make an empty store in `folder` and open it. Parameters are those of `open_store`.

    Raises:
        StoreExists: there is one already.
        LockedStore, NoSpace, NotWritable: no store was made.
    """
    path = folder / STORE_NAME
    with disk_faults(folder.name):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists():
        raise StoreExists
    lock = StoreLock(folder)
    try:
        with disk_faults(STORE_NAME), sqlite_faults():
            _make_empty(path, key)
    finally:
        lock.release()
    return open_store(folder, key, clock=clock, author=author, device=device)


def open_store(
    folder: Path, key: bytes, *, clock: Clock, author: str = "", device: str | None = None
) -> SqlStore:
    """Open the store in `folder`, brought to this program's schema if need be.

    `author` signs every revision; empty, it is the setting `iro_name` as it stands at the time.
    `device` None takes the random name that this copy of the store gave itself.

    Raises:
        NoStore: there is none.
        LockedStore: another window or process holds it.
        DamagedStore: it is not whole. (`key` comes from an envelope that vouches for it.)
        NewerStore, UpgradeFailed: its schema cannot be brought to this program's.
        NoSpace, NotWritable: the disk says no.
    """
    path = folder / STORE_NAME
    if not path.is_file():
        raise NoStore
    lock = StoreLock(folder)
    engine = encrypted_engine(path, key)
    try:
        with sqlite_faults():
            _bring_to_head(folder, key, clock)
            own = _own_device(engine, folder / RESTORED_NAME)
    except BaseException:
        engine.dispose()
        lock.release()
        raise
    return SqlStore(folder, key, lock, engine, Writer(clock, author, device or own))


def _make_empty(path: Path, key: bytes) -> None:
    from iro_desktop.store.upgrade import run_migrations  # noqa: PLC0415  # see upgrade.py

    # Under another name until it is whole, or a power cut would leave a store that is damaged.
    fresh = path.with_name(f"{path.name}.new")
    remove_copy(fresh)
    os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        run_migrations(fresh, key)
        fresh.rename(path)
    finally:
        remove_copy(fresh)
    settle_folder(path.parent)


def _bring_to_head(folder: Path, key: bytes, clock: Clock) -> None:
    with closing(connect(folder / STORE_NAME, key)) as connection:
        stored = schema_of(connection)
    if stored != HEAD:
        from iro_desktop.store.upgrade import upgrade  # noqa: PLC0415  # see upgrade.py

        upgrade(folder, key, clock)


def _own_device(engine: Engine, restored: Path) -> str:
    """This copy's own name: a copy that was restored must not pass for the one it came from."""
    with engine.begin() as connection:
        settings = SqlSettings(connection)
        device = "" if restored.exists() else settings.get(DEVICE)
        if not device:
            device = new_id()
            settings.set(DEVICE, device)
    with disk_faults(restored.name):
        restored.unlink(missing_ok=True)
    return device
