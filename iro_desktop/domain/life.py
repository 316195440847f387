"""What has happened in one child's life, by kind: what clocks start from, and what stops them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from iro_desktop.domain.care import (
    AUTHORITY_TO_PLACE,
    CARE_ORDERS,
    PLACED_FOR_ADOPTION,
    PLACED_WITH_PARENTS,
    SECURE_HOME,
    Episode,
    PeriodOfCare,
)
from iro_desktop.domain.child import Child, birthday
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.review import OF_THE_CASE, Origin, Review, ReviewKind, ReviewStatus

Life = Mapping[Happening, Sequence[dt.date]]
"""The days of each kind of happening, oldest first; a kind that never happened is not there."""

_HELD_AS = {
    ReviewKind.SECURE: Happening.SECURE_REVIEW_HELD,
    ReviewKind.PRIVATE_FOSTERING: Happening.PRIVATE_FOSTERING_REVIEWED,
    ReviewKind.DISRUPTION: Happening.DISRUPTION_MEETING_HELD,
    ReviewKind.CARE_LEAVER: Happening.CARE_LEAVER_REVIEWED,
    ReviewKind.MIDWAY: Happening.IRO_SAW_CHILD,
}

_SENDING_IT = {
    DocumentKind.LETTER: Happening.RECORD_SENT,
    DocumentKind.MINUTES: Happening.RECORD_SENT,
    DocumentKind.SECURE_REPORT: Happening.RECORD_SENT,
    DocumentKind.CARE_LEAVER_LETTER: Happening.RECORD_SENT,
    DocumentKind.DECISIONS: Happening.DECISIONS_CONFIRMED,
}
"""What has happened once a document is sent; an invitation is no record of a review."""


def life_of(
    child: Child,
    periods: Iterable[PeriodOfCare],
    reviews: Iterable[Review],
    recorded: Iterable[RecordedHappening],
    documents: Iterable[WrittenDocument] = (),
) -> Life:
    """Everything the store knows of, from whatever table it comes."""
    if child.is_household:
        return _of_household(child, reviews, recorded)
    days: dict[Happening, list[dt.date]] = defaultdict(list)
    _add_birthdays(days, child)
    _add_facts(days, child)
    known = tuple(periods)
    for period in known:
        _add_care(days, period)
        if not period.is_short_breaks() and _lasts_to(period, days[Happening.TURNED_16][0]):
            days[Happening.BECAME_CARE_LEAVER] = list(days[Happening.TURNED_18])
        if child.permanence_plan.strip():
            # The day it was made is not kept with the plan itself.
            days[Happening.PERMANENCE_PLAN_MADE].append(period.started)
    known_reviews = tuple(reviews)
    for review in known_reviews:
        _add_review(days, review)
    _add_first_reviews(days, known)
    for document in documents:
        if document.sent_on is not None and document.kind in _SENDING_IT:
            days[_SENDING_IT[document.kind]].append(document.sent_on)
    for one in recorded:
        days[one.happening].append(one.on)
    _add_early_answers(days, known_reviews)
    _add_conferences(days)
    return {happening: sorted(found) for happening, found in days.items()}


def _of_household(
    household: Child, reviews: Iterable[Review], recorded: Iterable[RecordedHappening]
) -> Life:
    """What its own clocks go by: no rule about a child's life runs for a household."""
    days: dict[Happening, list[dt.date]] = defaultdict(list)
    days[Happening.CARER_APPROVED].append(household.date_of_birth)
    for review in reviews:
        if review.adjourned_on is not None and review.resumed_on is None:
            days[Happening.REVIEW_ADJOURNED].append(review.adjourned_on)
        if review.kind is ReviewKind.FOSTER_CARER and review.held_on is not None:
            days[Happening.CARER_REVIEWED].append(review.held_on)
    for one in recorded:
        days[one.happening].append(one.on)
    return {happening: sorted(found) for happening, found in days.items()}


def _lasts_to(period: PeriodOfCare, day: dt.date) -> bool:
    return period.ended is None or day <= period.ended


Days = dict[Happening, list[dt.date]]


def _add_birthdays(days: Days, child: Child) -> None:
    days[Happening.BORN].append(child.date_of_birth)
    for happening, age in (
        (Happening.TURNED_16, 16),
        (Happening.TURNED_17, 17),
        (Happening.TURNED_18, 18),
        (Happening.TURNED_21, 21),
    ):
        days[happening].append(birthday(child.date_of_birth, age))


