from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from iro_desktop.store import SqlStore
from iro_desktop.store.column_types import AsJson
from iro_desktop.store.columns import metadata
from iro_desktop.store.connection import connect, encrypted_engine
from iro_desktop.store.kinds import KINDS, Kind, Thing
from iro_desktop.store.schema import HEAD, schema_of
from iro_desktop.store.sqlite_faults import STORE_NAME
from iro_desktop.store.upgrade import SCRIPTS


def test_that_the_head_named_in_code_is_the_newest_migration(
    store: SqlStore, folder: Path, key: bytes
) -> None:
    assert ScriptDirectory(str(SCRIPTS)).get_heads() == [HEAD]
    with closing(connect(folder / STORE_NAME, key)) as connection:
        assert schema_of(connection) == HEAD


def test_that_the_migrations_make_the_tables_that_the_code_describes(
    store: SqlStore, folder: Path, key: bytes
) -> None:
    engine = encrypted_engine(folder / STORE_NAME, key)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        made = {
            row.name: row.sql
            for row in connection.execute(
                text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            )
        }
    engine.dispose()
    assert set(made) == set(metadata.tables) | {"alembic_version"}


def test_that_constraints_have_the_names_that_the_code_gives_them(
    store: SqlStore, folder: Path, key: bytes
) -> None:
    with closing(connect(folder / STORE_NAME, key)) as connection:
        (sql,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'scale_answer'"
        ).fetchone()
    for table in (metadata.tables["scale_answer"],):
        for constraint in table.constraints:
            assert f"CONSTRAINT {constraint.name} " in sql


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_that_a_table_has_a_column_for_each_field_and_little_else(kind: Kind[Thing]) -> None:
    named = {field.name for field in fields(kind.entity)}  # type: ignore[arg-type]
    assert set(kind.table.c.keys()) == named | {"serial", "head", "withdrawn"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_that_a_column_may_be_empty_only_where_the_field_may(kind: Kind[Thing]) -> None:
    hints = get_type_hints(kind.entity)
    for field in fields(kind.entity):  # type: ignore[arg-type]
        column = kind.table.c[field.name]
        if not isinstance(column.type, AsJson):  # JSON has a None of its own
            may_be_none = type(None) in get_args(hints[field.name])
            assert column.nullable == may_be_none, field.name
