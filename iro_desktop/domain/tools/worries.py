"""Harm, danger and worry statements, each with its goal, its scale and who sees it differently.

A statement of danger is always paired with a safety goal and a scaling question; for a child who is
not in danger it is a worry and the goal is one of wellbeing.
"""

from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.tools.entries import ToolEntry


class WorryKind(StrEnum):
    """Harm has happened; danger is what is likely if nothing changes; a worry is less than that."""

    WORRY = "worry"
    DANGER = "danger"
    HARM = "harm"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorryStatement(ToolEntry):
    """One statement. `scale_id` names the scaling question that measures its goal.

    `disagreement` is what those in `disputed_by` say instead, and belongs inside the statement.
    """

    kind: WorryKind = WorryKind.WORRY
    words: str = ""
    who_is_worried: tuple[str, ...] = ()
    what_might_happen: str = ""
    disputed_by: tuple[str, ...] = ()
    disagreement: str = ""
    goal: str = ""
    scale_id: EntityId | None = None

    @property
    def lacks(self) -> tuple[str, ...]:
        """The names of the fields without which a statement is not complete."""
        wanted = {"words": self.words.strip(), "goal": self.goal.strip(), "scale_id": self.scale_id}
        return tuple(name for name, value in wanted.items() if not value)
