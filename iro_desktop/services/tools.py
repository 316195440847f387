"""Work with practice tools: begin an entry, carry a tool on from the meeting before."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from iro_desktop.domain.identifiers import EntityId, ReviewId, natural_id, new_id
from iro_desktop.domain.review import Review
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.comparison import entries_of, last_with, to_carry
from iro_desktop.domain.tools.entries import EntryState, Tool, ToolEntry
from iro_desktop.domain.tools.story import StoryFrame
from iro_desktop.domain.withholding import WithheldPassage
from iro_desktop.services import review_records
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import FixedReview
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.record_homes import HOMES

E = TypeVar("E", bound=ToolEntry)


def new_entry(
    kind: Callable[..., E],
    review: Review,
    position: int,
    author: str,
    today: dt.date,
    /,
    **said: Any,  # noqa: ANN401 - the fields of that kind, which its own class checks
) -> E:
    """One more entry of any kind, the first of its thread, such as a MapItem with its `column`."""
    name = EntityId(new_id())
    begun = {"id": name, "thread": name, "child_id": review.child_id, "review_id": review.id}
    return kind(**begun, position=position, author=author, written_on=today, **said)


def carry_forward(uow_factory: UnitOfWorkFactory, review_id: ReviewId, tool: Tool) -> Changed:
    """Begin from what stood in a tool at the latest earlier meeting that used it.

    What this review has of the same thread is left as it is. Milestones keep every date. A question
    that was asked stands without its answer, and a child's rooms are never carried: both are asked
    anew.

    Raises:
        NoSuchThing: there is no such review.
        FixedReview: it is closed or cancelled.
    """
    with uow_factory() as uow:
        review = review_records.require_review(uow, review_id)
        if review.is_fixed:
            raise FixedReview
        carried = _carried(uow, review, tool)
        for entry in carried:
            HOMES[type(entry)].records(uow).put(entry)
    return Changed.of(carried[0], Topic.TOOLS) if carried else Changed()


def _carried(uow: UnitOfWork, review: Review, tool: Tool) -> list[ToolEntry]:
    day = review_records.day_of(review, dt.date.max)
    earlier = review_records.earlier_tools(uow, review, day)
    last = last_with(earlier, tool)
    if last is None:
        return []
    here = review_records.tools_of(uow, review.id)
    left = to_carry(last.tools, here, tool)
    return list(_of_this_review(uow, review, left, len(entries_of(here, tool))))


def _of_this_review(
    uow: UnitOfWork, review: Review, entries: Sequence[ToolEntry], first: int
) -> Iterable[ToolEntry]:
    withheld = uow.withheld_passages.of_review(entries[0].review_id) if entries else ()
    for position, entry in enumerate(entries, start=first):
        anew = replace(
            entry, id=_carried_id(review.id, entry.id), review_id=review.id, position=position
        )
        for passage in withheld:
            if passage.thing == entry.id:
                _keep_back(uow, passage, anew)
        if isinstance(anew, AskedQuestion):
            anew = replace(anew, answer="", is_best=False, state=EntryState.UNANSWERED)
        if isinstance(anew, StoryFrame) and anew.picture_id:
            anew = replace(anew, picture_id=_picture(uow, review, anew.picture_id))
        yield anew


def _carried_id(review: ReviewId, earlier: EntityId) -> EntityId:
    """What is carried on to a review is carried there once, on whichever laptop."""
    return natural_id("carried", review, earlier)


def _keep_back(uow: UnitOfWork, passage: WithheldPassage, of: ToolEntry) -> None:
    name = _carried_id(of.review_id, passage.id)
    kept = replace(passage, id=name, review_id=of.review_id, thing=of.id)
    uow.withheld_passages.put(kept)


def _picture(uow: UnitOfWork, review: Review, name: EntityId) -> EntityId | None:
    """A picture belongs to one review: the story that goes on takes a copy with it."""
    picture = uow.kept_pictures.find(name)
    if picture is None:
        return None
    copy = replace(picture, id=_carried_id(review.id, picture.id), review_id=review.id)
    uow.kept_pictures.put(copy)
    return copy.id
