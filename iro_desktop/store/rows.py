"""Write rows of things, new or not, without moving them in the order in which they came."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.sqlite import Insert, insert

from iro_desktop.store.kinds import E, Kind


def write_rows(connection: Connection, kind: Kind[E], rows: Sequence[dict[str, object]]) -> None:
    """Insert each row, or update the one that has its id."""
    if rows:
        connection.execute(_insertion(kind.table, tuple(rows[0])), list(rows))


@cache
def _insertion(table: Table, columns: tuple[str, ...]) -> Insert:
    insertion = insert(table)
    update = {name: insertion.excluded[name] for name in columns if name != "id"}
    return insertion.on_conflict_do_update(index_elements=["id"], set_=update)
