"""Reviews of several sittings, adjourned or cancelled; secure panels; recorded happenings."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.sql.schema import SchemaItem

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Revisions of before lack the new fields. Read back, these stand at the defaults of the things
# themselves, which are the same as those given to the rows here.


def upgrade() -> None:
    """Add the columns and tables. No table is rebuilt."""
    op.add_column("child", sa.Column("parent_id", sa.Text()))
    for column in _columns_of_review():
        op.add_column("review", column)
    _things(
        "happening",
        _child(),
        _text("happening"),
        sa.Column("on", sa.Date(), nullable=False),
        _text("note"),
        _text("recorded_by"),
    )
    _things(
        "sitting",
        _child(),
        _review(),
        sa.Column("on", sa.Date(), nullable=False),
        _text("with_whom"),
        _text("note"),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    _things(
        "panel_member",
        _child(),
        _review(),
        _text("name"),
        sa.Column("is_chair", sa.Boolean(), nullable=False),
        sa.Column("is_member_or_officer", sa.Boolean(), nullable=False),
        sa.Column("works_for_the_home", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
    )


def _columns_of_review() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("starts_at", sa.Time()),
        sa.Column("lasts_minutes", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("conduct", sa.Text(), nullable=False, server_default="meeting"),
        sa.Column("began_on", sa.Date()),
        sa.Column("completed_on", sa.Date()),
        sa.Column("counted_because", sa.Text(), nullable=False, server_default=""),
        sa.Column("late_reason", sa.Text()),
        sa.Column("late_note", sa.Text(), nullable=False, server_default=""),
        sa.Column("cancelled_because", sa.Text(), nullable=False, server_default=""),
        sa.Column("adjourned_on", sa.Date()),
        sa.Column("adjourned_because", sa.Text(), nullable=False, server_default=""),
        sa.Column("resumed_on", sa.Date()),
    )


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
