"""What the hub holds, what goes to it in which bundles, and how a child's whole copy is wiped."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# The rules of before, which now also let go what belongs to a child whose copy is being wiped, and
# let what was handed out be put into a bundle.
_REPLACED = ("revision_stays", "signed_version_stays", "outbox_stays_frozen")

_FORGOTTEN = """
    (EXISTS (SELECT 1 FROM forgetting WHERE review_id = old.review_id)
      OR EXISTS (SELECT 1 FROM forgetting_child WHERE child_id = old.child_id))
"""
_FORGOTTEN_REVISION = """
    EXISTS (SELECT 1 FROM revision WHERE revision.id = old.revision_id
      AND (EXISTS (SELECT 1 FROM forgetting WHERE forgetting.review_id = revision.review_id)
      OR EXISTS (SELECT 1 FROM forgetting_child WHERE child_id = revision.child_id)))
"""
_TRIGGERS = (
    """
    CREATE TRIGGER revision_stays BEFORE DELETE ON revision
    WHEN NOT FORGOTTEN
    BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END
    """,
    """
    CREATE TRIGGER signed_version_stays BEFORE DELETE ON document_version
    WHEN old.signed_at IS NOT NULL AND NOT FORGOTTEN
    BEGIN SELECT RAISE(ABORT, 'a signed version is never removed'); END
    """,
    """
    CREATE TRIGGER outbox_stays_frozen BEFORE UPDATE ON outbox
    WHEN new.revision_id IS NOT old.revision_id OR new.queued_at IS NOT old.queued_at
      OR (old.frozen_at IS NOT NULL AND new.frozen_at IS NOT old.frozen_at)
      OR (new.bundle_id IS NOT NULL AND new.frozen_at IS NULL)
      OR (old.bundle_id IS NOT NULL AND new.bundle_id IS NOT old.bundle_id
        AND EXISTS (SELECT 1 FROM bundle WHERE bundle.id = old.bundle_id))
    BEGIN SELECT RAISE(ABORT, 'what was handed out stays frozen'); END
    """,
    """
    CREATE TRIGGER outbox_waits_for_an_answer BEFORE DELETE ON outbox
    WHEN NOT EXISTS (SELECT 1 FROM stamp WHERE stamp.revision_id = old.revision_id)
      AND NOT EXISTS (SELECT 1 FROM bundle
        WHERE bundle.id = old.bundle_id AND bundle.let_go_at IS NOT NULL)
      AND NOT FORGOTTEN_REVISION
    BEGIN SELECT RAISE(ABORT, 'what was not answered for stays in the outbox'); END
    """,
    """
    CREATE TRIGGER bundle_is_fixed BEFORE UPDATE ON bundle
    WHEN new.serial IS NOT old.serial OR new.id IS NOT old.id OR new.child_id IS NOT old.child_id
      OR new.frozen_at IS NOT old.frozen_at OR new.revisions IS NOT old.revisions
      OR (old.accepted_at IS NOT NULL AND new.accepted_at IS NOT old.accepted_at)
      OR (old.let_go_at IS NOT NULL AND new.let_go_at IS NOT old.let_go_at)
    BEGIN SELECT RAISE(ABORT, 'a bundle is never changed'); END
    """,
    """
    CREATE TRIGGER bundle_stays BEFORE DELETE ON bundle
    WHEN NOT EXISTS (SELECT 1 FROM forgetting_child WHERE child_id = old.child_id)
      AND NOT EXISTS (SELECT 1 FROM outbox
        JOIN revision ON revision.id = outbox.revision_id
        JOIN forgetting ON forgetting.review_id = revision.review_id
        WHERE outbox.bundle_id = old.id)
    BEGIN SELECT RAISE(ABORT, 'a bundle is never removed'); END
    """,
    """
    CREATE TRIGGER stamp_is_fixed BEFORE UPDATE ON stamp
    WHEN old.seq IS NOT NULL OR new.revision_id IS NOT old.revision_id
      OR new.child_id IS NOT old.child_id
    BEGIN SELECT RAISE(ABORT, 'a stamp is never changed'); END
    """,
    """
    CREATE TRIGGER stamp_stays BEFORE DELETE ON stamp
    WHEN NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.revision_id = old.revision_id)
      AND NOT FORGOTTEN_REVISION
    BEGIN SELECT RAISE(ABORT, 'a stamp stays until its revision is queued again'); END
    """,
    """
    CREATE TRIGGER seal_is_fixed BEFORE UPDATE ON seal
    BEGIN SELECT RAISE(ABORT, 'a sealed form is never changed'); END
    """,
    """
    CREATE TRIGGER unopened_is_fixed BEFORE UPDATE ON unopened
    BEGIN SELECT RAISE(ABORT, 'what came unopened is never changed'); END
    """,
    """
    CREATE TRIGGER unopened_stays BEFORE DELETE ON unopened
    WHEN NOT EXISTS (SELECT 1 FROM revision WHERE revision.id = old.id) AND NOT FORGOTTEN
    BEGIN SELECT RAISE(ABORT, 'what came unopened stays until it is opened'); END
    """,
)  # fmt: skip


def upgrade() -> None:
    """Add the tables and triggers. No table is rebuilt."""
    op.add_column("outbox", sa.Column("bundle_id", sa.Text()))
    op.create_index("ix_outbox_bundle_id", "outbox", ["bundle_id"])
    _create_closing_seal()
    _create_what_goes()
    _create_what_came()
    _create_seals()
    _create_what_was_wiped()
    for name in _REPLACED:
        op.execute(f"DROP TRIGGER {name}")
    for trigger in _TRIGGERS:
        whole = trigger.replace("FORGOTTEN_REVISION", _FORGOTTEN_REVISION)
        op.execute(whole.replace("FORGOTTEN", _FORGOTTEN))


def _create_closing_seal() -> None:
    op.create_table(
        "closing_seal",
        sa.Column("serial", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("child_id", sa.Text(), sa.ForeignKey("child.id"), nullable=False, index=True),
        sa.Column("review_id", sa.Text(), sa.ForeignKey("review.id"), nullable=False, index=True),
        _text("heads"),
        _text("head"),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
    )


def _create_what_goes() -> None:
    op.create_table(
        "bundle",
        sa.Column("serial", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        _child(),
        _text("frozen_at"),
        _text("revisions"),
        sa.Column("tried_at", sa.Text()),
        sa.Column("refused_why", sa.Text()),
        sa.Column("accepted_at", sa.Text()),
        sa.Column("let_go_at", sa.Text()),
    )
    op.create_table(
        "stamp",
        sa.Column("revision_id", sa.Text(), sa.ForeignKey("revision.id"), primary_key=True),
        _child(),
        sa.Column("seq", sa.Integer()),
        sa.Column("by", sa.Text()),
        sa.Column("by_name", sa.Text()),
        sa.Column("received_at", sa.Text()),
        sa.Column("carried", sa.Boolean()),
    )


def _create_what_came() -> None:
    op.create_table(
        "cursor",
        sa.Column("child_id", sa.Text(), primary_key=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        _text("chain"),
    )
    op.create_table(
        "conflict",
        sa.Column("serial", sa.Integer(), primary_key=True),
        sa.Column("entity", sa.Text(), nullable=False, unique=True),
        _child(),
    )
    op.create_table(
        "unopened",
        sa.Column("serial", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        _child(),
        sa.Column("review_id", sa.Text()),
        sa.Column("seq", sa.Integer(), nullable=False),
        _text("by"),
        _text("by_name"),
        _text("received_at"),
        sa.Column("carried", sa.Boolean(), nullable=False),
        _text("wire"),
    )
    op.create_table("without_row", sa.Column("entity", sa.Text(), primary_key=True), _child())
    op.create_table(
        "kept_file",
        sa.Column("child_id", sa.Text(), primary_key=True),
        sa.Column("sha256", sa.Text(), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )


def _create_seals() -> None:
    op.create_table(
        "seal",
        sa.Column("revision_id", sa.Text(), primary_key=True),
        _child(),
        _text("sealed"),
    )
    op.create_table(
        "seal_granted",
        sa.Column("revision_id", sa.Text(), primary_key=True),
        sa.Column("device", sa.Text(), primary_key=True),
    )


def _create_what_was_wiped() -> None:
    op.create_table("purged", sa.Column("review_id", sa.Text(), primary_key=True), _child())
    op.create_table("forgetting_child", sa.Column("child_id", sa.Text(), primary_key=True))


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _child() -> sa.Column[str]:
    return sa.Column("child_id", sa.Text(), nullable=False, index=True)
