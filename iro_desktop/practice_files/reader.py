"""A practice pack from a file, every fault at its line.

A council's pack says only what it wants otherwise: a part that it leaves out stays as the program
brings it. The program's own pack must be whole.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from iro_desktop.domain.practice_pack import (
    House,
    MapColumn,
    MatrixLine,
    PracticePack,
    RoomKind,
    Tone,
)
from iro_desktop.domain.tools.entries import Tool
from iro_desktop.practice_files.entries import LONGEST_QUESTION, LONGEST_TITLE, short, titled
from iro_desktop.practice_files.faults import PracticeFault, line_of
from iro_desktop.practice_files.question_bank import bank, scales
from iro_desktop.problems import Problem
from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.keys import Keys, instead, keys_of
from iro_desktop.source_files.tree import Scalar, Spot
from iro_desktop.source_files.yaml_reader import read_text, tree_of

HOUSES = (Tool.THREE_HOUSES, Tool.WIZARD, Tool.FAIRY, Tool.SAFETY_HOUSE)
PATH = "path"
MOST_COLUMNS, MOST_ROWS, MOST_ROOMS = 6, 12, 8
NOTHING = PracticePack("", 0, "")
_PARTS = ("titles", "map", "harm_matrix", "houses", "questions", "scales")


class FaultyPack(Exception):
    """The program's own pack is broken: a fault of ours, never of the person's."""


def read_built_in_pack(path: Path) -> PracticePack:
    """The pack that the program brings, whole. Raises FaultyPack, with every fault a line."""
    faults = Faults(path.name)
    text = read_text(path, faults)
    pack = None if text is None else _pack(text, NOTHING, faults)
    if pack is None or faults:
        raise FaultyPack("\n".join(line_of(problem) for problem in faults.in_order()))
    return pack


def read_pack_file(
    path: Path, base: PracticePack
) -> tuple[PracticePack | None, tuple[Problem, ...]]:
    """A council's pack from a file, or None and every problem with it."""
    faults = Faults(path.name)
    text = read_text(path, faults)
    pack = None if text is None else _pack(text, base, faults)
    return (None if faults else pack), faults.in_order()


def read_pack(
    text: str, source: str, base: PracticePack
) -> tuple[PracticePack | None, tuple[Problem, ...]]:
    """A council's pack laid over `base`, or None and every problem with it."""
    faults = Faults(source)
    pack = _pack(text, base, faults)
    return (None if faults else pack), faults.in_order()


def _pack(text: str, base: PracticePack, faults: Faults) -> PracticePack | None:
    tree = tree_of(text, faults)
    keys = None if tree is None else keys_of(tree, "practice pack", faults)
    if keys is None:
        return None
    name, version = keys.identifier("pack", dashes=True), keys.version("version")
    title = short(keys, "title", faults, LONGEST_TITLE, required=True)
    if base is NOTHING:
        for part in _PARTS:
            keys.node(part, required=True)
    columns = _columns(keys, base, faults)
    rows, matrix_columns = _matrix(keys, base, faults)
    pack = PracticePack(
        id=name,
        version=version,
        title=title,
        titles=_titles(keys, base, faults),
        map_columns=columns,
        matrix_rows=rows,
        matrix_columns=matrix_columns,
        houses=_houses(keys, base, faults),
        questions=bank(keys, columns, base.questions, faults),
        scales=scales(keys, base.scales, faults),
    )
    keys.done()
    return pack


def _titles(keys: Keys, base: PracticePack, faults: Faults) -> Mapping[Tool, str]:
    node = keys.node("titles")
    held = None if node is None else keys_of(node, "list of titles", faults)
    if held is None:
        return base.titles
    is_whole = base is NOTHING
    said = {
        tool: short(held, tool.value, faults, LONGEST_TITLE, required=is_whole) for tool in Tool
    }
    held.done()
    _note_alike(held, {tool: title for tool, title in said.items() if title}, faults)
    return MappingProxyType({tool: said[tool] or base.titles.get(tool, "") for tool in Tool})


