"""A record with one thing changed, added or taken away, each kind in its order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.participation import Participant
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.scaling import ScaleAnswer
from iro_desktop.domain.sittings import Sitting
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.ui.review.edits import Thing

Recorded = Participant | Decision | View | ScaleAnswer
T = TypeVar("T", Participant, Decision, View, ScaleAnswer, Sitting, PanelMember)


def with_thing(record: ReviewRecord, thing: Recorded) -> ReviewRecord:
    """The record with this thing in place of the one of its id, or added."""
    match thing:
        case Participant():
            return replace(record, participants=put_in(record.participants, thing))
        case Decision():
            return replace(record, decisions=put_in(record.decisions, thing))
        case View():
            return replace(record, views=put_in(record.views, thing))
        case ScaleAnswer():
            return replace(record, scale_answers=put_in(record.scale_answers, thing))


def without_thing(record: ReviewRecord, thing: Recorded) -> ReviewRecord:
    """The record without it."""
    return replace(
        record,
        participants=without(record.participants, thing),
        decisions=without(record.decisions, thing),
        views=without(record.views, thing),
        scale_answers=without(record.scale_answers, thing),
    )


def put_in(things: Sequence[T], thing: T) -> tuple[T, ...]:
    """The things with this one in its place."""
    if any(other.id == thing.id for other in things):
        return tuple(thing if other.id == thing.id else other for other in things)
    grown = list(things)
    grown.append(thing)
    return tuple(sorted(grown, key=lambda other: other.position))


def next_position(things: Sequence[Thing]) -> int:
    """Where one more goes: after all that are there, even where some were taken away."""
    return max((thing.position for thing in things), default=-1) + 1


def without(things: Sequence[T], gone: Thing) -> tuple[T, ...]:
    """The things without this one."""
    return tuple(thing for thing in things if thing.id != gone.id)