def _add_facts(days: Days, child: Child) -> None:
    for happening, day in (
        (Happening.IRO_ALLOCATED, child.iro_allocated_on),
        (Happening.HEALTH_ASSESSED, child.last_health_assessment),
        (Happening.DENTAL_CHECK, child.last_dental_check),
        (Happening.SOCIAL_WORKER_VISITED, child.last_social_work_visit),
        (Happening.IRO_SAW_CHILD, child.last_iro_contact),
    ):
        if day is not None:
            days[happening].append(day)


def _is_at_home_on_a_care_order(episode: Episode) -> bool:
    return episode.placement == PLACED_WITH_PARENTS and episode.legal_status in CARE_ORDERS


def _add_care(days: Days, period: PeriodOfCare) -> None:
    if period.is_short_breaks():
        days[Happening.SHORT_BREAKS_BEGAN].append(period.started)
        return
    days[Happening.BECAME_LOOKED_AFTER].append(period.started)
    if period.ended is not None:
        days[Happening.CEASED_TO_BE_LOOKED_AFTER].append(period.ended)
    days[Happening.PLACEMENT_BEGAN].extend(period.homes_began())
    for began, _ in period.runs(lambda one: one.legal_status in AUTHORITY_TO_PLACE):
        days[Happening.AUTHORITY_TO_PLACE].append(began)
    for began, _ in period.runs(lambda one: one.placement in PLACED_FOR_ADOPTION):
        days[Happening.PLACED_FOR_ADOPTION].append(began)
    for began, left in period.runs(lambda one: one.placement == SECURE_HOME):
        _add_stay(days, Happening.PLACED_IN_SECURE, Happening.LEFT_SECURE, began, left)
    for began, left in period.runs(_is_at_home_on_a_care_order):
        _add_stay(days, Happening.PLACED_WITH_PARENTS, Happening.LEFT_PARENTS, began, left)


def _add_stay(
    days: Days, came: Happening, went: Happening, began: dt.date, left: dt.date | None
) -> None:
    days[came].append(began)
    if left is not None:
        days[went].append(left)


def _add_review(days: Days, review: Review) -> None:
    if review.adjourned_on is not None and review.resumed_on is None:
        days[Happening.REVIEW_ADJOURNED].append(review.adjourned_on)
    if review.status in {ReviewStatus.PLANNED, ReviewStatus.PREPARING} and review.planned_for:
        days[Happening.REVIEW_BOOKED].append(review.planned_for)
    if review.held_on is None:
        return
    if review.kind in OF_THE_CASE:
        days[Happening.REVIEW_HELD].append(review.held_on)
        if review.origin is Origin.LAPTOP:
            days[Happening.REVIEW_CHAIRED].append(review.held_on)
        if review.closed_on is not None:
            days[Happening.RECORD_WRITTEN].append(review.closed_on)
    elif review.kind is ReviewKind.CHILD_PROTECTION_INITIAL:
        days[Happening.CP_INITIAL_CONFERENCE_HELD].append(review.held_on)
    elif review.kind in _HELD_AS:
        days[_HELD_AS[review.kind]].append(review.held_on)
    elif review.kind is ReviewKind.CHILD_PROTECTION:
        days[Happening.CP_CONFERENCE_HELD].append(review.held_on)


def _add_first_reviews(days: Days, periods: Iterable[PeriodOfCare]) -> None:
    for period in periods:
        held = [day for day in days.get(Happening.REVIEW_HELD, ()) if period.holds(day)]
        if held and not period.is_short_breaks():
            days[Happening.FIRST_REVIEW_HELD].append(min(held))


def _add_early_answers(days: Days, reviews: Iterable[Review]) -> None:
    """A manager who has seen the decisions may answer before the full record is written."""
    answered = tuple(days.get(Happening.MANAGER_RESPONDED, ()))
    for review in reviews:
        held, closed = review.held_on, review.closed_on
        if held and closed and any(held <= day < closed for day in answered):
            days[Happening.MANAGER_RESPONDED].append(closed)


def _add_conferences(days: Days) -> None:
    """A conference is the initial one where none followed the latest strategy discussion yet."""
    discussions = sorted(days.get(Happening.STRATEGY_DISCUSSION, ()))
    begun: set[dt.date] = {
        max((day for day in discussions if day <= held), default=dt.date.min)
        for held in days.get(Happening.CP_INITIAL_CONFERENCE_HELD, ())
    }
    for held in sorted(days.get(Happening.CP_CONFERENCE_HELD, ())):
        led_to = max((day for day in discussions if day <= held), default=dt.date.min)
        initial = led_to not in begun
        begun.add(led_to)
        kind = (
            Happening.CP_INITIAL_CONFERENCE_HELD if initial else Happening.CP_REVIEW_CONFERENCE_HELD
        )
        days[kind].append(held)
