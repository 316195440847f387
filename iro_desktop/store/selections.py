"""What is asked of the table of every kind, built once: building costs more than the answer."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, bindparam, select

Selection = Select[tuple[Any, ...]]  # Any: each table has columns of its own

NAME = "name"
NAMES = "names"


class Selections:
    """Selections of one kind's rows; `NAME` or `NAMES` is what each is asked about.

    `child` is where the child's id stands, `order` how rows stand before the order they came in.
    """

    def __init__(
        self, table: Table, child: ColumnElement[str], order: Sequence[ColumnElement[object]]
    ) -> None:
        self._table = table
        self._child = child
        self._order = order

    @cached_property
    def named(self) -> Selection:
        """Those of these names, withdrawn ones too."""
        return select(self._table).where(
            self._table.c.id.in_(bindparam(NAMES, expanding=True)),
        )

    @cached_property
    def one(self) -> Selection:
        """The one of that name."""
        return self._standing().where(self._table.c.id == bindparam(NAME))

    @cached_property
    def all(self) -> Selection:
        """Every one, in the order in which they came."""
        return self._standing().order_by(self._table.c.serial)

    @cached_property
    def of_child(self) -> Selection:
        """Those of one child."""
        return self._in_order(self._child == bindparam(NAME))

    @cached_property
    def of_review(self) -> Selection:
        """Those of one review."""
        return self._in_order(self._table.c.review_id == bindparam(NAME))

    def _in_order(self, about: ColumnElement[bool]) -> Selection:
        by = (column.nulls_last() for column in self._order)
        return self._standing().where(about).order_by(*by, self._table.c.serial)

    def _standing(self) -> Selection:
        return select(self._table).where(self._table.c.withdrawn.is_(False))
