"""What happens in a child's life, in plain words, and sorted as someone would look for it."""

from collections.abc import Sequence

from iro_desktop.domain.happenings import Happening
from iro_desktop.i18n import tr


def happening_in_words(happening: Happening) -> str:
    """What happened, as a line that a date goes with."""
    return (_known() | _of_reviews() | _of_care() | _of_protection() | _of_carers())[happening]


def groups() -> Sequence[tuple[str, tuple[Happening, ...]]]:
    """What someone may record, by what it is about."""
    return (
        (
            tr("A review is needed sooner"),
            (
                Happening.IRO_ASKED_FOR_REVIEW,
                Happening.VISIT_FOUND_UNSAFE,
                Happening.REMAND_ENDS,
                Happening.CUSTODY_ENDS,
                Happening.ACCOMMODATION_ENDS,
            ),
        ),
        (
            tr("After a review"),
            (
                Happening.DECISIONS_CONFIRMED,
                Happening.MANAGER_RESPONDED,
                Happening.CARE_PLAN_UPDATED,
            ),
        ),
        (tr("A concern"), (Happening.CONCERN_RAISED, Happening.CONCERN_RESOLVED)),
        (
            tr("Where the child will grow up"),
            (
                Happening.PERMANENCE_PLAN_MADE,
                Happening.PLACEMENT_DISRUPTED,
                Happening.DISRUPTION_MEETING_HELD,
                Happening.NEEDS_ARE_COMPLEX,
                Happening.SECURE_REVIEW_HELD,
                Happening.RETURNED_FROM_ADOPTION,
                Happening.ADOPTED,
            ),
        ),
        (
            tr("Health and education"),
            (
                Happening.HEALTH_ASSESSED,
                Happening.DENTAL_CHECK,
                Happening.IMMUNISED,
                Happening.SDQ_COMPLETED,
                Happening.PEP_HELD,
            ),
        ),
        (
            tr("Seeing the child"),
            (
                Happening.SOCIAL_WORKER_VISITED,
                Happening.IRO_SAW_CHILD,
                Happening.FAMILY_TIME,
            ),
        ),
        (
            tr("Leaving care"),
            (
                Happening.PATHWAY_NEEDS_ASSESSED,
                Happening.PATHWAY_PLAN_REVIEWED,
                Happening.CARE_LEAVER_REVIEWED,
            ),
        ),
        (
            tr("Child protection"),
            (
                Happening.STRATEGY_DISCUSSION,
                Happening.CP_INITIAL_CONFERENCE_HELD,
                Happening.CP_REVIEW_CONFERENCE_HELD,
                Happening.CORE_GROUP_MET,
                Happening.CP_PLAN_ENDED,
            ),
        ),
        (
            tr("Private fostering"),
            (
                Happening.PRIVATE_FOSTERING_NOTIFIED,
                Happening.PRIVATE_FOSTERING_VISITED,
                Happening.PRIVATE_FOSTERING_REVIEWED,
                Happening.PRIVATE_FOSTERING_ENDED,
            ),
        ),
        (tr("The child died"), (Happening.DIED,)),
    )


def strategy_discussions() -> tuple[str, ...]:
    """Which strategy discussion it was: places differ on the one that starts the clock."""
    return (
        tr("When section 47 enquiries began"),
        tr("The first"),
        tr("A later one"),
    )


def _known() -> dict[Happening, str]:
    """What the store knows by itself."""
    return {
        Happening.BORN: tr("Born"),
        Happening.TURNED_16: tr("Turned 16"),
        Happening.TURNED_17: tr("Turned 17"),
        Happening.TURNED_18: tr("Turned 18"),
        Happening.TURNED_21: tr("Turned 21"),
        Happening.FIRST_REVIEW_HELD: tr("First review held"),
        Happening.BECAME_CARE_LEAVER: tr("Became a care leaver"),
        Happening.BECAME_LOOKED_AFTER: tr("Came into care"),
        Happening.CEASED_TO_BE_LOOKED_AFTER: tr("Left care"),
        Happening.PLACEMENT_BEGAN: tr("Moved to this home"),
        Happening.SHORT_BREAKS_BEGAN: tr("Short breaks began"),
        Happening.AUTHORITY_TO_PLACE: tr("Authority to place for adoption"),
        Happening.PLACED_FOR_ADOPTION: tr("Placed for adoption"),
        Happening.PLACED_IN_SECURE: tr("Placed in secure accommodation"),
        Happening.LEFT_SECURE: tr("Left secure accommodation"),
        Happening.PLACED_WITH_PARENTS: tr("Placed with parents"),
        Happening.LEFT_PARENTS: tr("No longer placed with parents"),
        Happening.IRO_ALLOCATED: tr("An IRO was named"),
        Happening.HEALTH_ASSESSED: tr("Health assessed"),
        Happening.DENTAL_CHECK: tr("Teeth checked"),
        Happening.SOCIAL_WORKER_VISITED: tr("The social worker visited"),
        Happening.IRO_SAW_CHILD: tr("The IRO saw the child"),
    }


