"""From what a person chose, field by field, to the whole thing as it is to stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from iro_desktop.domain.conflicts import Conflict, Settlement

BETWEEN_BOTH = "\n\n"


@dataclass(frozen=True, slots=True)
class Version:
    """What one side says, by its place among the sides."""

    side: int


@dataclass(frozen=True, slots=True)
class Both:
    """All versions in full, one after the other."""


@dataclass(frozen=True, slots=True)
class Third:
    """Other words, written now."""

    words: str


Chosen = Version | Both | Third


def settlement_of(conflict: Conflict, chosen: Mapping[str, Chosen]) -> Settlement:
    """The decision, once every disputed field has one."""
    fields = dict(conflict.merged)
    for disputed in conflict.disputed:
        fields[disputed.name] = value_of(disputed.versions, chosen[disputed.name])
    return Settlement(fields=fields)


def value_of(versions: Sequence[object], chosen: Chosen) -> object:
    """What a field holds by a choice. Of both, the same words are not said twice."""
    match chosen:
        case Version(side):
            return versions[side]
        case Third(words):
            return words
        case Both():
            texts = [one for one in versions if isinstance(one, str) and one.strip()]
            return BETWEEN_BOTH.join(dict.fromkeys(texts))


def keep_side(conflict: Conflict, side: int) -> Settlement:
    """One whole version, also where it says that the thing was taken away."""
    kept = conflict.sides[side]
    return Settlement(fields=dict(kept.fields), withdrawn=kept.withdrawn)


def as_closed(conflict: Conflict, addendum: str = "") -> Settlement:
    """The record as it was closed, with what came after as an addendum, or left out."""
    closed = conflict.sides[0]
    return Settlement(dict(closed.fields), withdrawn=closed.withdrawn, addendum=addendum)
