import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from store_samples import CHILD, ONE_OF_EACH, put_one_of_each, records_for

from fixed_clock import FixedClock
from iro_desktop.services.faults import DamagedStore, NewerStore, NoSpace, UpgradeFailed
from iro_desktop.store import SqlStore
from iro_desktop.store import upgrade as upgrade_module
from iro_desktop.store.connection import connect
from iro_desktop.store.kinds import KINDS
from iro_desktop.store.schema import HEAD, schema_of
from iro_desktop.store.sqlite_faults import STORE_NAME, sqlite_faults
from iro_desktop.store.upgrade import BACKUPS, KEPT_BACKUPS, SCRIPTS, upgrade

# A step that rebuilds the table which everything refers to, as every change of a column does.
NEXT = f'''
import sqlalchemy as sa
from alembic import op

revision, down_revision = "test_next", "{HEAD}"


def upgrade() -> None:
    with op.batch_alter_table("child", recreate="always") as batch:
        batch.add_column(sa.Column("nickname", sa.Text(), server_default="", nullable=False))
    {{more}}
'''
BREAKS_REFERENCES = """op.execute("DELETE FROM child")"""
FAILS = """op.execute("CREATE TABLE half (id INTEGER)"); raise ValueError("made to fail")"""
FILLS_THE_DISK = """
    op.execute("PRAGMA max_page_count = 1")
    op.execute("CREATE TABLE half AS SELECT randomblob(1000000)")
"""


@pytest.fixture
def scripts(tmp_path: Path) -> Callable[[str], Path]:
    """This program's migrations and one more after them."""

    def with_next(more: str) -> Path:
        place = tmp_path / "scripts"
        shutil.copytree(SCRIPTS, place, ignore=shutil.ignore_patterns("__pycache__"))
        (place / "versions" / "9999_next.py").write_text(NEXT.format(more=more.strip()))
        return place

    return with_next


@pytest.fixture
def closed(store: SqlStore) -> SqlStore:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
    store.close()
    return store


def contents(path: Path, key: bytes) -> list[tuple[object, ...]]:
    """Schema and rows of every table."""
    with closing(connect(path, key)) as connection:
        schema = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        rows = [
            row
            for name, sql in schema
            if sql and sql.startswith("CREATE TABLE")
            for row in connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
        ]
    return [*schema, *rows]


def backups_in(folder: Path) -> list[Path]:
    return sorted((folder / BACKUPS).iterdir())


def test_that_a_step_keeps_every_row_and_leaves_a_backup_of_the_store_before(
    closed: SqlStore,
    folder: Path,
    key: bytes,
    clock: FixedClock,
    scripts: Callable[[str], Path],
    reopen: Callable[[], SqlStore],
) -> None:
    before = contents(folder / STORE_NAME, key)
    upgrade(folder, key, clock, scripts("pass"))
    (backup,) = backups_in(folder)
    assert contents(backup, key) == before
    assert backup.read_bytes()[:15] != b"SQLite format 3"
    with closing(connect(folder / STORE_NAME, key)) as connection:
        assert schema_of(connection) == "test_next"
        assert connection.execute("SELECT id, nickname FROM child").fetchall() == [(CHILD.id, "")]
        for thing in ONE_OF_EACH:
            found = connection.execute(f"SELECT id FROM {table_of(thing)}").fetchall()  # noqa: S608
            assert found == [(thing.id,)]
        assert connection.execute("SELECT count(*) FROM revision").fetchone() == (len(ONE_OF_EACH),)


def table_of(thing: object) -> str:
    return next(kind.table.name for kind in KINDS if isinstance(thing, kind.entity))


def test_that_the_first_step_takes_an_empty_file_to_a_store_that_keeps_things(
    store: SqlStore,
) -> None:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        for thing in ONE_OF_EACH:
            assert records_for(thing, uow).find(thing.id) == thing


@pytest.mark.parametrize("more", [FAILS, BREAKS_REFERENCES])
def test_that_a_step_that_fails_leaves_the_store_as_it_was(
    closed: SqlStore,
    folder: Path,
    key: bytes,
    clock: FixedClock,
    scripts: Callable[[str], Path],
    reopen: Callable[[], SqlStore],
    more: str,
) -> None:
    before = contents(folder / STORE_NAME, key)
    with pytest.raises(UpgradeFailed) as refused:
        upgrade(folder, key, clock, scripts(more))
    assert contents(folder / STORE_NAME, key) == before
    (backup,) = backups_in(folder)
    assert refused.value.data == {"backup": backup.name}
    assert contents(backup, key) == before
    reopen().verify()


def test_that_a_full_disk_is_said_to_be_full_and_the_store_stays_as_it_was(
    closed: SqlStore, folder: Path, key: bytes, clock: FixedClock, scripts: Callable[[str], Path]
) -> None:
    before = contents(folder / STORE_NAME, key)
    with pytest.raises(NoSpace):
        upgrade(folder, key, clock, scripts(FILLS_THE_DISK))
    assert contents(folder / STORE_NAME, key) == before


def test_that_the_last_five_backups_are_kept(
    closed: SqlStore, folder: Path, key: bytes, clock: FixedClock, scripts: Callable[[str], Path]
) -> None:
    failing = scripts(FAILS)
    made = []
    for _ in range(KEPT_BACKUPS + 2):
        clock.advance(1)
        with pytest.raises(UpgradeFailed) as refused:
            upgrade(folder, key, clock, failing)
        made.append(refused.value.data["backup"])
    assert {path.name for path in backups_in(folder)} == set(made[-KEPT_BACKUPS:])


def test_that_a_store_of_a_newer_schema_is_refused_and_left_alone(
    closed: SqlStore,
    folder: Path,
    key: bytes,
    clock: FixedClock,
    scripts: Callable[[str], Path],
    reopen: Callable[[], SqlStore],
) -> None:
    upgrade(folder, key, clock, scripts("pass"))
    before = contents(folder / STORE_NAME, key)
    kept = backups_in(folder)
    with pytest.raises(NewerStore):
        reopen()
    assert contents(folder / STORE_NAME, key) == before
    assert backups_in(folder) == kept


def test_that_a_store_of_an_older_schema_is_brought_up_when_it_is_opened(
    closed: SqlStore,
    folder: Path,
    key: bytes,
    scripts: Callable[[str], Path],
    reopen: Callable[[], SqlStore],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    newer = scripts("pass")
    monkeypatch.setattr("iro_desktop.store.sql_store.HEAD", "test_next")
    monkeypatch.setattr(upgrade_module.upgrade, "__defaults__", (newer,))
    with reopen().unit_of_work() as uow:
        assert uow.children.find(CHILD.id) == CHILD
    assert len(backups_in(folder)) == 1


def test_that_no_backup_is_made_of_a_store_that_is_not_whole(
    closed: SqlStore, folder: Path, key: bytes, clock: FixedClock, scripts: Callable[[str], Path]
) -> None:
    path = folder / STORE_NAME
    spoilt = bytearray(path.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    path.write_bytes(spoilt)
    with pytest.raises(DamagedStore), sqlite_faults():
        upgrade(folder, key, clock, scripts("pass"))
    assert backups_in(folder) == []
