"""One round with the team's hub: send what waits, take in what is new, bring it together.

Each step leaves the store so that the next round goes on wherever this one was cut short. Nothing
leaves the outbox but by the hub's word or a person's hand, and no transaction is open while the hub
is asked something, so that someone may type all the while.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.services import rights
from iro_desktop.services.faults import AccessEnded, SignedOut
from iro_desktop.services.ledger_port import Cursor, RecordState
from iro_desktop.services.ports import Clock, UnitOfWorkFactory
from iro_desktop.services.setting_names import HUB_ETAG, HUB_ID
from iro_desktop.services.syncing import council_settings, purging
from iro_desktop.services.syncing.conflicts import merge_forks
from iro_desktop.services.syncing.histories import bring_up_to_date, compare, unknown_to_hub
from iro_desktop.services.syncing.older_closings import seal_older_closings
from iro_desktop.services.syncing.pulling import UNMERGED, read_again
from iro_desktop.services.syncing.pushing import Pushed, push_waiting, seen
from iro_desktop.services.syncing.reports import Note, RoundReport
from iro_desktop.services.syncing.rounds import Round, RoundJob, SignatureCheck, Step
from iro_desktop.services.syncing.wiping import queue_all_again, wipe_all, wipe_withdrawn
from iro_desktop.services.team_hub import membership
from iro_desktop.services.team_hub.port import Hub
from iro_desktop.services.team_hub.sealing import Sealer
from iro_desktop.wire.changes import HubChanges

LAST = "sync_last"
_KEYS = "sync_sealing_keys"
_SEALING_KEYS = "sealing_keys"
_TURNS = 4
"""How often a round sends and asks: what merging makes is sent, and may meet something new."""


@dataclass(frozen=True, slots=True)
class SyncState:
    """How this laptop stands with its hub, without asking it."""

    enrolled: bool
    person: str
    hub_title: str
    last: dt.datetime | None
    waiting: int
    refused: int
    conflicts: int
    signed_out: bool


def sync_round(
    uow_factory: UnitOfWorkFactory,
    hub: Hub,
    sealer: Sealer,
    clock: Clock,
    job: RoundJob,
    *,
    is_signed_by: SignatureCheck | None = None,
) -> RoundReport:
    """One round. `is_signed_by` checks council settings; without it none are taken.

    Where the hub ended this laptop's or person's access, what is unsent was handed over and the
    rest is wiped, and the report says so.

    Raises:
        SignedOut: sign in again. Nothing is lost or wiped.
        HubAway, HubBusy, HubRefused, NotOurHub: as far as it came, it counts.
        NoSpace, NotWritable: the disk is full; the hub still has what was to be taken in.
    """
    round_ = Round(uow_factory, hub, sealer, clock, job)
    ended = ""
    try:
        _as_often_as_needed(round_, is_signed_by)
    except AccessEnded as fault:
        ended = fault.data.get("code", "revoked")
        _leave_for_good(round_)
    except SignedOut:
        with uow_factory() as uow:
            membership.note_signed_out(uow)
        raise
    with uow_factory() as uow:
        return round_.tally.report(tuple(uow.ledger.conflicts()), ended)


def sync_state(uow_factory: UnitOfWorkFactory) -> SyncState:
    """How this laptop stands with its hub."""
    with uow_factory() as uow:
        account = membership.account_of(uow)
        last = uow.settings.get(LAST)
        return SyncState(
            enrolled=account is not None,
            person="" if account is None else account.person,
            hub_title="" if account is None else account.hub_title,
            last=dt.datetime.fromisoformat(last) if last else None,
            waiting=uow.history.unsent(),
            refused=sum(each.revisions for each in uow.ledger.refusals()),
            conflicts=len(uow.ledger.conflicts()),
            signed_out=account is not None and account.is_signed_out,
        )


def record_states(uow_factory: UnitOfWorkFactory, child: ChildId) -> Mapping[ReviewId, RecordState]:
    """Where the newest words of each of a child's reviews are."""
    with uow_factory() as uow:
        return uow.ledger.states_of_reviews(child)


def _as_often_as_needed(round_: Round, is_signed_by: SignatureCheck | None) -> None:
    with round_.uow_factory() as uow:
        etag = uow.settings.get(HUB_ETAG)
    _merge_what_was_left(round_)
    seal_older_closings(round_.uow_factory)
    is_known = False
    for _ in range(_TURNS):
        round_.job.check()
        round_.tally.begin_turn()
        _merge(round_, read_again(round_))
        pushed = push_waiting(round_)
        round_.job.progress(0, 0, Step.ASKING)
        changes = round_.hub.changed("" if pushed.to_be_seen else etag)
        if changes is None:
            break
        if not is_known:
            membership.ask_who(round_.uow_factory, round_.hub)
            is_known = True
        with round_.uow_factory() as uow:
            rights.keep_told(uow.settings, changes.children)
            purging.keep_told(uow.settings, changes.backed_up_to)
        touched = _take_in(round_, changes, pushed)
        touched |= _exchange_keys(round_, changes)
        _merge(round_, touched)
        _accept(round_, pushed, [ChildId(each.child) for each in changes.withdrawn])
        is_more_to_send = _try_again(round_, changes) or _something_waits(round_)
        if not round_.tally.left_over:
            etag = changes.etag
        if is_signed_by is not None:
            _take_settings(round_, changes, is_signed_by)
        if not is_more_to_send:
            wipe_withdrawn(round_, changes.withdrawn)
            if not _something_waits(round_):
                break
    _end(round_, etag)


