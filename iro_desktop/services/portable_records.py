"""One review as a portable file: documented, versioned, complete, and taken in again unchanged.

The shape is described in docs/record-json.md. A file is never merged with what is here: a record
that this laptop holds in another state is left alone and the import refused.
"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Review
from iro_desktop.services import council_forms, rights
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import (
    NoSuchThing,
    PartOfTheRecord,
    RecordDiffers,
    UnreadableFile,
)
from iro_desktop.services.forked_records import Named, forked_in, is_one_story
from iro_desktop.services.portable_reading import read_record
from iro_desktop.services.portable_shape import (
    FORMAT,
    OF_THE_CHILD,
    OF_THE_REVIEW,
    VERSION,
    OfChild,
    PortableRecord,
    every,
    of_the_review,
    questions_of,
)
from iro_desktop.services.ports import Records, UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.review_records import require_review
from iro_desktop.services.syncing.conflicts import merge_forks

_LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def export_record(uow_factory: UnitOfWorkFactory, review_id: ReviewId) -> bytes:
    """The record of one review as UTF-8 JSON. The same record always gives the same bytes.

    Raises:
        PartOfTheRecord: only some of it comes to this laptop.
    """
    with uow_factory() as uow:
        review = require_review(uow, review_id)
        if rights.is_part(uow, review.child_id):
            raise PartOfTheRecord
        record = _gather(uow, review)
    plain = msgspec.to_builtins(record)
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


def _gather(uow: UnitOfWork, review: Review) -> PortableRecord:
    child = uow.children.find(review.child_id)
    if child is None:
        raise RecordDiffers(what="The child of this review")
    history = list(uow.history.of_review(review.id))
    asked = questions_of(history)
    # Any: each its own kind, as the fields of the record are named for them
    lists: dict[str, Any] = {
        name: list(getattr(uow, name).of_child(child.id)) for name in every(OF_THE_CHILD)
    }
    lists |= {name: list(getattr(uow, name).of_review(review.id)) for name in every(OF_THE_REVIEW)}
    return PortableRecord(
        format=FORMAT,
        version=VERSION,
        made_up=child.made_up,
        child=child,
        review=review,
        council_form=council_forms.text_of(uow.settings, review.form, review.form_version),
        scaling_questions=[
            question
            for question in uow.scaling_questions.of_child(child.id)
            if question.id in asked or question.asked_first_in == review.id
        ],
        history=history,
        **lists,
    )


def _state(record: PortableRecord) -> tuple[Sequence[Named], ...]:
    return ([record.review], *of_the_review(record))


def import_record(uow_factory: UnitOfWorkFactory, record: PortableRecord) -> Changed:
    """Take a record in, with its history. One held already, and the same, changes nothing.

    The child, their episodes and their people stay as this laptop has them, if it has them. What
    people disagreed about where it was exported is brought together here, or waits for a person.

    Raises:
        RecordDiffers: this laptop holds the review, or a part of it, in another state.
        UnreadableFile: the record and its history do not say the same. Nothing is taken in.
    """
    with uow_factory() as uow:
        if uow.reviews.find(record.review.id) is not None:
            held = _gather(uow, require_review(uow, record.review.id))
            if not _is_held(held, record):
                raise RecordDiffers(what="The review")
            return Changed()
        entities = {revision.entity for revision in record.history}
        if any(uow.history.of_entity(entity) for entity in entities):
            raise RecordDiffers(what="Part of the review")
        _take_form(uow, record)
        _put_missing(uow, uow.children, [record.child])
        _put_missing(uow, uow.scaling_questions, record.scaling_questions)
        for name in every(OF_THE_CHILD):
            _put_missing(uow, getattr(uow, name), getattr(record, name))
        uow.history.take_in(record.history)
        _check_what_stands(uow, record)
    merge_forks(uow_factory, entities)
    topics = frozenset(Topic)
    return Changed(topics, frozenset({record.child.id}), frozenset({record.review.id}))


def _take_form(uow: UnitOfWork, record: PortableRecord) -> None:
    """Keep the council's form it was held under, so that it can be read here too."""
    text, review = record.council_form, record.review
    if not text:
        return
    day = max((revision.made_at for revision in record.history), default=_LONG_AGO).date()
    if not council_forms.hold(uow.settings, text, day):
        raise RecordDiffers(what="The council's form that it was held under")
    if council_forms.text_of(uow.settings, review.form, review.form_version) != text:
        raise UnreadableFile(name="The record", why="it holds another form than it was held under")


class _Known(OfChild, Protocol):
    @property
    def id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_Known)


def _put_missing(uow: UnitOfWork, records: Records[_Thing], things: Iterable[_Thing]) -> None:
    missing: list[_Thing] = []
    for thing in things:
        held = records.find(thing.id)
        if held is not None and held.child_id != thing.child_id:
            raise RecordDiffers(what="Part of the child's file")
        # What was taken away here since has a history, and stays away.
        if held is None and not uow.history.of_entity(thing.id):
            missing.append(thing)
    records.put_all(missing)


def _is_held(held: PortableRecord, record: PortableRecord) -> bool:
    """Whether it is here already.

    Of one in dispute every version must be, for what is shown is one of them; and what became of
    them here since stands.
    """
    if not forked_in(record.history):
        return _state(held) == _state(record)
    by_id = {each.id: each for each in held.history}
    return all(by_id.get(each.id) == each for each in record.history)


def _check_what_stands(uow: UnitOfWork, record: PortableRecord) -> None:
    """What was put up from the history must be what the record itself says."""
    try:
        taken_in = _gather(uow, require_review(uow, record.review.id))
    except NoSuchThing as fault:
        raise _two_stories() from fault
    if not is_one_story(_state(record), _state(taken_in), forked_in(record.history)):
        raise _two_stories()


def _two_stories() -> UnreadableFile:
    why = "its history says something else than the record itself"
    return UnreadableFile(name="The record", why=why)


def forget_record(
    uow_factory: UnitOfWorkFactory,
    review_id: ReviewId,
    exported: Path,
    *,
    is_unsent_too: bool = False,
) -> Changed:
    """Remove a review from this laptop, once `exported` is shown to hold all of it.

    Raises:
        RecordDiffers: the file is not this record as it stands today.
        StillUnsent: the laptop's hub does not have all of it yet, and nobody said `is_unsent_too`.
        UnreadableFile: the file cannot be read.
    """
    record = read_record(exported)
    current = export_record(uow_factory, review_id)
    if record.review.id != review_id or current != exported.read_bytes():
        raise RecordDiffers(what="The review")
    with uow_factory() as uow:
        uow.history.forget_review(review_id, is_unsent_too=is_unsent_too)
    return Changed(
        frozenset({Topic.REVIEW, Topic.CASELOAD}),
        frozenset({record.child.id}),
        frozenset({review_id}),
    )
