"""Write revisions and queue them for the hub, in the transaction that changes the thing.

See docs/decisions/0004-revisions-and-outbox.md.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic

import msgspec
from sqlalchemy import Connection, Row, bindparam, insert, select, update

from iro_desktop.domain.identifiers import new_id
from iro_desktop.services.other_versions import gone_on_from
from iro_desktop.services.owner import author
from iro_desktop.services.ports import Clock, Settings, Sight
from iro_desktop.services.setting_names import HUB_PERSON, WRITTEN_BESIDE
from iro_desktop.store.kinds import E, Kind
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


_Before = Row[Any]  # Any: a revision's columns, each of its own type
_BEFORE = (
    select(
        revision.c.id,
        revision.c.child_id,
        revision.c.review_id,
        revision.c.author,
        revision.c.device,
        revision.c.made_at,
        revision.c.withdrawn,
        revision.c.fields,
        (outbox.c.revision_id.is_not(None) & outbox.c.frozen_at.is_(None)).label("may_change"),
    )
    .outerjoin_from(revision, outbox)
    .where(revision.c.id.in_(bindparam("heads", expanding=True)))
)
_NAMED = msgspec.json.Decoder(dict[str, msgspec.Raw])


def _fields(kind: Kind[E], thing: E, held: _Before | None) -> str:
    """The thing as JSON, with what only another version of the program knows of it."""
    if held is None or _NAMED.decode(held.fields).keys() == kind.names:
        return kind.encoded(thing)
    return msgspec.json.encode(gone_on_from(msgspec.json.decode(held.fields), thing)).decode()


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
        before = self._before(changes)
        heads, amended, fresh = [], [], []
        for change in changes:
            held = before.get(change.head or "")
            if held is not None and self._goes_on(kind, change, held, author, now):
                head = str(change.head)
                fields = _fields(kind, change.thing, held)
                amended.append({"amended": head, "fields": fields, "made_at": now})
            else:
                head = new_id()
                fresh.append(self._row(kind, change, held, head, author, now))
            heads.append(head)
        self._amend(amended)
        self._add(fresh, now)
        return heads

    def has_seen(self, head: str) -> bool:
        """Whether who writes has seen anything of the thing that stands at that revision."""
        return self._seen_instead([head]).get(head, head) is not None

    def _as_seen(self, changes: Sequence[Change[E]]) -> Sequence[Change[E]]:
        seen = self._seen_instead([change.head for change in changes if change.head])
        if not seen:
            return changes
        self._settings.set(WRITTEN_BESIDE, "1")
        return [
            replace(change, head=seen[change.head])
            if change.head and change.head in seen
            else change
            for change in changes
        ]

    def _seen_instead(self, heads: Sequence[str]) -> dict[str, str | None]:
        """For each head that was not seen: what was seen of its thing instead, None if nothing."""
        sight = self._writer.sight
        seen: dict[str, str | None] = {}
        if sight is not None and self._settings.get(HUB_PERSON):
            for some in in_chunks(heads):
                seen |= seen_heads(self._connection, some, sight, self._writer.device)
        return seen

    def _author(self) -> str:
        return self._writer.author or author(self._settings)

    def _before(self, changes: Sequence[Change[E]]) -> dict[str, _Before]:
        """The revisions that the changes go on from, by their names."""
        heads = [change.head for change in changes if change.head]
        found: dict[str, _Before] = {}
        for some in in_chunks(heads):
            rows = self._connection.execute(_BEFORE, {"heads": some})
            found.update((row.id, row) for row in rows)
        return found

    def _goes_on(
        self, kind: Kind[E], change: Change[E], held: _Before, author: str, now: dt.datetime
    ) -> bool:
        """Whether a change is part of the burst of typing that is the revision before it."""
        return (
            kind.is_typed
            and not change.withdrawn
            and not held.withdrawn
            and bool(held.may_change)
            and (held.author, held.device) == (author, self._writer.device)
            and now - BURST < held.made_at <= now
            and (held.child_id, held.review_id)
            == (change.thing.child_id, kind.review_of(change.thing))
        )

    def _row(
        self,
        kind: Kind[E],
        change: Change[E],
        held: _Before | None,
        name: str,
        author: str,
        now: dt.datetime,
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
            "fields": _fields(kind, change.thing, held),
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
