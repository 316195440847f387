"""All things of one kind, in their table, with a revision for every change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from sqlalchemy import Connection
from typing_extensions import override

from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.ports import Records
from iro_desktop.store.closed_reviews import ClosedReviews
from iro_desktop.store.kinds import E, Kind
from iro_desktop.store.revisions import Change, RevisionWriter, in_chunks
from iro_desktop.store.rows import write_rows
from iro_desktop.store.selections import NAME, NAMES, Selection
from iro_desktop.store.signed_versions import check_signed
from iro_desktop.store.writing_rights import WritingRights


@dataclass(frozen=True, slots=True)
class _Held(Generic[E]):
    """A thing as its row has it."""

    thing: E
    head: str
    withdrawn: bool


class SqlRecords(Records[E], Generic[E]):
    """Things of one kind, in one transaction."""

    def __init__(
        self,
        connection: Connection,
        kind: Kind[E],
        revisions: RevisionWriter,
        closed_reviews: ClosedReviews,
        rights: WritingRights,
    ) -> None:
        self._connection = connection
        self._kind = kind
        self._ask = kind.selections
        self._revisions = revisions
        self._closed_reviews = closed_reviews
        self._rights = rights

    @override
    def find(self, name: str) -> E | None:
        """The thing of that id, or None."""
        found = self._select(self._ask.one, name)
        return found[0] if found else None

    @override
    def is_seen(self, name: str) -> bool:
        """Whether there is a thing of that id, and who writes has seen that (`Sight`)."""
        held = self._held([name]).get(name)
        return held is not None and not held.withdrawn and self._revisions.has_seen(held.head)

    @override
    def all(self) -> Sequence[E]:
        """Every one of them, in the order in which they came."""
        return self._select(self._ask.all)

    @override
    def of_child(self, child: ChildId) -> Sequence[E]:
        """Those of one child: by position, then day, then as they came."""
        return self._select(self._ask.of_child, child)

    @override
    def of_review(self, review: ReviewId) -> Sequence[E]:
        """Those of one review: by position, then day, then as they came."""
        return self._select(self._ask.of_review, review)

    @override
    def put(self, thing: E) -> bool:
        """Keep it. Says whether anything changed. Raises FixedReview, SignedVersion."""
        return self.put_all((thing,)) == 1

    @override
    def put_all(self, things: Iterable[E]) -> int:
        """Keep many at once, the last of those with one id. Says how many changed.

        Raises:
            AccessOver, NotYoursToWrite: the hub would not take one of them. None is kept.
            FixedReview: one of them belongs to a closed review. None is kept.
            SignedVersion: one of them is a document's version that was signed. None is kept.
        """
        wanted = {thing.id: self._kind.without_nul(thing) for thing in things}
        held = self._held(list(wanted))
        changes = [Change(thing, head) for thing, head in self._changed(wanted, held)]
        for change in changes:
            row = held.get(change.thing.id)
            before = None if row is None else row.thing
            self._rights.check(self._kind, change.thing)
            self._closed_reviews.check(self._kind, before, change.thing)
            check_signed(before, change.thing)
        self._write(changes)
        return len(changes)

    @override
    def withdraw(self, thing: E) -> None:
        """Take it out of sight. Its history stays.

        Raises:
            AccessOver, NotYoursToWrite: the hub would not take that.
            FixedReview: it belongs to a closed review.
            NoSuchThing: nothing has its name.
            SignedVersion: it is a document's version that was signed.
        """
        held = self._held([thing.id]).get(thing.id)
        if held is None:
            raise NoSuchThing(kind=self._kind.name, name=thing.id)
        if held.withdrawn:
            return
        self._rights.check(self._kind, held.thing)
        self._closed_reviews.check(self._kind, held.thing, None)
        check_signed(held.thing, None)
        self._write([Change(held.thing, held.head, withdrawn=True)])

    def _changed(
        self, wanted: Mapping[str, E], held: Mapping[str, _Held[E]]
    ) -> Iterator[tuple[E, str | None]]:
        encoded = self._kind.encoded
        for name, thing in wanted.items():
            before = held.get(name)
            if before is None:
                yield thing, None
            elif before.withdrawn or encoded(before.thing) != encoded(thing):
                yield thing, before.head

    def _write(self, changes: Sequence[Change[E]]) -> None:
        heads = self._revisions.write(self._kind, changes)
        write_rows(
            self._connection,
            self._kind,
            [
                {
                    **self._kind.row_of(change.thing),
                    "head": head,
                    "withdrawn": change.withdrawn,
                }
                for change, head in zip(changes, heads, strict=True)
            ],
        )

    def _held(self, names: Sequence[str]) -> dict[str, _Held[E]]:
        held: dict[str, _Held[E]] = {}
        for some in in_chunks(names):
            rows = self._connection.execute(self._ask.named, {NAMES: some})
            for row in rows:
                thing = self._kind.thing_of(row)
                held[thing.id] = _Held(thing, row.head, row.withdrawn)
        return held

    def _select(self, wanted: Selection, about: str = "") -> list[E]:
        rows = self._connection.execute(wanted, {NAME: about})
        return [self._kind.thing_of(row) for row in rows]
