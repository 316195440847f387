"""The practice model as data: what the tools are called, their columns, rooms and questions.

No brand is part of the program. A council may have a pack of its own (docs/practice-packs.md); the
ids in it are kept with what is recorded, so that records compare whichever pack is in force.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from iro_desktop.domain.tools.entries import Tool


class Tone(StrEnum):
    """What a column is about, so that it can be coloured and read out; never by colour alone."""

    WORKING_WELL = "working_well"
    WORRIED = "worried"
    NEXT = "next"
    NEUTRAL = "neutral"


class Stage(StrEnum):
    """When in the work a question helps."""

    PREPARING = "preparing"
    STARTING = "starting"
    EXPLORING = "exploring"
    DECIDING = "deciding"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class MapColumn:
    """A column of the map; `question` is what is asked to fill it."""

    id: str
    title: str
    question: str = ""
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A row or a column of the harm matrix; `prompt` is what to ask where a cell is blank."""

    id: str
    title: str
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class RoomKind:
    """A room of a house, or a part of a figure; `question` is said to the child."""

    id: str
    title: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """A house or figure, and its rooms in the order in which they are usually filled."""

    tool: Tool
    title: str
    rooms: tuple[RoomKind, ...]


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question of the bank. `from_age` and `to_age` are whole years, both counted in.

    `columns` are ids of map columns; `stages` say when it helps; `of_whom` whom to ask ("child",
    "parent", "carer", "worker"), empty for anyone.
    """

    id: str
    text: str
    from_age: int = 0
    to_age: int = 25
    columns: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    of_whom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScaleStarter:
    """A scaling question to begin with, and what 0 and 10 mean."""

    text: str
    meaning_of_0: str = ""
    meaning_of_10: str = ""


@dataclass(frozen=True, slots=True)
class PracticePack:
    """A whole pack, one version of it. `titles` is what each tool is called."""

    id: str
    version: int
    title: str
    titles: Mapping[Tool, str] = field(default_factory=lambda: MappingProxyType({}))
    map_columns: tuple[MapColumn, ...] = ()
    matrix_rows: tuple[MatrixLine, ...] = ()
    matrix_columns: tuple[MatrixLine, ...] = ()
    houses: tuple[House, ...] = ()
    questions: tuple[BankQuestion, ...] = ()
    scales: tuple[ScaleStarter, ...] = ()

    def house(self, tool: Tool) -> House | None:
        """The house or figure of a tool, if the pack has it."""
        return next((house for house in self.houses if house.tool is tool), None)

    def column(self, name: str) -> MapColumn | None:
        """The map's column of that id, if the pack has it."""
        return next((column for column in self.map_columns if column.id == name), None)
