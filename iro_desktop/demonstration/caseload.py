"""The whole made-up caseload, gathered from its parts."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.demonstration.contacts import make_contacts
from iro_desktop.demonstration.decisions import make_decisions
from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.findings import make_offers, make_permanence
from iro_desktop.demonstration.form_answers import make_answers
from iro_desktop.demonstration.happenings import make_happenings
from iro_desktop.demonstration.letters import make_addenda, make_documents
from iro_desktop.demonstration.lives import Life, make_lives
from iro_desktop.demonstration.meetings import make_participants
from iro_desktop.demonstration.people import important_people
from iro_desktop.demonstration.reviews import make_reviews
from iro_desktop.demonstration.scales import make_scaling
from iro_desktop.demonstration.tools import ToolThing, make_tools
from iro_desktop.demonstration.views import make_views
from iro_desktop.domain.activities import Activity
from iro_desktop.domain.advocacy import SupportOffer
from iro_desktop.domain.answers import Answer
from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.happenings import RecordedHappening
from iro_desktop.domain.participation import Participant
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.review import Addendum, Origin, Review, ReviewStatus
from iro_desktop.domain.scaling import ScaleAnswer, ScalingQuestion
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.wishes_and_feelings import View


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpCaseload:
    """Everything the store would hold of one IRO's children. Nobody in it exists."""

    children: tuple[Child, ...] = ()
    people: tuple[ImportantPerson, ...] = ()
    episodes: tuple[Episode, ...] = ()
    reviews: tuple[Review, ...] = ()
    participants: tuple[Participant, ...] = ()
    answers: tuple[Answer, ...] = ()
    views: tuple[View, ...] = ()
    decisions: tuple[Decision, ...] = ()
    scaling_questions: tuple[ScalingQuestion, ...] = ()
    scale_answers: tuple[ScaleAnswer, ...] = ()
    permanence_findings: tuple[PermanenceFinding, ...] = ()
    support_offers: tuple[SupportOffer, ...] = ()
    tool_things: tuple[ToolThing, ...] = ()
    addenda: tuple[Addendum, ...] = ()
    written_documents: tuple[WrittenDocument, ...] = ()
    happenings: tuple[RecordedHappening, ...] = ()
    activities: tuple[Activity, ...] = ()


def make_caseload(seed: int, today: dt.date, reckoner: Reckoner) -> MadeUpCaseload:
    """Some sixty children as they stand on `today`. The same arguments give the same caseload."""
    draw = Draw(seed)
    parts = [_of_one_child(draw, life, reckoner, today) for life in make_lives(draw, today)]
    return MadeUpCaseload(
        **{
            name: tuple(thing for part in parts for thing in getattr(part, name))
            for name in MadeUpCaseload.__dataclass_fields__
        }
    )


def _of_one_child(draw: Draw, life: Life, reckoner: Reckoner, today: dt.date) -> MadeUpCaseload:
    reviews = make_reviews(draw, life, reckoner, today)
    in_full = tuple(review for review in reviews if review.origin is Origin.LAPTOP)
    begun = tuple(review for review in in_full if review.status is not ReviewStatus.PLANNED)
    questions, scale_answers = make_scaling(draw, life, begun)
    return MadeUpCaseload(
        children=(life.child,),
        people=important_people(draw, life.child, life.cast),
        episodes=life.episodes,
        reviews=reviews,
        participants=tuple(
            person for review in begun for person in make_participants(draw, life, review)
        ),
        answers=make_answers(draw, life, begun),
        views=make_views(draw, life, begun, today),
        decisions=make_decisions(draw, life, begun),
        scaling_questions=questions,
        scale_answers=scale_answers,
        permanence_findings=make_permanence(draw, life, begun),
        support_offers=make_offers(draw, life, begun),
        tool_things=make_tools(draw, life, begun, questions),
        addenda=make_addenda(draw, in_full, today),
        written_documents=make_documents(draw, life, in_full, today),
        happenings=make_happenings(draw, life, reviews, today),
        activities=make_contacts(draw, life, today),
    )
