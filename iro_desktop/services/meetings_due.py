"""By when a child's meetings have to be held, each kind by its own clock, and which are booked.

The reviews of the case share one clock. The meetings beside them, such as a conference or a review
of secure accommodation, each have their own, which may run for a child who is not looked after.
"""

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import OF_THE_CASE, Review, ReviewKind, ReviewStatus
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.review_cycles import review_kind_on
from iro_desktop.domain.timescales.rule_book import RuleBook
from iro_desktop.services.caseload import ChildSummary, Everything
from iro_desktop.services.child_clocks import other_clocks_of

ADJOURNED = "adjourned_review"
OWN_CLOCKS: Mapping[str, ReviewKind] = {
    "secure_first_review": ReviewKind.SECURE,
    "secure_subsequent_review": ReviewKind.SECURE,
    "cp_initial_conference": ReviewKind.CHILD_PROTECTION_INITIAL,
    "cp_first_review_conference": ReviewKind.CHILD_PROTECTION,
    "cp_subsequent_review_conference": ReviewKind.CHILD_PROTECTION,
    "private_fostering_review": ReviewKind.PRIVATE_FOSTERING,
    "disruption_meeting": ReviewKind.DISRUPTION,
    "care_leaver_review": ReviewKind.CARE_LEAVER,
    "midway_check": ReviewKind.MIDWAY,
    "foster_carer_review": ReviewKind.FOSTER_CARER,
}


@dataclass(frozen=True, slots=True)
class MeetingDue:
    """A meeting that is due. `review` is the one booked to be in time for it, if any.

    `number` tells it from others of its kind that are due for the child.
    """

    kind: ReviewKind
    due: Explained
    review: Review | None
    number: int = 0


@dataclass(frozen=True, slots=True)
class MeetingsDue:
    """What is due for one child, and the limit of each review still to be completed.

    A review that is booked after the one which will start its clock has no limit yet.
    """

    dues: tuple[MeetingDue, ...]
    limits: Mapping[ReviewId, Explained]


def meetings_due(summary: ChildSummary, known: Everything, today: dt.date) -> MeetingsDue:
    """Every meeting that is due for a child, the next review of the case first."""
    reviews = known.reviews.get(summary.child.id, ())
    dues: list[MeetingDue] = []
    limits: dict[ReviewId, Explained] = {}
    if summary.next_due is not None and summary.period is not None:
        kind = review_kind_on(summary.period, today)
        dues.append(MeetingDue(kind, summary.next_due, summary.booked))
        waiting = [review for review in reviews if review.kind in OF_THE_CASE]
        limits |= _limits(waiting, [summary.next_due], today)
    own_clocks = _own_clocks(summary, known, today)
    for kind, own in own_clocks.items():
        kinds = _booked_as(kind, own_clocks)
        waiting = [review for review in reviews if review.kind in kinds]
        held_to = _limits(waiting, own, today)
        limits |= held_to
        dues += [
            MeetingDue(kind, due, _booked_for(due, waiting, held_to), number)
            for number, due in enumerate(own)
        ]
    for review, due in _adjourned(summary, known, today):
        limits[review.id] = due
        number = sum(one.kind is review.kind for one in dues)
        dues.append(MeetingDue(review.kind, due, review, number))
    return MeetingsDue(tuple(dues), limits)


def _own_clocks(
    summary: ChildSummary, known: Everything, today: dt.date
) -> dict[ReviewKind, list[Explained]]:
    """The meetings with a clock of their own, by kind, the soonest first."""
    reviews = known.reviews.get(summary.child.id, ())
    clocks = _clocks(summary, reviews, known, _meeting_rules(known.reckoner.rules), today)
    of_kind: dict[ReviewKind, list[Explained]] = {}
    for due in sorted(clocks, key=lambda due: due.on):
        kind = OWN_CLOCKS[due.rule.id]
        if kind is not ReviewKind.MIDWAY or _is_before(due, summary.next_due):
            of_kind.setdefault(kind, []).append(due)
    return of_kind


def _booked_as(kind: ReviewKind, running: Container[ReviewKind]) -> frozenset[ReviewKind]:
    """The kinds under which a meeting may stand in the diary: older bookings know one conference.

    Where a review conference is due as well, a booking of that kind is its own.
    """
    is_first = kind is ReviewKind.CHILD_PROTECTION_INITIAL
    if is_first and ReviewKind.CHILD_PROTECTION not in running:
        return frozenset({kind, ReviewKind.CHILD_PROTECTION})
    return frozenset({kind})


def _is_before(check: Explained, review: Explained | None) -> bool:
    """Whether a check lies midway: after three months the second review takes its place."""
    return review is None or check.on < review.on


def _adjourned(
    summary: ChildSummary, known: Everything, today: dt.date
) -> Iterator[tuple[Review, Explained]]:
    """Each adjourned review with its own limit; a later review of the case makes one moot."""
    reviews = known.reviews.get(summary.child.id, ())
    rules = _adjourned_rules(known.reckoner.rules)
    for review in reviews:
        if review.is_adjourned:
            of_it = [
                one
                for one in reviews
                if one is review
                or (one.held_on is not None and {one.kind, review.kind} <= OF_THE_CASE)
            ]
            for due in _clocks(summary, of_it, known, rules, today):
                yield review, due


def _clocks(
    summary: ChildSummary,
    reviews: Sequence[Review],
    known: Everything,
    rules: RuleBook,
    today: dt.date,
) -> tuple[Explained, ...]:
    child = summary.child
    return other_clocks_of(
        child,
        known.episodes.get(child.id, ()),
        reviews,
        known.happenings.get(child.id, ()),
        (),  # no meeting waits for a document
        Reckoner(rules, known.reckoner.holidays),
        today,
    )


@lru_cache(maxsize=4)
def _meeting_rules(book: RuleBook) -> RuleBook:
    """Only the rules of meetings: of sixty rules, a whole service waits for nine."""
    return _only(book, OWN_CLOCKS)


@lru_cache(maxsize=4)
def _adjourned_rules(book: RuleBook) -> RuleBook:
    return _only(book, (ADJOURNED,))


def _only(book: RuleBook, names: Iterable[str]) -> RuleBook:
    return RuleBook(rule for name in names if name in book for rule in book.versions(name))


def _limits(
    reviews: Iterable[Review], dues: Sequence[Explained], today: dt.date
) -> dict[ReviewId, Explained]:
    """The limit of each review: the first to come meets the first due date, and so on.

    One whose day went by without a word may still stand for the first.
    """
    waiting = sorted((review for review in reviews if _is_waiting(review)), key=_begins)
    gone_by = [review for review in waiting if _is_gone_by(review, today)]
    coming = [review for review in waiting if not _is_gone_by(review, today)]
    found = {review.id: dues[0] for review in gone_by}
    found |= {review.id: due for review, due in zip(coming, dues, strict=False)}
    return found


def _is_waiting(review: Review) -> bool:
    return not review.is_fixed and not review.is_adjourned and review.held_on is None


def _is_gone_by(review: Review, today: dt.date) -> bool:
    return review.status is not ReviewStatus.OPEN and _begins(review)[0] < today


def _begins(review: Review) -> tuple[dt.date, str]:
    return review.began_on or review.planned_for or dt.date.max, review.id


def _booked_for(
    due: Explained, reviews: Iterable[Review], limits: Mapping[ReviewId, Explained]
) -> Review | None:
    booked = [review for review in reviews if limits.get(review.id) is due]
    return max(booked, key=_begins, default=None)
