"""Lists of a practice pack: entries with ids and titles, none of them twice, none too many."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from iro_desktop.practice_files.faults import PracticeFault
from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.keys import Keys, keys_of
from iro_desktop.source_files.tree import Spot

LONGEST_TITLE, LONGEST_QUESTION = 60, 300


class Titled(Protocol):
    """What has an id, and a title by which people know it."""

    @property
    def id(self) -> str:
        """Its id in the pack."""
        ...

    @property
    def title(self) -> str:
        """What people call it."""
        ...


T = TypeVar("T", bound=Titled)


def short(keys: Keys, key: str, faults: Faults, limit: int, *, required: bool = False) -> str:
    """Some words for which there is room."""
    text = keys.text(key, required=required)
    if len(text) > limit:
        count = str(len(text))
        spot = keys.spot_of(key)
        faults.add(PracticeFault.TOO_LONG, spot, key, count=count, limit=str(limit))
    return text


def titled(
    keys: Keys, key: str, owner: str, make: Callable[[Keys], T], faults: Faults, most: int
) -> tuple[T, ...]:
    """Entries with an id and a title each: at least one, at most so many, no two alike."""
    nodes = keys.entries(key)
    if key in keys and not nodes:
        faults.add(PracticeFault.NOTHING_IN_LIST, keys.spot_of(key), key)
    if len(nodes) > most:
        count, limit = str(len(nodes)), str(most)
        faults.add(PracticeFault.TOO_MANY, keys.spot_of(key), key, count=count, limit=limit)
    found: list[T] = []
    ids: dict[str, Spot] = {}
    titles: dict[str, Spot] = {}
    for node in nodes:
        held = keys_of(node, owner, faults)
        if held is None:
            continue
        entry = make(held)
        held.done()
        _note_twice(entry.id, ids, held.spot_of("id"), owner, faults)
        _note_title(entry.title, titles, held.spot_of("title"), faults)
        found.append(entry)
    return tuple(found)


def _note_twice(name: str, seen: dict[str, Spot], spot: Spot, owner: str, faults: Faults) -> None:
    if name in seen:
        line = str(seen[name].line)
        faults.add(SourceFault.ID_TWICE, spot, name, owner=owner, line=line)
    elif name:
        seen[name] = spot


def _note_title(title: str, seen: dict[str, Spot], spot: Spot, faults: Faults) -> None:
    plain = title.casefold()
    if plain in seen:
        faults.add(PracticeFault.TITLE_TWICE, spot, title, line=str(seen[plain].line))
    elif plain:
        seen[plain] = spot
