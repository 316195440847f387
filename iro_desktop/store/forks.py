"""Things that stand at several newest revisions, and those a person must look at."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, FromClause, Select, delete, func, select, true
from sqlalchemy.dialects.sqlite import insert as insert_or

from iro_desktop.domain.closing_seal import FIXED_WITH_REVIEW
from iro_desktop.services.history_port import Revision
from iro_desktop.store.kinds import REVIEW
from iro_desktop.store.ledger_part import among, parents_of
from iro_desktop.store.ledger_tables import closing_seal, conflict
from iro_desktop.store.record_states import RecordStates
from iro_desktop.store.restanding import Restanding
from iro_desktop.store.standing import leaves_of
from iro_desktop.store.tables import revision


class Forks(RecordStates):
    """The part of the ledger that knows what two laptops disagree about."""

    def forked(self, entities: Iterable[str] | None = None) -> Sequence[str]:
        """Things that stand at several newest revisions. None looks through the whole store.

        Also things fixed with a closed review whose only newest revision came after its closing.
        """
        names = None if entities is None else list(entities)
        forked = (
            select(revision.c.entity)
            .where(_is_leaf(names), *_among(names, revision))
            .group_by(revision.c.entity)
            .having(func.count() > 1)
            .order_by(func.min(revision.c.serial))
        )
        found = dict.fromkeys(self._connection.execute(forked).scalars())
        found |= dict.fromkeys(self._after_closing(names))
        return list(found)

    def note_conflicts(self, entities: Iterable[str]) -> None:
        """Remember that a person must look at these."""
        names = list(entities)
        wanted = (
            select(revision.c.entity, revision.c.child_id)
            .where(among(revision.c.entity, names))
            .distinct()
        )
        children = {row.entity: row.child_id for row in self._connection.execute(wanted)}
        rows = [
            {"entity": name, "child_id": children[name]}
            for name in dict.fromkeys(names)
            if name in children
        ]
        if rows:
            self._connection.execute(insert_or(conflict).on_conflict_do_nothing(), rows)

    def conflicts(self) -> Sequence[str]:
        """The things that a person must look at, as they were found."""
        wanted = select(conflict.c.entity).order_by(conflict.c.serial)
        return list(self._connection.execute(wanted).scalars())

    def settled(self, entity: str) -> None:
        """Take a thing from that list."""
        self._connection.execute(delete(conflict).where(conflict.c.entity == entity))

    def _after_closing(self, names: Sequence[str] | None) -> list[str]:
        """Things of sealed reviews that do not stand at their only newest revision."""
        things = Restanding(self._connection, self._device)
        suspects = [row.entity for row in self._connection.execute(_newer_than_sealed(names))]
        histories = things.histories(suspects)
        seals = things.seals_of({given[0].review for given in histories.values()})
        return [
            name
            for name, given in histories.items()
            if (heads := seals.get(given[0].review or ""))
            and _is_after_closing(given, things.sealed_standing(given, heads))
        ]


def _is_after_closing(given: Sequence[Revision], standing: Revision | None) -> bool:
    """Whether what came last is neither what stands nor, where nothing does, taken away."""
    return any(
        not leaf.withdrawn if standing is None else leaf.id != standing.id
        for leaf in leaves_of(given)
    )


def _is_leaf(names: Sequence[str] | None) -> ColumnElement[bool]:
    """That no revision of these things came from it."""
    later = revision.alias("later")
    return revision.c.id.not_in(parents_of(later, *_among(names, later)))


def _newer_than_sealed(names: Sequence[str] | None) -> Select[tuple[str]]:
    """Things of sealed reviews with a leaf that no seal names."""
    later = revision.alias("later")
    sealed = select(closing_seal.c.review_id)
    about = [later.c.review_id.in_(sealed)] if names is None else _among(names, later)
    heads = func.json_each(closing_seal.c.heads).table_valued("value", name="head")
    named = select(heads.c.value).select_from(closing_seal.join(heads, true()))
    return (
        select(revision.c.entity)
        .where(
            revision.c.review_id.in_(sealed),
            revision.c.kind.in_(FIXED_WITH_REVIEW | {REVIEW.name}),
            revision.c.id.not_in(parents_of(later, *about)),
            revision.c.id.not_in(named),
            *_among(names, revision),
        )
        .distinct()
    )


def _among(names: Sequence[str] | None, of: FromClause) -> list[ColumnElement[bool]]:
    return [] if names is None else [among(of.c.entity, names)]
