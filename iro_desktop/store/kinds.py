"""The kinds of things a store keeps: which table, which dataclass, in which order.

Rows and things have the same fields, so a mapping is the list of a dataclass's fields.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

import msgspec
from sqlalchemy import Column, ColumnElement, Row, Table, func

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
from iro_desktop.domain.happenings import RecordedHappening
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
from iro_desktop.store import (
    document_tables,
    ledger_tables,
    meeting_tables,
    practice_tables,
    tables,
)
from iro_desktop.store.selections import Selections


class Thing(Protocol):
    """What every kind has."""

    @property
    def id(self) -> str:
        """Its name."""
        ...

    @property
    def child_id(self) -> ChildId:
        """The child it is about."""
        ...


E = TypeVar("E", bound=Thing)
_NUL = r"\u0000"  # as JSON has it


def _stripped(plain: object) -> object:
    if isinstance(plain, str):
        return plain.replace("\0", "")
    if isinstance(plain, list):
        return [_stripped(each) for each in plain]
    if isinstance(plain, dict):
        return {str(_stripped(name)): _stripped(value) for name, value in plain.items()}
    return plain


@dataclass(frozen=True)
class Kind(Generic[E]):
    """One kind of thing. `order` is how those of one child or review stand, before their serial.

    `is_typed` says that people type into it, so that a burst of changes is one revision.
    """

    name: str
    entity: type[E]
    table: Table
    order: tuple[ColumnElement[object], ...] = ()
    is_typed: bool = False

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The dataclass's own fields, which are columns too."""
        return tuple(field.name for field in fields(self.entity))  # type: ignore[arg-type]  # a Thing is a dataclass, which no Protocol can say

    @cached_property
    def names(self) -> frozenset[str]:
        """The same, as a set."""
        return frozenset(self.fields)

    @property
    def child_column(self) -> Column[str]:
        """Where the child's id stands; a child's own row is the child."""
        column: Column[str] = self.table.c.get("child_id", self.table.c.id)
        return column

    @cached_property
    def selections(self) -> Selections:
        """What is asked of its table."""
        return Selections(self.table, self.child_column, self.order)

    def row_of(self, thing: E) -> dict[str, object]:
        """The thing's own columns."""
        return {name: getattr(thing, name) for name in self.fields}

    def thing_of(self, row: Row[tuple[object, ...]]) -> E:
        """The thing in a row of its table."""
        columns = row._mapping  # noqa: SLF001  # SQLAlchemy's public name for a row by column
        return self.entity(**{name: columns[name] for name in self.fields})

    def encoded(self, thing: E) -> str:
        """The thing as JSON: two things are the same when this is. 1, 1.0 and True differ."""
        return msgspec.json.encode(thing).decode()

    def without_nul(self, thing: E) -> E:
        """The thing without U+0000 in its texts: a keyboard slip that no hub's database takes."""
        encoded = self.encoded(thing)
        if _NUL not in encoded:
            return thing
        return msgspec.convert(_stripped(msgspec.json.decode(encoded)), self.entity)

    def decoded(self, plain: Mapping[str, object]) -> E:
        """The thing that plain JSON values say.

        Raises:
            msgspec.ValidationError: they are not those of such a thing.
        """
        return msgspec.convert(plain, self.entity)

    def review_of(self, thing: E) -> ReviewId | None:
        """The review a thing hangs on; a review hangs on itself."""
        if isinstance(thing, Review):
            return thing.id
        review: ReviewId | None = getattr(thing, "review_id", None)
        return review


CHILD = Kind("child", Child, tables.child, is_typed=True)
IMPORTANT_PERSON = Kind("important_person", ImportantPerson, tables.important_person, is_typed=True)
EPISODE = Kind("episode", Episode, tables.episode, (tables.episode.c.started,))
REVIEW = Kind(
    "review",
    Review,
    tables.review,
    (func.coalesce(tables.review.c.held_on, tables.review.c.planned_for),),
)
PARTICIPANT = Kind(
    "participant", Participant, tables.participant, (tables.participant.c.position,), is_typed=True
)
ANSWER = Kind("answer", Answer, tables.answer, is_typed=True)
VIEW = Kind(
    "view", View, tables.view, (tables.view.c.position, tables.view.c.heard_on), is_typed=True
)
DECISION = Kind("decision", Decision, tables.decision, (tables.decision.c.position,), is_typed=True)
SCALING_QUESTION = Kind(
    "scaling_question",
    ScalingQuestion,
    tables.scaling_question,
    (tables.scaling_question.c.position,),
    is_typed=True,
)
SCALE_ANSWER = Kind(
    "scale_answer",
    ScaleAnswer,
    tables.scale_answer,
    (tables.scale_answer.c.position, tables.scale_answer.c.answered_on),
    is_typed=True,
)
ADDENDUM = Kind("addendum", Addendum, tables.addendum, (tables.addendum.c.added_on,))
WRITTEN_DOCUMENT = Kind(
    "written_document",
    WrittenDocument,
    tables.written_document,
    (tables.written_document.c.written_on,),
)

