"""A record that was exported while people disagreed about some of it.

Each laptop shows its own words until a person decided, so what such a file states of a thing is one
of the versions in its history, and another laptop may show another. All versions travel, and are
brought together, or shown side by side, where the file is taken in.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import msgspec

from iro_desktop.services.history_port import Revision
from iro_desktop.sync.graph import Graph

_SEVERAL = 2

Forked = Mapping[str, Sequence[Revision]]
"""The revisions of each thing that stands at several newest ones."""


class Named(Protocol):
    """A thing of a record."""

    @property
    def id(self) -> str:
        """Its name."""
        ...


def forked_in(history: Iterable[Revision]) -> Forked:
    """What people disagree about in a history."""
    by_entity: dict[str, list[Revision]] = {}
    for each in history:
        by_entity.setdefault(each.entity, []).append(each)
    return {
        entity: given
        for entity, given in by_entity.items()
        if len(Graph(given).heads()) >= _SEVERAL
    }


def is_one_story(
    stated: Sequence[Sequence[Named]], stands: Sequence[Sequence[Named]], forked: Forked
) -> bool:
    """Whether lists of things state what stands, but for which version of those in dispute."""
    if [_undisputed(things, forked) for things in stated] != [
        _undisputed(things, forked) for things in stands
    ]:
        return False
    disputed = {each.id: each for things in stated for each in things if each.id in forked}
    standing = {each.id for things in stands for each in things}
    return all(
        _is_said(disputed[entity], given)
        if entity in disputed
        else entity not in standing or any(each.withdrawn for each in given)
        for entity, given in forked.items()
    )


def _undisputed(things: Sequence[Named], forked: Forked) -> list[Named]:
    return [each for each in things if each.id not in forked]


def _is_said(thing: Named, given: Sequence[Revision]) -> bool:
    """Whether one of the revisions says this."""
    return any(_read(each, type(thing)) == thing for each in given if not each.withdrawn)


def _read(revision: Revision, kind: type[Named]) -> Named | None:
    try:
        return msgspec.convert(revision.fields, kind)
    except msgspec.ValidationError:
        return None
