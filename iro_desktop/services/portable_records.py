"""One review as a portable file: documented, versioned, complete, and taken in again unchanged.

The shape is described in docs/record-json.md. A file is never merged with what is here: a record
that this laptop holds in another state is left alone and the import refused.
"""

import datetime as dt
import json
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec

from iro_desktop.domain.activities import Activity
from iro_desktop.domain.advocacy import SupportOffer
from iro_desktop.domain.answers import Answer
from iro_desktop.domain.care import Episode
from iro_desktop.domain.chairing import AgendaItem, Agreement, MeetingPart
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.closing_seal import ClosingSeal
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.correspondence import DocumentText, WrittenDocument
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.document_versions import (
    ChildsReply,
    DocumentVersion,
    ManagersConfirmation,
    ReadTogether,
    Sending,
)
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.participation import Participant
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.reading import PreferredWord, ReaderWishes
from iro_desktop.domain.review import Addendum, Review
from iro_desktop.domain.scaling import ScaleAnswer, ScalingQuestion
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.domain.sittings import Sitting
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.entries import ToolUse
from iro_desktop.domain.tools.harm_matrix import MatrixCell
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.domain.tools.story import StoryAgreement, StoryFrame
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.domain.tools.worries import WorryStatement
from iro_desktop.domain.translations import TranslatedText
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.domain.withholding import ConfidentialDetail, WithheldPassage
from iro_desktop.services import council_forms, rights
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import (
    NoSuchThing,
    PartOfTheRecord,
    RecordDiffers,
    UnreadableFile,
)
from iro_desktop.services.forked_records import Named, forked_in, is_one_story
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ports import Records, UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.review_records import require_review
from iro_desktop.services.syncing.conflicts import merge_forks

FORMAT = "iro-desktop review record"
VERSION = 5
_FORMS_SINCE = 4

# Lists by the version that first had them. Each is named as its home in a unit of work is.
_OF_THE_CHILD: dict[int, tuple[str, ...]] = {
    1: ("episodes", "people"),
    3: ("reader_wishes", "preferred_words", "confidential_details"),
    4: ("activities", "sdq_scores"),
}
_OF_THE_REVIEW: dict[int, tuple[str, ...]] = {
    1: (
        "participants",
        "answers",
        "views",
        "decisions",
        "scale_answers",
        "addenda",
        "written_documents",
    ),
    2: ("sittings", "panel_members"),
    3: (
        "document_texts",
        "withheld_passages",
        "kept_pictures",
        "document_versions",
        "sendings",
        "readings_together",
        "childs_replies",
        "managers_confirmations",
        "translated_texts",
    ),
    4: (
        "map_items",
        "worries",
        "matrix_cells",
        "milestones",
        "rooms",
        "story_frames",
        "story_agreements",
        "network_people",
        "safety_rules",
        "plan_tests",
        "asked_questions",
        "tool_uses",
        "agenda_items",
        "meeting_parts",
        "agreements",
        "support_offers",
        "permanence_findings",
        "consultation_answers",
    ),
    5: ("closing_seals",),
}
_VERSIONS = "document_version"
_LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_BIGGEST_FILE = 200 * 1024 * 1024
_BIGGEST_INTEGER = 2**63 - 1  # what the store has room for


