"""Which review is due next, and by when: the cycles of reviews, and what takes them over.

Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regs 33 and 48;
Adoption Agencies Regulations 2005 (SI 2005/389), reg 36. Each later date runs from the day the
last review was *held*, not from when it was due. The lengths stand in resources/reference.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from iro_desktop.domain.care import AUTHORITY_TO_PLACE, PLACED_FOR_ADOPTION, REMANDED, PeriodOfCare
from iro_desktop.domain.review import OF_THE_CASE, Review, ReviewKind
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner


@dataclass(frozen=True, slots=True)
class Cycle:
    """The rules of the first, the second and each later review, by name."""

    first: str
    second: str
    later: str

    def after(self, held: int) -> str:
        """The rule of the review that follows so many held since the cycle began."""
        return (self.first, self.second, self.later)[min(held, 2)]


_OF_CARE = Cycle("cla_first_review", "cla_second_review", "cla_subsequent_review")
CYCLES: dict[ReviewKind, Cycle] = {
    ReviewKind.LOOKED_AFTER: _OF_CARE,
    ReviewKind.REMAND: _OF_CARE,  # whoever is remanded is looked after (LASPO 2012, section 104)
    ReviewKind.SHORT_BREAKS: Cycle(
        "short_break_first_review",
        "short_break_subsequent_review",
        "short_break_subsequent_review",
    ),
    ReviewKind.AUTHORITY_TO_PLACE: Cycle(
        "adoption_authorised_first_review",
        "adoption_authorised_subsequent_review",
        "adoption_authorised_subsequent_review",
    ),
    ReviewKind.PLACED_FOR_ADOPTION: Cycle(
        "adoption_placed_first_review",
        "adoption_placed_second_review",
        "adoption_placed_subsequent_review",
    ),
}


def review_kind_on(period: PeriodOfCare, day: dt.date) -> ReviewKind:
    """Which clock runs for a child on `day`; what began later does not count."""
    stood = period.until(day)
    if stood.is_short_breaks():
        return ReviewKind.SHORT_BREAKS
    episode = stood.episode_on(day)
    if episode.placement in PLACED_FOR_ADOPTION:
        return ReviewKind.PLACED_FOR_ADOPTION
    if episode.legal_status in AUTHORITY_TO_PLACE:
        return ReviewKind.AUTHORITY_TO_PLACE
    if episode.legal_status == REMANDED:
        return ReviewKind.REMAND
    return ReviewKind.LOOKED_AFTER


def next_review_due(
    period: PeriodOfCare, held: Sequence[dt.date], kind: ReviewKind, reckoner: Reckoner
) -> Explained:
    """When the next review in this period of care is due.

    Args:
        period: the period of care as it stood (`PeriodOfCare.until`); a new one starts the clock
            again.
        held: the days on which reviews were held, in any order, two on one day being one; those
            before the clock starts do not count.
        kind: which clock runs, one of `CYCLES`.
        reckoner: the rules and the holidays.
    """
    days = sorted(set(held))
    return next_in_order(days, clock_starts(period, kind), kind, reckoner)


def next_in_order(
    held: Sequence[dt.date], start: dt.date, kind: ReviewKind, reckoner: Reckoner
) -> Explained:
    """As `next_review_due`, from days that are in order already, each there once."""
    counted = len(held) - bisect_left(held, start)
    rule = CYCLES[kind].after(counted)
    return reckoner.due(rule, held[-1] if counted else start)


def clock_starts(period: PeriodOfCare, kind: ReviewKind) -> dt.date:
    """The day from which the reviews of a kind are counted."""
    match kind:
        case ReviewKind.SHORT_BREAKS:
            return period.started
        case ReviewKind.PLACED_FOR_ADOPTION:
            return period.unbroken_since(lambda one: one.placement in PLACED_FOR_ADOPTION)
        case ReviewKind.AUTHORITY_TO_PLACE:
            return period.unbroken_since(lambda one: one.legal_status in AUTHORITY_TO_PLACE)
    # Regulation 48 sets regulation 33 aside for short breaks, so its clock starts after them.
    for episode in period.episodes:
        if not episode.is_short_break:
            return episode.started
    return period.started


def days_held(reviews: Iterable[Review], today: dt.date) -> tuple[dt.date, ...]:
    """The days on which reviews of a child's case were held by `today`, oldest first, each once."""
    days = {
        review.held_on
        for review in reviews
        if review.held_on and review.held_on <= today and review.kind in OF_THE_CASE
    }
    return tuple(sorted(days))
