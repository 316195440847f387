"""What is written for people: texts, what is withheld, versions, their sending, translations."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.sql.schema import SchemaItem

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# A signed version never changes and never goes, but with the whole of its review.
_TRIGGERS = (
    """
    CREATE TRIGGER signed_version_is_fixed BEFORE UPDATE ON document_version
    WHEN old.signed_at IS NOT NULL
      AND (new.id IS NOT old.id OR new.child_id IS NOT old.child_id
      OR new.review_id IS NOT old.review_id OR new.kind IS NOT old.kind
      OR new.number IS NOT old.number OR new.reader IS NOT old.reader
      OR new.reader_name IS NOT old.reader_name OR new.language IS NOT old.language
      OR new.style IS NOT old.style OR new.length IS NOT old.length
      OR new.content IS NOT old.content OR new.drafted_on IS NOT old.drafted_on
      OR new.checked_on IS NOT old.checked_on OR new.checked_by IS NOT old.checked_by
      OR new.signed_at IS NOT old.signed_at OR new.signed_by IS NOT old.signed_by
      OR new.digest IS NOT old.digest OR new.corrects IS NOT old.corrects
      OR new.what_changed IS NOT old.what_changed OR new.withdrawn IS NOT old.withdrawn)
    BEGIN SELECT RAISE(ABORT, 'a signed version is never changed'); END
    """,
    """
    CREATE TRIGGER signed_version_stays BEFORE DELETE ON document_version
    WHEN old.signed_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM forgetting WHERE review_id = old.review_id)
    BEGIN SELECT RAISE(ABORT, 'a signed version is never removed'); END
    """,
)


def upgrade() -> None:
    """Add the tables and triggers. Nothing that stands is touched."""
    _create_what_is_written()
    _create_how_it_is_read()
    _create_versions()
    _create_what_became_of_them()
    for trigger in _TRIGGERS:
        op.execute(trigger)


def _create_what_is_written() -> None:
    _things("document_text", _child(), _review(), _text("kind"), _text("part"), _text("words"))
    _things(
        "withheld_passage",
        _child(),
        _review(),
        _text("thing"),
        _text("field"),
        _text("words"),
        _text("because"),
        _text("kept_from"),
        _text("why"),
        _text("decided_by"),
        sa.Column("decided_on", sa.Date()),
    )
    _things(
        "confidential_detail",
        _child(),
        _text("words"),
        _text("kept_from"),
        _text("why"),
        sa.Column("until", sa.Date()),
        _text("recorded_by"),
        sa.Column("recorded_on", sa.Date()),
    )
    _things(
        "kept_picture",
        _child(),
        _review(),
        _text("image"),
        _text("description"),
        _text("sharing"),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    _things(
        "translated_text",
        _child(),
        _review(),
        _text("language"),
        _text("source"),
        _text("target"),
        _text("translator"),
        sa.Column("translated_on", sa.Date(), nullable=False),
    )


def _create_how_it_is_read() -> None:
    _things(
        "reader_wishes",
        _child(),
        _text("reader"),
        _text("language"),
        _text("style"),
        _text("length"),
    )
    _things("preferred_word", _child(), _text("instead_of"), _text("word"))


def _create_versions() -> None:
    _things(
        "document_version",
        _child(),
        _review(),
        _text("kind"),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("reader"),
        _text("reader_name"),
        _text("language"),
        _text("style"),
        _text("length"),
        _text("content"),
        sa.Column("drafted_on", sa.Date(), nullable=False),
        sa.Column("checked_on", sa.Date()),
        _text("checked_by"),
        sa.Column("signed_at", sa.Text()),
        _text("signed_by"),
        _text("digest"),
        sa.Column("corrects", sa.Text()),
        _text("what_changed"),
    )


def _create_what_became_of_them() -> None:
    _things(
        "sending",
        _child(),
        _review(),
        _version(),
        _text("to"),
        _text("reader"),
        _text("way"),
        _text("file_format"),
        sa.Column("sent_on", sa.Date(), nullable=False),
        _text("sent_by"),
    )
    _things(
        "read_together",
        _child(),
        _review(),
        _version(),
        sa.Column("read_on", sa.Date(), nullable=False),
        _text("read_by"),
        _text("note"),
    )
    _things(
        "childs_reply",
        _child(),
        _review(),
        _version(),
        _text("words"),
        _text("how"),
        sa.Column("received_on", sa.Date(), nullable=False),
    )
    _things(
        "managers_confirmation",
        _child(),
        _review(),
        sa.Column("on", sa.Date(), nullable=False),
        _text("by"),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        _text("remarks"),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _child() -> sa.Column[str]:
    return sa.Column("child_id", sa.Text(), sa.ForeignKey("child.id"), nullable=False, index=True)


def _review() -> sa.Column[str]:
    return sa.Column("review_id", sa.Text(), sa.ForeignKey("review.id"), nullable=False, index=True)


def _version() -> sa.Column[str]:
    return sa.Column(
        "version_id", sa.Text(), sa.ForeignKey("document_version.id"), nullable=False, index=True
    )


def _things(name: str, *columns: SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("serial", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        *columns,
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
    )
