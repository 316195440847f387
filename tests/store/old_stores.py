"""Stores as earlier releases wrote them, with rows of their day."""

import shutil
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from iro_desktop.store.connection import connect
from iro_desktop.store.schema import schema_of
from iro_desktop.store.sqlite_faults import STORE_NAME
from iro_desktop.store.upgrade import SCRIPTS, run_migrations

ROWS = Path(__file__).with_name("samples")


def write_store_of(schema: str, folder: Path, key: bytes, scratch: Path) -> None:
    """Put a store of this schema in the place of a closed one in `folder`.

    Its rows are those of samples/store_<schema>.sql, its tables what migrations of that day made.
    """
    path = folder / STORE_NAME
    for written in folder.glob(f"{STORE_NAME}*"):
        written.unlink()
    path.touch()

    def later(_folder: str, names: Iterable[str]) -> list[str]:
        return [
            name
            for name in names
            if name == "__pycache__" or (name[:4].isdigit() and name[:4] > schema)
        ]

    of_that_day = scratch / "of_that_day"
    shutil.copytree(SCRIPTS, of_that_day, ignore=later)
    run_migrations(path, key, of_that_day)
    with closing(connect(path, key)) as connection:
        connection.executescript((ROWS / f"store_{schema}.sql").read_text(encoding="utf-8"))
        assert schema_of(connection) == schema
