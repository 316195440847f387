"""What of a thing came after the closing of its review, and so is no part of the closed record.

A closing seals the newest revision of each thing. From there a thing moves on by what may be noted
after closing alone, as what the next review found of a decision. What brings versions together is
no exception, or a merge that somebody forged would change a closed record.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from iro_desktop.domain.closing_seal import may_follow
from iro_desktop.sync.graph import Graph, Node
from iro_desktop.sync.merging import Merged, merge
from iro_desktop.sync.rules import Rules


@dataclass(frozen=True, slots=True)
class CameAfter:
    """Where the closed record stands with a thing, and what came after, each by name and in order.

    `closed` is empty where the thing was not there at the closing.
    """

    closed: tuple[str, ...]
    after: tuple[str, ...]


def came_after(nodes: Iterable[Node], sealed: str | None, rules: Rules) -> CameAfter | None:
    """What a person must put into an addendum or leave out; None where there is no such thing.

    `sealed` is the revision that the closing sealed, None where the thing was not there then. What
    came after may be merged where it leaves the closed record as it is.
    """
    graph = Graph(nodes)
    heads = graph.heads()
    if sealed is None:
        alive = [name for name in heads if not graph.nodes[name].withdrawn]
        return CameAfter((), heads) if alive else None
    standing = _standing(graph, sealed)
    after = tuple(name for name in heads if name not in standing)
    if not after or _leaves_it_as_it_is(graph, sealed, heads, rules):
        return None
    return CameAfter(graph.newest(standing), after)


def _standing(graph: Graph, sealed: str) -> set[str]:
    """The sealed revision and those that properly went on from it."""
    standing = {sealed}
    while True:
        more = {
            node.id
            for node in graph.nodes.values()
            if node.id not in standing and _goes_on(graph, node, standing)
        }
        if not more:
            return standing
        standing |= more


def _goes_on(graph: Graph, node: Node, standing: set[str]) -> bool:
    before = [graph.nodes[parent] for parent in node.parents if parent in standing]
    return bool(before) and all(_is_as_closed(each, node) for each in before)


def _is_as_closed(closed: Node, other: Node | Merged) -> bool:
    kind = closed.kind
    is_same_sight = other.withdrawn == closed.withdrawn
    return is_same_sight and may_follow(kind, closed.fields, other.fields)


def _leaves_it_as_it_is(graph: Graph, sealed: str, heads: Iterable[str], rules: Rules) -> bool:
    merged = merge(graph.nodes.values(), heads, rules)
    return isinstance(merged, Merged) and _is_as_closed(graph.nodes[sealed], merged)
