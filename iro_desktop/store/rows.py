"""Write rows of things, new or not, without moving them in the order in which they came."""

from collections.abc import Sequence

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from iro_desktop.store.kinds import E, Kind


def write_rows(connection: Connection, kind: Kind[E], rows: Sequence[dict[str, object]]) -> None:
    """Insert each row, or update the one that has its id."""
    if not rows:
        return
    insertion = insert(kind.table)
    update = {name: insertion.excluded[name] for name in rows[0] if name != "id"}
    connection.execute(
        insertion.on_conflict_do_update(index_elements=["id"], set_=update), list(rows)
    )
