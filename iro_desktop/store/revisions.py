"""Write revisions and queue them for the hub, in the transaction that changes the thing.

See docs/decisions/0004-revisions-and-outbox.md.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic

from sqlalchemy import Connection, bindparam, insert, select, update

from iro_desktop.domain.identifiers import ChildId, ReviewId, new_id
from iro_desktop.services.ports import Clock, Settings, Sight
from iro_desktop.store.kinds import E, Kind
from iro_desktop.store.settings import HUB_AUTHOR, HUB_PERSON, IRO_NAME, WRITTEN_BESIDE
from iro_desktop.store.tables import outbox, revision
from iro_desktop.store.unseen import seen_heads

BURST = dt.timedelta(seconds=60)
CHUNK = 500  # names in one statement; SQLite takes 32,766


def in_chunks(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """The names, few enough at a time for one statement."""
    for start in range(0, len(names), CHUNK):
        yield names[start : start + CHUNK]


@dataclass(frozen=True, slots=True)
class Change(Generic[E]):
    """A thing as it is to stand. `head` is the revision it stood at, None for a new one."""

    thing: E
    head: str | None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, and where. Without an author it is the person whose store this is.

    `sight` is what was seen of the others' words by then; None of all of them.
    """

    clock: Clock
    author: str
    device: str
    sight: Sight | None = None


class RevisionWriter:
    """Writes revisions in one transaction."""

    def __init__(self, connection: Connection, settings: Settings, writer: Writer) -> None:
        self._connection = connection
        self._settings = settings
        self._writer = writer

    def write(self, kind: Kind[E], changes: Sequence[Change[E]]) -> list[str]:
        """Keep each change as a revision. Returns the new heads, in the order of the changes.

        A change to what was typed a moment ago becomes part of the revision before it. One made
        without having seen what came in meanwhile goes on from what was seen, beside that.
        """
        now = self._writer.clock.now()
        changes = self._as_seen(changes)
        author = self._author()
        burst = self._of_this_burst(kind, changes, author, now)
        heads, amended, fresh = [], [], []
        for change in changes:
            about = (change.head, change.thing.child_id, kind.review_of(change.thing))
            if not change.withdrawn and about in burst:
                head = str(change.head)
                fields = kind.encoded(change.thing)
                amended.append({"amended": head, "fields": fields, "made_at": now})
            else:
                head = new_id()
                fresh.append(self._row(kind, change, head, author, now))
            heads.append(head)
        self._amend(amended)
        self._add(fresh, now)
        return heads

    def _as_seen(self, changes: Sequence[Change[E]]) -> Sequence[Change[E]]:
        sight = self._writer.sight
        if sight is None or not self._settings.get(HUB_PERSON):
            return changes
        seen: dict[str, str | None] = {}
        for some in in_chunks([change.head for change in changes if change.head]):
            seen |= seen_heads(self._connection, some, sight.upto, self._writer.device)
        if not seen:
            return changes
        self._settings.set(WRITTEN_BESIDE, "1")
        return [
            replace(change, head=seen[change.head])
            if change.head and change.head in seen
            else change
            for change in changes
        ]

    def _author(self) -> str:
        """By the name under which the hub knows its person, once there is a hub."""
        settings = self._settings
        return self._writer.author or settings.get(HUB_AUTHOR) or settings.get(IRO_NAME)

    def _of_this_burst(
        self, kind: Kind[E], changes: Sequence[Change[E]], author: str, now: dt.datetime
    ) -> set[tuple[str | None, ChildId, ReviewId | None]]:
        """Heads that may still be amended, each with the child and review it is about."""
        heads = [change.head for change in changes if change.head and not change.withdrawn]
        if not kind.is_typed:
            return set()
        found: set[tuple[str | None, ChildId, ReviewId | None]] = set()
        for some in in_chunks(heads):
            wanted = (
                select(revision.c.id, revision.c.child_id, revision.c.review_id)
                .join(outbox)
                .where(
                    revision.c.id.in_(some),
                    outbox.c.frozen_at.is_(None),
                    revision.c.author == author,
                    revision.c.device == self._writer.device,
                    revision.c.made_at > now - BURST,
                    revision.c.made_at <= now,
                    revision.c.withdrawn.is_(False),
                )
            )
            found.update(
                (row.id, row.child_id, row.review_id) for row in self._connection.execute(wanted)
            )
        return found

    def _row(
        self, kind: Kind[E], change: Change[E], name: str, author: str, now: dt.datetime
    ) -> dict[str, object]:
        return {
            "id": name,
            "child_id": change.thing.child_id,
            "review_id": kind.review_of(change.thing),
            "entity": change.thing.id,
            "kind": kind.name,
            "parents": (change.head,) if change.head else (),
            "author": author,
            "device": self._writer.device,
            "made_at": now,
            "fields": kind.encoded(change.thing),
            "withdrawn": change.withdrawn,
        }

    def _amend(self, rows: list[dict[str, object]]) -> None:
        if rows:
            self._connection.execute(
                update(revision).where(revision.c.id == bindparam("amended")), rows
            )

    def _add(self, rows: list[dict[str, object]], now: dt.datetime) -> None:
        if rows:
            queued = [{"revision_id": row["id"], "queued_at": now} for row in rows]
            self._connection.execute(insert(revision), rows)
            self._connection.execute(insert(outbox), queued)
