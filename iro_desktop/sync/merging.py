"""Bring together the newest revisions of one thing, or say what only a person may decide.

Two versions are merged against every nearest revision that both came from. Where two people each
settled one dispute in their own way there are several, and from each of them the other way looks
like the only change: what differs between the results is disputed again. More than two are
brought together one after another, in the order of their names, so that every laptop that holds
the same revisions makes the same of them, whenever and in whatever order they came.
"""

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from iro_desktop.domain.conflicts import ConflictCause, FieldInConflict
from iro_desktop.sync.fields import Together, agree, changed, differing, merge_fields
from iro_desktop.sync.graph import Bases, Graph, Node, canonical
from iro_desktop.sync.rules import Fields, Rules

_NAMESPACE = uuid.UUID("2f3c9a54-58f1-5c0e-9f6d-0b1b6a1c7d42")
_LEAST_HEADS = 2


@dataclass(frozen=True, slots=True)
class Merged:
    """What a thing is, once its newest revisions are brought together."""

    fields: Mapping[str, object]
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Disputed:
    """What a person must decide, and what nobody disputes. `heads` are in the order of versions."""

    cause: ConflictCause
    heads: tuple[str, ...]
    fields: tuple[FieldInConflict, ...]
    merged: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class AutomaticMerge:
    """A revision that every laptop makes alike: no author, no device, no clock of its own."""

    id: str
    child: str
    review: str | None
    entity: str
    kind: str
    parents: tuple[str, ...]
    made_at: dt.datetime
    fields: dict[str, object]
    withdrawn: bool
    author: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class _Version:
    """One version, of one revision or of several brought together."""

    heads: tuple[str, ...]
    fields: Fields
    withdrawn: bool
    disputed: frozenset[str] = frozenset()
    is_torn: bool = False
    """Whether one side took the thing away that another went on with."""


def merge(nodes: Iterable[Node], heads: Iterable[str], rules: Rules) -> Merged | Disputed:
    """Bring revisions of one thing together. `nodes` is all that is held of its history.

    Raises:
        ValueError: there is no such revision.
    """
    graph = Graph(nodes)
    names = graph.newest(heads)
    if not names or not graph.nodes.keys() >= set(names):
        message = "nothing to merge"
        raise ValueError(message)
    if len({_about(graph.nodes[name]) for name in names}) > 1:
        return _all_open(graph, names)  # they do not even say that they are about one thing
    if rules.is_one_for_all(graph.nodes[names[0]].kind):
        return _one_for_all([graph.nodes[name] for name in names])
    first, *rest = (_version_of(graph.nodes[name]) for name in names)
    for other in rest:
        first = _both(graph, first, other, graph.nodes[names[0]].kind, rules)
    if first.is_torn or first.disputed:
        return _disputed(graph, names, first)
    return Merged(first.fields, first.withdrawn)


def automatic_merge(
    nodes: Iterable[Node], heads: Iterable[str], rules: Rules
) -> AutomaticMerge | Disputed:
    """The revision that brings several together. The same ones give the same bytes everywhere.

    Raises:
        ValueError: there are not at least two that did not come from each other.
    """
    graph = Graph(nodes)
    parents = graph.newest(heads)
    if len(parents) < _LEAST_HEADS:
        message = "nothing to merge"
        raise ValueError(message)
    merged = merge(graph.nodes.values(), parents, rules)
    if isinstance(merged, Disputed):
        return merged
    node = graph.nodes[parents[0]]
    # Also the order of keys is the same everywhere, down into values.
    fields = json.loads(canonical(dict(merged.fields)))
    made_at = max(graph.nodes[name].made_at for name in parents).astimezone(dt.UTC)
    content: list[object] = [node.child, node.review, node.entity, node.kind, list(parents)]
    content += [made_at.isoformat(), merged.withdrawn, fields]
    return AutomaticMerge(
        id=str(uuid.uuid5(_NAMESPACE, canonical(content))),
        child=node.child,
        review=node.review,
        entity=node.entity,
        kind=node.kind,
        parents=parents,
        made_at=made_at,
        fields=fields,
        withdrawn=merged.withdrawn,
    )


def claims_to_be_automatic(node: Node) -> bool:
    """Whether a revision says that no person made it."""
    return not node.author and not node.device and len(node.parents) >= _LEAST_HEADS


def is_genuine_merge(node: Node, nodes: Iterable[Node], rules: Rules) -> bool:
    """Whether a revision that says that no person made it is what this program makes.

    Where it is not, or part of what it came from is not held here, whoever sent it counts as its
    author. `nodes` is the thing's history; what came after the revision makes no difference.
    """
    graph = Graph(each for each in nodes if each.id != node.id)
    if not claims_to_be_automatic(node) or not graph.is_held_whole(node.parents):
        return False
    before = {name for parent in node.parents for name in graph.cone(parent)}
    known = [graph.nodes[name] for name in sorted(before)]
    if graph.newest(node.parents) != node.parents:
        return False
    made = automatic_merge(known, node.parents, rules)
    return isinstance(made, AutomaticMerge) and _told(made) == _told(node)