def _take_in(round_: Round, changes: HubChanges, pushed: Pushed) -> set[str]:
    """Hold of every child what the hub holds. Returns the entities that were touched."""
    with round_.uow_factory() as uow:
        cursors = uow.ledger.cursors()
        known = uow.settings.get(HUB_ID)
    is_another = bool(known) and known != changes.hub
    for child in unknown_to_hub(changes, cursors):
        compare(round_, child)
    touched: set[str] = set()
    news = [
        state
        for state in changes.children
        if is_another
        or ChildId(state.child) in pushed.to_be_seen
        or _is_other(state.last_seq, state.chain, cursors.get(ChildId(state.child), Cursor()))
    ]
    for number, state in enumerate(news):
        round_.job.progress(number, len(news), Step.RECEIVING)
        child = ChildId(state.child)
        when_done = partial(seen, pushed=pushed, child=child)
        cursor = cursors.get(child, Cursor())
        touched |= bring_up_to_date(round_, state, cursor, when_done, in_doubt=is_another)
    if is_another:
        round_.tally.note(Note.NEW_HUB, instead_of=Note.HUB_RESTORED)
    if known != changes.hub:
        with round_.uow_factory() as uow:
            uow.settings.set(HUB_ID, changes.hub)
    return touched


def _exchange_keys(round_: Round, changes: HubChanges) -> set[str]:
    """Where the IRO has another device, or was given keys: give and take them."""
    told = changes.settings.get(_SEALING_KEYS, "")
    with round_.uow_factory() as uow:
        if uow.settings.get(_KEYS) == told:
            return set()
    touched: set[str] = set()
    for state in changes.children:
        if state.access == "own":
            round_.job.check()
            touched |= round_.sealer.exchange(round_.hub, ChildId(state.child))
    with round_.uow_factory() as uow:
        uow.settings.set(_KEYS, told)
        if touched:
            uow.settings.set(UNMERGED, "1")
    return touched


def _merge_what_was_left(round_: Round) -> None:
    """An earlier round took something in and was cut short before it was brought together."""
    with round_.uow_factory() as uow:
        forked = uow.ledger.forked() if uow.settings.get(UNMERGED) else ()
    _merge(round_, set(forked))


def _merge(round_: Round, touched: set[str]) -> None:
    if touched:
        round_.job.check()
        round_.job.progress(0, 0, Step.MERGING)
        outcome = merge_forks(round_.uow_factory, sorted(touched))
        round_.tally.merged += outcome.merged
    with round_.uow_factory() as uow:
        if uow.settings.get(UNMERGED):
            uow.settings.set(UNMERGED, "")


def _try_again(round_: Round, changes: HubChanges) -> bool:
    """Bundles that were refused as another's: now that the child may be written, they wait again.

    A bundle of a child that was withdrawn is handed over, for the manager.
    """
    writable = {state.child for state in changes.children if state.writes}
    writable |= {each.child for each in changes.withdrawn}
    with round_.uow_factory() as uow:
        again = [
            each
            for each in uow.ledger.refusals()
            if each.why in _OF_ACCESS and each.child in writable and each.id not in round_.retried
        ]
        for each in again:
            uow.ledger.try_again(each.id)
    round_.retried.update(each.id for each in again)
    round_.tally.refused -= min(len(again), round_.tally.refused)
    return bool(again)


_OF_ACCESS = frozenset({"not_yours", "read_only", "kind_not_yours"})


def _something_waits(round_: Round) -> bool:
    with round_.uow_factory() as uow:
        uow.ledger.freeze()
        return bool(uow.ledger.waiting(1))


def _take_settings(round_: Round, changes: HubChanges, is_signed_by: SignatureCheck) -> None:
    with round_.uow_factory() as uow:
        held = {
            name: str(version) for name, version in council_settings.digests(uow.settings).items()
        }
        seen_before = uow.settings.get("sync_settings_seen")
    told = {name: value for name, value in changes.settings.items() if name != _SEALING_KEYS}
    if told.items() <= held.items() or json.dumps(told, sort_keys=True) == seen_before:
        return
    round_.job.check()
    taken = council_settings.take(
        round_.uow_factory, round_.hub.council_settings(), is_signed_by, round_.clock
    )
    if taken.in_force:
        round_.tally.note(Note.SETTINGS)
    if taken.refused:
        round_.tally.note(Note.SETTINGS_REFUSED)
    with round_.uow_factory() as uow:
        uow.settings.set("sync_settings_seen", json.dumps(told, sort_keys=True))


def _leave_for_good(round_: Round) -> None:
    """Access ended: hand over what is unsent, then wipe. A hub that does not answer wipes nothing.

    The token stays until all went, so that a later round can hand over the rest.
    """
    round_.tally.begin_turn()
    queue_all_again(round_)
    pushed = push_waiting(round_)
    _accept(round_, pushed, list(pushed.to_be_seen))
    if wipe_all(round_):
        with round_.uow_factory() as uow:
            membership.note_signed_out(uow)


def _accept(round_: Round, pushed: Pushed, children: Sequence[ChildId]) -> None:
    """Nothing more can be pulled of these: that the hub holds what was sent is its word now."""
    with round_.uow_factory() as uow:
        for child in children:
            seen(uow, pushed, child)


def _end(round_: Round, etag: str) -> None:
    membership.renew_if_due(round_.uow_factory, round_.hub, round_.clock)
    with round_.uow_factory() as uow:
        uow.settings.set(HUB_ETAG, "" if round_.tally.left_over else etag)
        uow.settings.set(LAST, round_.clock.now().isoformat())


def _is_other(last_seq: int, chain: str, cursor: Cursor) -> bool:
    return (last_seq, chain) != (cursor.seq, cursor.chain)
