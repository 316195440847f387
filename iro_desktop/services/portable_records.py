"""One review as a portable file: documented, versioned, complete, and taken in again unchanged.

The shape is described in docs/record-json.md. A file is never merged: a record that this laptop
holds in another state is left alone and the import refused.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from iro_desktop.domain.answers import Answer
from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import Participant
from iro_desktop.domain.review import Addendum, Review
from iro_desktop.domain.scaling import ScaleAnswer, ScalingQuestion
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import NotWritable, RecordDiffers, UnreadableFile
from iro_desktop.services.ports import (
    Records,
    Revision,
    UnitOfWork,
    UnitOfWorkFactory,
)
from iro_desktop.services.review_records import require_review

FORMAT = "iro-desktop review record"
VERSION = 1
_BIGGEST_FILE = 200 * 1024 * 1024


class PortableRecord(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The whole file. Lists are in the order they have on screen; history is oldest first."""

    format: str
    version: int
    made_up: bool
    child: Child
    review: Review
    episodes: list[Episode]
    people: list[ImportantPerson]
    participants: list[Participant]
    answers: list[Answer]
    views: list[View]
    decisions: list[Decision]
    scaling_questions: list[ScalingQuestion]
    scale_answers: list[ScaleAnswer]
    addenda: list[Addendum]
    written_documents: list[WrittenDocument]
    history: list[Revision]


def export_record(uow_factory: UnitOfWorkFactory, review_id: ReviewId) -> bytes:
    """The record of one review as UTF-8 JSON. The same record always gives the same bytes."""
    with uow_factory() as uow:
        record = _gather(uow, require_review(uow, review_id))
    plain = msgspec.to_builtins(record)
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


def _gather(uow: UnitOfWork, review: Review) -> PortableRecord:
    child = uow.children.find(review.child_id)
    if child is None:
        raise RecordDiffers(what="The child of this review")
    scale_answers = list(uow.scale_answers.of_review(review.id))
    asked = {answer.question_id for answer in scale_answers}
    return PortableRecord(
        format=FORMAT,
        version=VERSION,
        made_up=child.made_up,
        child=child,
        review=review,
        episodes=list(uow.episodes.of_child(child.id)),
        people=list(uow.people.of_child(child.id)),
        participants=list(uow.participants.of_review(review.id)),
        answers=list(uow.answers.of_review(review.id)),
        views=list(uow.views.of_review(review.id)),
        decisions=list(uow.decisions.of_review(review.id)),
        scaling_questions=[
            question
            for question in uow.scaling_questions.of_child(child.id)
            if question.id in asked or question.asked_first_in == review.id
        ],
        scale_answers=scale_answers,
        addenda=list(uow.addenda.of_review(review.id)),
        written_documents=list(uow.written_documents.of_review(review.id)),
        history=list(uow.history.of_review(review.id)),
    )


def read_record(path: Path) -> PortableRecord:
    """A record from a file.

    Raises:
        UnreadableFile: not such a file, of a newer version, or not whole.
    """
    try:
        if path.stat().st_size > _BIGGEST_FILE:
            raise UnreadableFile(name=path.name, why="it is far too large for one record")
        raw = json.loads(path.read_bytes())
    except OSError as fault:
        raise UnreadableFile(name=path.name, why=fault.strerror or "it cannot be opened") from fault
    except (ValueError, RecursionError) as fault:
        raise UnreadableFile(name=path.name, why="it is not JSON") from fault
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise UnreadableFile(name=path.name, why="it is not a review record of IRO Desktop")
    if raw.get("version") != VERSION:
        why = "it was written by another version of IRO Desktop"
        raise UnreadableFile(name=path.name, why=why)
    try:
        record = msgspec.convert(raw, PortableRecord)
    except msgspec.ValidationError as fault:
        raise UnreadableFile(name=path.name, why=_place_of(fault)) from fault
    _check_that_it_hangs_together(record, path.name)
    return record


def _place_of(fault: msgspec.ValidationError) -> str:
    # msgspec's sentence may quote a value; only the place, after " at ", is free of case data.
    place = str(fault).rpartition(" - at ")[2].strip("`")
    return f"the value at {place} is not what it should be"


def _check_that_it_hangs_together(record: PortableRecord, name: str) -> None:
    child, review = record.child.id, record.review.id
    of_review: list[Sequence[_OfReview]] = [
        record.participants,
        record.answers,
        record.views,
        record.decisions,
        record.scale_answers,
        record.addenda,
        record.written_documents,
    ]
    strangers = any(
        thing.child_id != child or thing.review_id != review
        for things in of_review
        for thing in things
    ) or any(
        thing.child_id != child
        for things in (record.episodes, record.people, record.scaling_questions, [record.review])
        for thing in things
    )
    if strangers:
        raise UnreadableFile(name=name, why="parts of it belong to another child or review")


_OfReview = Participant | Answer | View | Decision | ScaleAnswer | Addendum | WrittenDocument


def import_record(uow_factory: UnitOfWorkFactory, record: PortableRecord) -> Changed:
    """Take a record in, with its history. One held already, and the same, changes nothing.

    Raises:
        RecordDiffers: this laptop holds the review in another state.
    """
    with uow_factory() as uow:
        if uow.reviews.find(record.review.id) is not None:
            held = _gather(uow, require_review(uow, record.review.id))
            if _of_the_review(held) != _of_the_review(record):
                raise RecordDiffers(what="The review")
            return Changed()
        _put_missing(uow.children, [record.child])
        _put_missing(uow.episodes, record.episodes)
        _put_missing(uow.people, record.people)
        _put_missing(uow.scaling_questions, record.scaling_questions)
        uow.history.take_in(record.history)
    topics = frozenset(Topic)
    return Changed(topics, frozenset({record.child.id}), frozenset({record.review.id}))


def _of_the_review(record: PortableRecord) -> tuple[object, ...]:
    return (
        record.review,
        record.participants,
        record.answers,
        record.views,
        record.decisions,
        record.scale_answers,
        record.addenda,
        record.written_documents,
    )


_Thing = TypeVar("_Thing", Child, Episode, ImportantPerson, ScalingQuestion)


def _put_missing(records: Records[_Thing], things: Iterable[_Thing]) -> None:
    records.put_all(thing for thing in things if records.find(thing.id) is None)


def forget_record(uow_factory: UnitOfWorkFactory, review_id: ReviewId, exported: Path) -> Changed:
    """Remove a review from this laptop, once `exported` is shown to hold all of it.

    Raises:
        RecordDiffers: the file is not this record as it stands today.
        UnreadableFile: the file cannot be read.
    """
    record = read_record(exported)
    current = export_record(uow_factory, review_id)
    if record.review.id != review_id or current != exported.read_bytes():
        raise RecordDiffers(what="The review")
    with uow_factory() as uow:
        uow.history.forget_review(review_id)
    return Changed(
        frozenset({Topic.REVIEW, Topic.CASELOAD}),
        frozenset({record.child.id}),
        frozenset({review_id}),
    )


def write_file(data: bytes, out: Path) -> None:
    """Write bytes to a file that only its owner can read. Raises NotWritable."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(data)
        out.chmod(0o600)
    except OSError as fault:
        raise NotWritable(what=out.name) from fault
