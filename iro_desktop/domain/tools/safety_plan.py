"""The safety plan and the network: everyday people, what each does and when, did it hold."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.tools.entries import ToolEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPerson(ToolEntry):
    """Someone of the child's own people, not of a service."""

    name: str = ""
    relation: str = ""
    knows_the_worries: bool = False
    part: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyRule(ToolEntry):
    """Who does what when. A bottom line is set by the council; all else the family makes."""

    who: str = ""
    does_what: str = ""
    when: str = ""
    is_bottom_line: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTest(ToolEntry):
    """A day on which the plan was tried, what happened, and when it is tried next."""

    on: dt.date | None = None
    what_happened: str = ""
    next_on: dt.date | None = None
