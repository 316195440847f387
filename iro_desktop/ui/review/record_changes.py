"""A record with one thing changed, added or taken away, each kind in its order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar, cast

from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.services.record_homes import Recorded, home_of
from iro_desktop.ui.review.edits import Thing

T = TypeVar("T", bound=Thing)


def with_thing(record: ReviewRecord, thing: Recorded) -> ReviewRecord:
    """The record with this thing in place of the one of its id, or added."""
    return _with_field(record, thing, put_in(things_beside(record, thing), thing))


def without_thing(record: ReviewRecord, thing: Recorded) -> ReviewRecord:
    """The record without it."""
    return _with_field(record, thing, without(things_beside(record, thing), thing))


def things_beside(record: ReviewRecord, thing: Recorded) -> tuple[Recorded, ...]:
    """All of its kind."""
    home = home_of(thing)
    owner = record.tools if home.is_tool else record
    return cast("tuple[Recorded, ...]", getattr(owner, home.field))


def _with_field(
    record: ReviewRecord, thing: Recorded, things: tuple[Recorded, ...]
) -> ReviewRecord:
    home = home_of(thing)
    change = {home.field: things}
    if home.is_tool:
        return replace(record, tools=replace(record.tools, **change))  # type: ignore[arg-type]  # the field named for its kind
    return replace(record, **change)  # type: ignore[arg-type]  # as above


def put_in(things: Sequence[T], thing: T) -> tuple[T, ...]:
    """The things with this one in the place its position says."""
    if any(other.id == thing.id for other in things):
        grown = [thing if other.id == thing.id else other for other in things]
    else:
        grown = [*things, thing]
    return tuple(sorted(grown, key=lambda other: other.position))


def next_position(things: Sequence[Thing]) -> int:
    """Where one more goes: after all that are there, even where some were taken away."""
    return max((thing.position for thing in things), default=-1) + 1


def without(things: Sequence[T], gone: Thing) -> tuple[T, ...]:
    """The things without this one."""
    return tuple(thing for thing in things if thing.id != gone.id)
