"""Names of things, made on the laptop, so that a thing has its name before any network is met.

What comes out of a council's return gets a name derived from the return's own keys (uuid5): the
same child or review, imported on two laptops or twice on one, is one thing. So does what two
laptops would both make for one reason while neither knows of the other: a meeting booked for one
day, the person of the page among those invited, the one score of a day. What is new each time, as
a decision is, gets a random one.
"""

import datetime as dt
import uuid
from collections.abc import Callable
from itertools import count
from typing import NewType

ChildId = NewType("ChildId", str)
EpisodeId = NewType("EpisodeId", str)
ReviewId = NewType("ReviewId", str)
EntityId = NewType("EntityId", str)
RevisionId = NewType("RevisionId", str)

_NAMESPACE = uuid.UUID("6f0b7d0e-6a4c-5c55-9c3d-5e0f6a3c9b11")


def new_id() -> str:
    """A random name in canonical UUID text."""
    return str(uuid.uuid4())


def derived_id(*keys: str) -> str:
    """A name that the same keys always give. Keys are joined by a character no return can hold."""
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join(keys)))


def child_id(authority: str, number: str) -> ChildId:
    """A child of `authority` (its code, or empty) by the number the return calls CHILD."""
    return ChildId(derived_id("child", authority, number))


def household_id(authority: str, number: str) -> ChildId:
    """The file of a foster household of `authority`: its numbers are not those of children."""
    return ChildId(derived_id("household", authority, number))


def episode_id(child: ChildId, started: dt.date) -> EpisodeId:
    """An episode of care: the return allows a child one beginning on any day."""
    return EpisodeId(derived_id("episode", child, started.isoformat()))


def review_id(child: ChildId, held: dt.date) -> ReviewId:
    """A review that a return says was held: the return knows it by child and day alone."""
    return ReviewId(derived_id("review", child, held.isoformat()))


def natural_id(kind: str, *keys: str) -> EntityId:
    """A thing of which there is one for these keys, on whichever laptop it is made first."""
    return EntityId(derived_id("natural", kind, *keys))


def booked_review_id(
    child: ChildId, kind: str, day: dt.date, form: str = "", number: int = 1
) -> ReviewId:
    """A meeting that was booked by hand for a day.

    `form` tells a council's own meetings apart, which are of one kind. `number` is above 1 where
    another meeting has that name: one that was cancelled, say, or moved to another day since.
    """
    again = () if number == 1 else (str(number),)
    return ReviewId(derived_id("booked review", child, kind, day.isoformat(), form, *again))


def first_free(made: Callable[[int], str], is_taken: Callable[[str], bool]) -> str:
    """The first name of a row, from number 1 on, that nothing has yet."""
    return next(name for name in map(made, count(1)) if not is_taken(name))
