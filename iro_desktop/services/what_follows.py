"""By when the meeting after one is due, each kind by its own clock."""

import datetime as dt
from collections.abc import Iterable, Mapping

from iro_desktop.domain.review import OF_THE_CASE, Review, ReviewKind
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.rule_book import NotInForce
from iro_desktop.domain.working_days import add_months
from iro_desktop.services.clocks import ReviewClock

# Which rule counts from a meeting of that kind; of the others none follows by any rule.
_NEXT: Mapping[ReviewKind, str] = {
    ReviewKind.SECURE: "secure_subsequent_review",
    ReviewKind.CHILD_PROTECTION_INITIAL: "cp_first_review_conference",
    ReviewKind.CHILD_PROTECTION: "cp_subsequent_review_conference",
    ReviewKind.PRIVATE_FOSTERING: "private_fostering_review",
    ReviewKind.FOSTER_CARER: "foster_carer_review",
    ReviewKind.CARE_LEAVER: "care_leaver_review",
}
# Outcomes after which there is nothing to review any more (meeting_kinds).
_LAST = frozenset(
    {
        *("leave", "child_in_need", "early_help", "no_plan"),
        *("ends_child_in_need", "ends_looked_after", "ends_early_help", "ends"),
        *("arrangement_ended", "not_suitable"),
    }
)


def due_after(
    review: Review, clock: ReviewClock, day: dt.date, others: Iterable[Review] = ()
) -> Explained | None:
    """When the next one is due after a review on `day`; None where nothing follows, or no rule.

    `others` are the child's other reviews: of some kinds only so many are held in all.
    """
    if review.kind in OF_THE_CASE:
        return clock.due_after(day)
    rule = _NEXT.get(review.kind)
    if rule is None or review.outcome in _LAST:
        return None
    try:
        due = clock.reckoner.due(rule, day)
    except NotInForce:
        return None
    held = sum(one.kind is review.kind and one.held_on is not None for one in others)
    if due.rule.times and held + 1 >= due.rule.times:
        return None
    is_too_late = review.kind is ReviewKind.CARE_LEAVER and due.on >= _turns_21(clock)
    return None if is_too_late else due


def _turns_21(clock: ReviewClock) -> dt.date:
    return add_months(clock.adult_on, 36)
