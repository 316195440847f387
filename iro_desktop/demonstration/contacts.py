"""Made-up contacts between meetings: a visit that the child's page tells of, and calls after it."""

import datetime as dt
from collections.abc import Iterator

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.lives import Life
from iro_desktop.demonstration.names import IRO
from iro_desktop.domain.activities import Activity, ActivityKind, Seen
from iro_desktop.domain.identifiers import EntityId

_VISITS = (
    "We walked round the pond and named the ducks. No worries, and a wish: a bigger desk.",
    "Talked in the kitchen while the bread was rising. School is better since the move of seats.",
    "Played cards. The last promise came up before I asked about it.",
)
_CALLS = (
    "The dates for family time are written down and have gone to everyone.",
    "The report will come two days late. Asked for it by Friday.",
    "The school has a new key worker, who will ring next week.",
)
_TO_DO = ("Ask whether the dates have come", "Ring the school", "Look at the new plan")
_SHARE_CALLED, _SHARE_REMINDED = 0.4, 0.3
_SOONEST, _LATEST = -4, 20


def make_contacts(draw: Draw, life: Life, today: dt.date) -> tuple[Activity, ...]:
    """What the IRO noted about one child, oldest first."""
    return tuple(_contacts(draw, life, today))


def _contacts(draw: Draw, life: Life, today: dt.date) -> Iterator[Activity]:
    child, chance = life.child, draw.of("contacts", life.child.number)
    if child.last_iro_contact is None:
        return
    yield Activity(
        id=EntityId(draw.id("visit", child.number)),
        child_id=child.id,
        kind=ActivityKind.VISIT,
        on=child.last_iro_contact,
        seen=Seen.ALONE,
        summary=chance.choice(_VISITS),
        minutes=chance.choice((30, 45, 60)),
        recorded_by=IRO,
    )
    called = child.last_iro_contact + dt.timedelta(days=chance.randint(5, 25))
    if chance.random() > _SHARE_CALLED or called > today:
        return
    reminded = chance.random() < _SHARE_REMINDED
    yield Activity(
        id=EntityId(draw.id("call", child.number)),
        child_id=child.id,
        kind=ActivityKind.CALL,
        on=called,
        with_whom=child.social_worker,
        summary=chance.choice(_CALLS),
        minutes=chance.choice((5, 10, 15)),
        recorded_by=IRO,
        remind_on=today + dt.timedelta(days=chance.randint(_SOONEST, _LATEST))
        if reminded
        else None,
        remind_of=chance.choice(_TO_DO) if reminded else "",
    )
