"""How many records of each kind a review holds that say something: what a form may require."""

from collections import Counter
from collections.abc import Mapping

from iro_desktop.domain.advocacy import OfferState
from iro_desktop.domain.chairing import Agrees
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.participation import Attendance
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.tools.comparison import entries_of
from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.form_engine.definition import Records

_TOOLS: Mapping[Records, tuple[Tool, ...]] = {
    Records.MAP: (Tool.MAP,),
    Records.WORRIES: (Tool.WORRIES,),
    Records.HARM_MATRIX: (Tool.HARM_MATRIX,),
    Records.TRAJECTORY: (Tool.TRAJECTORY,),
    Records.HOUSES: (Tool.THREE_HOUSES, Tool.WIZARD, Tool.FAIRY),
    Records.SAFETY_HOUSE: (Tool.SAFETY_HOUSE,),
    Records.WORDS_AND_PICTURES: (Tool.WORDS_AND_PICTURES,),
    Records.SAFETY_PLAN: (Tool.SAFETY_PLAN,),
    Records.BEST_QUESTIONS: (Tool.BEST_QUESTIONS,),
    Records.TOOLS: tuple(Tool),
}


def record_counts(record: ReviewRecord) -> Mapping[Records, int]:
    """How many of each kind say something. That a child declined to answer says something too."""
    counts: Counter[Records] = Counter()
    _count_the_meeting(record, counts)
    _count_findings(record, counts)
    for records, tools in _TOOLS.items():
        counts[records] = sum(_said_in(record, tool) for tool in tools)
    return counts


def _count_the_meeting(record: ReviewRecord, counts: Counter[Records]) -> None:
    review = record.review
    counts[Records.PARTICIPANTS] = len(record.participants)
    counts[Records.ATTENDANCE] = sum(
        person.attendance is not Attendance.NOT_RECORDED for person in record.participants
    )
    has_code = review.participation is not None and review.participation_confirmed
    counts[Records.PARTICIPATION] = int(has_code)
    counts[Records.AGENDA] = sum(bool(item.what.strip()) for item in record.agenda_items)
    counts[Records.MEETING_PARTS] = len(record.meeting_parts)
    counts[Records.READ_BACK] = sum(
        said.agrees is not Agrees.NOT_ASKED for said in record.agreements
    )
    counts[Records.NEXT_MEETING] = int(review.next_on is not None)


def _count_findings(record: ReviewRecord, counts: Counter[Records]) -> None:
    counts[Records.VIEWS] = sum(bool(view.words.strip()) for view in record.views)
    counts[Records.SCALING] = len(record.scale_answers)
    counts[Records.DECISIONS] = sum(not decision.is_blank for decision in record.decisions)
    counts[Records.LAST_DECISIONS] = sum(
        decision.kept is not Kept.NOT_LOOKED_AT for decision in record.last_decisions
    )
    counts[Records.ADVOCACY] = sum(
        offer.state is not OfferState.NOT_SAID for offer in record.support_offers
    )
    counts[Records.PERMANENCE] = sum(
        found.is_present is not None for found in record.permanence_findings
    )
    counts[Records.ACTIVITIES] = len(record.activities)
    counts[Records.CONSULTATIONS] = len(record.consultation_answers)
    # The one is always there to be read; of the other `check_panel` says more than a number does.
    counts[Records.WHOLE_CHILD] = 1


def _said_in(record: ReviewRecord, tool: Tool) -> int:
    entries = entries_of(record.tools, tool)
    return sum(entry.state is not EntryState.UNANSWERED for entry in entries)
