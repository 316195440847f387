"""Every tool of one review, gathered; and the same of the meetings before."""

import datetime as dt
from dataclasses import dataclass, fields

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import ReviewKind
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.entries import Tool, ToolUse
from iro_desktop.domain.tools.harm_matrix import MatrixCell
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.domain.tools.story import StoryAgreement, StoryFrame
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.domain.tools.worries import WorryStatement
from iro_desktop.domain.withholding import WithheldPassage


@dataclass(frozen=True, slots=True)
class ToolRecord:
    """The entries of all tools at one review, each sequence in its order."""

    map_items: tuple[MapItem, ...] = ()
    worries: tuple[WorryStatement, ...] = ()
    matrix_cells: tuple[MatrixCell, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    rooms: tuple[Room, ...] = ()
    story_frames: tuple[StoryFrame, ...] = ()
    story_agreements: tuple[StoryAgreement, ...] = ()
    network_people: tuple[NetworkPerson, ...] = ()
    safety_rules: tuple[SafetyRule, ...] = ()
    plan_tests: tuple[PlanTest, ...] = ()
    asked_questions: tuple[AskedQuestion, ...] = ()
    tool_uses: tuple[ToolUse, ...] = ()

    def __bool__(self) -> bool:
        """Whether any tool was used."""
        return any(getattr(self, field.name) for field in fields(self))

    def holds(self, thing: str) -> bool:
        """Whether any entry has that id."""
        return any(one.id == thing for field in fields(self) for one in getattr(self, field.name))

    def use_of(self, tool: Tool) -> ToolUse | None:
        """What the IRO said of where a tool prints; None where nothing was said."""
        return next((use for use in self.tool_uses if use.tool is tool), None)


@dataclass(frozen=True, slots=True)
class EarlierTools:
    """The tools of an earlier meeting of the child, when it was, and what of them is kept back."""

    review_id: ReviewId
    kind: ReviewKind
    held_on: dt.date
    tools: ToolRecord
    withheld: tuple[WithheldPassage, ...] = ()
