"""Made-up reviews: those held, the one in hand, and the one to come."""

import datetime as dt
import random

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.families import EYES, MAKATON, Situation
from iro_desktop.demonstration.history import weekday_by
from iro_desktop.demonstration.lives import Life
from iro_desktop.demonstration.names import IRO
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import ParticipationCode, possible_codes
from iro_desktop.domain.review import Origin, Output, Review, ReviewKind, ReviewStatus
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.review_cycles import next_review_due, review_kind_on
from iro_desktop.domain.working_days import add_months

_FORMS = {
    ReviewKind.LOOKED_AFTER: ("cla-review", 2),
    ReviewKind.PLACED_FOR_ADOPTION: ("adoption-review", 1),
    ReviewKind.AUTHORITY_TO_PLACE: ("adoption-review", 1),
    ReviewKind.SHORT_BREAKS: ("short-breaks-review", 1),
    ReviewKind.REMAND: ("remand-review", 1),
}
KEPT_IN_FULL = 3
"""How many of the latest reviews were made with the program; older ones came with a return."""

_PLACES = (
    "At home, after school",
    "At home, in the kitchen",
    "At school, in the quiet room",
    "Family centre, small room",
    "At home, with the teacher by video",
)
_TIMES = (dt.time(10), dt.time(11, 30), dt.time(13, 30), dt.time(15, 45), dt.time(16, 30))
_TWO_YEARS = dt.timedelta(days=730)
_BOOKED_AHEAD = 100
_CODES = {
    ParticipationCode.PN1: 46,
    ParticipationCode.PN2: 8,
    ParticipationCode.PN3: 0,
    ParticipationCode.PN4: 4,
    ParticipationCode.PN5: 18,
    ParticipationCode.PN6: 21,
    ParticipationCode.PN7: 3,
}
_WITHOUT_WORDS = 60


def make_reviews(draw: Draw, life: Life, reckoner: Reckoner, today: dt.date) -> tuple[Review, ...]:
    """Every review of one child, oldest first."""
    held = [_held(draw, life, position, today) for position in range(len(life.calendar.held))]
    return (*held, *_to_come(draw, life, reckoner, today))


def _held(draw: Draw, life: Life, position: int, today: dt.date) -> Review:
    day = life.calendar.held[position]
    chance = draw.of("review", life.child.number, position)
    from_last = len(life.calendar.held) - 1 - position
    code = _participation(life, day, chance)
    review = Review(
        id=ReviewId(draw.id("review", life.child.number, position)),
        child_id=life.child.id,
        kind=review_kind_on(life.period, day),
        status=ReviewStatus.CLOSED,
        origin=Origin.RETURN,
        held_on=day,
        participation=code,
        participation_confirmed=True,
    )
    if from_last >= KEPT_IN_FULL:
        return review
    return _in_full(review, life, day, from_last, today, chance)


def _in_full(
    review: Review,
    life: Life,
    day: dt.date,
    from_last: int,
    today: dt.date,
    chance: random.Random,
) -> Review:
    in_hand = from_last == 0 and life.family.situation is Situation.HALF_FINISHED
    soon = from_last == 0 and life.family.situation in {Situation.TO_WRITE, Situation.TO_SEND}
    closed_on = min(day + dt.timedelta(days=chance.randint(1, 3 if soon else 12)), today)
    form, version = _FORMS[review.kind]
    place = chance.choice(_PLACES)
    return Review(
        id=review.id,
        child_id=review.child_id,
        kind=review.kind,
        status=ReviewStatus.OPEN if in_hand else ReviewStatus.CLOSED,
        planned_for=day,
        planned_at=place,
        held_on=day,
        form=form,
        form_version=version,
        participation=None if in_hand else review.participation,
        participation_confirmed=not in_hand,
        output=None if in_hand else _output(life, day, chance),
        closed_on=None if in_hand else closed_on,
        closed_by="" if in_hand else IRO,
        next_on=None if in_hand else _agreed_next(life, review.kind, day),
        next_place="" if in_hand else place,
    )


def _agreed_next(life: Life, kind: ReviewKind, day: dt.date) -> dt.date:
    """The day of the next review that was held; else one inside any limit there can be."""
    later = [held for held in life.calendar.held if held > day]
    if later:
        return min(later)
    often = kind is ReviewKind.PLACED_FOR_ADOPTION or day == min(life.calendar.held)
    return weekday_by(add_months(day, 3 if often else 6))


def _participation(life: Life, day: dt.date, chance: random.Random) -> ParticipationCode:
    codes = possible_codes(life.child.date_of_birth, day)
    weights = [_CODES.get(code, 1) for code in codes]
    if life.child.communication_needs in {MAKATON, EYES}:
        weights = [
            _WITHOUT_WORDS if code is ParticipationCode.PN3 else weight
            for code, weight in zip(codes, weights, strict=True)
        ]
    return chance.choices(codes, weights)[0]


def _output(life: Life, day: dt.date, chance: random.Random) -> Output:
    matched = life.child.permanently_matched_on
    long_here = day - life.period.in_this_home_since(day) > _TWO_YEARS
    if (matched is not None and matched <= day) or long_here:
        return Output.LETTER
    return chance.choices((Output.MINUTES, Output.BOTH), (1, 2))[0]


def _to_come(draw: Draw, life: Life, reckoner: Reckoner, today: dt.date) -> tuple[Review, ...]:
    """The next review, where work on it has begun or it has been booked."""
    situation = life.family.situation
    if situation in {Situation.LEFT_CARE, Situation.HALF_FINISHED}:
        return ()
    chance = draw.of("to come", life.child.sibling_group or life.child.number)
    planned_for = _planned_for(life, reckoner, today, chance)
    if planned_for is None and situation is not Situation.OVERDUE:
        return ()
    begun = situation in {Situation.TODAY, Situation.OVERDUE} or (
        situation is Situation.DUE_SOON and chance.choice((True, False))
    )
    kind = review_kind_on(life.period, planned_for or today)
    form, version = _FORMS[kind] if begun else ("", 0)
    review = Review(
        id=ReviewId(draw.id("review", life.child.number, len(life.calendar.held))),
        child_id=life.child.id,
        kind=kind,
        status=ReviewStatus.PREPARING if begun else ReviewStatus.PLANNED,
        planned_for=planned_for,
        planned_at=chance.choice(_PLACES) if planned_for else "",
        starts_at=chance.choice(_TIMES) if planned_for else None,
        lasts_minutes=chance.choice((60, 75, 90)) if planned_for else 0,
        form=form,
        form_version=version,
    )
    return (review,)


def _planned_for(
    life: Life, reckoner: Reckoner, today: dt.date, chance: random.Random
) -> dt.date | None:
    situation = life.family.situation
    if situation is Situation.TODAY:
        return today
    if situation is Situation.OVERDUE:
        days = chance.choice((None, -3, 6))
        return None if days is None else weekday_by(today + dt.timedelta(days=days))
    kind = review_kind_on(life.period, today)
    due = next_review_due(life.period, life.calendar.held, kind, reckoner).on
    planned = weekday_by(due - dt.timedelta(days=chance.randint(1, 5)))
    if planned <= today or (planned - today).days > _BOOKED_AHEAD:
        return None
    return planned
