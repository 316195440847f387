"""The first schema: things as they stand, how they came to be so, and what waits for the hub."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.sql.schema import SchemaItem

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Nothing in `revision` is ever changed or removed, with two exceptions that are written down in
# docs/decisions/0004: what was typed may change until its revision is first handed out, and a
# review is forgotten whole, history and all, while its name stands in `forgetting`.
_TRIGGERS = (
    """
    CREATE TRIGGER revision_stays BEFORE DELETE ON revision
    WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE review_id = old.review_id)
    BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END
    """,
    """
    CREATE TRIGGER revision_is_fixed BEFORE UPDATE ON revision
    WHEN new.serial IS NOT old.serial OR new.id IS NOT old.id
      OR new.child_id IS NOT old.child_id OR new.review_id IS NOT old.review_id
      OR new.entity IS NOT old.entity OR new.kind IS NOT old.kind
      OR new.parents IS NOT old.parents OR new.author IS NOT old.author
      OR new.device IS NOT old.device OR new.withdrawn IS NOT old.withdrawn
      OR NOT EXISTS (SELECT 1 FROM outbox WHERE revision_id = old.id AND frozen_at IS NULL)
    BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END
    """,
    """
    CREATE TRIGGER outbox_stays_frozen BEFORE UPDATE ON outbox
    WHEN new.revision_id IS NOT old.revision_id OR old.frozen_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'what was handed out stays frozen'); END
    """,
)


def upgrade() -> None:
    """Make every table and trigger."""
    _create_about_children()
    _create_about_reviews()
    _create_history()
    for trigger in _TRIGGERS:
        op.execute(trigger)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _child() -> sa.Column[str]:
    return sa.Column("child_id", sa.Text(), sa.ForeignKey("child.id"), nullable=False, index=True)


def _review() -> sa.Column[str]:
    return sa.Column("review_id", sa.Text(), sa.ForeignKey("review.id"), nullable=False, index=True)


def _things(name: str, *columns: SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("serial", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        *columns,
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
    )


def _create_about_children() -> None:
    _things(
        "child",
        _text("number"),
        sa.Column("date_of_birth", sa.Date(), nullable=False),
        _text("sex"),
        _text("known_as"),
        _text("family_name"),
        _text("pronouns"),
        _text("ethnicity"),
        _text("languages"),
        _text("communication_needs"),
        _text("sibling_group"),
        _text("upn"),
        _text("iro_name"),
        sa.Column("iro_allocated_on", sa.Date()),
        _text("social_worker"),
        _text("team"),
        sa.Column("unaccompanied", sa.Boolean(), nullable=False),
        sa.Column("asylum_seeking_until", sa.Date()),
        _text("permanence_plan"),
        sa.Column("permanently_matched_on", sa.Date()),
        sa.Column("sdq_score", sa.Integer()),
        _text("sdq_reason"),
        sa.Column("health_assessment_up_to_date", sa.Boolean()),
        sa.Column("dental_check_up_to_date", sa.Boolean()),
        sa.Column("immunisations_up_to_date", sa.Boolean()),
        sa.Column("last_health_assessment", sa.Date()),
        sa.Column("last_dental_check", sa.Date()),
        sa.Column("last_social_work_visit", sa.Date()),
        sa.Column("last_iro_contact", sa.Date()),
        sa.Column("made_up", sa.Boolean(), nullable=False),
    )
    _things(
        "important_person",
        _child(),
        _text("name"),
        _text("relationship"),
        _text("organisation"),
        _text("languages"),
        sa.Column("may_be_invited", sa.Boolean(), nullable=False),
        _text("notes"),
    )
    _things(
        "episode",
        _child(),
        sa.Column("started", sa.Date(), nullable=False),
        _text("reason_started"),
        _text("legal_status"),
        _text("category_of_need"),
        _text("placement"),
        _text("provider"),
        sa.Column("ended", sa.Date()),
        _text("reason_ended"),
        _text("reason_for_move"),
        _text("home_postcode"),
        _text("placement_postcode"),
        _text("urn"),
    )
    _things(
        "scaling_question",
        _child(),
        _text("text"),
        _text("meaning_of_0"),
        _text("meaning_of_10"),
        sa.Column("asked_first_in", sa.Text()),
        sa.Column("position", sa.Integer(), nullable=False),
    )


def _create_about_reviews() -> None:
    _things(
        "review",
        _child(),
        _text("kind"),
        _text("status"),
        _text("origin"),
        sa.Column("planned_for", sa.Date()),
        _text("planned_at"),
        sa.Column("held_on", sa.Date()),
        _text("form"),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("participation", sa.Text()),
        sa.Column("participation_confirmed", sa.Boolean(), nullable=False),
        _text("participation_reason"),
        sa.Column("output", sa.Text()),
        _text("output_reason"),
        sa.Column("closed_on", sa.Date()),
        _text("closed_by"),
    )
    _things(
        "participant",
        _child(),
        _review(),
        _text("name"),
        _text("role"),
        _text("relationship"),
        sa.Column("invited", sa.Boolean(), nullable=False),
        _text("not_invited_because"),
        _text("consulted"),
        _text("consulted_how"),
        _text("attendance"),
        _text("voice"),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    _things(
        "answer",
        _child(),
        _review(),
        _text("question"),
        _text("item"),
        _text("value"),
    )
    _things(
        "view",
        _child(),
        _review(),
        _text("words"),
        _text("about"),
        _text("heard_by"),
        sa.Column("heard_on", sa.Date()),
        _text("how"),
        _text("sharing"),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    _things(
        "decision",
        _child(),
        _review(),
        _text("what"),
        _text("owner"),
        sa.Column("due_on", sa.Date()),
        _text("by_when"),
        _text("words_for_child"),
        sa.Column("position", sa.Integer(), nullable=False),
        _text("kept"),
        _text("kept_note"),
        sa.Column("kept_looked_at_in", sa.Text()),
    )
    _things(
        "scale_answer",
        _child(),
        _review(),
        sa.Column(
            "question_id",
            sa.Text(),
            sa.ForeignKey("scaling_question.id"),
            nullable=False,
            index=True,
        ),
        _text("person"),
        _text("role"),
        _text("state"),
        sa.Column("value", sa.Text()),
        _text("why_not_lower"),
        _text("what_would_make_it_higher"),
        _text("medium"),
        sa.Column("answered_on", sa.Date()),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    _things(
        "addendum",
        _child(),
        _review(),
        _text("text"),
        sa.Column("added_on", sa.Date(), nullable=False),
        _text("added_by"),
    )
    _things(
        "written_document",
        _child(),
        _review(),
        _text("kind"),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("sent_on", sa.Date()),
        _text("sent_to"),
    )


def _create_history() -> None:
    op.create_table(
        "revision",
        sa.Column("serial", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("child_id", sa.Text(), nullable=False, index=True),
        sa.Column("review_id", sa.Text(), index=True),
        sa.Column("entity", sa.Text(), nullable=False, index=True),
        _text("kind"),
        _text("parents"),
        _text("author"),
        _text("device"),
        _text("made_at"),
        _text("fields"),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "outbox",
        sa.Column("revision_id", sa.Text(), sa.ForeignKey("revision.id"), primary_key=True),
        _text("queued_at"),
        sa.Column("frozen_at", sa.Text()),
    )
    op.create_table("forgetting", sa.Column("review_id", sa.Text(), primary_key=True))
    op.create_table("setting", sa.Column("name", sa.Text(), primary_key=True), _text("value"))
