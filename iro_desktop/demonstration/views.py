"""What made-up children said at or before a review, with whom it may be shared."""

import datetime as dt

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.lives import Life
from iro_desktop.demonstration.names import IRO
from iro_desktop.demonstration.words import sayings_at
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.domain.wishes_and_feelings import HeardHow, Sharing, View

_SHARING = (*(Sharing.EVERYONE,) * 8, Sharing.IRO_ONLY, Sharing.NOBODY)
_WRITES_FROM = 8


def make_views(
    draw: Draw, life: Life, reviews: tuple[Review, ...], today: dt.date
) -> tuple[View, ...]:
    """Views for each review given. A child says nothing twice."""
    unsaid: dict[int, list[int]] = {}
    views: list[View] = []
    for review in reviews:
        day = min(review.held_on or today, today)
        chance = draw.of("views", review.id)
        age = life.age_on(day)
        sayings = sayings_at(age)
        if not sayings:
            continue
        band = unsaid.setdefault(sayings[0].youngest, list(range(len(sayings))))
        count = 1 if review.status is ReviewStatus.PREPARING else chance.randint(2, 3)
        for position in range(min(count, len(band))):
            saying = sayings[band.pop(chance.randrange(len(band)))]
            before = dt.timedelta(days=chance.randint(0, 6))
            views.append(
                View(
                    id=EntityId(draw.id("view", review.id, position)),
                    child_id=review.child_id,
                    review_id=review.id,
                    words=saying.words,
                    about=saying.about,
                    heard_by=IRO if position == 0 else life.cast.carer.name,
                    heard_on=max(day - before, life.calendar.started),
                    how=_how(age, position, chance.choice((HeardHow.WRITTEN, HeardHow.MESSAGE))),
                    sharing=_sharing(review, chance.choice(_SHARING)),
                    position=position,
                )
            )
    return tuple(views)


def _how(age: int, position: int, written: HeardHow) -> HeardHow:
    if position == 0:
        return HeardHow.SAID_TO_ME
    if position == 1:
        return HeardHow.THROUGH_SOMEONE
    return written if age >= _WRITES_FROM else HeardHow.SAID_IN_MEETING


def _sharing(review: Review, drawn: Sharing) -> Sharing:
    """The child is asked at the meeting; before it nobody has asked yet."""
    return Sharing.NOT_ASKED if review.status is ReviewStatus.PREPARING else drawn
