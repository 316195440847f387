"""The store's tables: one for each kind of thing, and revisions, outbox, settings.

A thing's table holds it as it stands now; its revisions say how it came to be so. `serial` keeps
the order in which things came. `head` is the newest revision. Pointers from one review's things to
another review are plain text: a review may be forgotten on this laptop and taken in again.
Triggers, which SQLAlchemy does not describe, are in migrations/versions/0001_first.py.
"""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, Table, Text, Time
from sqlalchemy.sql.schema import SchemaItem

from iro_desktop.domain.child import Sex
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.participation import Asked, Attendance, ParticipationCode, Role, Voice
from iro_desktop.domain.review import (
    Conduct,
    LateReason,
    Origin,
    Output,
    ReviewKind,
    ReviewStatus,
)
from iro_desktop.domain.scaling import Medium, ScaleAnswerState
from iro_desktop.domain.wishes_and_feelings import HeardHow, Sharing
from iro_desktop.store.column_types import AsJson, ExactDecimal, Moment, OneOf
from iro_desktop.store.naming import named_metadata

metadata = named_metadata()


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _several(name: str) -> Column[object]:
    return Column(name, AsJson, nullable=False)


def _child() -> Column[str]:
    return Column("child_id", Text, ForeignKey("child.id"), nullable=False, index=True)


def _review() -> Column[str]:
    return Column("review_id", Text, ForeignKey("review.id"), nullable=False, index=True)


