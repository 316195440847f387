"""Which documents may still change, because the record they tell of is not fixed yet."""

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.review import Review

TELLS_OF_THE_MEETING = frozenset(
    {
        DocumentKind.LETTER,
        DocumentKind.MINUTES,
        DocumentKind.SECURE_REPORT,
        DocumentKind.CERTIFICATE,
        DocumentKind.CARE_LEAVER_LETTER,
    }
)
"""What says what was said and decided: final once the record is closed."""

HAS_THE_DECISIONS = frozenset({DocumentKind.DECISIONS})
"""What goes out within days of the meeting, while the full record is still being written."""


def may_still_change(kind: DocumentKind, review: Review) -> bool:
    """Whether a document of this kind is a draft still, whoever has checked it.

    A letter of introduction, an invitation or a view for the court waits for no record.
    """
    if kind in TELLS_OF_THE_MEETING:
        return not review.is_closed
    if kind in HAS_THE_DECISIONS:
        return review.held_on is None or review.is_adjourned
    return False