HAPPENING = Kind(
    "happening", RecordedHappening, tables.happening, (tables.happening.c.on,), is_typed=True
)
SITTING = Kind(
    "sitting",
    Sitting,
    tables.sitting,
    (tables.sitting.c.on, tables.sitting.c.position),
    is_typed=True,
)
PANEL_MEMBER = Kind(
    "panel_member",
    PanelMember,
    tables.panel_member,
    (tables.panel_member.c.position,),
    is_typed=True,
)
DOCUMENT_TEXT = Kind(
    "document_text",
    DocumentText,
    document_tables.document_text,
    is_typed=True,
)
READER_WISHES = Kind(
    "reader_wishes",
    ReaderWishes,
    document_tables.reader_wishes,
    is_typed=True,
)
PREFERRED_WORD = Kind(
    "preferred_word",
    PreferredWord,
    document_tables.preferred_word,
    is_typed=True,
)
WITHHELD_PASSAGE = Kind(
    "withheld_passage",
    WithheldPassage,
    document_tables.withheld_passage,
    is_typed=True,
)
CONFIDENTIAL_DETAIL = Kind(
    "confidential_detail",
    ConfidentialDetail,
    document_tables.confidential_detail,
    is_typed=True,
)
KEPT_PICTURE = Kind(
    "kept_picture",
    KeptPicture,
    document_tables.kept_picture,
    (document_tables.kept_picture.c.position,),
    is_typed=True,
)
DOCUMENT_VERSION = Kind(
    "document_version",
    DocumentVersion,
    document_tables.document_version,
    (
        document_tables.document_version.c.drafted_on,
        document_tables.document_version.c.number,
    ),
)
SENDING = Kind(
    "sending",
    Sending,
    document_tables.sending,
    (document_tables.sending.c.sent_on,),
)
READ_TOGETHER = Kind(
    "read_together",
    ReadTogether,
    document_tables.read_together,
    (document_tables.read_together.c.read_on,),
)
CHILDS_REPLY = Kind(
    "childs_reply",
    ChildsReply,
    document_tables.childs_reply,
    (document_tables.childs_reply.c.received_on,),
    is_typed=True,
)
MANAGERS_CONFIRMATION = Kind(
    "managers_confirmation",
    ManagersConfirmation,
    document_tables.managers_confirmation,
    (document_tables.managers_confirmation.c.on,),
)
TRANSLATED_TEXT = Kind(
    "translated_text",
    TranslatedText,
    document_tables.translated_text,
    (document_tables.translated_text.c.language,),
)
MAP_ITEM = Kind(
    "map_item",
    MapItem,
    practice_tables.map_item,
    (practice_tables.map_item.c.position,),
    is_typed=True,
)
WORRY_STATEMENT = Kind(
    "worry_statement",
    WorryStatement,
    practice_tables.worry_statement,
    (practice_tables.worry_statement.c.position,),
    is_typed=True,
)
MATRIX_CELL = Kind(
    "matrix_cell",
    MatrixCell,
    practice_tables.matrix_cell,
    (practice_tables.matrix_cell.c.position,),
    is_typed=True,
)
MILESTONE = Kind(
    "milestone",
    Milestone,
    practice_tables.milestone,
    (practice_tables.milestone.c.position,),
    is_typed=True,
)
ROOM = Kind(
    "room",
    Room,
    practice_tables.room,
    (practice_tables.room.c.position,),
    is_typed=True,
)
STORY_FRAME = Kind(
    "story_frame",
    StoryFrame,
    practice_tables.story_frame,
    (practice_tables.story_frame.c.position,),
    is_typed=True,
)
STORY_AGREEMENT = Kind(
    "story_agreement",
    StoryAgreement,
    practice_tables.story_agreement,
    (practice_tables.story_agreement.c.position,),
    is_typed=True,
)
NETWORK_PERSON = Kind(
    "network_person",
    NetworkPerson,
    practice_tables.network_person,
    (practice_tables.network_person.c.position,),
    is_typed=True,
)
SAFETY_RULE = Kind(
    "safety_rule",
    SafetyRule,
    practice_tables.safety_rule,
    (practice_tables.safety_rule.c.position,),
    is_typed=True,
)
PLAN_TEST = Kind(
    "plan_test",
    PlanTest,
    practice_tables.plan_test,
    (practice_tables.plan_test.c.position,),
    is_typed=True,
)
ASKED_QUESTION = Kind(
    "asked_question",
    AskedQuestion,
    practice_tables.asked_question,
    (practice_tables.asked_question.c.position,),
    is_typed=True,
)
TOOL_USE = Kind(
    "tool_use",
    ToolUse,
    practice_tables.tool_use,
    (practice_tables.tool_use.c.position,),
)
AGENDA_ITEM = Kind(
    "agenda_item",
    AgendaItem,
    meeting_tables.agenda_item,
    (meeting_tables.agenda_item.c.position,),
    is_typed=True,
)
MEETING_PART = Kind(
    "meeting_part",
    MeetingPart,
    meeting_tables.meeting_part,
    (meeting_tables.meeting_part.c.position,),
    is_typed=True,
)
AGREEMENT = Kind(
    "agreement",
    Agreement,
    meeting_tables.agreement,
    (meeting_tables.agreement.c.position,),
    is_typed=True,
)
SUPPORT_OFFER = Kind(
    "support_offer",
    SupportOffer,
    meeting_tables.support_offer,
    (meeting_tables.support_offer.c.position,),
    is_typed=True,
)
PERMANENCE_FINDING = Kind(
    "permanence_finding",
    PermanenceFinding,
    meeting_tables.permanence_finding,
    (meeting_tables.permanence_finding.c.position,),
    is_typed=True,
)
CONSULTATION_ANSWER = Kind(
    "consultation_answer",
    ConsultationAnswer,
    meeting_tables.consultation_answer,
    (meeting_tables.consultation_answer.c.position,),
    is_typed=True,
)
ACTIVITY = Kind(
    "activity",
    Activity,
    meeting_tables.activity,
    (meeting_tables.activity.c.on,),
    is_typed=True,
)
SDQ_SCORE = Kind(
    "sdq_score",
    SdqScore,
    meeting_tables.sdq_score,
    (meeting_tables.sdq_score.c.on,),
)

