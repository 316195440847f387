"""Where each kind of thing that hangs on a review is kept, and which topic tells of a change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from iro_desktop.domain.advocacy import SupportOffer
from iro_desktop.domain.chairing import AgendaItem, Agreement, MeetingPart
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.participation import Participant
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.scaling import ScaleAnswer
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.entries import ToolUse
from iro_desktop.domain.tools.harm_matrix import MatrixCell
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.domain.tools.story import StoryAgreement, StoryFrame
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.domain.tools.worries import WorryStatement
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.services.changed import Topic
from iro_desktop.services.ports import Records, UnitOfWork

ToolThing = (
    MapItem
    | WorryStatement
    | MatrixCell
    | Milestone
    | Room
    | StoryFrame
    | StoryAgreement
    | NetworkPerson
    | SafetyRule
    | PlanTest
    | AskedQuestion
    | ToolUse
)
MeetingThing = (
    AgendaItem | MeetingPart | Agreement | SupportOffer | PermanenceFinding | ConsultationAnswer
)
Recorded = Participant | Decision | View | ScaleAnswer | ToolThing | MeetingThing

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Home(Generic[T]):
    """`field` is the sequence of a ReviewRecord, or of its ToolRecord, that holds such things."""

    records: Callable[[UnitOfWork], Records[T]]
    topic: Topic
    field: str
    is_tool: bool = False


def _tool(records: Callable[[UnitOfWork], Records[T]], field: str) -> Home[T]:
    return Home(records, Topic.TOOLS, field, is_tool=True)


def _meeting(records: Callable[[UnitOfWork], Records[T]], field: str) -> Home[T]:
    return Home(records, Topic.MEETING, field)


HOMES: Mapping[type, Home[Any]] = {  # Any: each its own kind
    Participant: Home(lambda uow: uow.participants, Topic.PARTICIPANTS, "participants"),
    Decision: Home(lambda uow: uow.decisions, Topic.DECISIONS, "decisions"),
    View: Home(lambda uow: uow.views, Topic.VIEWS, "views"),
    ScaleAnswer: Home(lambda uow: uow.scale_answers, Topic.SCALING, "scale_answers"),
    MapItem: _tool(lambda uow: uow.map_items, "map_items"),
    WorryStatement: _tool(lambda uow: uow.worries, "worries"),
    MatrixCell: _tool(lambda uow: uow.matrix_cells, "matrix_cells"),
    Milestone: _tool(lambda uow: uow.milestones, "milestones"),
    Room: _tool(lambda uow: uow.rooms, "rooms"),
    StoryFrame: _tool(lambda uow: uow.story_frames, "story_frames"),
    StoryAgreement: _tool(lambda uow: uow.story_agreements, "story_agreements"),
    NetworkPerson: _tool(lambda uow: uow.network_people, "network_people"),
    SafetyRule: _tool(lambda uow: uow.safety_rules, "safety_rules"),
    PlanTest: _tool(lambda uow: uow.plan_tests, "plan_tests"),
    AskedQuestion: _tool(lambda uow: uow.asked_questions, "asked_questions"),
    ToolUse: _tool(lambda uow: uow.tool_uses, "tool_uses"),
    AgendaItem: _meeting(lambda uow: uow.agenda_items, "agenda_items"),
    MeetingPart: _meeting(lambda uow: uow.meeting_parts, "meeting_parts"),
    Agreement: _meeting(lambda uow: uow.agreements, "agreements"),
    SupportOffer: _meeting(lambda uow: uow.support_offers, "support_offers"),
    PermanenceFinding: _meeting(lambda uow: uow.permanence_findings, "permanence_findings"),
    ConsultationAnswer: _meeting(lambda uow: uow.consultation_answers, "consultation_answers"),
}


def home_of(thing: Recorded) -> Home[Any]:
    """Where a thing is kept."""
    return HOMES[type(thing)]
