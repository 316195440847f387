"""YAML as a tree, of which only text, lists and mappings are taken.

No anchors, aliases or tags, so a file is as large as it looks; and every value is text until a
key asks for a number, a day or a flag, so a word such as `no` stays `no`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.tree import Listing, Mapping, Node, Scalar, Spot

MOST_CHARACTERS = 1_000_000
DEEPEST = 20


def read_text(path: Path, faults: Faults) -> str | None:
    """A file's text in UTF-8, without a mark of byte order. None, and noted, where it has none."""
    try:
        content = path.read_bytes()
    except OSError:
        faults.add(SourceFault.UNREADABLE, Spot(1, 1))
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        # `start` counts from behind a mark of byte order, as `object` does and `content` does not.
        before = fault.object[: fault.start].decode("utf-8")
        faults.add(SourceFault.NOT_UTF8, _spot_after(before))
        return None


def tree_of(text: str, faults: Faults) -> Node | None:
    """The text as a tree with places; None where it is not YAML, or more of YAML than is taken."""
    if len(text) > MOST_CHARACTERS:
        faults.add(SourceFault.TOO_LARGE, Spot(1, 1), limit=str(MOST_CHARACTERS))
        return None
    try:
        return _Trunk(faults).grow(_events(text))
    except yaml.reader.ReaderError as fault:
        why = f"the character U+{int(fault.character):04X} may not stand in it"
        faults.add(SourceFault.NOT_YAML, _spot_after(text[: fault.position]), why=why)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        spot = Spot(1, 1) if mark is None else Spot(mark.line + 1, mark.column + 1)
        if "\\t" in (fault.problem or ""):
            faults.add(SourceFault.TAB, spot)
        else:
            faults.add(SourceFault.NOT_YAML, spot, why=fault.problem or "its structure is broken")
    return None


def _events(text: str) -> Iterator[yaml.Event]:
    """YAML's events, by libyaml, which takes a tenth of the time.

    Where it refuses the text, they come from PyYAML's own parser, whose words of what is wrong are
    those that are passed on.
    """
    try:
        return iter(_as_deep_as_is_taken(yaml.parse(text, Loader=yaml.CBaseLoader)))
    except yaml.YAMLError:
        return yaml.parse(text, Loader=yaml.BaseLoader)


def _as_deep_as_is_taken(events: Iterable[yaml.Event]) -> list[yaml.Event]:
    """All events, or those down to where it goes too deep: libyaml takes ever longer below."""
    depth, taken = 0, []
    for event in events:
        taken.append(event)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST + 1:
            break
    return taken


def _spot_after(text: str) -> Spot:
    lines = text.split("\n")
    return Spot(len(lines), len(lines[-1]) + 1)


@dataclass
class _Open:
    """A list or mapping that is not closed yet, with what it holds so far."""

    spot: Spot
    is_mapping: bool
    nodes: list[Node] = field(default_factory=list)

    def close(self, faults: Faults) -> Node:
        if not self.is_mapping:
            return Listing(tuple(self.nodes), self.spot)
        pairs: list[tuple[Scalar, Node]] = []
        for key, value in zip(self.nodes[::2], self.nodes[1::2], strict=True):
            if isinstance(key, Scalar):
                pairs.append((key, value))
            else:
                faults.add(SourceFault.NOT_TEXT, key.spot, "key")
        return Mapping(tuple(pairs), self.spot)


class _Trunk:
    """Grows a tree from YAML's events without recursion, so that no nesting can exhaust it."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0

    def grow(self, events: Iterator[yaml.Event]) -> Node | None:
        """The tree; None where something refused it, which is then noted."""
        for event in events:
            mark = event.start_mark
            spot = Spot(1, 1) if mark is None else Spot(mark.line + 1, mark.column + 1)
            if self._is_refused(event, spot):
                return None
            self._take(event, spot)
        if self._root is None and not self._faults:
            self._faults.add(SourceFault.EMPTY_FILE, Spot(1, 1))
        return None if self._faults else self._root

    def _is_refused(self, event: yaml.Event, spot: Spot) -> bool:
        anchor = getattr(event, "anchor", None)
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
        if anchor is not None:
            self._faults.add(SourceFault.ALIAS, spot, anchor)
        elif tag is not None:
            self._faults.add(SourceFault.TAG, spot, tag)
        elif self._documents > 1:
            self._faults.add(SourceFault.SECOND_DOCUMENT, spot)
        elif len(self._open) > DEEPEST:
            self._faults.add(SourceFault.TOO_DEEP, spot, limit=str(DEEPEST))
        else:
            return False
        return True

    def _take(self, event: yaml.Event, spot: Spot) -> None:
        match event:
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open.append(_Open(spot, isinstance(event, yaml.MappingStartEvent)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._add(self._open.pop().close(self._faults))
            case yaml.ScalarEvent(value=value, style=style):
                self._add(Scalar(value, spot, plain=not style))
            case _:
                pass

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self._root = node