CLOSING_SEAL = Kind("closing_seal", ClosingSeal, ledger_tables.closing_seal)

# In an order in which each finds what it refers to already there.
KINDS: tuple[Kind[Any], ...] = (  # Any: each its own kind
    CHILD,
    IMPORTANT_PERSON,
    EPISODE,
    REVIEW,
    CLOSING_SEAL,
    SCALING_QUESTION,
    PARTICIPANT,
    ANSWER,
    VIEW,
    DECISION,
    SCALE_ANSWER,
    ADDENDUM,
    WRITTEN_DOCUMENT,
    HAPPENING,
    SITTING,
    PANEL_MEMBER,
    DOCUMENT_TEXT,
    READER_WISHES,
    PREFERRED_WORD,
    WITHHELD_PASSAGE,
    CONFIDENTIAL_DETAIL,
    KEPT_PICTURE,
    DOCUMENT_VERSION,
    SENDING,
    READ_TOGETHER,
    CHILDS_REPLY,
    MANAGERS_CONFIRMATION,
    TRANSLATED_TEXT,
    MAP_ITEM,
    WORRY_STATEMENT,
    MATRIX_CELL,
    MILESTONE,
    ROOM,
    STORY_FRAME,
    STORY_AGREEMENT,
    NETWORK_PERSON,
    SAFETY_RULE,
    PLAN_TEST,
    ASKED_QUESTION,
    TOOL_USE,
    AGENDA_ITEM,
    MEETING_PART,
    AGREEMENT,
    SUPPORT_OFFER,
    PERMANENCE_FINDING,
    CONSULTATION_ANSWER,
    ACTIVITY,
    SDQ_SCORE,
)
