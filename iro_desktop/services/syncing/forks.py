"""What became of a thing that several laptops went on with: brought together, or for a person.

Read from its revisions and, where its review is closed, from what the closing sealed.
"""

from collections.abc import Mapping, Sequence

from iro_desktop.domain.closing_seal import FIXED_WITH_REVIEW, ClosingSeal, closing_seal_id
from iro_desktop.domain.conflicts import Conflict, ConflictCause, FieldInConflict, Side
from iro_desktop.domain.identifiers import EntityId, RevisionId
from iro_desktop.services.history_port import Revision
from iro_desktop.services.own_words import rules_for
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.team_hub.membership import device_of
from iro_desktop.sync.after_closing import CameAfter, came_after
from iro_desktop.sync.fields import differing
from iro_desktop.sync.graph import Graph
from iro_desktop.sync.merging import (
    AutomaticMerge,
    Disputed,
    automatic_merge,
    claims_to_be_automatic,
    disputed_whole,
    is_genuine_merge,
)
from iro_desktop.sync.rules import Rules

_REVIEW = "review"
_SEVERAL = 2

Found = AutomaticMerge | Disputed | CameAfter | None


def found_in(uow: UnitOfWork, given: Sequence[Revision]) -> Found:
    """What is to be done about a thing with these revisions; None where it is whole."""
    heads = Graph(given).heads()
    rules = rules_for(uow)
    first = given[0]
    if first.review and (first.kind in FIXED_WITH_REVIEW or first.kind == _REVIEW):
        seal = uow.closing_seals.find(closing_seal_id(first.review))
        if seal is not None and _tells_of(seal, given):
            came = came_after(given, seal.heads.get(first.entity), rules)
            if came is not None and len(came.closed) < _SEVERAL:
                return came
            if came is not None:  # first what was noted in the closed record itself
                return automatic_merge(given, came.closed, rules)
        elif _is_closed(uow, first):
            return _of_closed_without_seal(given, heads, rules)
    return automatic_merge(given, heads, rules) if len(heads) >= _SEVERAL else None


def conflict_of(uow: UnitOfWork, given: Sequence[Revision]) -> Conflict | None:
    """What a person must decide about a thing with these revisions, if anything."""
    match found_in(uow, given):
        case Disputed() as disputed:
            sides = _sides(uow, given, disputed.heads)
            return _conflict(given, disputed.cause, sides, disputed.fields, disputed.merged)
        case CameAfter() as came:
            sides = _sides(uow, given, (*came.closed, *came.after))
            if not came.closed:
                sides = (_not_there(sides[-1]), *sides)
            return _of_what_came_after(given, sides)
    return None


def _tells_of(seal: ClosingSeal, given: Sequence[Revision]) -> bool:
    """Whether what it sealed of the thing, if it sealed any, is held here."""
    sealed = seal.heads.get(given[0].entity)
    return sealed is None or any(each.id == sealed for each in given)


def _is_closed(uow: UnitOfWork, revision: Revision) -> bool:
    review = uow.reviews.find(revision.review or "")
    return review is not None and review.is_fixed


def _of_closed_without_seal(given: Sequence[Revision], heads: Sequence[str], rules: Rules) -> Found:
    """Nobody knows which of them was closed: only what says the same comes together by itself."""
    if len(heads) < _SEVERAL:
        return None
    found = disputed_whole(given, heads)
    newest = [each for each in given if each.id in heads]
    if found.fields or len({each.withdrawn for each in newest}) > 1:
        return found
    return automatic_merge(given, heads, rules)


def _sides(uow: UnitOfWork, given: Sequence[Revision], names: Sequence[str]) -> tuple[Side, ...]:
    by_id = {each.id: each for each in given}
    stamps = uow.ledger.stamps(names)
    device = device_of(uow.settings)
    sides: list[Side] = []
    for name in names:
        each = by_id[name]
        is_mine = each.device == device
        by = stamps[name].by_name if name in stamps and not is_mine else ""
        author = each.author
        if claims_to_be_automatic(each) and not is_genuine_merge(each, given, rules_for(uow)):
            author = by  # whoever sent it made it
        sides.append(
            Side(
                revision=RevisionId(name),
                author=author,
                device=each.device,
                by=by,
                made_at=each.made_at,
                fields=each.fields,
                withdrawn=each.withdrawn,
                is_mine=is_mine,
            )
        )
    return tuple(sides)


def _not_there(other: Side) -> Side:
    """The closed record, which had no such thing: it stands as if it had been taken away."""
    return Side(
        revision=RevisionId(""),
        author="",
        device="",
        by="",
        made_at=other.made_at,
        fields=other.fields,
        withdrawn=True,
        is_mine=False,
    )


def _of_what_came_after(given: Sequence[Revision], sides: tuple[Side, ...]) -> Conflict:
    closed, *others = sides
    apart = frozenset[str]().union(*(differing(closed.fields, each.fields) for each in others))
    disputed = tuple(
        FieldInConflict(
            name, closed.fields.get(name), tuple(side.fields.get(name) for side in sides)
        )
        for name in dict.fromkeys(name for side in sides for name in side.fields)
        if name in apart
    )
    merged = {name: value for name, value in closed.fields.items() if name not in apart}
    return _conflict(given, ConflictCause.AFTER_CLOSING, sides, disputed, merged)


def _conflict(
    given: Sequence[Revision],
    cause: ConflictCause,
    sides: tuple[Side, ...],
    disputed: tuple[FieldInConflict, ...],
    merged: Mapping[str, object],
) -> Conflict:
    first = given[0]
    return Conflict(
        entity=EntityId(first.entity),
        child=first.child,
        review=first.review,
        kind=first.kind,
        cause=cause,
        sides=sides,
        disputed=disputed,
        merged=dict(merged),
    )
