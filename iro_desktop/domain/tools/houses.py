"""Houses and figures that a child draws and fills: three houses, wizard, fairy, safety house.

Each room has the child's own words, their drawing, and with whom the child agrees to share it.
"""

from dataclasses import dataclass
from decimal import Decimal

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.tools.entries import Tool, ToolEntry
from iro_desktop.domain.wishes_and_feelings import Sharing


@dataclass(frozen=True, slots=True, kw_only=True)
class Room(ToolEntry):
    """One room. `room` is its id in the practice pack; `drawing` its strokes (domain.drawings).

    In a safety house the child may stand on the path to the door: `place` is how far, from 0 to 10
    in halves, and is the child's own scale; `scale_id` names the scaling question it answers.
    """

    tool: Tool
    room: str
    words: str = ""
    drawing: str = ""
    sharing: Sharing = Sharing.NOT_ASKED
    place: Decimal | None = None
    scale_id: EntityId | None = None

    @property
    def may_be_printed(self) -> bool:
        """Whether it may stand in a document that others read."""
        return self.sharing is Sharing.EVERYONE
