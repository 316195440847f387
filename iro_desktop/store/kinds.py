"""The kinds of things a store keeps: which table, which dataclass, in which order.

Rows and things have the same fields, so a mapping is the list of a dataclass's fields.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

import msgspec
from sqlalchemy import Column, ColumnElement, Row, Table, func

from iro_desktop.domain.answers import Answer
from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.happenings import RecordedHappening
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.participation import Participant
from iro_desktop.domain.review import Addendum, Review
from iro_desktop.domain.scaling import ScaleAnswer, ScalingQuestion
from iro_desktop.domain.sittings import Sitting
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.store import tables


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

    @property
    def child_column(self) -> Column[str]:
        """Where the child's id stands; a child's own row is the child."""
        column: Column[str] = self.table.c.get("child_id", self.table.c.id)
        return column

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

# In an order in which each finds what it refers to already there.
KINDS: tuple[Kind[Any], ...] = (  # Any: each its own kind
    CHILD,
    IMPORTANT_PERSON,
    EPISODE,
    REVIEW,
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
)