def _note_alike(held: Keys, said: Mapping[Tool, str], faults: Faults) -> None:
    seen: dict[str, Spot] = {}
    for tool, title in said.items():
        spot, plain = held.spot_of(tool.value), title.casefold()
        if plain in seen:
            line = str(seen[plain].line)
            faults.add(PracticeFault.TITLE_TWICE, spot, title, line=line)
        seen[plain] = spot


def _columns(keys: Keys, base: PracticePack, faults: Faults) -> tuple[MapColumn, ...]:
    node = keys.node("map")
    held = None if node is None else keys_of(node, "map", faults)
    if held is None:
        return base.map_columns

    def column(entry: Keys) -> MapColumn:
        name, title, question = _words_of(entry, "question", faults)
        tone = entry.word("tone", Tone, "tone") if "tone" in entry else Tone.NEUTRAL
        entry.node("tone")
        return MapColumn(name, title, question, tone or Tone.NEUTRAL)

    found = titled(held, "columns", "column", column, faults, MOST_COLUMNS)
    held.done()
    return found or base.map_columns


def _matrix(
    keys: Keys, base: PracticePack, faults: Faults
) -> tuple[tuple[MatrixLine, ...], tuple[MatrixLine, ...]]:
    node = keys.node("harm_matrix")
    held = None if node is None else keys_of(node, "harm matrix", faults)
    if held is None:
        return base.matrix_rows, base.matrix_columns

    def line(entry: Keys) -> MatrixLine:
        return MatrixLine(*_words_of(entry, "prompt", faults))

    rows = titled(held, "rows", "row", line, faults, MOST_ROWS)
    columns = titled(held, "columns", "column", line, faults, MOST_COLUMNS)
    held.done()
    return rows or base.matrix_rows, columns or base.matrix_columns


def _houses(keys: Keys, base: PracticePack, faults: Faults) -> tuple[House, ...]:
    found: dict[Tool, House] = {}
    spots: dict[Tool, Spot] = {}
    for node in keys.entries("houses"):
        held = keys_of(node, "house", faults)
        tool = None if held is None else _house_tool(held, faults)
        if held is None:
            continue
        title = short(held, "title", faults, LONGEST_TITLE, required=True)
        held.node("rooms", required=True)
        rooms = titled(
            held,
            "rooms",
            "room",
            lambda entry: RoomKind(*_words_of(entry, "question", faults)),
            faults,
            MOST_ROOMS,
        )
        held.done()
        if tool is None:
            continue
        if tool in spots:
            line = str(spots[tool].line)
            faults.add(PracticeFault.HOUSE_TWICE, held.spot_of("tool"), tool.value, line=line)
        if tool is Tool.SAFETY_HOUSE and all(room.id != PATH for room in rooms):
            faults.add(PracticeFault.NO_PATH, held.spot_of("rooms"))
        spots[tool], found[tool] = held.spot_of("tool"), House(tool, title, rooms)
    built_in = {house.tool: house for house in base.houses}
    both = {**built_in, **found}
    return tuple(both[tool] for tool in HOUSES if tool in both)


def _house_tool(held: Keys, faults: Faults) -> Tool | None:
    node = held.node("tool", required=True)
    if node is None:
        return None
    known = [tool.value for tool in HOUSES]
    word = node.text if isinstance(node, Scalar) else "..."
    if word in known:
        return Tool(word)
    hint = instead(word, known)
    if word in list(Tool):
        faults.add(PracticeFault.NOT_A_HOUSE, node.spot, word, instead=hint)
    else:
        faults.add(SourceFault.UNKNOWN_WORD, node.spot, word, owner="house", instead=hint)
    return None


def _words_of(entry: Keys, question: str, faults: Faults) -> tuple[str, str, str]:
    return (
        entry.identifier("id"),
        short(entry, "title", faults, LONGEST_TITLE, required=True),
        short(entry, question, faults, LONGEST_QUESTION),
    )
