"""What of a tool is new, changed, moved or gone since the meeting before, entry by entry.

Entries are the same thing where they are of one thread. A room of a house and a cell of the matrix
are the same where they stand in the same place: a child is asked each room anew.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypeVar, cast

from iro_desktop.domain.tools.entries import Tool, ToolEntry
from iro_desktop.domain.tools.harm_matrix import MatrixCell
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.record import EarlierTools, ToolRecord
from iro_desktop.domain.tools.story import StoryFrame
from iro_desktop.domain.tools.three_columns import MapItem

E = TypeVar("E", bound=ToolEntry)

_HOUSES = frozenset({Tool.THREE_HOUSES, Tool.WIZARD, Tool.FAIRY, Tool.SAFETY_HOUSE})
# The fields of a ToolRecord that hold a tool's entries.
_FIELDS: Mapping[Tool, tuple[str, ...]] = MappingProxyType(
    {
        Tool.MAP: ("map_items",),
        Tool.WORRIES: ("worries",),
        Tool.HARM_MATRIX: ("matrix_cells",),
        Tool.TRAJECTORY: ("milestones",),
        **dict.fromkeys(_HOUSES, ("rooms",)),
        Tool.WORDS_AND_PICTURES: ("story_frames",),
        Tool.SAFETY_PLAN: ("network_people", "safety_rules", "plan_tests"),
        Tool.BEST_QUESTIONS: ("asked_questions",),
    }
)
# What an entry says of its place in the records, not of its subject. A picture that was carried on
# is a new picture of the same look.
_NOT_SAID = frozenset({"id", "review_id", "thread", "position", "author", "written_on"})


class Change(StrEnum):
    """What became of an entry. One that moved may say something else as well."""

    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Compared(Generic[E]):
    """One thing at two meetings. One of the two sides is None where it was not there."""

    before: E | None
    now: E | None

    @property
    def change(self) -> Change:
        """What became of it."""
        if self.before is None:
            return Change.NEW
        if self.now is None:
            return Change.GONE
        if _column_of(self.before) != _column_of(self.now):
            return Change.MOVED
        return Change.CHANGED if self.says_otherwise else Change.SAME

    @property
    def says_otherwise(self) -> bool:
        """Whether it was there at both meetings and says something else now."""
        if self.before is None or self.now is None:
            return False
        return _said(self.before) != _said(self.now)


def compare(before: Sequence[E], now: Sequence[E]) -> tuple[Compared[E], ...]:
    """Each thing of either meeting once: those of now in their order, then those that are gone."""
    left: dict[Hashable, list[E]] = {}
    for entry in before:
        left.setdefault(key_of(entry), []).append(entry)
    found: list[Compared[E]] = []
    for entry in now:
        same = left.get(key_of(entry), [])
        found.append(Compared(same.pop(0) if same else None, entry))
    kept = {id(entry) for entries in left.values() for entry in entries}
    gone = (Compared(entry, None) for entry in before if id(entry) in kept)
    return (*found, *gone)


def key_of(entry: ToolEntry) -> Hashable:
    """What an entry has in common with the same thing at another meeting."""
    match entry:
        case Room():
            return (entry.tool, entry.room)
        case MatrixCell():
            return (entry.row, entry.column)
        case _:
            return entry.thread


def entries_of(record: ToolRecord, tool: Tool) -> tuple[ToolEntry, ...]:
    """Every entry of a tool, in its order."""
    every = (
        entry
        for name in _FIELDS[tool]
        for entry in cast("tuple[ToolEntry, ...]", getattr(record, name))
    )
    return tuple(entry for entry in every if not isinstance(entry, Room) or entry.tool is tool)


def to_carry(last: ToolRecord, here: ToolRecord, tool: Tool) -> tuple[ToolEntry, ...]:
    """What stood there last time and does not stand here. No room: a child is asked each anew."""
    known = {key_of(entry) for entry in entries_of(here, tool)}
    return tuple(
        entry
        for entry in entries_of(last, tool)
        if not isinstance(entry, Room) and key_of(entry) not in known
    )


def last_with(earlier: Sequence[EarlierTools], tool: Tool) -> EarlierTools | None:
    """The latest earlier meeting that used a tool; `earlier` stands from the latest on."""
    return next((one for one in earlier if entries_of(one.tools, tool)), None)


def _column_of(entry: ToolEntry) -> str:
    return entry.column if isinstance(entry, MapItem) else ""


def _said(entry: ToolEntry) -> dict[str, object]:
    passed_over = _NOT_SAID | ({"picture_id"} if isinstance(entry, StoryFrame) else set())
    return {
        field.name: _bare(getattr(entry, field.name))
        for field in fields(entry)
        if field.name not in passed_over
    }


def _bare(value: object) -> object:
    return value.strip() if isinstance(value, str) else value
