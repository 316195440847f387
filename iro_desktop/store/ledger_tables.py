"""Tables of what went to the hub and what came from it, beside the outbox (docs/decisions/0004).

Triggers, which SQLAlchemy does not describe, are in migrations/versions/0005_ledger.py.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, Table, Text

from iro_desktop.store.column_types import Moment, NamedWords
from iro_desktop.store.columns import about_child, about_review, metadata, number, things, words

closing_seal = things(
    "closing_seal",
    about_child(),
    about_review(),
    Column("heads", NamedWords, nullable=False),
)

# `revisions` is a JSON list of the names of its revisions, in their order: fixed with the bundle.
bundle = Table(
    "bundle",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("child_id", Text, nullable=False, index=True),
    Column("frozen_at", Moment, nullable=False),
    words("revisions"),
    Column("tried_at", Moment),
    Column("refused_why", Text),
    Column("accepted_at", Moment),
    Column("let_go_at", Moment),
)

# One for each revision that the hub holds. Without a number: the hub said that it holds it, and
# not yet as the how manieth.
stamp = Table(
    "stamp",
    metadata,
    Column("revision_id", Text, ForeignKey("revision.id"), primary_key=True),
    Column("child_id", Text, nullable=False, index=True),
    Column("seq", Integer),
    Column("by", Text),
    Column("by_name", Text),
    Column("received_at", Moment),
    Column("carried", Boolean),
)

cursor = Table(
    "cursor",
    metadata,
    Column("child_id", Text, primary_key=True),
    number("seq"),
    words("chain"),
)

conflict = Table(
    "conflict",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("entity", Text, nullable=False, unique=True),
    Column("child_id", Text, nullable=False, index=True),
)

# As it came from the hub: sealed for other devices, or of a kind that a newer program writes.
unopened = Table(
    "unopened",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("child_id", Text, nullable=False, index=True),
    Column("review_id", Text),
    number("seq"),
    words("by"),
    words("by_name"),
    Column("received_at", Moment, nullable=False),
    Column("carried", Boolean, nullable=False),
    words("wire"),
)

# Things whose revisions came before what their rows refer to: they get their rows with that.
without_row = Table(
    "without_row",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("child_id", Text, nullable=False, index=True),
)

purged = Table(
    "purged",
    metadata,
    Column("review_id", Text, primary_key=True),
    Column("child_id", Text, nullable=False, index=True),
)

kept_file = Table(
    "kept_file",
    metadata,
    Column("child_id", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# The sealed form of revisions, made once: sealing is random, and what is sent again is the same.
seal = Table(
    "seal",
    metadata,
    Column("revision_id", Text, primary_key=True),
    Column("child_id", Text, nullable=False, index=True),
    words("sealed"),
)

seal_granted = Table(
    "seal_granted",
    metadata,
    Column("revision_id", Text, primary_key=True),
    Column("device", Text, primary_key=True),
)

forgetting_child = Table(
    "forgetting_child",
    metadata,
    Column("child_id", Text, primary_key=True),
)
