"""Send what waits: frozen bundles, as many at a time as the hub takes, each until it is answered.

A bundle leaves the outbox when the hub holds it *and* this laptop's cursor covers it: at once where
its numbers follow the cursor, else when the pull that follows went past it. So a hub that is put
back to an older day can never lose a word without that being seen.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services.faults import HubRefused
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import Cursor, FrozenBundle
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.setting_names import HUB_AUTHOR, HUB_DEVICE, HUB_PERSON
from iro_desktop.services.syncing.files import part, send
from iro_desktop.services.syncing.rounds import Round, Step
from iro_desktop.wire.revisions import (
    BUNDLE_BYTES,
    BUNDLES_IN_A_PUSH,
    PUSH_BYTES,
    Bundle,
    BundleOutcome,
    WireRevision,
)

_AT_ONCE = 20
"""Bundles read from the store at once."""

_ROOM = PUSH_BYTES - 64 * 1024  # for what stands around the bundles
_NOT_FOR_THE_HUB = frozenset({"too_large", "malformed"})
_NO_KEYS = frozenset({"not_yours", "not_found", "not_your_role"})


@dataclass(frozen=True, slots=True)
class _Ready:
    """A bundle as it travels, with its files and its bytes."""

    bundle: Bundle
    files: Mapping[str, bytes]
    length: int


@dataclass(slots=True)
class Pushed:
    """What a push left for later. `to_be_seen` are accepted bundles that a pull has to go past."""

    tried: set[str] = field(default_factory=set)
    to_be_seen: dict[ChildId, list[str]] = field(default_factory=dict)
    keys: dict[ChildId, Mapping[str, str]] = field(default_factory=dict)


def freeze(round_: Round) -> None:
    """Put what waits into bundles, which then never change."""
    with round_.uow_factory() as uow:
        uow.ledger.freeze()


def push_waiting(round_: Round) -> Pushed:
    """Send every bundle that waits, once."""
    pushed = Pushed()
    freeze(round_)
    with round_.uow_factory() as uow:
        total = uow.history.unsent()
    sent_before = round_.tally.sent
    while waiting := _next(round_, pushed):
        round_.job.check()
        for group in _groups(round_, pushed, waiting):
            round_.job.progress(round_.tally.sent - sent_before, total, Step.SENDING)
            _send(round_, pushed, group)
            round_.job.check()
    return pushed


def seen(uow: UnitOfWork, pushed: Pushed, child: ChildId) -> None:
    """The child's record was pulled past these: the hub holds them for good."""
    for bundle in pushed.to_be_seen.pop(child, []):
        uow.ledger.accepted(bundle)


def _next(round_: Round, pushed: Pushed) -> list[FrozenBundle]:
    """Bundles that were not tried yet. Those tried that still wait are the oldest."""
    with round_.uow_factory() as uow:
        waiting = uow.ledger.waiting(_AT_ONCE + len(pushed.tried))
    new = [bundle for bundle in waiting if bundle.id not in pushed.tried][:_AT_ONCE]
    pushed.tried.update(bundle.id for bundle in new)
    return new


def _groups(
    round_: Round, pushed: Pushed, waiting: Sequence[FrozenBundle]
) -> Iterator[list[_Ready]]:
    """Bundles that go together, within what one push may hold."""
    group: list[_Ready] = []
    length = 0
    for frozen in waiting:
        ready = _ready(round_, pushed, frozen)
        if ready is None:
            continue
        if group and (length + ready.length > _ROOM or len(group) == BUNDLES_IN_A_PUSH):
            yield group
            group, length = [], 0
        group.append(ready)
        length += ready.length
    if group:
        yield group


def _ready(round_: Round, pushed: Pushed, frozen: FrozenBundle) -> _Ready | None:
    """A bundle as it travels; None where it is too long to travel, which a person is told."""
    with round_.uow_factory() as uow:
        author, device = uow.settings.get(HUB_AUTHOR), uow.settings.get(HUB_DEVICE)
    wires: list[WireRevision] = []
    files: dict[str, bytes] = {}
    for revision in frozen.revisions:
        parted = part(_sealed(round_, pushed, revision))
        wires.append(parted.wire)
        files.update(parted.files)
    is_carried = any(
        (each.author, each.device) != (author, device) and not _is_automatic(each)
        for each in frozen.revisions
    )
    bundle = Bundle(frozen.id, frozen.child, tuple(wires), carried=is_carried)
    length = len(msgspec.json.encode(bundle))
    if length > BUNDLE_BYTES:
        _refused(round_, frozen.id, "too_large")
        return None
    return _Ready(bundle, files, length)


