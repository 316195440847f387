"""What happened in a child's life, as a line of a chronology that the child may read themselves."""

from iro_desktop.domain.happenings import Happening
from iro_desktop.i18n.translator import Translator


def happening_in_words(happening: Happening, tr: Translator) -> str:
    """What happened; empty for what the chronology takes from elsewhere, or what is about adults.

    No line says “the child”, so that one wording does for the file and for the reader.
    """
    return (_of_reviews(tr) | _of_home(tr) | _of_health(tr) | _of_protection(tr)).get(happening, "")


def _of_reviews(tr: Translator) -> dict[Happening, str]:
    return {
        Happening.IRO_ASKED_FOR_REVIEW: tr("The IRO asked for a review sooner"),
        Happening.VISIT_FOUND_UNSAFE: tr("A visit found that things were not safe"),
        Happening.DECISIONS_CONFIRMED: tr("The decisions were confirmed"),
        Happening.CARE_PLAN_UPDATED: tr("The care plan was brought up to date"),
        Happening.MANAGER_RESPONDED: tr("The manager answered the decisions"),
        Happening.CONCERN_RAISED: tr("The IRO raised a concern"),
        Happening.CONCERN_RESOLVED: tr("The concern was resolved"),
        Happening.SOCIAL_WORKER_VISITED: tr("The social worker visited"),
        Happening.IRO_SAW_CHILD: tr("The IRO came to talk"),
        Happening.PATHWAY_NEEDS_ASSESSED: tr("Needs for leaving care were assessed"),
        Happening.PATHWAY_PLAN_REVIEWED: tr("The pathway plan was reviewed"),
        Happening.CARE_LEAVER_REVIEWED: tr("A review after leaving care"),
    }


def _of_home(tr: Translator) -> dict[Happening, str]:
    return {
        Happening.RETURNED_FROM_ADOPTION: tr("Came back from an adoption placement"),
        Happening.PERMANENCE_PLAN_MADE: tr("A plan was made for where to grow up"),
        Happening.PLACEMENT_DISRUPTED: tr("Living in this home came to an unplanned end"),
        Happening.NEEDS_ARE_COMPLEX: tr("Needs were noted as complex"),
        Happening.DISRUPTION_MEETING_HELD: tr("A meeting looked at why a home came to an end"),
        Happening.SECURE_REVIEW_HELD: tr("A secure placement was reviewed"),
        Happening.REMAND_ENDS: tr("The remand ended"),
        Happening.CUSTODY_ENDS: tr("Custody ended"),
        Happening.ACCOMMODATION_ENDS: tr("Living away from home by agreement ended"),
        Happening.PRIVATE_FOSTERING_NOTIFIED: tr("The council was told of private fostering"),
        Happening.PRIVATE_FOSTERING_VISITED: tr("A visit about private fostering"),
        Happening.PRIVATE_FOSTERING_REVIEWED: tr("Private fostering was reviewed"),
        Happening.PRIVATE_FOSTERING_ENDED: tr("Private fostering ended"),
        Happening.ADOPTED: tr("Adopted"),
        Happening.DIED: tr("Died"),
    }


def _of_health(tr: Translator) -> dict[Happening, str]:
    return {
        Happening.HEALTH_ASSESSED: tr("Health assessed"),
        Happening.DENTAL_CHECK: tr("Teeth checked"),
        Happening.IMMUNISED: tr("Immunised"),
        Happening.SDQ_COMPLETED: tr("A questionnaire about feelings was filled in"),
        Happening.FAMILY_TIME: tr("Time with family"),
        Happening.PEP_HELD: tr("A meeting about the education plan"),
    }


def _of_protection(tr: Translator) -> dict[Happening, str]:
    return {
        Happening.STRATEGY_DISCUSSION: tr("People who keep children safe talked about worries"),
        Happening.CP_INITIAL_CONFERENCE_HELD: tr("A first child protection conference"),
        Happening.CP_REVIEW_CONFERENCE_HELD: tr("A later child protection conference"),
        Happening.CORE_GROUP_MET: tr("The core group met"),
        Happening.CP_PLAN_ENDED: tr("The child protection plan ended"),
    }
