"""The store's tables: one for each kind of thing, and revisions, outbox, settings.

A thing's table holds it as it stands now; its revisions say how it came to be so. `serial` keeps
the order in which things came. `head` is the newest revision. Pointers from one review's things to
another review are plain text: a review may be forgotten on this laptop and taken in again.
Triggers, which SQLAlchemy does not describe, are in migrations/versions/0001_first.py.
"""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, Table, Text, Time

from iro_desktop.domain.child import Sex, Subject
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
from iro_desktop.store.columns import (
    about_child,
    about_review,
    flag,
    metadata,
    number,
    several,
    things,
    words,
)

child = things(
    "child",
    words("number"),
    Column("date_of_birth", Date, nullable=False),
    Column("sex", OneOf(Sex), nullable=False),
    words("known_as"),
    words("family_name"),
    words("pronouns"),
    words("ethnicity"),
    several("languages"),
    words("communication_needs"),
    words("sibling_group"),
    words("upn"),
    words("iro_name"),
    Column("iro_allocated_on", Date),
    words("social_worker"),
    words("team"),
    flag("unaccompanied"),
    Column("asylum_seeking_until", Date),
    words("permanence_plan"),
    Column("permanently_matched_on", Date),
    Column("sdq_score", Integer),
    words("sdq_reason"),
    Column("health_assessment_up_to_date", Boolean),
    Column("dental_check_up_to_date", Boolean),
    Column("immunisations_up_to_date", Boolean),
    Column("last_health_assessment", Date),
    Column("last_dental_check", Date),
    Column("last_social_work_visit", Date),
    Column("last_iro_contact", Date),
    flag("made_up"),
    Column("parent_id", Text),  # plain text: the parent may be on another laptop
    Column("subject", OneOf(Subject), nullable=False),
)

important_person = things(
    "important_person",
    about_child(),
    words("name"),
    words("relationship"),
    words("organisation"),
    several("languages"),
    flag("may_be_invited"),
    words("notes"),
)

episode = things(
    "episode",
    about_child(),
    Column("started", Date, nullable=False),
    words("reason_started"),
    words("legal_status"),
    words("category_of_need"),
    words("placement"),
    words("provider"),
    Column("ended", Date),
    words("reason_ended"),
    words("reason_for_move"),
    words("home_postcode"),
    words("placement_postcode"),
    words("urn"),
)

review = things(
    "review",
    about_child(),
    Column("kind", OneOf(ReviewKind), nullable=False),
    Column("status", OneOf(ReviewStatus), nullable=False),
    Column("origin", OneOf(Origin), nullable=False),
    Column("planned_for", Date),
    words("planned_at"),
    Column("held_on", Date),
    words("form"),
    number("form_version"),
    Column("participation", OneOf(ParticipationCode)),
    flag("participation_confirmed"),
    words("participation_reason"),
    Column("output", OneOf(Output)),
    words("output_reason"),
    Column("closed_on", Date),
    words("closed_by"),
    Column("starts_at", Time),
    number("lasts_minutes"),
    Column("conduct", OneOf(Conduct), nullable=False),
    Column("began_on", Date),
    Column("completed_on", Date),
    words("counted_because"),
    Column("late_reason", OneOf(LateReason)),
    words("late_note"),
    words("cancelled_because"),
    Column("adjourned_on", Date),
    words("adjourned_because"),
    Column("resumed_on", Date),
    words("meeting"),
    flag("pep_too"),
    words("outcome"),
    Column("next_on", Date),
    Column("next_at", Time),
    words("next_place"),
)

participant = things(
    "participant",
    about_child(),
    about_review(),
    words("name"),
    Column("role", OneOf(Role), nullable=False),
    words("relationship"),
    flag("invited"),
    words("not_invited_because"),
    Column("consulted", OneOf(Asked), nullable=False),
    words("consulted_how"),
    Column("attendance", OneOf(Attendance), nullable=False),
    Column("voice", OneOf(Voice), nullable=False),
    number("position"),
    words("asked_away"),
)

answer = things(
    "answer",
    about_child(),
    about_review(),
    words("question"),
    words("item"),
    Column("value", AsJson, nullable=False),
)

view = things(
    "view",
    about_child(),
    about_review(),
    words("words"),
    words("about"),
    words("heard_by"),
    Column("heard_on", Date),
    Column("how", OneOf(HeardHow), nullable=False),
    Column("sharing", OneOf(Sharing), nullable=False),
    number("position"),
)

decision = things(
    "decision",
    about_child(),
    about_review(),
    words("what"),
    words("owner"),
    Column("due_on", Date),
    words("by_when"),
    words("words_for_child"),
    number("position"),
    Column("kept", OneOf(Kept), nullable=False),
    words("kept_note"),
    words("kept_words"),
    Column("kept_looked_at_in", Text),
)

scaling_question = things(
    "scaling_question",
    about_child(),
    words("text"),
    words("meaning_of_0"),
    words("meaning_of_10"),
    Column("asked_first_in", Text),
    number("position"),
)

scale_answer = things(
    "scale_answer",
    about_child(),
    about_review(),
    Column("question_id", Text, ForeignKey("scaling_question.id"), nullable=False, index=True),
    words("person"),
    Column("role", OneOf(Role), nullable=False),
    Column("state", OneOf(ScaleAnswerState), nullable=False),
    Column("value", ExactDecimal),
    words("why_not_lower"),
    words("what_would_make_it_higher"),
    Column("medium", OneOf(Medium), nullable=False),
    Column("answered_on", Date),
    number("position"),
)

addendum = things(
    "addendum",
    about_child(),
    about_review(),
    words("text"),
    Column("added_on", Date, nullable=False),
    words("added_by"),
)

written_document = things(
    "written_document",
    about_child(),
    about_review(),
    Column("kind", OneOf(DocumentKind), nullable=False),
    Column("written_on", Date, nullable=False),
    Column("sent_on", Date),
    words("sent_to"),
)

happening = things(
    "happening",
    about_child(),
    Column("happening", OneOf(Happening), nullable=False),
    Column("on", Date, nullable=False),
    words("note"),
    words("recorded_by"),
)

sitting = things(
    "sitting",
    about_child(),
    about_review(),
    Column("on", Date, nullable=False),
    words("with_whom"),
    words("note"),
    number("position"),
)

panel_member = things(
    "panel_member",
    about_child(),
    about_review(),
    words("name"),
    flag("is_chair"),
    flag("is_member_or_officer"),
    flag("works_for_the_home"),
    number("position"),
)

revision = Table(
    "revision",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("child_id", Text, nullable=False, index=True),
    Column("review_id", Text, index=True),
    Column("entity", Text, nullable=False, index=True),
    words("kind"),
    several("parents"),
    words("author"),
    words("device"),
    Column("made_at", Moment, nullable=False),
    words("fields"),
    flag("withdrawn"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("revision_id", Text, ForeignKey("revision.id"), primary_key=True),
    Column("queued_at", Moment, nullable=False),
    Column("frozen_at", Moment),
    Column("bundle_id", Text, index=True),
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
    words("value"),
)
