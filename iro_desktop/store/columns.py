"""The columns that most tables have, and the metadata that they all stand in."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table, Text
from sqlalchemy.sql.schema import SchemaItem

from iro_desktop.store.column_types import AsJson
from iro_desktop.store.naming import named_metadata

metadata = named_metadata()


def words(name: str) -> Column[str]:
    """Text, empty where nobody has given any."""
    return Column(name, Text, nullable=False)


def flag(name: str) -> Column[bool]:
    """Yes or no."""
    return Column(name, Boolean, nullable=False)


def number(name: str) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=False)


def several(name: str) -> Column[object]:
    """Several words."""
    return Column(name, AsJson, nullable=False)


def about_child() -> Column[str]:
    """Whose it is."""
    return Column("child_id", Text, ForeignKey("child.id"), nullable=False, index=True)


def about_review() -> Column[str]:
    """The review it hangs on."""
    return Column("review_id", Text, ForeignKey("review.id"), nullable=False, index=True)


def things(name: str, *columns: SchemaItem) -> Table:
    """The table of one kind of thing."""
    return Table(
        name,
        metadata,
        Column("serial", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        *columns,
        Column("head", Text, nullable=False),
        Column("withdrawn", Boolean, nullable=False),
    )
