"""Compare what the hub holds of a child with what it once acknowledged, and send what it lost.

A hub that was put back to an older day lacks words that it had acknowledged, and numbers what comes
then with the same numbers again. That shows in the chain. Then ids are compared, what is gone is
queued again by whoever has it, and the record is pulled from its beginning.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services.faults import HubRefused, OtherHistory
from iro_desktop.services.ledger_port import Cursor
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.syncing.pulling import TAKEN_AT_ONCE, pull
from iro_desktop.services.syncing.reports import Note
from iro_desktop.services.syncing.rounds import Round
from iro_desktop.wire.changes import ChildState, HubChanges

_UNKNOWN = frozenset({"not_yours", "not_found"})


def bring_up_to_date(
    round_: Round,
    state: ChildState,
    cursor: Cursor,
    when_done: Callable[[UnitOfWork], None],
    *,
    in_doubt: bool,
) -> set[str]:
    """Hold what the hub holds of a child. Returns the entities that were touched."""
    child = ChildId(state.child)
    is_same = (state.last_seq, state.chain) == (cursor.seq, cursor.chain)
    if is_same and not in_doubt:
        with round_.uow_factory() as uow:
            when_done(uow)
        return set()
    if not in_doubt and state.last_seq > cursor.seq:
        try:
            return pull(round_, child, when_done)
        except OtherHistory:
            pass
    compare(round_, child)
    return pull(round_, child, when_done)


def unknown_to_hub(changes: HubChanges, cursors: Mapping[ChildId, Cursor]) -> tuple[ChildId, ...]:
    """Children that were at the hub once, and of whom it says nothing now."""
    told = {each.child for each in changes.children} | {each.child for each in changes.withdrawn}
    return tuple(child for child, cursor in cursors.items() if cursor.seq and child not in told)


def compare(round_: Round, child: ChildId) -> None:
    """Queue again what the hub acknowledged and no longer holds; begin anew with the rest."""
    round_.job.check()
    round_.tally.note(Note.HUB_RESTORED)
    queue_what_is_gone(round_, child, _held(round_, child))


def queue_what_is_gone(round_: Round, child: ChildId, held: frozenset[str]) -> None:
    """Queue again all that was acknowledged and is not held; the cursor stands at nought then.

    The cursor goes back last: where this is cut short, the next round finds the same doubt.
    """
    with round_.uow_factory() as uow:
        gone = sorted(uow.ledger.acknowledged(child) - held)
    for some in _chunks(gone):
        round_.job.check()
        with round_.uow_factory() as uow:
            round_.tally.requeued += uow.ledger.queue_again(child, some)
    with round_.uow_factory() as uow:
        uow.ledger.advance(child, Cursor())


def _held(round_: Round, child: ChildId) -> frozenset[str]:
    try:
        return frozenset(name for _, name in round_.hub.held_ids(child).ids)
    except HubRefused as refused:
        if refused.data.get("code") in _UNKNOWN:
            return frozenset()
        raise


def _chunks(names: list[str]) -> Iterator[list[str]]:
    remaining = iter(names)
    while some := list(islice(remaining, TAKEN_AT_ONCE)):
        yield some
