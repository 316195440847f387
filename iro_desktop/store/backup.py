"""A backup: one file with the encrypted store and its envelope, for any laptop and the passphrase.

A ZIP file without compression (encrypted bytes do not shrink) that holds `backup.json`, `store.db`
and `vault.json`. Nothing in it, and nothing on the way to it, is readable without the key.
"""

import os
import secrets
import shutil
import zipfile
from pathlib import Path
from typing import IO, Annotated

import msgspec

from iro_desktop.services.disk_faults import disk_faults
from iro_desktop.services.durability import settle_file, settle_folder
from iro_desktop.services.faults import (
    DamagedEnvelope,
    NewerStore,
    NoSuchThing,
    NotABackup,
    StoreExists,
)
from iro_desktop.services.ports import Clock
from iro_desktop.store.copies import copy_store, remove_copy
from iro_desktop.store.sqlite_faults import STORE_NAME

ENVELOPE_NAME = "vault.json"
RESTORED_NAME = "store.restored"
FORMAT = "iro-desktop backup"
VERSION = 1

_MANIFEST_NAME = "backup.json"
_BIGGEST_SMALL_FILE = 1024 * 1024
_PIECE = 1024 * 1024


class _Manifest(msgspec.Struct):
    format: str
    version: Annotated[int, msgspec.Meta(ge=1)]
    made_at: str = ""


def write_backup(folder: Path, key: bytes, destination: Path, clock: Clock) -> None:
    """Back up the store in `folder` to one file, read through before it gets its name.

    Raises:
        DamagedEnvelope: there is no envelope, without which nobody could open the backup.
        DamagedStore, NoSpace, NotWritable: what stood at `destination` still stands.
        sqlcipher3.dbapi2.Error: as the database says.
    """
    if not (folder / ENVELOPE_NAME).is_file():
        raise DamagedEnvelope
    mark = secrets.token_hex(4)
    copy = folder / f"{STORE_NAME}.{mark}.copy"
    unfinished = destination.with_name(f"{destination.name}.{mark}.new")
    try:
        copy_store(folder / STORE_NAME, key, copy)
        with disk_faults(destination.name):
            manifest = _Manifest(FORMAT, VERSION, clock.now().isoformat(timespec="seconds"))
            _pack(unfinished, manifest, copy, folder / ENVELOPE_NAME)
            unfinished.replace(destination)
            settle_folder(destination.parent)
    finally:
        remove_copy(copy)
        with disk_faults(destination.name):
            unfinished.unlink(missing_ok=True)


def restore(file: Path, folder: Path) -> None:
    """Put the store that a backup holds into `folder`. Its passphrase is that of its day.

    Raises:
        StoreExists: there is a store in the folder already.
        NoSuchThing: there is no such file.
        NotABackup: it is not a backup, or not a whole one.
        NewerStore: a newer version of the program wrote it.
        NoSpace, NotWritable: the disk says no; nothing was restored.
    """
    if (folder / STORE_NAME).exists() or (folder / ENVELOPE_NAME).exists():
        raise StoreExists
    if not file.is_file():
        raise NoSuchThing(kind="file", name=file.name)
    try:
        with zipfile.ZipFile(file) as packed:
            _check_manifest(packed)
            with disk_faults(folder.name):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _unpack(packed, folder)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise NotABackup from error  # RuntimeError: an entry under a password


def _pack(file: Path, manifest: _Manifest, store: Path, envelope: Path) -> None:
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w+b") as target, zipfile.ZipFile(target, "w") as packed:
        packed.writestr(_MANIFEST_NAME, msgspec.json.encode(manifest))
        packed.write(store, STORE_NAME)
        packed.write(envelope, ENVELOPE_NAME)
    settle_file(file)
    with zipfile.ZipFile(file) as packed:
        if packed.testzip() is not None:
            raise NotABackup


def _check_manifest(packed: zipfile.ZipFile) -> None:
    names = sorted(packed.namelist())
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in packed.infolist()):
        raise NotABackup  # ours never are, and what unfolds could fill the disk
    try:
        small = _small(packed, _MANIFEST_NAME)
        manifest = msgspec.json.decode(small, type=_Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotABackup from error
    if manifest.format != FORMAT:
        raise NotABackup
    if manifest.version > VERSION:
        raise NewerStore
    if names != sorted((_MANIFEST_NAME, STORE_NAME, ENVELOPE_NAME)):
        raise NotABackup


def _small(packed: zipfile.ZipFile, name: str) -> bytes:
    if packed.getinfo(name).file_size > _BIGGEST_SMALL_FILE:
        raise NotABackup
    return packed.read(name)


def _unpack(packed: zipfile.ZipFile, folder: Path) -> None:
    unfinished = {name: folder / f"{name}.restoring" for name in (STORE_NAME, ENVELOPE_NAME)}
    try:
        for name, path in unfinished.items():
            with packed.open(name) as source:
                _write_private(path, source)
        _write_private(folder / RESTORED_NAME, None)
        for name, path in unfinished.items():
            path.rename(folder / name)
    finally:
        for path in unfinished.values():
            path.unlink(missing_ok=True)
    settle_folder(folder)


def _write_private(path: Path, source: IO[bytes] | None) -> None:
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as target:
        if source is not None:
            shutil.copyfileobj(source, target, _PIECE)
        target.flush()
        os.fsync(target.fileno())
