"""What every part of the ledger stands on."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    bindparam,
    func,
    select,
    true,
)

from iro_desktop.store.revisions import Writer


class LedgerPart:
    """A part of the ledger, in one transaction."""

    def __init__(self, connection: Connection, writer: Writer) -> None:
        self._connection = connection
        self._clock = writer.clock
        self._device = writer.device


def among(column: ColumnElement[str], names: Iterable[str]) -> ColumnElement[bool]:
    """That a column holds one of any number of names: they travel as one JSON list."""
    given: BindParameter[str] = bindparam(None, as_list(names), unique=True)
    listed = func.json_each(given).table_valued("value")
    return column.in_(select(listed.c.value))


def parents_of(revisions: FromClause, *about: ColumnElement[bool]) -> Select[tuple[str]]:
    """All that revisions came from. `revisions` is the table of revisions under some name."""
    parents = func.json_each(revisions.c.parents).table_valued("value", name="parent")
    return select(parents.c.value).select_from(revisions.join(parents, true())).where(*about)


def as_list(names: Iterable[str]) -> str:
    """Names as a JSON list, as they stand in a bundle."""
    return msgspec.json.encode(list(names)).decode()


def from_list(names: str) -> Sequence[str]:
    """The names in such a list."""
    return msgspec.json.decode(names, type=list[str])
