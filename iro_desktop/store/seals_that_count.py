"""Which of the revisions of a closing seal counts.

A review is closed once, and what was closed must be the same on every laptop. So the first that the
hub took counts, and nothing that comes later moves it, whatever that says of its day, its author
and what it came from. One that seals a review which was not closed counts for nothing.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from iro_desktop.services.history_port import Revision
from iro_desktop.store.kinds import CLOSING_SEAL, REVIEW
from iro_desktop.store.ledger_part import among
from iro_desktop.store.ledger_tables import stamp
from iro_desktop.store.revision_rows import revision_of
from iro_desktop.store.tables import revision

_UNSENT = 2**63  # after all that the hub has


def seal_that_counts(connection: Connection, given: Sequence[Revision]) -> Revision:
    """The one of these revisions of a seal that counts; the first of all where none does."""
    wanted = select(stamp.c.revision_id, stamp.c.seq).where(
        among(stamp.c.revision_id, [each.id for each in given]), stamp.c.seq.is_not(None)
    )
    numbers = {row.revision_id: row.seq for row in connection.execute(wanted)}
    in_order = sorted(given, key=lambda each: numbers.get(each.id, _UNSENT))
    return next((each for each in in_order if _seals_a_closing(connection, each)), in_order[0])


def _seals_a_closing(connection: Connection, seal: Revision) -> bool:
    head = CLOSING_SEAL.decoded(seal.fields).heads.get(seal.review or "")
    wanted = select(revision).where(
        revision.c.id == head,
        revision.c.entity == seal.review,
        revision.c.kind == REVIEW.name,
    )
    row = connection.execute(wanted).first()
    if row is None or seal.withdrawn:
        return False
    return REVIEW.decoded(revision_of(row).fields).is_fixed
