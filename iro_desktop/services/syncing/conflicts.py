"""Bring together what two laptops wrote, and settle what only a person can.

Nothing is chosen in silence: what both changed waits, every version kept, until a person says how
the thing is to stand. Their decision is a revision that came from all the versions they saw.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec

from iro_desktop.domain.conflicts import Conflict, ConflictCause, Settlement
from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId, new_id
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.closing_review import put_addendum
from iro_desktop.services.faults import FixedReview, NoSuchThing, SignedVersion
from iro_desktop.services.history_port import Revision
from iro_desktop.services.own_words import rules_for
from iro_desktop.services.owner import author
from iro_desktop.services.ports import Clock, UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.review_records import require_review
from iro_desktop.services.rights import Rights
from iro_desktop.services.syncing.decided import decided_fields, not_such_a_thing
from iro_desktop.services.syncing.forks import conflict_of, found_in
from iro_desktop.services.team_hub.membership import device_of
from iro_desktop.sync.fields import same
from iro_desktop.sync.merging import AutomaticMerge
from iro_desktop.sync.rules import Rules

_VERSION = "document_version"
_AT_ONCE = 20  # things in one transaction, so that typing never waits for long
_MOST_MERGES = 10  # of one thing in a row: each leaves fewer newest revisions


@dataclass(frozen=True, slots=True)
class MergeOutcome:
    """How many merges were made, and the things that a person must look at."""

    merged: int
    conflicts: tuple[EntityId, ...]


def merge_forks(
    uow_factory: UnitOfWorkFactory, entities: Iterable[str] | None = None
) -> MergeOutcome:
    """Bring together every thing that stands at several revisions; without names, in all the store.

    What only a person can decide is remembered; what is whole again is forgotten there. What is not
    this laptop's to write is left as it is, for those whose it is: their merge comes from the hub.
    """
    with uow_factory() as uow:
        forked = _forked(uow, entities)
    merged, conflicts = 0, list[EntityId]()
    for start in range(0, len(forked), _AT_ONCE):
        with uow_factory() as uow:
            rights = Rights(uow.settings)
            for name in forked[start : start + _AT_ONCE]:
                made, is_whole = _bring_together(uow, name, rights)
                merged += made
                if not is_whole:
                    conflicts.append(EntityId(name))
    return MergeOutcome(merged, tuple(conflicts))


def _forked(uow: UnitOfWork, entities: Iterable[str] | None) -> list[str]:
    """What is to be looked at. What was a conflict and is none any more leaves that list."""
    names = None if entities is None else _with_what_they_seal(uow, frozenset(entities))
    forked = list(uow.ledger.forked(None if names is None else sorted(names)))
    for name in uow.ledger.conflicts():
        if name not in forked and (names is None or name in names):
            uow.ledger.settled(name)
    return forked


def _with_what_they_seal(uow: UnitOfWork, names: frozenset[str]) -> frozenset[str]:
    """A closing that came in tells of everything that hangs on its review."""
    seals = [seal for seal in map(uow.closing_seals.find, sorted(names)) if seal is not None]
    return names.union(
        each.entity for seal in seals for each in uow.history.of_review(seal.review_id)
    )


def _bring_together(uow: UnitOfWork, name: str, rights: Rights) -> tuple[int, bool]:
    """How many merges were made of one thing, and whether nothing is left to a person."""
    for made in range(_MOST_MERGES):
        given = uow.history.of_entity(name)
        is_ours = rights.has_kind(given[0].child, given[0].kind)
        found = found_in(uow, given) if is_ours else None
        if found is None:
            uow.ledger.settled(name)
            return made, True
        if not isinstance(found, AutomaticMerge):
            break
        uow.ledger.add_merge(_as_revision(found), is_automatic=True)
    uow.ledger.note_conflicts([name])
    return made, False


def _as_revision(merge: AutomaticMerge) -> Revision:
    return Revision(
        id=merge.id,
        child=ChildId(merge.child),
        review=None if merge.review is None else ReviewId(merge.review),
        entity=merge.entity,
        kind=merge.kind,
        parents=merge.parents,
        author=merge.author,
        device=merge.device,
        made_at=merge.made_at,
        fields=merge.fields,
        withdrawn=merge.withdrawn,
    )


def open_conflicts(uow_factory: UnitOfWorkFactory) -> tuple[Conflict, ...]:
    """What waits for a person, as it was found."""
    with uow_factory() as uow:
        names = uow.ledger.conflicts()
        by_entity: dict[str, list[Revision]] = {name: [] for name in names}
        for revision in uow.history.looked_at(names):
            by_entity[revision.entity].append(revision)
        found = [conflict_of(uow, given) for given in by_entity.values() if given]
    return tuple(conflict for conflict in found if conflict is not None)


def conflicts_of(uow_factory: UnitOfWorkFactory, child: ChildId) -> tuple[Conflict, ...]:
    """What waits for a person in a child's record, as it was found."""
    return tuple(one for one in open_conflicts(uow_factory) if one.child == child)


