"""One made-up thing of each kind of practice tool, of a meeting's running, and of between them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from iro_desktop.domain.activities import Activity, ActivityKind, Seen
from iro_desktop.domain.advocacy import OfferState, SupportOffer, SupportService
from iro_desktop.domain.chairing import AgendaItem, Agreement, Agrees, MeetingPart
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.permanence import PermanenceFinding, PermanencePlan
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.entries import EntryState, Tool, ToolUse
from iro_desktop.domain.tools.harm_matrix import Certainty, MatrixCell
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.domain.tools.story import StoryAgreement, StoryFrame
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.domain.tools.worries import WorryKind, WorryStatement
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.record_homes import HOMES

CHILD, REVIEW = ChildId("child-1"), ReviewId("review-1")


def _entry(name: str) -> dict[str, Any]:
    return {
        "id": EntityId(f"{name}-1"),
        "child_id": CHILD,
        "review_id": REVIEW,
        "thread": EntityId(f"{name}-0"),
        "state": EntryState.ANSWERED,
        "heard_from": "Made-up Aunt",
        "is_verbatim": True,
        "author": "Made-up Officer",
        "written_on": dt.date(2026, 11, 24),
    }


def _of_review(name: str) -> dict[str, Any]:
    return {"id": EntityId(f"{name}-1"), "child_id": CHILD, "review_id": REVIEW}


MILESTONE = Milestone(
    **_entry("milestone"),
    what="Every weekend at home",
    planned_on=dt.date(2027, 1, 4),
    revised_to=(dt.date(2027, 2, 1), dt.date(2027, 3, 1)),
    revised_because=("The flat was not ready", "Snow"),
    waits_for=(EntityId("milestone-9"),),
)
OF_TOOLS: tuple[Any, ...] = (  # Any: things of several kinds
    MapItem(**_entry("map-item"), column="working_well", words="Nan rings every night"),
    WorryStatement(
        **_entry("worry"),
        kind=WorryKind.DANGER,
        words="That nobody wakes when he walks at night",
        who_is_worried=("Nan", "School"),
        goal="Someone always hears him",
    ),
    MatrixCell(
        **_entry("cell"), row="action", column="first", words="Hit", certainty=Certainty.ALLEGED
    ),
    MILESTONE,
    Room(**_entry("room"), tool=Tool.SAFETY_HOUSE, room="path", place=Decimal("6.5")),
    StoryFrame(**_entry("frame"), sentence="Mum was very ill.", pictogram="home"),
    StoryAgreement(**_of_review("agreed"), agreed_by=("Mum", "Nan"), reading_age=7),
    NetworkPerson(**_entry("network"), name="Made-up Uncle", relation="uncle"),
    SafetyRule(**_entry("rule"), who="Nan", does_what="rings", when="at eight"),
    PlanTest(**_entry("test"), on=dt.date(2026, 11, 1), what_happened="Nan came"),
    AskedQuestion(**_entry("asked"), bank_id="wish", question="What would you change?"),
    ToolUse(**_of_review("use"), tool=Tool.MAP, in_letter=True),
)
OF_MEETINGS: tuple[Any, ...] = (  # Any: as above
    AgendaItem(**_of_review("agenda"), what="The dog", minutes=5, brought_by="Made-up Wren"),
    MeetingPart(
        **_of_review("part"), title="With Mum", people=("participant-1",), began_at=dt.time(14)
    ),
    Agreement(
        **_of_review("agreement"),
        decision_id=EntityId("decision-1"),
        person="Mum",
        role=Role.PARENT,
        agrees=Agrees.PARTLY,
        words="not on fridays",
    ),
    SupportOffer(**_of_review("offer"), service=SupportService.ADVOCATE, state=OfferState.DECLINED),
    PermanenceFinding(
        **_of_review("permanence"), is_present=True, plan=PermanencePlan.FOSTERING_TO_18
    ),
    ConsultationAnswer(
        **_of_review("consultation"),
        form="consultation-parent",
        form_version=1,
        person="Mum",
        role=Role.PARENT,
        question="going_well",
        asked="What is going well?",
        words="The swimming",
        received_on=dt.date(2026, 11, 20),
    ),
)
ACTIVITY = Activity(
    id=EntityId("activity-1"),
    child_id=CHILD,
    kind=ActivityKind.VISIT,
    on=dt.date(2026, 11, 10),
    seen=Seen.ALONE,
    summary="We walked the dog.",
    remind_on=dt.date(2026, 12, 1),
)
SDQ = SdqScore(id=EntityId("sdq-1"), child_id=CHILD, on=dt.date(2026, 10, 1), total=15)

# Those that schema 0004 brought.
OF_PRACTICE: tuple[Any, ...] = (*OF_TOOLS, *OF_MEETINGS, ACTIVITY, SDQ)  # Any: as above


def homes_of_practice(uow: UnitOfWork) -> Mapping[type, object]:
    """Where each kind is kept."""
    of_review = {kind: home.records(uow) for kind, home in HOMES.items()}
    return {**of_review, Activity: uow.activities, SdqScore: uow.sdq_scores}


def put_practice(uow: UnitOfWork, child: ChildId, review: ReviewId) -> None:
    """One of each, about this child and this review."""
    homes: Mapping[type, Any] = homes_of_practice(uow)
    for sample in OF_PRACTICE:
        about: dict[str, str] = {"child_id": child}
        if hasattr(sample, "review_id"):
            about["review_id"] = review
        homes[type(sample)].put(replace(sample, **about))