def _of_reviews() -> dict[Happening, str]:
    return {
        Happening.REVIEW_BOOKED: tr("A review was booked"),
        Happening.REVIEW_HELD: tr("A review was held"),
        Happening.REVIEW_CHAIRED: tr("A review was chaired"),
        Happening.REVIEW_ADJOURNED: tr("A review was adjourned"),
        Happening.RECORD_WRITTEN: tr("The record was written"),
        Happening.RECORD_SENT: tr("The record was sent"),
        Happening.IRO_ASKED_FOR_REVIEW: tr("The IRO asked for a review sooner"),
        Happening.VISIT_FOUND_UNSAFE: tr("A visit found the child unsafe"),
        Happening.REMAND_ENDS: tr("A remand ends"),
        Happening.CUSTODY_ENDS: tr("Custody ends"),
        Happening.ACCOMMODATION_ENDS: tr("Leaves care or accommodation soon"),
        Happening.DECISIONS_CONFIRMED: tr("The decisions were confirmed"),
        Happening.CARE_PLAN_UPDATED: tr("The care plan was brought up to date"),
        Happening.MANAGER_RESPONDED: tr("The manager answered the decisions"),
        Happening.CONCERN_RAISED: tr("The IRO raised a concern"),
        Happening.CONCERN_RESOLVED: tr("The concern was resolved"),
        Happening.SECURE_REVIEW_HELD: tr("A secure placement was reviewed"),
        Happening.DISRUPTION_MEETING_HELD: tr("A disruption meeting was held"),
    }


def _of_care() -> dict[Happening, str]:
    return {
        Happening.RETURNED_FROM_ADOPTION: tr("Came back from an adoptive placement"),
        Happening.PERMANENCE_PLAN_MADE: tr("A plan for permanence was made"),
        Happening.PLACEMENT_DISRUPTED: tr("The placement broke down"),
        Happening.NEEDS_ARE_COMPLEX: tr("The child's needs were found to be complex"),
        Happening.DISRUPTION_MEETING_NOT_NEEDED: tr("No disruption meeting is to be held"),
        Happening.ADOPTED: tr("Adopted"),
        Happening.DIED: tr("Died"),
        Happening.IMMUNISED: tr("Immunisations were brought up to date"),
        Happening.SDQ_COMPLETED: tr("A questionnaire (SDQ) was filled in"),
        Happening.FAMILY_TIME: tr("The child spent time with their family"),
        Happening.PEP_HELD: tr("The personal education plan (PEP) was reviewed"),
        Happening.PATHWAY_NEEDS_ASSESSED: tr("Needs for the pathway plan were assessed"),
        Happening.PATHWAY_PLAN_REVIEWED: tr("The pathway plan was made or reviewed"),
        Happening.CARE_LEAVER_REVIEWED: tr("A care leaver's review was held"),
    }


def _of_protection() -> dict[Happening, str]:
    return {
        Happening.STRATEGY_DISCUSSION: tr("A strategy discussion was held"),
        Happening.CP_CONFERENCE_HELD: tr("A child protection conference was held"),
        Happening.CP_INITIAL_CONFERENCE_HELD: tr("The first protection conference"),
        Happening.CP_REVIEW_CONFERENCE_HELD: tr("A protection review conference"),
        Happening.CORE_GROUP_MET: tr("The core group met"),
        Happening.CP_PLAN_ENDED: tr("The child protection plan ended"),
        Happening.PRIVATE_FOSTERING_NOTIFIED: tr("The council was told of private fostering"),
        Happening.PRIVATE_FOSTERING_VISITED: tr("A private fostering visit"),
        Happening.PRIVATE_FOSTERING_REVIEWED: tr("Private fostering was reviewed"),
        Happening.PRIVATE_FOSTERING_ENDED: tr("Private fostering ended"),
    }


def _of_carers() -> dict[Happening, str]:
    return {
        Happening.CARER_APPROVED: tr("The foster carer was approved"),
        Happening.CARER_REVIEWED: tr("The foster carer was reviewed"),
        Happening.CARER_APPROVAL_ENDED: tr("The foster carer's approval ended"),
    }
