"""Made-up happenings: what someone wrote down that started a clock, met it or stopped it."""

import datetime as dt
from collections.abc import Iterator

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.families import Situation
from iro_desktop.demonstration.journeys import SECURE
from iro_desktop.demonstration.lives import Life
from iro_desktop.demonstration.names import IRO
from iro_desktop.domain.child import birthday
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.review import Origin, Review

_SCHOOL_AGE = range(4, 17)
_PATHWAY_AGE = 16
_SHARE_ANSWERED = 0.7

Told = tuple[Happening, dt.date, str]


def make_happenings(
    draw: Draw, life: Life, reviews: tuple[Review, ...], today: dt.date
) -> tuple[RecordedHappening, ...]:
    """What was written down about one child, oldest first."""
    told = [one for one in _told(draw, life, reviews, today) if life.period.started <= one[1]]
    return tuple(
        RecordedHappening(
            id=EntityId(draw.id("happening", life.child.number, position)),
            child_id=life.child.id,
            happening=happening,
            on=on,
            note=note,
            recorded_by=IRO,
        )
        for position, (happening, on, note) in enumerate(sorted(told, key=lambda one: one[1]))
    )


def _told(draw: Draw, life: Life, reviews: tuple[Review, ...], today: dt.date) -> Iterator[Told]:
    chance = draw.of("happenings", life.child.number)

    def ago(least: int, most: int) -> dt.date:
        return today - dt.timedelta(days=chance.randint(least, most))

    age = life.age_on(today)
    if age in _SCHOOL_AGE:
        yield Happening.PEP_HELD, ago(20, 110), ""
        yield Happening.SDQ_COMPLETED, ago(30, 340), ""
    yield Happening.IMMUNISED, ago(30, 350), ""
    if age >= _PATHWAY_AGE:
        yield from _pathway(life, today, chance.randint(20, 85), chance.randint(30, 170))
    yield from _after_reviews(reviews, today, answered=chance.random() < _SHARE_ANSWERED)
    if life.family.journey is SECURE:
        yield Happening.SECURE_REVIEW_HELD, ago(46, 52), "The panel found that the criteria hold."
    if life.family.situation is Situation.OVERDUE:
        why = "The plan for permanence has not moved since the last review."
        yield Happening.CONCERN_RAISED, ago(8, 20), why
    if life.family.situation is Situation.SETTLED and life.child.permanently_matched_on:
        asked = today + dt.timedelta(days=chance.randint(12, 25))
        yield Happening.IRO_ASKED_FOR_REVIEW, asked, "The carers ask about moving house."


def _pathway(life: Life, today: dt.date, assessed: int, reviewed: int) -> Iterator[Told]:
    turned = birthday(life.child.date_of_birth, _PATHWAY_AGE)
    first = max(turned, life.period.started) + dt.timedelta(days=assessed)
    if first >= today:
        return
    yield Happening.PATHWAY_NEEDS_ASSESSED, first, ""
    last = today - dt.timedelta(days=reviewed)
    if last > first:
        yield Happening.PATHWAY_PLAN_REVIEWED, last, ""


def _after_reviews(
    reviews: tuple[Review, ...], today: dt.date, *, answered: bool
) -> Iterator[Told]:
    """What came of the latest review made with the program, where enough days have gone by."""
    closed = [one for one in reviews if one.origin is Origin.LAPTOP and one.closed_on]
    if not closed or not answered:
        return
    latest = closed[-1]
    for happening, days in (
        (Happening.DECISIONS_CONFIRMED, 3),
        (Happening.MANAGER_RESPONDED, 6),
        (Happening.CARE_PLAN_UPDATED, 11),
    ):
        on = (latest.closed_on or today) + dt.timedelta(days=days)
        if on <= today:
            yield happening, on, ""
