"""What a review's screen had read of each thing, beside which others may write meanwhile."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from iro_desktop.domain.answers import Answer
from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.services.record_homes import HOMES, Recorded
from iro_desktop.services.recording import answer_of
from iro_desktop.ui.review.edits import AnswerEdit, Edit
from iro_desktop.ui.review.record_changes import with_thing

Kept = Answer | Review | Recorded
"""What is kept whole as it stands on screen, and so could take another's words away."""


class AsRead:
    """By thing: as it was read, or saved here, last. `in_hand` are those typed into just now."""

    def __init__(self) -> None:
        self._things: dict[str, Kept] = {}
        self.in_hand: set[str] = set()

    def read(self, record: ReviewRecord, *, but: frozenset[str] = frozenset()) -> None:
        """The record was read anew, all but some things, which stay as they were read before."""
        held = {name: self._things[name] for name in but if name in self._things}
        fresh: dict[str, Kept] = {one.id: one for one in _things(record) if one.id not in but}
        self._things = {**fresh, **held}
        self.in_hand &= but

    def of(self, thing: Kept) -> Kept | None:
        """The thing as it was read; None where it was not there."""
        return self._things.get(thing.id)

    def other_in(self, record: ReviewRecord) -> frozenset[str]:
        """The things of which the record says something else, or nothing more."""
        now: dict[str, Kept] = {one.id: one for one in _things(record)}
        every = now.keys() | self._things.keys()
        return frozenset(name for name in every if now.get(name) != self._things.get(name))

    def saved(self, thing: Kept) -> None:
        """It stands here so now."""
        self._things[thing.id] = thing


def kept_whole(edit: Edit) -> Kept | None:
    """The thing that an edit keeps whole; None of one that changes only a part of what stands."""
    match edit:
        case AnswerEdit(review, question, item, value):
            return answer_of(review, question, item, value)
        case Review():
            return edit
        case _ if type(edit) in HOMES:
            return cast("Recorded", edit)
        case _:
            return None


def with_those_in_hand(
    read: ReviewRecord, on_screen: ReviewRecord, in_hand: frozenset[str]
) -> ReviewRecord:
    """The record as it was read anew, with what is being typed as it stands on screen."""
    held = [thing for thing in _things(on_screen) if thing.id in in_hand]
    answers = {one.id: one for one in held if isinstance(one, Answer)}
    if answers:
        others = tuple(one for one in read.answers if one.id not in answers)
        read = replace(read, answers=(*others, *answers.values()))
    for thing in held:
        if isinstance(thing, Review):
            read = replace(read, review=thing)
        elif not isinstance(thing, Answer):
            read = with_thing(read, thing)
    return read


def _things(record: ReviewRecord) -> Iterator[Kept]:
    yield record.review
    yield from record.answers
    for home in HOMES.values():
        owner = record.tools if home.is_tool else record
        yield from getattr(owner, home.field)
