"""What must hold of three laptops and a hub at rest, read from what they hold."""

from collections.abc import Iterable, Sequence
from contextlib import suppress

from iro_desktop.domain.conflicts import Conflict, ConflictCause, Settlement
from iro_desktop.services.faults import SignedVersion
from iro_desktop.services.history_port import Revision
from iro_desktop.services.syncing.conflicts import open_conflicts, settle
from laptops_for_tests import MadeUpLaptop

_ONE_FOR_ALL = "closing_seal"
_SEVERAL = 2
_GROWING = {
    "value",
    "words",
    "notes",
    "what",
    "kept_note",
    "description",
    "content",
    "about",
    "said_to_be",
}
"""Fields to which the rules only ever add words, or that they do not know at all."""


def heads_of(revisions: Iterable[Revision]) -> list[Revision]:
    """Those that no other came from."""
    given = list(revisions)
    parents = {parent for each in given for parent in each.parents}
    return [each for each in given if each.id not in parents]


def check_history(revisions: Sequence[Revision]) -> None:
    """Nothing of one thing's history lost a word that nobody decided to lose."""
    by_name = {each.id: each for each in revisions}
    for each in revisions:
        if len(each.parents) >= _SEVERAL and not each.author and not each.device:
            _check_merge(by_name, each)
        elif len(each.parents) == 1 and not each.withdrawn:
            _check_next(by_name, each)


def _check_merge(by_name: dict[str, Revision], merge: Revision) -> None:
    """What nobody decided keeps every word that either side had added since they parted."""
    if merge.kind == _ONE_FOR_ALL:
        return
    sides = [_ancestors(by_name, parent) for parent in merge.parents]
    shared = frozenset.intersection(*sides)
    known = {word for name in shared for word in words_of(by_name[name])}
    for parent in merge.parents:
        added = words_of(by_name[parent]) - known
        assert added <= words_of(merge), (
            f"a merge that nobody made lost {added - words_of(merge)}: {merge}"
        )
    assert merge.withdrawn == any(by_name[name].withdrawn for name in merge.parents)
    own_words = {
        str(by_name[name].fields["words"]) for name in merge.parents if merge.kind == "view"
    }
    assert not own_words or merge.fields["words"] in own_words, "a child's words were put together"


def _check_next(by_name: dict[str, Revision], each: Revision) -> None:
    """Who wrote with a screen before them that lacked words did not write over these."""
    parent = by_name[each.parents[0]]
    for name in _GROWING & parent.fields.keys():
        lost = _words_in([parent.fields[name]]) - _words_in([each.fields.get(name)])
        assert not lost, f"{name} was written over: {parent} by {each}"


def _ancestors(by_name: dict[str, Revision], name: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in by_name and one not in found:
            found.add(one)
            waiting.extend(by_name[one].parents)
    return frozenset(found)


def words_of(revision: Revision) -> set[str]:
    """Every word that a rule wrote and the revision says, pictures apart."""
    return _words_in(value for name, value in revision.fields.items() if name != "image")


def _words_in(values: Iterable[object]) -> set[str]:
    texts = [value for value in values if isinstance(value, str)]
    return {word.strip(".") for text in texts for word in text.split() if word.startswith("Word")}


def settle_all(laptop: MadeUpLaptop, side: int) -> None:
    """Decide all that a laptop asks; where only one way is left open, that way."""
    for conflict in open_conflicts(laptop.uow):
        laptop.clock.advance(120)
        for chosen in _ways(conflict, side):
            with suppress(SignedVersion):
                settle(laptop.uow, conflict, chosen, laptop.clock)
                break


def _ways(conflict: Conflict, side: int) -> list[Settlement]:
    if conflict.cause is ConflictCause.AFTER_CLOSING:
        closed, *after = conflict.sides
        said = " ".join(
            str(value) for each in after for value in each.fields.values() if "Word" in str(value)
        )
        return [Settlement(dict(closed.fields), withdrawn=closed.withdrawn, addendum=said)]
    turned = [*conflict.sides[side % len(conflict.sides) :], *conflict.sides]
    return [Settlement(dict(each.fields), withdrawn=each.withdrawn) for each in turned]