def _told(node: Node | AutomaticMerge) -> tuple[object, ...]:
    about = (node.id, *_about(node), node.parents)
    return (*about, node.made_at, node.withdrawn, canonical(dict(node.fields)))


def _about(node: Node | AutomaticMerge) -> tuple[object, ...]:
    return (node.child, node.review, node.entity, node.kind)


def disputed_whole(nodes: Iterable[Node], heads: Iterable[str]) -> Disputed:
    """Bring nothing together by itself: all in which the revisions differ is open."""
    graph = Graph(nodes)
    return _all_open(graph, graph.newest(heads))


def _all_open(graph: Graph, names: Sequence[str]) -> Disputed:
    first, *others = (graph.nodes[name].fields for name in names)
    disputed = frozenset[str]().union(*(differing(first, other) for other in others))
    return _disputed(
        graph, names, _Version(tuple(names), first, withdrawn=False, disputed=disputed)
    )


def _one_for_all(nodes: Sequence[Node]) -> Merged:
    """The first by name of those that are there: the same on every laptop, whatever its clock."""
    first = next((node for node in nodes if not node.withdrawn), nodes[0])
    return Merged(first.fields, first.withdrawn)


def _version_of(node: Node) -> _Version:
    return _Version((node.id,), node.fields, node.withdrawn)


def _both(graph: Graph, ours: _Version, theirs: _Version, kind: str, rules: Rules) -> _Version:
    """Two versions brought together, against each nearest revision that both came from."""
    bases = graph.bases(ours.heads, theirs.heads)
    together = _fields_of(kind, bases, ours, theirs, rules)
    withdrawn = _withdrawn(bases, ours, theirs)
    disputed = together.disputed | ours.disputed
    if ours.withdrawn and theirs.withdrawn:
        # It is gone, however each side had left it: there is nothing to decide.
        fields = {**theirs.fields, **ours.fields, **together.fields}
        return _Version((*ours.heads, *theirs.heads), fields, withdrawn=True)
    if withdrawn and not (ours.is_torn or theirs.is_torn):
        gone, other = (ours, theirs) if ours.withdrawn else (theirs, ours)
        # What only the other's program knows of it stays with it.
        fields = {**other.fields, **gone.fields}
        return _Version((*ours.heads, *theirs.heads), fields, withdrawn=True)
    return _Version(
        (*ours.heads, *theirs.heads),
        {name: value for name, value in together.fields.items() if name not in disputed},
        withdrawn=False,
        disputed=disputed,
        is_torn=ours.is_torn or theirs.is_torn or withdrawn is None,
    )


def _fields_of(kind: str, bases: Bases, ours: _Version, theirs: _Version, rules: Rules) -> Together:
    known: list[Fields | None] = [base.fields for base in bases.known]
    if not bases.is_whole:
        known.append(None)
    return agree([merge_fields(kind, base, ours.fields, theirs.fields, rules) for base in known])


def _withdrawn(bases: Bases, ours: _Version, theirs: _Version) -> bool | None:
    """Whether the thing is taken away; None where one took away what the other went on with."""
    if ours.withdrawn == theirs.withdrawn:
        return ours.withdrawn
    gone, other = (ours, theirs) if ours.withdrawn else (theirs, ours)
    if not bases.is_whole:
        return None
    found = {_taken_away(base, gone, other) for base in bases.known}
    return found.pop() if len(found) == 1 else None


def _taken_away(base: Node, gone: _Version, other: _Version) -> bool | None:
    if base.withdrawn:  # the other side brought it back, and this one left it as it was
        return None if changed(base.fields, gone.fields) else False
    return None if changed(base.fields, other.fields) or other.disputed else True


def _disputed(graph: Graph, names: Sequence[str], found: _Version) -> Disputed:
    nodes = [graph.nodes[name] for name in names]
    if found.is_torn:
        cause = ConflictCause.TAKEN_AWAY_AND_CHANGED
        first, *others = nodes
        apart = (differing(first.fields, other.fields) for other in others)
        disputed = found.disputed.union(*apart)
    else:
        cause, disputed = ConflictCause.BOTH_CHANGED, found.disputed
    fields = tuple(
        FieldInConflict(
            name, _before(graph, names, name), tuple(each.fields.get(name) for each in nodes)
        )
        for name in _in_order(nodes, disputed)
    )
    merged = {name: value for name, value in found.fields.items() if name not in disputed}
    return Disputed(cause, tuple(names), fields, merged)


def _in_order(nodes: Sequence[Node], names: Iterable[str]) -> list[str]:
    """Names of fields as the things themselves have them."""
    wanted = set(names)
    order = dict.fromkeys(name for node in nodes for name in node.fields)
    return [name for name in order if name in wanted]


def _before(graph: Graph, names: Sequence[str], field: str) -> object:
    """What a field was before all of them parted; None where that is not known, or not one."""
    common = frozenset.intersection(*(graph.cone(name) for name in names))
    newest = [name for name in graph.newest(common) if name in graph.nodes]
    values = {canonical(graph.nodes[name].fields.get(field)) for name in newest}
    return json.loads(values.pop()) if len(values) == 1 else None
