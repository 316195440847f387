"""Take a child's copy off this laptop when the hub says that it may no longer be here.

Nothing is wiped without the hub's own word, nor while anything of it is unsent: that is handed over
first, and where the hub keeps it aside, the manager decides about it.
"""

from collections.abc import Iterable, Sequence

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services.faults import AccessEnded, HubRefused, StillUnsent
from iro_desktop.services.ledger_port import Cursor
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.setting_names import HUB_ROLE
from iro_desktop.services.syncing.histories import queue_what_is_gone
from iro_desktop.services.syncing.reports import Note
from iro_desktop.services.syncing.rounds import Round
from iro_desktop.wire.changes import WithdrawnChild

_IRO = "iro"  # who writes all of a record; of others the hub would refuse most of what they had


def wipe_withdrawn(round_: Round, withdrawn: Sequence[WithdrawnChild]) -> None:
    """Wipe what was withdrawn and is handed over; say to the hub that it is gone."""
    for each in withdrawn:
        round_.job.check()
        child = ChildId(each.child)
        with round_.uow_factory() as uow:
            cursor = uow.ledger.cursor(child)
            is_an_iros = uow.settings.get(HUB_ROLE) == _IRO
        is_restored = _lacks_what_it_had(each, cursor)
        if is_restored:
            round_.tally.note(Note.HUB_RESTORED)
        if is_restored or (is_an_iros and _may_lack_some(each, cursor)):
            # Its ids cannot be asked for any more, so all that it had is handed over again.
            queue_what_is_gone(round_, child, frozenset())
        wipe(round_, child)


def queue_all_again(round_: Round) -> None:
    """Hand over again all that an IRO's laptop had, before all of it is wiped.

    The hub answers nothing else to whom it ended access, so nobody can ask whether it was put back
    to an older day. What it holds is no work for the manager.
    """
    with round_.uow_factory() as uow:
        cursors = uow.ledger.cursors() if uow.settings.get(HUB_ROLE) == _IRO else {}
    for child, cursor in cursors.items():
        if cursor.seq:
            queue_what_is_gone(round_, child, frozenset())


def wipe_all(round_: Round) -> bool:
    """Wipe every child's copy: this laptop or its person has no access. Says whether all went."""
    with round_.uow_factory() as uow:
        children = _all_here(uow)
    for child in children:
        round_.job.check()
        wipe(round_, child)
    with round_.uow_factory() as uow:
        return not _all_here(uow)


def wipe(round_: Round, child: ChildId) -> None:
    """Wipe one child's copy, unless something of it waits, and say so to the hub."""
    with round_.uow_factory() as uow:
        was_here = child in _all_here(uow)
        try:
            uow.ledger.forget_child(child)
        except StillUnsent:
            round_.tally.note(Note.WAITS_BEFORE_WIPING)
            round_.tally.left_over = True
            return
    if was_here:
        round_.tally.wiped.append(child)
    try:
        round_.hub.wiped(child)
    except (AccessEnded, HubRefused):
        return  # it is gone from here, whether or not the hub notes it


def _lacks_what_it_had(told: WithdrawnChild, cursor: Cursor) -> bool:
    if told.last_seq == cursor.seq:
        return bool(cursor.seq) and told.chain != cursor.chain
    return told.last_seq < cursor.seq


def _may_lack_some(told: WithdrawnChild, cursor: Cursor) -> bool:
    """Whether the record went on: in one put back to an older day, over numbers that it had given.

    What the hub holds of it changes nothing there, and is no work for the manager.
    """
    return bool(cursor.seq) and told.last_seq > cursor.seq


def _all_here(uow: UnitOfWork) -> tuple[ChildId, ...]:
    found: Iterable[ChildId] = (
        *(child.id for child in uow.children.all()),
        *uow.ledger.states_of_children(),
        *uow.ledger.cursors(),
    )
    return tuple(dict.fromkeys(found))
