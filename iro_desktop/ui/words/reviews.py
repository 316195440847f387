"""How a review, its state, and what became of a decision are said on screen."""

from iro_desktop.documents import kind_words, phrases
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.review import Conduct, LateReason, Review, ReviewKind, ReviewStatus
from iro_desktop.form_engine.definition import Form
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.child_file import DatedReview


def kind_of_review(kind: ReviewKind) -> str:
    """Under which law it is held."""
    return {
        ReviewKind.LOOKED_AFTER: tr("Looked-after review"),
        ReviewKind.PLACED_FOR_ADOPTION: tr("Adoption review"),
        ReviewKind.SHORT_BREAKS: tr("Short-breaks review"),
        ReviewKind.AUTHORITY_TO_PLACE: tr("Review before an adoptive placement"),
        ReviewKind.SECURE: tr("Secure accommodation review"),
        ReviewKind.REMAND: tr("Remand review"),
        ReviewKind.PRIVATE_FOSTERING: tr("Private fostering review"),
        ReviewKind.CHILD_PROTECTION_INITIAL: tr("Initial child protection conference"),
        ReviewKind.CHILD_PROTECTION: tr("Child protection review conference"),
        ReviewKind.DISRUPTION: tr("Disruption meeting"),
        ReviewKind.CARE_LEAVER: tr("Care leaver's review"),
        ReviewKind.MIDWAY: tr("Midway check"),
        ReviewKind.FOSTER_CARER: tr("Foster carer's review"),
        ReviewKind.COUNCIL: tr("A meeting of the council's own"),
    }[kind]


def title_of_review(review: Review, form: Form | None) -> str:
    """What a meeting is called: one of the council's own by the title of its form."""
    if review.kind is ReviewKind.COUNCIL and form is not None:
        return tr(form.title)
    return kind_of_review(review.kind)


def status_of_review(status: ReviewStatus) -> str:
    """How far it has come."""
    match status:
        case ReviewStatus.PLANNED:
            return tr("Booked")
        case ReviewStatus.PREPARING:
            return tr("Being prepared")
        case ReviewStatus.OPEN:
            return tr("Not closed yet")
        case ReviewStatus.CLOSED:
            return tr("Closed")
        case ReviewStatus.CANCELLED:
            return tr("Cancelled")


def state_of_review(review: Review) -> str:
    """How far a review has come, and that it is broken off."""
    return tr("Adjourned") if review.is_adjourned else status_of_review(review.status)


def conduct_of_review(conduct: Conduct) -> str:
    """How it is held."""
    return phrases.conduct(conduct, screen())


def reason_for_lateness(reason: LateReason) -> str:
    """Why it was held late."""
    return phrases.late_reason(reason, screen())


def timeliness(dated: DatedReview) -> str:
    """Whether it was held in time; empty where it was not held, or no clock ran."""
    if dated.due is None or dated.review.held_on is None:
        return ""
    if not dated.was_late:
        return tr("In time")
    late = dated.working_days_late
    if late == 0:  # after the limit, on days that are no working days
        return tr("Late")
    return ntr("{number} working day late", "{number} working days late", late)


def kept_in_words(kept: Kept) -> str:
    """What became of a decision."""
    match kept:
        case Kept.NOT_LOOKED_AT:
            return tr("Not looked at yet")
        case Kept.KEPT:
            return tr("Kept")
        case Kept.PARTLY_KEPT:
            return tr("Partly kept")
        case Kept.NOT_KEPT:
            return tr("Not kept")
        case Kept.NO_LONGER_NEEDED:
            return tr("No longer needed")


def kind_of_document(kind: DocumentKind) -> str:
    """What a kind of document is called."""
    return kind_words.kind_of_document(kind, screen())
