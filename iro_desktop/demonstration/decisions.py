"""What made-up reviews decided, and what had become of it by the next."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.lives import Life
from iro_desktop.demonstration.names import IRO
from iro_desktop.demonstration.promises import Promise, promises_at
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.promises import STILL_OPEN
from iro_desktop.domain.review import Review, ReviewStatus

_OUTCOMES = (
    *((Kept.KEPT, "Done, and written up."),) * 6,
    (Kept.PARTLY_KEPT, "Begun. The last step waits for an answer."),
    (Kept.PARTLY_KEPT, "Half of it is done; it goes on."),
    (Kept.NOT_KEPT, "Not done. The post was vacant for two months."),
    (Kept.NO_LONGER_NEEDED, "Things changed, and everyone agreed it is not needed."),
)

_SHARE_WITH_A_DAY = 0.2
_NEXT = "By our next review"


def make_decisions(draw: Draw, life: Life, reviews: tuple[Review, ...]) -> tuple[Decision, ...]:
    """Decisions of the reviews given, oldest first; each looked at again by the one after."""
    unsaid: set[str] = set()
    found: list[list[Decision]] = []
    for review in reviews:
        if review.held_on is None:
            found.append([])
            continue
        decisions = _decided(draw, life, review, review.held_on, unsaid)
        unsaid = {decision.what for decision in decisions}
        found.append(decisions)
    looked_at = [
        _looked_at(draw, earlier, after, settled=_is_closed(reviews[place + 2 :]))
        for place, (earlier, (_, after)) in enumerate(zip(found, pairwise(reviews), strict=False))
    ]
    return tuple(decision for group in (*looked_at, *found[-1:]) for decision in group)


def _decided(
    draw: Draw, life: Life, review: Review, day: dt.date, said_last: set[str]
) -> list[Decision]:
    chance = draw.of("decisions", review.id)
    promises = promises_at(life.age_on(day))
    # For the youngest there are few: then a promise is made again rather than none.
    possible = [one for one in promises if one.what not in said_last] or list(promises)
    chosen = chance.sample(possible, min(chance.randint(3, 6), len(possible)))
    decisions = [
        _decision(draw, life, review, day, position, promise)
        for position, promise in enumerate(chosen)
    ]
    if day == life.calendar.held[-1]:
        # Most promises of the latest review are for the next one to look at, and not past already.
        decisions = [
            one if chance.random() < _SHARE_WITH_A_DAY else replace(one, due_on=None, by_when=_NEXT)
            for one in decisions
        ]
    if review.status is ReviewStatus.OPEN:
        decisions[-1] = replace(decisions[-1], owner="", due_on=None, words_for_child="")
    return decisions


def _decision(
    draw: Draw, life: Life, review: Review, day: dt.date, position: int, promise: Promise
) -> Decision:
    owner = _owner(life, promise.role)
    return Decision(
        id=EntityId(draw.id("decision", review.id, position)),
        child_id=review.child_id,
        review_id=review.id,
        what=promise.what,
        owner=owner,
        due_on=day + dt.timedelta(weeks=promise.weeks),
        words_for_child=promise.to_child.format(owner=owner),
        position=position,
    )


def _owner(life: Life, role: Role) -> str:
    cast = life.cast
    named = {
        Role.CARER: cast.carer,
        Role.TEAM_MANAGER: cast.manager,
        Role.HEALTH: cast.nurse,
        Role.SCHOOL: cast.teacher,
    }
    if role is Role.IRO:
        return IRO
    return (named.get(role) or cast.social_worker).name


def _is_closed(reviews: tuple[Review, ...]) -> bool:
    """Whether a review followed that could not have closed with an older promise still open."""
    return any(review.status is ReviewStatus.CLOSED for review in reviews)


def _looked_at(
    draw: Draw, decisions: list[Decision], after: Review, *, settled: bool
) -> list[Decision]:
    """As the next review found them. One still in preparation has looked at some only."""
    chance = draw.of("kept", after.id)
    if after.status is ReviewStatus.PLANNED:
        return decisions
    done = len(decisions) // 2 if after.status is ReviewStatus.PREPARING else len(decisions)
    outcomes = [one for one in _OUTCOMES if not settled or one[0] not in STILL_OPEN]
    return [_outcome(one, after, chance, outcomes) for one in decisions[:done]] + decisions[done:]


def _outcome(
    decision: Decision,
    after: Review,
    chance: random.Random,
    outcomes: Sequence[tuple[Kept, str]],
) -> Decision:
    kept, note = chance.choice(outcomes)
    return replace(decision, kept=kept, kept_note=note, kept_looked_at_in=after.id)
