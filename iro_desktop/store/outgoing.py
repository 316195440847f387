"""What goes to the hub: frozen into bundles, tried, answered for. Only answers empty the outbox."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import LargeBinary, cast, delete, func, insert, literal, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from iro_desktop.domain.identifiers import ChildId, new_id
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import FrozenBundle, RefusedBundle
from iro_desktop.store.column_types import Moment
from iro_desktop.store.ledger_part import LedgerPart, among, as_list, from_list
from iro_desktop.store.ledger_tables import bundle as bundles
from iro_desktop.store.ledger_tables import stamp as stamps
from iro_desktop.store.revision_rows import revision_of
from iro_desktop.store.tables import outbox, revision
from iro_desktop.wire.revisions import BUNDLE_BYTES, REVISIONS_IN_A_BUNDLE

# What a revision needs beside its fields, and room for their growing by a third when sealed.
_ENVELOPE_BYTES = 1024
_FIELDS_BYTES = BUNDLE_BYTES // 2
_TOLD = ("seq", "by", "by_name", "received_at", "carried")
Row = dict[str, object]


@dataclass(slots=True)
class _Filling:
    """A bundle that is being filled."""

    serial: int
    child: str
    items: list[str] = field(default_factory=list)
    size: int = 0

    def is_full_for(self, size: int) -> bool:
        is_many = len(self.items) >= REVISIONS_IN_A_BUNDLE
        return is_many or (bool(self.items) and self.size + size > _FIELDS_BYTES)


class Outgoing(LedgerPart):
    """The part of the ledger that empties the outbox."""

    def freeze(self) -> int:
        """Put all that waits, and is in no bundle yet, into bundles. Says how many bundles."""
        filled = list(self._filled())
        if not filled:
            return 0
        now = self._clock.now()
        rows = [
            {
                "id": new_id(),
                "child_id": each.child,
                "frozen_at": now,
                "revisions": as_list(each.items),
            }
            for each in sorted(filled, key=lambda each: each.serial)
        ]
        self._connection.execute(insert(bundles), rows)
        frozen_at = func.coalesce(outbox.c.frozen_at, literal(now, Moment()))
        for row in rows:
            self._connection.execute(
                update(outbox)
                .where(among(outbox.c.revision_id, from_list(str(row["revisions"]))))
                .values(bundle_id=row["id"], frozen_at=frozen_at)
            )
        return len(rows)

    def waiting(self, most: int) -> Sequence[FrozenBundle]:
        """Bundles that the hub has not answered for, oldest first, at most so many."""
        wanted = (
            select(bundles.c.id, bundles.c.child_id, bundles.c.revisions)
            .where(
                bundles.c.accepted_at.is_(None),
                bundles.c.refused_why.is_(None),
                bundles.c.let_go_at.is_(None),
            )
            .order_by(bundles.c.serial)
            .limit(most)
        )
        rows = self._connection.execute(wanted).all()
        items = {row.id: from_list(row.revisions) for row in rows}
        held = self._revisions(name for names in items.values() for name in names)
        return [
            FrozenBundle(row.id, row.child_id, tuple(held[name] for name in items[row.id]))
            for row in rows
        ]

    def sent(self, tried: Iterable[str]) -> None:
        """Note that these were tried: their records show "sent" until the answer comes."""
        noted = update(bundles).where(among(bundles.c.id, tried))
        self._connection.execute(noted.values(tried_at=self._clock.now()))

    def accepted(self, bundle: str) -> None:
        """The hub holds it: its revisions leave the outbox."""
        rows: list[Row] = [
            {"revision_id": name, "child_id": child} for child, name in self._answered_for(bundle)
        ]
        if rows:
            self._connection.execute(insert_or(stamps).on_conflict_do_nothing(), rows)
            self.leave(rows)

    def stamp(
        self,
        bundle: str,
        first_seq: int,
        by: str,
        by_name: str,
        received_at: dt.datetime,
        *,
        is_carried: bool = False,
    ) -> None:
        """The hub holds it, with numbers from `first_seq` on: as `accepted`, and each stamped."""
        rows: list[Row] = [
            {
                "revision_id": name,
                "child_id": child,
                "seq": first_seq + place,
                "by": by,
                "by_name": by_name,
                "received_at": received_at,
                "carried": is_carried,
            }
            for place, (child, name) in enumerate(self._answered_for(bundle))
        ]
        self.write_stamps(rows)

    def refused(self, bundle: str, why: str) -> None:
        """The hub refused it: it waits for a person and is not tried again by itself."""
        self._note(bundle, refused_why=why)

    def refusals(self) -> Sequence[RefusedBundle]:
        """What was refused, oldest first."""
        wanted = (
            select(bundles)
            .where(
                bundles.c.refused_why.is_not(None),
                bundles.c.accepted_at.is_(None),
                bundles.c.let_go_at.is_(None),
            )
            .order_by(bundles.c.serial)
        )
        return [
            RefusedBundle(row.id, row.child_id, row.refused_why, len(from_list(row.revisions)))
            for row in self._connection.execute(wanted)
        ]

    def try_again(self, bundle: str) -> None:
        """Put a refused bundle back among those that wait."""
        self._require(bundle)
        self._note(bundle, refused_why=None, tried_at=None)

    def let_go(self, bundle: str) -> None:
        """A person decided that a refused bundle is not sent. It stays in the history here."""
        self._require(bundle)
        self._note(bundle, let_go_at=self._clock.now())
        self._connection.execute(delete(outbox).where(outbox.c.bundle_id == bundle))

    def queue_again(self, child: ChildId, revisions: Iterable[str]) -> int:
        """The hub no longer holds these: put them in the outbox again. Says how many."""
        wanted = select(revision.c.id).where(
            revision.c.child_id == child,
            among(revision.c.id, revisions),
            revision.c.id.not_in(select(outbox.c.revision_id)),
        )
        names = list(self._connection.execute(wanted.order_by(revision.c.serial)).scalars())
        if names:
            self._queue(names)
            self._connection.execute(delete(stamps).where(among(stamps.c.revision_id, names)))
        return len(names)

    def unsent_of(self, child: ChildId) -> int:
        """How many of a child's revisions wait, refused ones included."""
        wanted = (
            select(func.count())
            .select_from(revision.join(outbox, outbox.c.revision_id == revision.c.id))
            .where(revision.c.child_id == child)
        )
        return self._connection.execute(wanted).scalar_one()

    def write_stamps(self, rows: Sequence[Row]) -> None:
        """Keep what the hub says of revisions; what it says of leaves the outbox."""
        if not rows:
            return
        self._withdraw_other_stamps(rows)
        stamping = insert_or(stamps)
        told = {name: stamping.excluded[name] for name in _TOLD}
        self._connection.execute(
            stamping.on_conflict_do_update(
                index_elements=["revision_id"], set_=told, where=stamps.c.seq.is_(None)
            ),
            list(rows),
        )
        self.leave(rows)

    def leave(self, rows: Sequence[Row]) -> None:
        """Out of the outbox, which their stamps allow."""
        names = [str(row["revision_id"]) for row in rows]
        self._connection.execute(delete(outbox).where(among(outbox.c.revision_id, names)))

    def _withdraw_other_stamps(self, rows: Sequence[Row]) -> None:
        """A hub that was restored counts anew: what it counted before goes by way of the outbox."""
        numbers = {str(row["revision_id"]): row["seq"] for row in rows}
        wanted = select(stamps.c.revision_id, stamps.c.seq).where(
            among(stamps.c.revision_id, numbers), stamps.c.seq.is_not(None)
        )
        others = [
            row.revision_id
            for row in self._connection.execute(wanted)
            if row.seq != numbers[row.revision_id]
        ]
        if others:
            self._queue(others)
            self._connection.execute(delete(stamps).where(among(stamps.c.revision_id, others)))

    def _queue(self, names: Iterable[str]) -> None:
        now = self._clock.now()
        rows = [{"revision_id": name, "queued_at": now, "frozen_at": now} for name in names]
        self._connection.execute(insert_or(outbox).on_conflict_do_nothing(), rows)

    def _answered_for(self, name: str) -> list[tuple[str, str]]:
        """Child and name of each revision of a bundle that is accepted herewith.

        None of a bundle, or revision, that was forgotten while it was on its way.
        """
        accepted_at = func.coalesce(bundles.c.accepted_at, literal(self._clock.now(), Moment()))
        self._note(name, accepted_at=accepted_at)
        found = self._connection.execute(select(bundles).where(bundles.c.id == name)).first()
        if found is None:
            return []
        items = from_list(found.revisions)
        held = self._connection.execute(select(revision.c.id).where(among(revision.c.id, items)))
        if set(held.scalars()) < set(items):
            return []
        return [(found.child_id, item) for item in items]

    def _note(self, name: str, **values: object) -> None:
        self._connection.execute(update(bundles).where(bundles.c.id == name).values(**values))

    def _require(self, name: str) -> None:
        wanted = select(bundles.c.id).where(bundles.c.id == name)
        if self._connection.execute(wanted).first() is None:
            raise NoSuchThing(kind="bundle", name=name)

    def _revisions(self, names: Iterable[str]) -> dict[str, Revision]:
        wanted = select(revision).where(among(revision.c.id, names))
        return {row.id: revision_of(row) for row in self._connection.execute(wanted)}

    def _filled(self) -> Iterator[_Filling]:
        """What waits, by child, author and device, in pieces that the wire takes."""
        size = func.length(cast(revision.c.fields, LargeBinary))
        wanted = (
            select(
                revision.c.serial,
                revision.c.id,
                revision.c.child_id,
                revision.c.author,
                revision.c.device,
                size.label("size"),
            )
            .join(outbox, outbox.c.revision_id == revision.c.id)
            .where(outbox.c.bundle_id.is_(None))
            .order_by(revision.c.serial)
        )
        filling: dict[tuple[str, str, str], _Filling] = {}
        for row in self._connection.execute(wanted):
            key = (row.child_id, row.author, row.device)
            size_ = row.size + _ENVELOPE_BYTES
            one = filling.get(key)
            if one is None or one.is_full_for(size_):
                if one is not None:
                    yield one
                one = filling[key] = _Filling(row.serial, row.child_id)
            one.items.append(row.id)
            one.size += size_
        yield from filling.values()
