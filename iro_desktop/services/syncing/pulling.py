"""Take in what the hub has of a child, page by page, and remember up to where."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from iro_desktop import __version__
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services.faults import NotOurHub
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import Cursor, Stamp
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.setting_names import HUB_DEVICE
from iro_desktop.services.syncing.files import (
    FileNotThere,
    FileUnreadable,
    fetch,
    made_whole,
    references,
)
from iro_desktop.services.syncing.reports import Note
from iro_desktop.services.syncing.rounds import Round, Step
from iro_desktop.wire.revisions import Page, Received, WireRevision

TAKEN_AT_ONCE = 100
"""Revisions taken in within one transaction: someone is typing meanwhile."""

UNMERGED = "sync_unmerged"
"""The setting that says that something was taken in and not yet brought together."""

_WAITING = "sync_waiting_for_files"
_READ_BY = "sync_read_by"

Arrived = tuple[WireRevision, Revision | None, Stamp]


def pull(round_: Round, child: ChildId, when_done: Callable[[UnitOfWork], None]) -> set[str]:
    """Take in all that follows this laptop's cursor. Returns the entities that were touched.

    `when_done` runs in the transaction that brings the cursor to where the hub's record ends.

    Raises:
        OtherHistory: what is held here is not what the hub has.
    """
    touched: set[str] = set()
    with round_.uow_factory() as uow:
        cursor = uow.ledger.cursor(child)
    while True:
        round_.job.check()
        page = round_.hub.pull(child, cursor.seq, cursor.chain)
        _check(page, child, cursor)
        stamped = [(each.revision, _stamp_of(each)) for each in page.revisions]
        touched |= take_in(round_, child, stamped)
        cursor = Cursor(page.last_seq, page.chain)
        with round_.uow_factory() as uow:
            uow.ledger.advance(child, cursor)
            _drop_files(uow, child, page.revisions)
            if not page.more:
                when_done(uow)
        if not page.more:
            return touched


def _check(page: Page, child: ChildId, cursor: Cursor) -> None:
    """What would lead this laptop astray does not come from a hub that we know."""
    numbers = [cursor.seq, *(each.seq for each in page.revisions)]
    is_in_order = all(one < other for one, other in pairwise(numbers))
    is_of_child = page.child == child and all(
        each.revision.child == child for each in page.revisions
    )
    goes_on = page.last_seq > cursor.seq or not page.more
    if not (is_in_order and is_of_child and goes_on and page.last_seq >= numbers[-1]):
        raise NotOurHub


def take_in(
    round_: Round, child: ChildId, received: Sequence[tuple[WireRevision, Stamp]]
) -> set[str]:
    """Take in revisions of a child with their files, opened where this device can.

    What it cannot read, or whose files are not there yet, is kept as it came: nobody's revision
    holds up those behind it. Returns the entities that were touched.
    """
    arrived = list(_arrived(round_, child, received))
    touched: set[str] = set()
    for start in range(0, len(arrived), TAKEN_AT_ONCE):
        round_.job.check()
        touched |= _keep(round_, arrived[start : start + TAKEN_AT_ONCE])
        round_.job.progress(round_.tally.received, 0, Step.RECEIVING)
    if touched:
        round_.tally.changed.add(child)
    return touched


def read_again(round_: Round) -> set[str]:
    """Try what was kept as it came: its files may be there now, or this program a newer one.

    Returns the entities that were touched.
    """
    with round_.uow_factory() as uow:
        waiting = _waiting_for_files(uow)
        is_other_program = uow.settings.get(_READ_BY) != __version__
        if not waiting and not is_other_program:
            return set()
        by_child: dict[ChildId, list[tuple[WireRevision, Stamp]]] = {}
        for wire, stamp in uow.ledger.kept_sealed():
            if wire.sealed is None and (is_other_program or wire.id in waiting):
                by_child.setdefault(ChildId(wire.child), []).append((wire, stamp))
    touched: set[str] = set()
    for child, kept in by_child.items():
        touched |= take_in(round_, child, kept)
    with round_.uow_factory() as uow:
        uow.settings.set(_READ_BY, __version__)
        _wait_no_more(uow, waiting - {wire.id for wire, _ in uow.ledger.kept_sealed()})
    return touched


def _waiting_for_files(uow: UnitOfWork) -> frozenset[str]:
    return frozenset(uow.settings.get(_WAITING).split())


def _wait_no_more(uow: UnitOfWork, revisions: Iterable[str]) -> None:
    waiting = _waiting_for_files(uow)
    if waiting and not waiting.isdisjoint(revisions):
        uow.settings.set(_WAITING, " ".join(sorted(waiting.difference(revisions))))


def _stamp_of(each: Received) -> Stamp:
    return Stamp(each.seq, each.by, each.by_name, each.received_at, each.carried)


def _arrived(
    round_: Round, child: ChildId, received: Sequence[tuple[WireRevision, Stamp]]
) -> Iterator[Arrived]:
    """Revisions with their files, opened."""
    wires: list[WireRevision] = []
    left = set[str]()
    for wire, _ in received:
        try:
            wires.append(_with_files(round_, child, wire))
        except FileNotThere as fault:
            wires.append(wire)
            left.add(wire.id)
            _leave(round_, wire, is_for_good=isinstance(fault, FileUnreadable))
    opened = round_.sealer.open_page(wires)
    for wire, revision, (_, stamp) in zip(wires, opened, received, strict=True):
        yield wire, None if wire.id in left else revision, stamp


def _leave(round_: Round, wire: WireRevision, *, is_for_good: bool) -> None:
    """Leave a revision as it came; until its file is there, where that may yet be."""
    with round_.uow_factory() as uow:
        if is_for_good:
            _wait_no_more(uow, [wire.id])
        else:
            waiting = sorted({*_waiting_for_files(uow), wire.id})
            uow.settings.set(_WAITING, " ".join(waiting))
    round_.tally.note(Note.NOT_READABLE if is_for_good else Note.FILES_WAITING)
    round_.tally.left_over |= not is_for_good


def _with_files(round_: Round, child: ChildId, wire: WireRevision) -> WireRevision:
    wanted = references(wire)
    if wire.sealed is not None or not wanted:
        return wire
    round_.job.progress(0, 0, Step.FILES)
    contents = {
        each.file: fetch(round_.uow_factory, round_.hub, child, each, round_.job)
        for each in wanted.values()
    }
    return made_whole(wire, contents)


def _drop_files(uow: UnitOfWork, child: ChildId, taken_in: Sequence[Received]) -> None:
    """They stand in the fields of their revisions now."""
    for each in taken_in:
        for reference in references(each.revision).values():
            uow.ledger.drop_file(child, reference.file)


def _keep(round_: Round, arrived: Sequence[Arrived]) -> set[str]:
    """Take in some in one transaction: what can be opened, and the rest as it came."""
    readable = [(revision, stamp) for _, revision, stamp in arrived if revision is not None]
    sealed = [(wire, stamp) for wire, revision, stamp in arrived if revision is None]
    with round_.uow_factory() as uow:
        device = uow.settings.get(HUB_DEVICE)
        held = uow.ledger.stamps([revision.id for revision, _ in readable])
        touched = set(uow.ledger.take_in(readable))
        uow.ledger.keep_sealed(sealed)
        _wait_no_more(uow, [revision.id for revision, _ in readable])
        if touched:
            uow.settings.set(UNMERGED, "1")
        if _some_are_of_a_newer_program(uow, [revision for revision, _ in readable]):
            round_.tally.note(Note.NEWER_PROGRAM)
    round_.tally.received += sum(
        revision.id not in held and revision.device != device for revision, _ in readable
    )
    if any(round_.sealer.is_broken(wire) for wire, _ in sealed):
        round_.tally.note(Note.NOT_READABLE)
    return touched


def _some_are_of_a_newer_program(uow: UnitOfWork, revisions: Sequence[Revision]) -> bool:
    """What this program cannot read is kept as it came, and so has no stamp."""
    stamped = uow.ledger.stamps([each.id for each in revisions])
    missing = [each for each in revisions if each.id not in stamped]
    return any(each.review not in uow.ledger.purged_reviews(each.child) for each in missing)