class PortableRecord(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The whole file. Lists are in the order they have on screen; history is oldest first."""

    format: str
    version: int
    made_up: bool
    child: Child
    review: Review
    council_form: str
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
    sittings: list[Sitting]
    panel_members: list[PanelMember]
    reader_wishes: list[ReaderWishes]
    preferred_words: list[PreferredWord]
    confidential_details: list[ConfidentialDetail]
    document_texts: list[DocumentText]
    withheld_passages: list[WithheldPassage]
    kept_pictures: list[KeptPicture]
    document_versions: list[DocumentVersion]
    sendings: list[Sending]
    readings_together: list[ReadTogether]
    childs_replies: list[ChildsReply]
    managers_confirmations: list[ManagersConfirmation]
    translated_texts: list[TranslatedText]
    activities: list[Activity]
    sdq_scores: list[SdqScore]
    map_items: list[MapItem]
    worries: list[WorryStatement]
    matrix_cells: list[MatrixCell]
    milestones: list[Milestone]
    rooms: list[Room]
    story_frames: list[StoryFrame]
    story_agreements: list[StoryAgreement]
    network_people: list[NetworkPerson]
    safety_rules: list[SafetyRule]
    plan_tests: list[PlanTest]
    asked_questions: list[AskedQuestion]
    tool_uses: list[ToolUse]
    agenda_items: list[AgendaItem]
    meeting_parts: list[MeetingPart]
    agreements: list[Agreement]
    support_offers: list[SupportOffer]
    permanence_findings: list[PermanenceFinding]
    consultation_answers: list[ConsultationAnswer]
    closing_seals: list[ClosingSeal]


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
    asked = _questions_of(history)
    # Any: each its own kind, as the fields of the record are named for them
    lists: dict[str, Any] = {
        name: list(getattr(uow, name).of_child(child.id)) for name in _every(_OF_THE_CHILD)
    }
    lists |= {
        name: list(getattr(uow, name).of_review(review.id)) for name in _every(_OF_THE_REVIEW)
    }
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


def _every(lists: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(name for names in lists.values() for name in names)


def _lists_since(version: int) -> tuple[str, ...]:
    """The lists that a file of that version lacks."""
    return tuple(
        name
        for lists in (_OF_THE_CHILD, _OF_THE_REVIEW)
        for since, names in lists.items()
        if since > version
        for name in names
    )


def _questions_of(history: Iterable[Revision]) -> set[str]:
    """The scaling questions ever answered at a review, also where the answer was taken away."""
    return _named_in(history, "question_id")


def _named_in(history: Iterable[Revision], field: str) -> set[str]:
    # As text: a file may hold anything there, also what cannot be in a set.
    return {str(revision.fields[field]) for revision in history if field in revision.fields}


def read_record(path: Path) -> PortableRecord:
    """A record from a file.

    Raises:
        UnreadableFile: not such a file, of a newer version, or not whole.
    """
    try:
        if path.stat().st_size > _BIGGEST_FILE:
            raise UnreadableFile(name=path.name, why="it is far too large for one record")
        raw = _parse(path.read_bytes())
    except OSError as fault:
        raise UnreadableFile(name=path.name, why=fault.strerror or "it cannot be opened") from fault
    except (ValueError, RecursionError) as fault:
        raise UnreadableFile(name=path.name, why="it is not JSON") from fault
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise UnreadableFile(name=path.name, why="it is not a review record of IRO Desktop")
    if type(raw.get("version")) is not int or not 1 <= raw["version"] <= VERSION:
        why = "it was written by another version of IRO Desktop"
        raise UnreadableFile(name=path.name, why=why)
    try:
        record = msgspec.convert(_as_of_today(raw), PortableRecord)
    except msgspec.ValidationError as fault:
        raise UnreadableFile(name=path.name, why=_place_of(fault)) from fault
    _check_that_it_hangs_together(record, path.name)
    return record


def _as_of_today(raw: dict[str, object]) -> dict[str, object]:
    """With nothing for what its version did not know; fields it lacked have defaults."""
    version = raw["version"]
    lacking: dict[str, object] = {}
    if isinstance(version, int):
        lacking = {name: [] for name in _lists_since(version)}
        if version < _FORMS_SINCE:
            lacking["council_form"] = ""
    return {**raw, **lacking}


def _parse(data: bytes) -> object:
    """JSON as the standard has it: no NaN, no number without end, no half of a character."""
    raw: object = json.loads(
        data, parse_int=_integer, parse_float=_number, parse_constant=_no_number
    )
    json.dumps(raw, ensure_ascii=False).encode()  # UnicodeEncodeError is a ValueError
    return raw


def _integer(digits: str) -> int:
    number = int(digits)
    if abs(number) > _BIGGEST_INTEGER:
        raise ValueError
    return number


def _number(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError
    return number


def _no_number(_name: str) -> float:
    raise ValueError


def _place_of(fault: msgspec.ValidationError) -> str:
    # msgspec's sentence may quote a value or a key; only the place, after " - at ", is ours.
    _, _, place = str(fault).rpartition(" - at ")
    if not place.startswith("`$"):
        return "it lacks something, or has something that no record has"
    return f"the value at {place.strip('`')} is not what it should be"


def _check_that_it_hangs_together(record: PortableRecord, name: str) -> None:
    child, review = record.child.id, record.review.id
    strangers = any(
        thing.child_id != child or thing.review_id != review
        for things in _of_the_review(record)
        for thing in things
    ) or any(
        thing.child_id != child
        for things in ([record.review], *_of_the_child(record))
        for thing in things
    )
    strangers = strangers or any(
        (revision.child, revision.review) != (child, review) for revision in record.history
    )
    if strangers:
        raise UnreadableFile(name=name, why="parts of it belong to another child or review")
    if any(revision.made_at.tzinfo is None for revision in record.history):
        raise UnreadableFile(name=name, why="its history has a time without a time zone")
    if not _questions_of(record.history) <= {question.id for question in record.scaling_questions}:
        raise UnreadableFile(name=name, why="it lacks a scaling question that was answered")
    versions = {each.entity for each in record.history if each.kind == _VERSIONS}
    if not _named_in(record.history, "version_id") <= versions:
        raise UnreadableFile(name=name, why="it lacks a document that was sent or answered")
    if any(version.is_signed and not version.is_whole for version in record.document_versions):
        raise UnreadableFile(name=name, why="a document in it is not what was signed")


class _OfChild(Protocol):
    @property
    def child_id(self) -> ChildId: ...


class _OfReview(_OfChild, Protocol):
    @property
    def id(self) -> str: ...
    @property
    def review_id(self) -> ReviewId: ...


def _of_the_child(record: PortableRecord) -> tuple[Sequence[_OfChild], ...]:
    """Each list of what a child has, whatever the review; they are put in where they lack."""
    return (
        record.scaling_questions,
        *(getattr(record, name) for name in _every(_OF_THE_CHILD)),
    )


def _of_the_review(record: PortableRecord) -> tuple[Sequence[_OfReview], ...]:
    """Each list of what hangs on the review."""
    return tuple(getattr(record, name) for name in _every(_OF_THE_REVIEW))


def _state(record: PortableRecord) -> tuple[Sequence[Named], ...]:
    return ([record.review], *_of_the_review(record))


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
        for name in _every(_OF_THE_CHILD):
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


class _Known(_OfChild, Protocol):
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
