"""Bring together two versions of one thing, field by field, against what both came from.

A field that a version lacks, as one of an older program may, says nothing about it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from iro_desktop.sync.graph import canonical
from iro_desktop.sync.rules import Fields, Rule, Rules
from iro_desktop.sync.sentences import merge_texts


@dataclass(frozen=True, slots=True)
class Together:
    """The fields on which two versions agree, and the names of those that only a person can."""

    fields: Mapping[str, object]
    disputed: frozenset[str]


def same(one: object, other: object) -> bool:
    """Whether two plain values are the same to the byte: 1, 1.0 and True differ."""
    return canonical(one) == canonical(other)


def merge_fields(
    kind: str, base: Fields | None, ours: Fields, theirs: Fields, rules: Rules
) -> Together:
    """Both sides' changes since `base`; None where nobody knows what both came from."""
    before: Fields = {} if base is None else base
    names = sorted({*ours, *theirs})
    versions = (*(() if base is None else (base,)), ours, theirs)
    disputed = set(_torn_apart(kind, base, ours, theirs, rules))
    merged: dict[str, object] = {}
    for name in names:
        if name in disputed:
            continue
        found = _merged(name, base, ours, theirs, rules.rule_for(kind, name, versions))
        if found is None:
            disputed.add(name)
        else:
            merged[name] = found[0]
    for name in before:  # both are of a program that does not know the field: it is kept
        if name not in names:
            merged[name] = before[name]
    return Together(merged, frozenset(disputed))


def agree(results: Sequence[Together]) -> Together:
    """What every one of several results says; where they differ, a person decides."""
    first, *others = results
    disputed = set(first.disputed).union(*(each.disputed for each in others))
    for each in others:
        for name in {*first.fields, *each.fields}:
            if not _has_same(name, first.fields, each.fields):
                disputed.add(name)
    fields = {name: value for name, value in first.fields.items() if name not in disputed}
    return Together(fields, frozenset(disputed))


def differing(one: Fields, other: Fields) -> frozenset[str]:
    """Names of fields that two versions both have, and have differently; or only one has."""
    return frozenset(name for name in {*one, *other} if not _has_same(name, one, other))


def changed(base: Fields, version: Fields) -> frozenset[str]:
    """Names of fields about which a version says something else than what it came from."""
    return frozenset(name for name in version if not _has_same(name, base, version))


def _has_same(name: str, one: Fields, other: Fields) -> bool:
    return name in one and name in other and same(one[name], other[name])


def _merged(
    name: str, base: Fields | None, ours: Fields, theirs: Fields, rule: Rule
) -> tuple[object] | None:
    """The value on which both agree; None where they do not."""
    if name not in ours:
        return (theirs[name],)
    our = ours[name]
    if name not in theirs or same(our, theirs[name]):
        return (our,)
    their = theirs[name]
    if base is None or name not in base:
        return None
    return _of_both(base[name], our, their, rule)


def _of_both(before: object, our: object, their: object, rule: Rule) -> tuple[object] | None:
    if same(our, before):
        return (their,)
    if same(their, before):
        return (our,)
    if rule is not Rule.PROSE:
        return None
    if not (isinstance(before, str) and isinstance(our, str) and isinstance(their, str)):
        return None
    text = merge_texts(before, our, their)
    return None if text is None else (text,)


def _torn_apart(
    kind: str, base: Fields | None, ours: Fields, theirs: Fields, rules: Rules
) -> set[str]:
    """Fields that mean something only together, and of which each side changed another."""
    if base is None:
        return set()  # all that differs is disputed as it is
    our, their = changed(base, ours), changed(base, theirs)
    found: set[str] = set()
    for group in rules.together(kind):
        ours_of, theirs_of = our & group, their & group
        is_one_field = ours_of == theirs_of and len(ours_of) == 1
        if ours_of and theirs_of and not is_one_field:
            found |= {
                name
                for name in ours_of | theirs_of
                if name in ours and name in theirs and not same(ours[name], theirs[name])
            }
    return found
