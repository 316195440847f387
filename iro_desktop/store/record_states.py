"""Where the newest words of a record are, as the badges on screen say it."""

from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, Select, case, exists, func, literal, select, true, union_all

from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.store.incoming import Incoming
from iro_desktop.store.ledger_part import among
from iro_desktop.store.ledger_tables import bundle as bundles
from iro_desktop.store.ledger_tables import conflict
from iro_desktop.store.ledger_tables import stamp as stamps
from iro_desktop.store.tables import child, outbox, revision

_STATES = tuple(RecordState)  # the least safe first
_PLACE = {state: place for place, state in enumerate(_STATES)}


class RecordStates(Incoming):
    """The part of the ledger that says where words are."""

    def states(self, entities: Iterable[str]) -> Mapping[str, RecordState]:
        """Where the newest words of each thing are."""
        names = list(entities)
        return self._states(revision.c.entity, among(revision.c.entity, names))

    def states_of_reviews(self, child: ChildId) -> Mapping[ReviewId, RecordState]:
        """Of each review with all that hangs on it: the least safe state of any of its things."""
        about = revision.c.child_id == child
        found = self._states(revision.c.review_id, about & revision.c.review_id.is_not(None))
        return {ReviewId(name): state for name, state in found.items()}

    def states_of_children(self) -> Mapping[ChildId, RecordState]:
        """Of each child's file with all that hangs on it: the least safe state.

        Begins with what waits, so that it costs the same however much is safe.
        """
        waiting = (
            select(revision.c.child_id.label("name"), _state_in_outbox().label("place"))
            .select_from(outbox)
            .join(revision, revision.c.id == outbox.c.revision_id)
            .outerjoin(bundles, bundles.c.id == outbox.c.bundle_id)
        )
        disputed = select(conflict.c.child_id, literal(_PLACE[RecordState.CONFLICT]))
        let_go = func.json_each(bundles.c.revisions).table_valued("value", name="let_go")
        only_here = (
            select(bundles.c.child_id, literal(_PLACE[RecordState.SAVED_HERE]))
            .select_from(
                bundles.join(let_go, true()).join(revision, revision.c.id == let_go.c.value)
            )
            .where(bundles.c.let_go_at.is_not(None), _is_only_here())
        )
        every = select(child.c.id, literal(_PLACE[RecordState.ACCEPTED]))
        return {
            ChildId(name): state
            for name, state in self._least(waiting, disputed, only_here, every).items()
        }

    def _states(
        self, by: ColumnElement[str], about: ColumnElement[bool]
    ) -> Mapping[str, RecordState]:
        place = case(
            (conflict.c.entity.is_not(None), _PLACE[RecordState.CONFLICT]),
            (outbox.c.revision_id.is_not(None), _state_in_outbox()),
            (_is_only_here(), _PLACE[RecordState.SAVED_HERE]),
            else_=_PLACE[RecordState.ACCEPTED],
        )
        found = (
            select(by.label("name"), place.label("place"))
            .select_from(revision)
            .outerjoin(outbox, outbox.c.revision_id == revision.c.id)
            .outerjoin(bundles, bundles.c.id == outbox.c.bundle_id)
            .outerjoin(conflict, conflict.c.entity == revision.c.entity)
            .where(about)
        )
        return self._least(found)

    def _least(self, *found: Select[tuple[str, int]]) -> dict[str, RecordState]:
        every = union_all(*found).subquery()
        name, place = every.c[0], func.min(every.c[1])
        rows = self._connection.execute(select(name, place).group_by(name))
        return {row[0]: _STATES[row[1]] for row in rows}


def _state_in_outbox() -> ColumnElement[int]:
    return case(
        (bundles.c.refused_why.is_not(None), _PLACE[RecordState.REFUSED]),
        (bundles.c.tried_at.is_not(None), _PLACE[RecordState.SENT]),
        else_=_PLACE[RecordState.SAVED_HERE],
    )


def _is_only_here() -> ColumnElement[bool]:
    """Whether a revision that does not wait is the last of its thing, and unknown to the hub."""
    later = revision.alias("later")
    return ~exists().where(stamps.c.revision_id == revision.c.id) & ~exists().where(
        later.c.entity == revision.c.entity, later.c.serial > revision.c.serial
    )