def _things(name: str, *columns: SchemaItem) -> Table:
    return Table(
        name,
        metadata,
        Column("serial", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        *columns,
        Column("head", Text, nullable=False),
        Column("withdrawn", Boolean, nullable=False),
    )


child = _things(
    "child",
    _words("number"),
    Column("date_of_birth", Date, nullable=False),
    Column("sex", OneOf(Sex), nullable=False),
    _words("known_as"),
    _words("family_name"),
    _words("pronouns"),
    _words("ethnicity"),
    _several("languages"),
    _words("communication_needs"),
    _words("sibling_group"),
    _words("upn"),
    _words("iro_name"),
    Column("iro_allocated_on", Date),
    _words("social_worker"),
    _words("team"),
    _flag("unaccompanied"),
    Column("asylum_seeking_until", Date),
    _words("permanence_plan"),
    Column("permanently_matched_on", Date),
    Column("sdq_score", Integer),
    _words("sdq_reason"),
    Column("health_assessment_up_to_date", Boolean),
    Column("dental_check_up_to_date", Boolean),
    Column("immunisations_up_to_date", Boolean),
    Column("last_health_assessment", Date),
    Column("last_dental_check", Date),
    Column("last_social_work_visit", Date),
    Column("last_iro_contact", Date),
    _flag("made_up"),
    Column("parent_id", Text),  # plain text: the parent may be on another laptop
)

important_person = _things(
    "important_person",
    _child(),
    _words("name"),
    _words("relationship"),
    _words("organisation"),
    _several("languages"),
    _flag("may_be_invited"),
    _words("notes"),
)

episode = _things(
    "episode",
    _child(),
    Column("started", Date, nullable=False),
    _words("reason_started"),
    _words("legal_status"),
    _words("category_of_need"),
    _words("placement"),
    _words("provider"),
    Column("ended", Date),
    _words("reason_ended"),
    _words("reason_for_move"),
    _words("home_postcode"),
    _words("placement_postcode"),
    _words("urn"),
)

review = _things(
    "review",
    _child(),
    Column("kind", OneOf(ReviewKind), nullable=False),
    Column("status", OneOf(ReviewStatus), nullable=False),
    Column("origin", OneOf(Origin), nullable=False),
    Column("planned_for", Date),
    _words("planned_at"),
    Column("held_on", Date),
    _words("form"),
    _number("form_version"),
    Column("participation", OneOf(ParticipationCode)),
    _flag("participation_confirmed"),
    _words("participation_reason"),
    Column("output", OneOf(Output)),
    _words("output_reason"),
    Column("closed_on", Date),
    _words("closed_by"),
    Column("starts_at", Time),
    _number("lasts_minutes"),
    Column("conduct", OneOf(Conduct), nullable=False),
    Column("began_on", Date),
    Column("completed_on", Date),
    _words("counted_because"),
    Column("late_reason", OneOf(LateReason)),
    _words("late_note"),
    _words("cancelled_because"),
    Column("adjourned_on", Date),
    _words("adjourned_because"),
    Column("resumed_on", Date),
)

participant = _things(
    "participant",
    _child(),
    _review(),
    _words("name"),
    Column("role", OneOf(Role), nullable=False),
    _words("relationship"),
    _flag("invited"),
    _words("not_invited_because"),
    Column("consulted", OneOf(Asked), nullable=False),
    _words("consulted_how"),
    Column("attendance", OneOf(Attendance), nullable=False),
    Column("voice", OneOf(Voice), nullable=False),
    _number("position"),
)

answer = _things(
    "answer",
    _child(),
    _review(),
    _words("question"),
    _words("item"),
    Column("value", AsJson, nullable=False),
)

view = _things(
    "view",
    _child(),
    _review(),
    _words("words"),
    _words("about"),
    _words("heard_by"),
    Column("heard_on", Date),
    Column("how", OneOf(HeardHow), nullable=False),
    Column("sharing", OneOf(Sharing), nullable=False),
    _number("position"),
)

decision = _things(
    "decision",
    _child(),
    _review(),
    _words("what"),
    _words("owner"),
    Column("due_on", Date),
    _words("by_when"),
    _words("words_for_child"),
    _number("position"),
    Column("kept", OneOf(Kept), nullable=False),
    _words("kept_note"),
    Column("kept_looked_at_in", Text),
)

scaling_question = _things(
    "scaling_question",
    _child(),
    _words("text"),
    _words("meaning_of_0"),
    _words("meaning_of_10"),
    Column("asked_first_in", Text),
    _number("position"),
)

scale_answer = _things(
    "scale_answer",
    _child(),
    _review(),
    Column("question_id", Text, ForeignKey("scaling_question.id"), nullable=False, index=True),
    _words("person"),
    Column("role", OneOf(Role), nullable=False),
    Column("state", OneOf(ScaleAnswerState), nullable=False),
    Column("value", ExactDecimal),
    _words("why_not_lower"),
    _words("what_would_make_it_higher"),
    Column("medium", OneOf(Medium), nullable=False),
    Column("answered_on", Date),
    _number("position"),
)

addendum = _things(
    "addendum",
    _child(),
    _review(),
    _words("text"),
    Column("added_on", Date, nullable=False),
    _words("added_by"),
)

written_document = _things(
    "written_document",
    _child(),
    _review(),
    Column("kind", OneOf(DocumentKind), nullable=False),
    Column("written_on", Date, nullable=False),
    Column("sent_on", Date),
    _words("sent_to"),
)

happening = _things(
    "happening",
    _child(),
    Column("happening", OneOf(Happening), nullable=False),
    Column("on", Date, nullable=False),
    _words("note"),
    _words("recorded_by"),
)

sitting = _things(
    "sitting",
    _child(),
    _review(),
    Column("on", Date, nullable=False),
    _words("with_whom"),
    _words("note"),
    _number("position"),
)

panel_member = _things(
    "panel_member",
    _child(),
    _review(),
    _words("name"),
    _flag("is_chair"),
    _flag("is_member_or_officer"),
    _flag("works_for_the_home"),
    _number("position"),
)

revision = Table(
    "revision",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("child_id", Text, nullable=False, index=True),
    Column("review_id", Text, index=True),
    Column("entity", Text, nullable=False, index=True),
    _words("kind"),
    _several("parents"),
    _words("author"),
    _words("device"),
    Column("made_at", Moment, nullable=False),
    _words("fields"),
    _flag("withdrawn"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("revision_id", Text, ForeignKey("revision.id"), primary_key=True),
    Column("queued_at", Moment, nullable=False),
    Column("frozen_at", Moment),
)

forgetting = Table(
    "forgetting",
    metadata,
    Column("review_id", Text, primary_key=True),
)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    _words("value"),
)
