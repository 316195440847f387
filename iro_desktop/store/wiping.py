"""Take a review or a child off this laptop, rows, history and all. The hub's copy is not touched.

The names of what goes stand in `forgetting` or `forgetting_child` meanwhile: the triggers let
revisions go by no other way.
"""

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.services.faults import NoSuchThing, StillUnsent
from iro_desktop.store.kinds import KINDS, REVIEW
from iro_desktop.store.ledger_tables import (
    bundle,
    conflict,
    cursor,
    forgetting_child,
    kept_file,
    purged,
    seal,
    seal_granted,
    stamp,
    unopened,
    without_row,
)
from iro_desktop.store.tables import child as child_table
from iro_desktop.store.tables import forgetting, outbox, revision

# What is kept by child, in an order in which nothing refers to what is gone.
_OF_A_CHILD = (bundle, cursor, conflict, unopened, without_row, purged, kept_file, seal)


def forget_review(connection: Connection, review: ReviewId, *, is_unsent_too: bool) -> None:
    """Remove a review with all that hangs on it. What the hub holds of it is not taken in again.

    Raises:
        NoSuchThing: there is no such review.
        StillUnsent: something of it waits.
    """
    run = connection.execute
    row = run(select(REVIEW.table.c.child_id).where(REVIEW.table.c.id == review)).first()
    if row is None:
        raise NoSuchThing(kind=REVIEW.name, name=review)
    its_own = revision.c.review_id == review
    if not is_unsent_too:
        _require_sent(connection, its_own)
    names = select(revision.c.id).where(its_own)
    if run(select(stamp.c.revision_id).where(stamp.c.revision_id.in_(names)).limit(1)).first():
        noted = insert_or(purged).values(review_id=review, child_id=row.child_id)
        run(noted.on_conflict_do_nothing())
    run(insert(forgetting).values(review_id=review))
    for kind in reversed(KINDS):
        if "review_id" in kind.table.c:
            run(delete(kind.table).where(kind.table.c.review_id == review))
    run(delete(REVIEW.table).where(REVIEW.table.c.id == review))
    _unpack_bundles(connection, its_own)
    entities = select(revision.c.entity).where(its_own)
    for table in (conflict, without_row):
        run(delete(table).where(table.c.entity.in_(entities)))
    run(delete(unopened).where(unopened.c.review_id == review))
    _forget_revisions(connection, its_own)
    run(delete(forgetting))


def forget_child(connection: Connection, child: ChildId) -> None:
    """Remove a child's copy: things, history, files, and how far it was taken in.

    Raises:
        StillUnsent: something of it waits.
    """
    run = connection.execute
    its_own = revision.c.child_id == child
    _require_sent(connection, its_own)
    run(insert(forgetting_child).values(child_id=child))
    for kind in reversed(KINDS):
        run(delete(kind.table).where(kind.child_column == child))
    run(delete(child_table).where(child_table.c.id == child))
    _forget_revisions(connection, its_own)
    for table in _OF_A_CHILD:
        run(delete(table).where(table.c.child_id == child))
    run(delete(forgetting_child))


def _require_sent(connection: Connection, its_own: ColumnElement[bool]) -> None:
    waiting = revision.join(outbox, outbox.c.revision_id == revision.c.id)
    count = connection.execute(select(func.count()).select_from(waiting).where(its_own)).scalar()
    if count:
        raise StillUnsent(count=str(count))


def _unpack_bundles(connection: Connection, its_own: ColumnElement[bool]) -> None:
    """Bundles that hold some of what goes are no more; the rest of each goes in new ones."""
    names = select(revision.c.id).where(its_own)
    broken = list(
        connection.execute(
            select(outbox.c.bundle_id)
            .where(outbox.c.revision_id.in_(names), outbox.c.bundle_id.is_not(None))
            .distinct()
        ).scalars()
    )
    connection.execute(delete(bundle).where(bundle.c.id.in_(broken)))
    left = update(outbox).where(outbox.c.bundle_id.in_(broken))
    connection.execute(left.values(bundle_id=None))


def _forget_revisions(connection: Connection, its_own: ColumnElement[bool]) -> None:
    names = select(revision.c.id).where(its_own)
    tables: tuple[Table, ...] = (outbox, stamp, seal, seal_granted)
    for table in tables:
        connection.execute(delete(table).where(table.c.revision_id.in_(names)))
    connection.execute(delete(revision).where(its_own))