def _sealed(round_: Round, pushed: Pushed, revision: Revision) -> WireRevision:
    keys: Mapping[str, str] = {}
    if round_.sealer.is_sealed_kind(revision):
        if revision.child not in pushed.keys:
            pushed.keys[revision.child] = _keys(round_, revision.child)
        keys = pushed.keys[revision.child]
    return round_.sealer.seal(revision, keys)


def _keys(round_: Round, child: ChildId) -> Mapping[str, str]:
    """For whom to seal; of a child that the hub does not know yet, for this device alone."""
    try:
        return round_.hub.sealing_keys(child).keys
    except HubRefused as refused:
        if refused.data.get("code") in _NO_KEYS:
            return {}
        raise


def _is_automatic(revision: Revision) -> bool:
    return len(revision.parents) > 1 and not revision.author and not revision.device


def _send(round_: Round, pushed: Pushed, group: Sequence[_Ready]) -> None:
    """Send files, then bundles. What the hub finds no sense in is found by sending ever fewer."""
    sendable = [ready for ready in group if _files_sent(round_, ready)]
    if not sendable:
        return
    with round_.uow_factory() as uow:
        uow.ledger.sent([ready.bundle.id for ready in sendable])
    try:
        answer = round_.hub.push([ready.bundle for ready in sendable])
    except HubRefused as refused:
        code = refused.data.get("code", "")
        if code not in _NOT_FOR_THE_HUB:
            raise
        if len(sendable) == 1:
            _refused(round_, sendable[0].bundle.id, code)
            return
        half = len(sendable) // 2
        _send(round_, pushed, sendable[:half])
        _send(round_, pushed, sendable[half:])
        return
    for ready, outcome in zip(sendable, answer.bundles, strict=True):
        _keep(round_, pushed, ready.bundle, outcome)


def _files_sent(round_: Round, ready: _Ready) -> bool:
    for file, content in ready.files.items():
        try:
            send(round_.hub, ChildId(ready.bundle.child), file, content, round_.job)
        except HubRefused as refused:
            _refused(round_, ready.bundle.id, refused.data.get("code", ""))
            return False
    return True


def _keep(round_: Round, pushed: Pushed, bundle: Bundle, outcome: BundleOutcome) -> None:
    child = ChildId(bundle.child)
    match outcome.outcome:
        case "accepted":
            round_.tally.sent += len(bundle.revisions)
            with round_.uow_factory() as uow:
                received_at = _moment(outcome.received_at)
                if received_at and _follows(uow.ledger.cursor(child), bundle, outcome):
                    uow.ledger.stamp(
                        bundle.id,
                        outcome.first_seq,
                        uow.settings.get(HUB_PERSON),
                        uow.settings.get(HUB_AUTHOR),
                        received_at,
                    )
                    uow.ledger.advance(child, Cursor(outcome.last_seq, outcome.chain))
                else:
                    pushed.to_be_seen.setdefault(child, []).append(bundle.id)
        case "quarantined":
            round_.tally.quarantined += 1
            with round_.uow_factory() as uow:
                uow.ledger.accepted(bundle.id)
        case "refused":
            _refused(round_, bundle.id, outcome.why)
        case _:  # a newer hub's word: it goes on waiting
            round_.tally.left_over = True


def _follows(cursor: Cursor, bundle: Bundle, outcome: BundleOutcome) -> bool:
    """Whether the hub's record is the one held here with this bundle behind it, and no more."""
    return (
        outcome.first_seq == cursor.seq + 1
        and outcome.chain_before == cursor.chain
        and outcome.last_seq == cursor.seq + len(bundle.revisions)
    )


def _moment(said: str) -> dt.datetime | None:
    """The hub's moment; None where it told none: then a pull tells."""
    try:
        moment = dt.datetime.fromisoformat(said)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _refused(round_: Round, bundle: str, why: str) -> None:
    round_.tally.refused += 1
    with round_.uow_factory() as uow:
        uow.ledger.refused(bundle, why)
