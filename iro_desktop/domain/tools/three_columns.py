"""The map in three columns: what works well, what people worry about, what needs to happen."""

from dataclasses import dataclass

from iro_desktop.domain.tools.entries import ToolEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class MapItem(ToolEntry):
    """One item. `column` is the id of a column in the practice pack."""

    column: str
    words: str = ""
