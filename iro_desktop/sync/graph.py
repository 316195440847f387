"""What came from what: the newest revisions of a thing, and where two of them parted.

Only parents count. A laptop's clock may be days out, and says nothing here.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class Node(Protocol):
    """A revision, as far as merging needs to know it."""

    @property
    def id(self) -> str:
        """Its name."""
        ...

    @property
    def child(self) -> str:
        """The child it is about."""
        ...

    @property
    def review(self) -> str | None:
        """The review it hangs on."""
        ...

    @property
    def entity(self) -> str:
        """The thing it is a revision of."""
        ...

    @property
    def kind(self) -> str:
        """What kind of thing that is."""
        ...

    @property
    def parents(self) -> tuple[str, ...]:
        """The revisions it came from."""
        ...

    @property
    def author(self) -> str:
        """Who made it."""
        ...

    @property
    def device(self) -> str:
        """Where."""
        ...

    @property
    def made_at(self) -> dt.datetime:
        """When, by that laptop's clock."""
        ...

    @property
    def fields(self) -> dict[str, object]:
        """The whole thing, as plain JSON values."""
        ...

    @property
    def withdrawn(self) -> bool:
        """Whether the thing was taken away."""
        ...


def canonical(value: object) -> str:
    """The one way in which a plain value is written: 1, 1.0 and True differ."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Bases:
    """Where two versions parted: every nearest revision that both came from.

    `is_whole` is False where part of the history is not held here, so that a nearer one may exist
    that nobody can see from here; or where nothing is common to both.
    """

    known: tuple[Node, ...]
    is_whole: bool


class Graph:
    """The revisions of one thing. Parents that are not held count as roots of unknown content."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.nodes: Mapping[str, Node] = {node.id: node for node in nodes}
        self._cones: dict[str, frozenset[str]] = {}

    def cone(self, name: str) -> frozenset[str]:
        """A revision and all it came from, as far back as is held, by name."""
        found = self._cones.get(name)
        if found is None:
            found = self._cones[name] = frozenset(self._walk(name))
        return found

    def heads(self) -> tuple[str, ...]:
        """The revisions that no other came from, in the order of their names."""
        parents = {
            parent for node in self.nodes.values() for parent in node.parents if parent != node.id
        }
        heads = [name for name in self.nodes if name not in parents]
        # Revisions that name each other as parents, as only a forged history has them, have no
        # newest: the one with the highest name stands for its ring, so that none is lost to sight.
        hidden = set(self.nodes).difference(*(self.cone(name) for name in heads))
        while hidden:
            heads.append(max(hidden))
            hidden -= self.cone(heads[-1])
        return self.newest(heads)

    def newest(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of some revisions that none of the others came from, in the order of names."""
        wanted = set(names)
        return tuple(
            sorted(
                name
                for name in wanted
                if not any(
                    name in self.cone(other) and other not in self.cone(name)
                    for other in wanted
                    if other != name
                )
            )
        )

    def bases(self, ours: Iterable[str], theirs: Iterable[str]) -> Bases:
        """Where two versions parted. Each is given by the revisions that it brings together."""
        our_cone, their_cone = self._joined(ours), self._joined(theirs)
        common = our_cone & their_cone
        if not common:
            # Each laptop made it for itself, from one and the same beginning.
            twins = self._twins(our_cone, their_cone)
            return Bases(twins, is_whole=bool(twins) and our_cone | their_cone <= self.nodes.keys())
        # If something common came from another common one, so did a child of that other.
        passed = {parent for name in common for parent in self._parents(name)}
        nearest = sorted(common - passed) or sorted(common)  # of a ring, all
        unseen = any(
            parent not in self.nodes
            for name in (our_cone | their_cone) - common
            for parent in self._parents(name)
        )
        known = tuple(self.nodes[name] for name in nearest if name in self.nodes)
        return Bases(known, is_whole=not unseen and bool(known) and len(known) == len(nearest))

    def is_held_whole(self, names: Iterable[str]) -> bool:
        """Whether these revisions, and all that they came from, are held."""
        return self._joined(names) <= self.nodes.keys()

    def _twins(self, ours: Iterable[str], theirs: Iterable[str]) -> tuple[Node, ...]:
        """The first revisions of both that say the same to the letter."""
        their_first = {content for _, content in self._first(theirs)}
        found = {content: node for node, content in self._first(ours) if content in their_first}
        return tuple(found.values())

    def _first(self, names: Iterable[str]) -> list[tuple[Node, str]]:
        known = (self.nodes[name] for name in sorted(names) if name in self.nodes)
        return [
            (node, canonical([node.fields, node.withdrawn])) for node in known if not node.parents
        ]

    def _joined(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset[str]().union(*(self.cone(name) for name in names))

    def _parents(self, name: str) -> Sequence[str]:
        node = self.nodes.get(name)
        return () if node is None else node.parents

    def _walk(self, start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting.extend(self._parents(name))
        return seen
