"""Take in what the hub has of a child, page by page, and remember up to where."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services.faults import NotOurHub
from iro_desktop.services.ports import Cursor, Revision, Stamp, UnitOfWork
from iro_desktop.services.sync_files import FileNotThere, fetch, made_whole, references
from iro_desktop.services.sync_reports import Note
from iro_desktop.services.sync_rounds import Round, Step
from iro_desktop.wire.revisions import Page, Received, WireRevision

TAKEN_AT_ONCE = 100
"""Revisions taken in within one transaction: someone is typing meanwhile."""

UNMERGED = "sync_unmerged"
"""The setting that says that something was taken in and not yet brought together."""

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
        arrived, is_whole = _arrived(round_, child, page.revisions)
        touched |= _take_in(round_, child, arrived)
        if not is_whole:
            round_.tally.left_over = True
            return touched
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


def _arrived(
    round_: Round, child: ChildId, received: Sequence[Received]
) -> tuple[list[Arrived], bool]:
    """Revisions with their files, opened; and whether they are all: one waits, those after too."""
    wires: list[WireRevision] = []
    is_whole = True
    for each in received:
        try:
            wires.append(_with_files(round_, child, each.revision))
        except FileNotThere:
            round_.tally.note(Note.FILES_WAITING)
            is_whole = False
            break
    opened = round_.sealer.open_page(wires)
    stamps = [
        Stamp(each.seq, each.by, each.by_name, each.received_at, each.carried) for each in received
    ]
    return list(zip(wires, opened, stamps, strict=False)), is_whole


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


def _take_in(round_: Round, child: ChildId, arrived: Sequence[Arrived]) -> set[str]:
    touched: set[str] = set()
    for start in range(0, len(arrived), TAKEN_AT_ONCE):
        round_.job.check()
        touched |= _keep(round_, arrived[start : start + TAKEN_AT_ONCE])
        round_.job.progress(round_.tally.received, 0, Step.RECEIVING)
    if touched:
        round_.tally.changed.add(child)
    return touched


def _keep(round_: Round, arrived: Sequence[Arrived]) -> set[str]:
    """Take in some in one transaction: what can be opened, and the rest as it came."""
    readable = [(revision, stamp) for _, revision, stamp in arrived if revision is not None]
    sealed = [(wire, stamp) for wire, revision, stamp in arrived if revision is None]
    with round_.uow_factory() as uow:
        device = uow.settings.get("hub_device")
        held = uow.ledger.stamps([revision.id for revision, _ in readable])
        touched = set(uow.ledger.take_in(readable))
        uow.ledger.keep_sealed(sealed)
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
