"""The harm matrix: what was done, how bad, what it did to the child; the first, worst, latest time.

Rows and columns come from the practice pack. A blank cell is a question to ask, never "none".
"""

from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.tools.entries import ToolEntry


class Certainty(StrEnum):
    """How far what a cell says is known."""

    NOT_SAID = "not_said"
    KNOWN = "known"
    ALLEGED = "alleged"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell(ToolEntry):
    """One cell. `when` is a date or as near to it as anyone knows; `source` is where it is from."""

    row: str
    column: str
    words: str = ""
    when: str = ""
    certainty: Certainty = Certainty.NOT_SAID
    source: str = ""
