"""Which tools stand in a document, and in which of its parts."""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from iro_desktop.documents.blocks import Block, Heading
from iro_desktop.documents.parts import PART_LEVEL
from iro_desktop.documents.tools import (
    best_questions,
    harm_matrix,
    houses,
    safety_plan,
    story,
    three_columns,
    trajectory,
    worries,
)
from iro_desktop.documents.tools.view import ToolView
from iro_desktop.domain.practice_pack import PracticePack
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.tools.comparison import entries_of
from iro_desktop.domain.tools.entries import Tool
from iro_desktop.i18n.translator import Translator

SHELF = "tools"
_Build = Callable[[ToolView], tuple[Block, ...]]
_BUILDERS: Mapping[Tool, tuple[_Build, _Build]] = MappingProxyType(
    {
        Tool.MAP: (three_columns.in_minutes, three_columns.in_letter),
        Tool.WORRIES: (worries.in_minutes, worries.in_letter),
        Tool.HARM_MATRIX: (harm_matrix.in_minutes, harm_matrix.in_letter),
        Tool.TRAJECTORY: (trajectory.in_minutes, trajectory.in_letter),
        Tool.THREE_HOUSES: (houses.in_minutes, houses.in_letter),
        Tool.WIZARD: (houses.in_minutes, houses.in_letter),
        Tool.FAIRY: (houses.in_minutes, houses.in_letter),
        Tool.SAFETY_HOUSE: (houses.in_minutes, houses.in_letter),
        Tool.WORDS_AND_PICTURES: (story.in_minutes, story.in_letter),
        Tool.SAFETY_PLAN: (safety_plan.in_minutes, safety_plan.in_letter),
        Tool.BEST_QUESTIONS: (best_questions.in_minutes, best_questions.in_letter),
    }
)
# To a child, what the child said and drew comes first.
_TO_THE_CHILD = (
    *(Tool.THREE_HOUSES, Tool.WIZARD, Tool.FAIRY, Tool.SAFETY_HOUSE, Tool.BEST_QUESTIONS),
    *(Tool.MAP, Tool.WORRIES, Tool.HARM_MATRIX, Tool.WORDS_AND_PICTURES),
    *(Tool.TRAJECTORY, Tool.SAFETY_PLAN),
)
_TOGETHER = dict.fromkeys((Tool.THREE_HOUSES, Tool.WIZARD, Tool.FAIRY), "houses")


def part_of(tool: Tool) -> str:
    """The part of a document that is a tool's own, where the form has it."""
    return _TOGETHER.get(tool, tool.value)


TOOL_PARTS = tuple(dict.fromkeys(map(part_of, Tool)))


def tools_in_minutes(
    record: ReviewRecord, pack: PracticePack, parts: Collection[str], tr: Translator
) -> dict[str, tuple[Block, ...]]:
    """Blocks by part of every tool that prints in minutes: in its own part or on the shelf."""
    return _placed([tool for tool in Tool if _prints(record, tool)], 0, record, pack, parts, tr)


def tools_in_letter(
    record: ReviewRecord, pack: PracticePack, parts: Collection[str], tr: Translator
) -> dict[str, tuple[Block, ...]]:
    """The same of every tool that the IRO chose for the letter to the child."""
    uses = [record.tools.use_of(tool) for tool in _TO_THE_CHILD]
    chosen = [use.tool for use in uses if use and use.in_letter]
    return _placed(chosen, 1, record, pack, parts, tr)


def _prints(record: ReviewRecord, tool: Tool) -> bool:
    """Only what was used at this meeting: that a tool was not used takes nothing away."""
    use = record.tools.use_of(tool)
    return bool(entries_of(record.tools, tool)) and (use is None or use.in_minutes)


def _placed(
    tools: list[Tool],
    which: int,
    record: ReviewRecord,
    pack: PracticePack,
    parts: Collection[str],
    tr: Translator,
) -> dict[str, tuple[Block, ...]]:
    found: dict[str, list[tuple[str, tuple[Block, ...]]]] = {}
    for tool in tools:
        view = ToolView(tool, record, pack, tr)
        blocks = _BUILDERS[tool][which](view)
        if blocks:
            home = part_of(tool)
            found.setdefault(home if home in parts else SHELF, []).append((view.title, blocks))
    return {
        part: tuple(
            block for title, blocks in inside for block in _titled(part, title, blocks, len(inside))
        )
        for part, inside in found.items()
    }


def _titled(part: str, title: str, blocks: tuple[Block, ...], beside: int) -> tuple[Block, ...]:
    """A tool under its own title, but alone in a part that is called after it."""
    if part == SHELF or beside > 1:
        return (Heading(PART_LEVEL + 1, title), *blocks)
    return blocks
