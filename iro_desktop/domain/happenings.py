"""What happens in a child's life that starts a clock, restarts it or stops it.

Some of it the store knows already (an episode began, a review was held); the rest someone records.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.document_versions import ManagersConfirmation
from iro_desktop.domain.identifiers import ChildId, EntityId


class Happening(StrEnum):
    """Kinds of happenings, by the names that timescale files call them."""

    # Known from the child, the episodes and the reviews
    BORN = "born"
    TURNED_16 = "turned_16"
    TURNED_17 = "turned_17"
    TURNED_18 = "turned_18"
    TURNED_21 = "turned_21"
    BECAME_CARE_LEAVER = "became_care_leaver"  # turned 18, having been in care at 16 or since
    BECAME_LOOKED_AFTER = "became_looked_after"
    CEASED_TO_BE_LOOKED_AFTER = "ceased_to_be_looked_after"
    PLACEMENT_BEGAN = "placement_began"
    SHORT_BREAKS_BEGAN = "short_breaks_began"
    AUTHORITY_TO_PLACE = "authority_to_place"
    PLACED_FOR_ADOPTION = "placed_for_adoption"
    PLACED_IN_SECURE = "placed_in_secure"
    LEFT_SECURE = "left_secure"
    PLACED_WITH_PARENTS = "placed_with_parents"
    LEFT_PARENTS = "left_parents"
    IRO_ALLOCATED = "iro_allocated"
    REVIEW_HELD = "review_held"
    FIRST_REVIEW_HELD = "first_review_held"  # of a period of care
    REVIEW_CHAIRED = "review_chaired"  # held, and with this program
    CP_CONFERENCE_HELD = "cp_conference_held"
    REVIEW_BOOKED = "review_booked"
    REVIEW_ADJOURNED = "review_adjourned"
    RECORD_WRITTEN = "record_written"
    RECORD_SENT = "record_sent"

    # Recorded by someone; some of it a return may tell too
    RETURNED_FROM_ADOPTION = "returned_from_adoption"
    HEALTH_ASSESSED = "health_assessed"
    DENTAL_CHECK = "dental_check"
    SOCIAL_WORKER_VISITED = "social_worker_visited"
    IRO_SAW_CHILD = "iro_saw_child"
    PERMANENCE_PLAN_MADE = "permanence_plan_made"
    IRO_ASKED_FOR_REVIEW = "iro_asked_for_review"
    VISIT_FOUND_UNSAFE = "visit_found_unsafe"
    REMAND_ENDS = "remand_ends"
    CUSTODY_ENDS = "custody_ends"
    ACCOMMODATION_ENDS = "accommodation_ends"
    DECISIONS_CONFIRMED = "decisions_confirmed"
    CARE_PLAN_UPDATED = "care_plan_updated"
    MANAGER_RESPONDED = "manager_responded"
    CONCERN_RAISED = "concern_raised"
    CONCERN_RESOLVED = "concern_resolved"
    IMMUNISED = "immunised"
    SDQ_COMPLETED = "sdq_completed"
    PEP_HELD = "pep_held"
    FAMILY_TIME = "family_time"
    PATHWAY_NEEDS_ASSESSED = "pathway_needs_assessed"
    PATHWAY_PLAN_REVIEWED = "pathway_plan_reviewed"
    PLACEMENT_DISRUPTED = "placement_disrupted"
    DISRUPTION_MEETING_HELD = "disruption_meeting_held"
    NEEDS_ARE_COMPLEX = "needs_are_complex"
    SECURE_REVIEW_HELD = "secure_review_held"
    STRATEGY_DISCUSSION = "strategy_discussion"
    CP_INITIAL_CONFERENCE_HELD = "cp_initial_conference_held"
    CP_REVIEW_CONFERENCE_HELD = "cp_review_conference_held"
    CORE_GROUP_MET = "core_group_met"
    CP_PLAN_ENDED = "cp_plan_ended"
    PRIVATE_FOSTERING_NOTIFIED = "private_fostering_notified"
    PRIVATE_FOSTERING_VISITED = "private_fostering_visited"
    PRIVATE_FOSTERING_REVIEWED = "private_fostering_reviewed"
    PRIVATE_FOSTERING_ENDED = "private_fostering_ended"
    CARE_LEAVER_REVIEWED = "care_leaver_reviewed"
    DIED = "died"
    ADOPTED = "adopted"

    # Kept where a disruption meeting that was suggested is not to be held; the note says why
    DISRUPTION_MEETING_NOT_NEEDED = "disruption_meeting_not_needed"

    # About foster carers, not children: they stand in the file of a household
    CARER_APPROVED = "carer_approved"
    CARER_REVIEWED = "carer_reviewed"
    CARER_APPROVAL_ENDED = "carer_approval_ended"


FIRST_RECORDED = Happening.RETURNED_FROM_ADOPTION
LAST_RECORDED = Happening.ADOPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedHappening:
    """One happening that someone wrote down, with a word on it.

    For a strategy discussion the note says which it was: the first, or the one at which enquiries
    under section 47 began. Local practice differs on which of them starts the clock.
    """

    id: EntityId
    child_id: ChildId
    happening: Happening
    on: dt.date
    note: str = ""
    recorded_by: str = ""


def with_answers(
    recorded: Iterable[RecordedHappening], answers: Iterable[ManagersConfirmation]
) -> list[RecordedHappening]:
    """What was recorded, and that managers answered where nobody noted it beside their answer.

    A manager's own laptop writes the answer and nothing else of the child's record.
    """
    known = list(recorded)
    noted = {
        (each.child_id, each.on) for each in known if each.happening is Happening.MANAGER_RESPONDED
    }
    for said in answers:
        if (said.child_id, said.on) not in noted:
            noted.add((said.child_id, said.on))
            known.append(
                RecordedHappening(
                    id=said.id,
                    child_id=said.child_id,
                    happening=Happening.MANAGER_RESPONDED,
                    on=said.on,
                    recorded_by=said.by,
                )
            )
    return known