def rules_of(uow_factory: UnitOfWorkFactory, conflict: Conflict) -> Rules:
    """The rules by which a thing's versions are brought together."""
    with uow_factory() as uow:
        versions = (*(side.fields for side in conflict.sides), conflict.merged)
        rules = rules_for(uow)
        is_quoted = any(rules.is_own_words(conflict.kind, fields) for fields in versions if fields)
    return Rules(lambda _kind, _fields: is_quoted)


def settle(
    uow_factory: UnitOfWorkFactory, conflict: Conflict, settlement: Settlement, clock: Clock
) -> Changed:
    """Let a thing stand as a person decided, who saw the versions of `conflict`.

    What came after a closing stays out of the closed record; `settlement.addendum` is added to it.

    Raises:
        AccessOver, NotYoursToWrite: the hub would not take the decision.
        NoSuchThing: it was settled meanwhile, or what was shown of this laptop's has changed.
        UnreadableFile: the fields decided on are not those of such a thing.
        FixedReview: a closed record would change.
        SignedVersion: a document that is signed here would change.
    """
    with uow_factory() as uow:
        Rights(uow.settings).check(conflict.child, conflict.kind, clock.now())
        given = uow.history.of_entity(conflict.entity)
        now = conflict_of(uow, given)
        if now is None or now.cause is not conflict.cause or not _were_seen(conflict, given):
            raise NoSuchThing(kind="conflict", name=conflict.entity)
        if conflict.cause is not ConflictCause.AFTER_CLOSING:
            settlement = replace(settlement, fields=decided_fields(conflict, settlement.fields))
        _check(uow, conflict, settlement)
        try:
            uow.ledger.add_merge(_decision(uow, conflict, settlement, clock), is_automatic=False)
        except (OverflowError, UnicodeEncodeError, msgspec.ValidationError) as fault:
            raise not_such_a_thing(conflict) from fault
        if settlement.addendum.strip() and conflict.cause is ConflictCause.AFTER_CLOSING:
            review = require_review(uow, ReviewId(str(conflict.review)))
            put_addendum(uow, review, settlement.addendum, clock)
        uow.ledger.settled(conflict.entity)
    merge_forks(uow_factory, [conflict.entity])  # what came since it was shown is still there
    reviews = frozenset({conflict.review} if conflict.review else ())
    return Changed(frozenset(Topic), frozenset({conflict.child}), reviews)


def _were_seen(conflict: Conflict, given: Sequence[Revision]) -> bool:
    """Whether every version still says what it said when it was shown."""
    by_id = {each.id: each for each in given}
    return all(
        side.revision in by_id
        and same(by_id[side.revision].fields, side.fields)
        and by_id[side.revision].withdrawn == side.withdrawn
        for side in conflict.sides
        if side.revision
    )


def _check(uow: UnitOfWork, conflict: Conflict, settlement: Settlement) -> None:
    # No database of the hub's kind can hold a NUL: the hub would refuse it.
    if any("\0" in text for text in settlement.fields.values() if isinstance(text, str)):
        raise not_such_a_thing(conflict)
    if conflict.cause is ConflictCause.AFTER_CLOSING:
        closed = conflict.sides[0]
        is_as_closed = same(settlement.fields, closed.fields)
        if not is_as_closed or settlement.withdrawn != closed.withdrawn:
            raise FixedReview
    if conflict.kind == _VERSION:
        signed = uow.document_versions.find(conflict.entity)
        if signed is not None and signed.is_signed:
            is_as_signed = _read(conflict, settlement) == signed
            if settlement.withdrawn or not is_as_signed:
                raise SignedVersion


def _read(conflict: Conflict, settlement: Settlement) -> DocumentVersion:
    try:
        return msgspec.convert(settlement.fields, DocumentVersion)
    except msgspec.ValidationError as fault:
        raise not_such_a_thing(conflict) from fault


def _decision(
    uow: UnitOfWork, conflict: Conflict, settlement: Settlement, clock: Clock
) -> Revision:
    """A revision that came from all the versions that were shown."""
    return Revision(
        id=new_id(),
        child=conflict.child,
        review=conflict.review,
        entity=conflict.entity,
        kind=conflict.kind,
        parents=tuple(sorted(side.revision for side in conflict.sides if side.revision)),
        author=author(uow.settings),
        device=device_of(uow.settings),
        made_at=clock.now(),
        fields=dict(settlement.fields),
        withdrawn=settlement.withdrawn,
    )
