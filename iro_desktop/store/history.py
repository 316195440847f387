"""Revisions as they are read, taken in from elsewhere, and forgotten with their review.

A revision that has been handed out never changes again: reading it here freezes it in the outbox.
"""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update
from typing_extensions import override

from iro_desktop.domain.closing_seal import FIXED_WITH_REVIEW
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.services.faults import UnreadableFile
from iro_desktop.services.history_port import History, Revision
from iro_desktop.services.ports import Clock
from iro_desktop.services.setting_names import HUB_ID
from iro_desktop.store import wiping
from iro_desktop.store.kinds import KINDS, REVIEW
from iro_desktop.store.ledger_part import among
from iro_desktop.store.ledger_tables import purged
from iro_desktop.store.restanding import let_stand
from iro_desktop.store.revision_rows import revision_of, row_of
from iro_desktop.store.revisions import in_chunks
from iro_desktop.store.settings import SqlSettings
from iro_desktop.store.tables import outbox, revision


class SqlHistory(History):
    """Revisions, in one transaction."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    @override
    def of_entity(self, entity: str) -> Sequence[Revision]:
        """One thing's revisions, oldest first."""
        return self._hand_out(revision.c.entity == entity)

    @override
    def of_review(self, review: ReviewId) -> Sequence[Revision]:
        """Those of a review and all that hangs on it, oldest first."""
        return self._hand_out(revision.c.review_id == review)

    @override
    def looked_at(self, entities: Iterable[str]) -> Sequence[Revision]:
        """Those of several things, oldest first, to look at here: none counts as handed out."""
        found: list[Revision] = []
        for some in in_chunks(list(entities)):
            wanted = select(revision).where(revision.c.entity.in_(some)).order_by(revision.c.serial)
            found.extend(revision_of(row) for row in self._connection.execute(wanted))
        return found

    @override
    def unsent(self) -> int:
        """How many revisions wait in the outbox."""
        return self._connection.execute(select(func.count()).select_from(outbox)).scalar_one()

    @override
    def newest(self) -> int:
        """The number, in this store, of the revision that came last; 0 where there is none."""
        return self._connection.execute(select(func.max(revision.c.serial))).scalar() or 0

    @override
    def take_in(self, revisions: Iterable[Revision]) -> int:
        """Add revisions made elsewhere and make their things stand as the newest of them says.

        They are queued for the hub too: it knows those it has by their ids. Says how many were new.

        Raises:
            NewerStore: a kind of thing this version of the program does not know.
            SignedVersion: a version of a document that is signed here would change.
            UnreadableFile: fields that are not those of their kind. Nothing is taken in.
        """
        given = {each.id: each for each in revisions}
        held = self._held(list(given))
        new = [each for name, each in given.items() if name not in held]
        if new:
            try:
                self._add(new)
            except (OverflowError, UnicodeEncodeError) as error:
                raise UnreadableFile(name=new[0].id, why="a value out of bounds") from error
        return len(new)

    @override
    def heads_of_review(self, review: ReviewId) -> Mapping[str, str]:
        """The revision each thing stands at that is fixed with a review, and the review itself."""
        run = self._connection.execute
        heads: dict[str, str] = {}
        for kind in KINDS:
            if kind.name in FIXED_WITH_REVIEW or kind is REVIEW:
                column = kind.table.c.id if kind is REVIEW else kind.table.c.review_id
                rows = run(select(kind.table.c.id, kind.table.c.head).where(column == review))
                heads.update((row.id, row.head) for row in rows)
        freeze = update(outbox).where(
            outbox.c.frozen_at.is_(None), among(outbox.c.revision_id, heads.values())
        )
        run(freeze.values(frozen_at=self._clock.now()))
        return heads

    @override
    def forget_review(self, review: ReviewId, *, is_unsent_too: bool = False) -> None:
        """Remove a review, all that hangs on it, and their history from this laptop.

        Raises:
            NoSuchThing: there is no such review.
            StillUnsent: this laptop belongs to a hub, which does not have all of it yet, and
                nobody said that it is to go all the same.
        """
        has_hub = bool(SqlSettings(self._connection).get(HUB_ID))
        is_unsent_too = is_unsent_too or not has_hub
        wiping.forget_review(self._connection, review, is_unsent_too=is_unsent_too)

    def _add(self, new: Sequence[Revision]) -> None:
        now = self._clock.now()
        queued = [{"revision_id": each.id, "queued_at": now, "frozen_at": now} for each in new]
        self._connection.execute(insert(revision), [row_of(each) for each in new])
        self._connection.execute(insert(outbox), queued)
        reviews = {each.review for each in new if each.review}
        self._connection.execute(delete(purged).where(among(purged.c.review_id, reviews)))
        let_stand(self._connection, new)

    def _hand_out(self, condition: ColumnElement[bool]) -> list[Revision]:
        freeze = update(outbox).where(
            outbox.c.frozen_at.is_(None),
            outbox.c.revision_id.in_(select(revision.c.id).where(condition)),
        )
        self._connection.execute(freeze.values(frozen_at=self._clock.now()))
        wanted = select(revision).where(condition).order_by(revision.c.serial)
        return [revision_of(row) for row in self._connection.execute(wanted)]

    def _held(self, names: Sequence[str]) -> set[str]:
        held: set[str] = set()
        for some in in_chunks(names):
            wanted = select(revision.c.id).where(revision.c.id.in_(some))
            held.update(self._connection.execute(wanted).scalars())
        return held
