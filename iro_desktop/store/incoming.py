"""What comes from the hub: taken in without being queued, or kept as it came until it is opened."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import Cursor, Stamp
from iro_desktop.services.team_hub.travelling import sent
from iro_desktop.store.ledger_part import among
from iro_desktop.store.ledger_tables import cursor, purged, unopened
from iro_desktop.store.ledger_tables import stamp as stamps
from iro_desktop.store.outgoing import Outgoing, Row
from iro_desktop.store.restanding import is_readable, let_stand_as_synced
from iro_desktop.store.revision_rows import row_of
from iro_desktop.store.tables import outbox, revision
from iro_desktop.wire.revisions import WireRevision

_Received = tuple[Revision, Stamp]
_T = TypeVar("_T", Revision, WireRevision)


class Incoming(Outgoing):
    """The part of the ledger that takes in what the hub has."""

    def cursor(self, child: ChildId) -> Cursor:
        """Where this laptop stands with a child; nought at first."""
        wanted = select(cursor).where(cursor.c.child_id == child)
        row = self._connection.execute(wanted).first()
        return Cursor() if row is None else Cursor(row.seq, row.chain)

    def cursors(self) -> Mapping[ChildId, Cursor]:
        """All of them."""
        rows = self._connection.execute(select(cursor))
        return {row.child_id: Cursor(row.seq, row.chain) for row in rows}

    def advance(self, child: ChildId, to: Cursor) -> None:
        """Note how far the child's record was taken in."""
        moved = {"seq": to.seq, "chain": to.chain}
        self._connection.execute(
            insert_or(cursor)
            .values(child_id=child, **moved)
            .on_conflict_do_update(index_elements=["child_id"], set_=moved)
        )

    def take_in(self, received: Sequence[_Received]) -> Sequence[str]:
        """Add revisions from the hub, oldest first, and make their things stand as they say.

        See the port. Raises nothing for what a revision says.
        """
        given = {each.id: (each, stamp) for each, stamp in self._not_purged(received)}
        held = self._held(given)
        unknown = {name: pair for name, pair in given.items() if name not in held}
        about = self._about(each.entity for each, _ in unknown.values())
        new: list[Revision] = []
        odd: list[tuple[WireRevision, Stamp]] = []
        for each, stamp in unknown.values():
            # Its name may be that of another thing: then it is none of that thing's revisions.
            is_own = about.setdefault(each.entity, _about(each)) == _about(each)
            if is_own and is_readable(each):
                new.append(each)
            else:
                odd.append((sent(each), stamp))
        if new:
            self._connection.execute(insert(revision), [row_of(each) for each in new])
        self.keep_sealed(odd)
        kept = held | {each.id for each in new}
        self.write_stamps([_stamp_row(*pair) for name, pair in given.items() if name in kept])
        if new:
            let_stand_as_synced(self._connection, new, self._device)
            self.opened(each.id for each in new)
        return list(dict.fromkeys(each.entity for each in new))

    def add_merge(self, merge: Revision, *, is_automatic: bool) -> None:
        """Keep a revision with its own parents, queue it, and let the thing stand as it says."""
        if self._held([merge.id]):
            if is_automatic:
                return
            message = "a revision of that name is kept already"
            raise ValueError(message)
        self._connection.execute(insert(revision), row_of(merge))
        self._queue([merge.id])
        let_stand_as_synced(self._connection, [merge], self._device)

    def acknowledged(self, child: ChildId) -> frozenset[str]:
        """Ids of the child's revisions that the hub was last known to hold."""
        wanted = select(stamps.c.revision_id).where(
            stamps.c.child_id == child,
            stamps.c.revision_id.not_in(select(outbox.c.revision_id)),
        )
        return frozenset(self._connection.execute(wanted).scalars())

    def stamps(self, revisions: Iterable[str]) -> Mapping[str, Stamp]:
        """What the hub said of each, for those it has."""
        wanted = select(stamps).where(
            among(stamps.c.revision_id, revisions), stamps.c.seq.is_not(None)
        )
        return {
            row.revision_id: Stamp(row.seq, row.by, row.by_name, row.received_at, row.carried)
            for row in self._connection.execute(wanted)
        }

    def keep_sealed(self, received: Sequence[tuple[WireRevision, Stamp]]) -> None:
        """Keep revisions that this device cannot open, as they came."""
        rows = [
            {
                "id": each.id,
                "child_id": each.child,
                "review_id": each.review,
                "seq": stamp.seq,
                "by": stamp.by,
                "by_name": stamp.by_name,
                "received_at": stamp.received_at,
                "carried": stamp.carried,
                "wire": msgspec.json.encode(each).decode(),
            }
            for each, stamp in self._not_purged(received)
        ]
        if rows:
            self._connection.execute(insert_or(unopened).on_conflict_do_nothing(), rows)

    def kept_sealed(self) -> Sequence[tuple[WireRevision, Stamp]]:
        """Those kept so, oldest first."""
        return [
            (
                msgspec.json.decode(row.wire, type=WireRevision),
                Stamp(row.seq, row.by, row.by_name, row.received_at, row.carried),
            )
            for row in self._connection.execute(select(unopened).order_by(unopened.c.serial))
        ]

    def opened(self, revisions: Iterable[str]) -> None:
        """These could be opened after all and were taken in: no longer kept sealed."""
        self._connection.execute(delete(unopened).where(among(unopened.c.id, revisions)))

    def _held(self, names: Iterable[str]) -> set[str]:
        wanted = select(revision.c.id).where(among(revision.c.id, names))
        return set(self._connection.execute(wanted).scalars())

    def _about(self, entities: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Child and kind of those of these things that are held."""
        wanted = (
            select(revision.c.entity, revision.c.child_id, revision.c.kind)
            .where(among(revision.c.entity, entities))
            .distinct()
        )
        return {row.entity: (row.child_id, row.kind) for row in self._connection.execute(wanted)}

    def _not_purged(self, received: Sequence[tuple[_T, Stamp]]) -> list[tuple[_T, Stamp]]:
        """Without those of reviews that this laptop is not to hold."""
        gone = set(self._connection.execute(select(purged.c.review_id)).scalars())
        return [pair for pair in received if pair[0].review not in gone]


def _stamp_row(each: Revision, stamp: Stamp) -> Row:
    return {
        "revision_id": each.id,
        "child_id": each.child,
        "seq": stamp.seq,
        "by": stamp.by,
        "by_name": stamp.by_name,
        "received_at": stamp.received_at,
        "carried": stamp.carried,
    }


def _about(each: Revision) -> tuple[str, str]:
    return (each.child, each.kind)
