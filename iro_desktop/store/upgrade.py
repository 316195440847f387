"""Bring a store to this program's schema, or make an empty one: both run the migrations.

Loaded only where a store is not at the head already: Alembic takes 0.2 s.

A backup comes first. Then all migrations run in one transaction, so a failure leaves the store as
it was. Foreign keys are off meanwhile: a table is rebuilt by dropping it, which would take along
all that refers to it; every reference is checked before the commit.
"""

import secrets
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.pool import NullPool

from iro_desktop.services.disk_faults import disk_faults
from iro_desktop.services.faults import NewerStore, NoSpace, UpgradeFailed
from iro_desktop.services.ports import Clock
from iro_desktop.store.connection import connect, encrypted_engine
from iro_desktop.store.copies import copy_store
from iro_desktop.store.schema import schema_of
from iro_desktop.store.sqlite_faults import STORE_NAME, sqlite_fault

SCRIPTS = Path(__file__).parent / "migrations"
BACKUPS = "backups"
KEPT_BACKUPS = 5


class BrokenReferences(Exception):
    """A migration left a row that refers to none."""


def upgrade(folder: Path, key: bytes, clock: Clock, scripts: Path = SCRIPTS) -> None:
    """Bring the store in `folder` to the newest of `scripts`.

    Raises:
        NewerStore: its schema is none of theirs.
        UpgradeFailed: it stands as it was; `data["backup"]` names the copy in `backups`.
        NoSpace, NotWritable, DamagedStore: nothing was begun, or all was undone.
        sqlcipher3.dbapi2.Error: as the database says.
    """
    path = folder / STORE_NAME
    with closing(connect(path, key)) as connection:
        current = schema_of(connection)
    if not _is_known(current, scripts):
        raise NewerStore
    backup = _keep_backup(folder, key, f"store-{current}", clock)
    try:
        run_migrations(path, key, scripts)
    except Exception as error:
        if isinstance(sqlite_fault(error), NoSpace):
            raise NoSpace from error
        raise UpgradeFailed(backup=backup.name) from error


def run_migrations(path: Path, key: bytes, scripts: Path = SCRIPTS) -> None:
    """Run what is left of the migrations in one transaction. Raises whatever goes wrong in it."""
    engine = encrypted_engine(path, key, foreign_keys=False, pool=NullPool)
    try:
        with engine.begin() as connection:
            config = _config(scripts)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise BrokenReferences
    finally:
        engine.dispose()


def _is_known(revision: str, scripts: Path) -> bool:
    directory = ScriptDirectory.from_config(_config(scripts))
    return revision in {script.revision for script in directory.walk_revisions()}


def _config(scripts: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _keep_backup(folder: Path, key: bytes, name: str, clock: Clock) -> Path:
    backups = folder / BACKUPS
    with disk_faults(BACKUPS):
        backups.mkdir(mode=0o700, exist_ok=True)
    backup = backups / f"{name}-{clock.now():%Y%m%dT%H%M%S}-{secrets.token_hex(2)}.db"
    copy_store(folder / STORE_NAME, key, backup)
    with disk_faults(BACKUPS):
        by_age = sorted(backups.glob("store-*.db"), key=lambda kept: kept.stat().st_mtime_ns)
        for old in by_age[:-KEPT_BACKUPS]:
            old.unlink()
    return backup
