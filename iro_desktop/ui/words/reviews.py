"""How a review, its state, and what became of a decision are said on screen."""

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.review import ReviewKind, ReviewStatus
from iro_desktop.i18n import ntr, tr
from iro_desktop.services.child_file import DatedReview


def kind_of_review(kind: ReviewKind) -> str:
    """Under which law it is held."""
    match kind:
        case ReviewKind.LOOKED_AFTER:
            return tr("Looked-after review")
        case ReviewKind.PLACED_FOR_ADOPTION:
            return tr("Adoption review")
        case ReviewKind.SHORT_BREAKS:
            return tr("Short-breaks review")


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


def timeliness(dated: DatedReview) -> str:
    """Whether it was held in time; empty where it was not held, or no clock ran."""
    if dated.due is None or dated.review.held_on is None:
        return ""
    if not dated.was_late:
        return tr("In time")
    late = dated.working_days_late
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
    """A letter or minutes."""
    match kind:
        case DocumentKind.LETTER:
            return tr("Letter to the child")
        case DocumentKind.MINUTES:
            return tr("Minutes")
