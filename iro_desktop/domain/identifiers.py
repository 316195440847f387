"""Names of things, made on the laptop, so that a thing has its name before any network is met.

What comes out of a council's return gets a name derived from the return's own keys (uuid5): the
same child or review, imported on two laptops or twice on one, is one thing. Everything else gets a
random one.
"""

import datetime as dt
import uuid
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
