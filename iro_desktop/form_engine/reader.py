"""Form definitions from YAML: read whole, or refused with every fault at its line and column.

Only what forms need of YAML is taken: text, lists and mappings. No anchors, aliases or tags, so a
file is as large as it looks; and every value is text until a key asks for a number or a flag, so
an option called `no` stays `no`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from iro_desktop.form_engine.building import form_of
from iro_desktop.form_engine.definition import Form
from iro_desktop.form_engine.fault_wording import line_of
from iro_desktop.form_engine.form_faults import Faults, FormFault
from iro_desktop.form_engine.source_tree import Listing, Mapping, Node, Scalar, Spot
from iro_desktop.problems import Problem

MOST_CHARACTERS = 1_000_000
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Read:
    """A form, or None and the problems with its file, from the top."""

    form: Form | None
    problems: tuple[Problem, ...] = ()


def read_form(text: str, source: str) -> Read:
    """The form that a text defines. `source` is the file's name, for the problems."""
    faults = Faults(source)
    tree = tree_of(text, faults)
    form = None if tree is None else form_of(tree, faults)
    return Read(form, faults.in_order())


def read_form_file(path: Path, source: str = "") -> Read:
    """The form in a file. `source` names the file in problems; without it, its path does."""
    faults = Faults(source or path.as_posix())
    try:
        content = path.read_bytes()
    except OSError:
        faults.add(FormFault.UNREADABLE, Spot(1, 1))
        return Read(None, faults.in_order())
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = content[: fault.start].decode("utf-8-sig")
        faults.add(FormFault.NOT_UTF8, _spot_after(before))
        return Read(None, faults.in_order())
    return read_form(text, source or path.as_posix())


def check_file(path: Path) -> tuple[str, ...]:
    """The problems with a file, a line each, as `forms check` prints them. None: it is a form."""
    return tuple(line_of(problem) for problem in read_form_file(path).problems)


def tree_of(text: str, faults: Faults) -> Node | None:
    """The text as a tree with places; None where it is not YAML, or more YAML than forms need."""
    if len(text) > MOST_CHARACTERS:
        faults.add(FormFault.TOO_LARGE, Spot(1, 1), limit=str(MOST_CHARACTERS))
        return None
    try:
        return _Trunk(faults).grow(yaml.parse(text, Loader=yaml.BaseLoader))
    except yaml.reader.ReaderError as fault:
        why = f"the character U+{int(fault.character):04X} may not stand in it"
        faults.add(FormFault.NOT_YAML, _spot_after(text[: fault.position]), why=why)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        spot = Spot(1, 1) if mark is None else Spot(mark.line + 1, mark.column + 1)
        if "\\t" in (fault.problem or ""):
            faults.add(FormFault.TAB, spot)
        else:
            faults.add(FormFault.NOT_YAML, spot, why=fault.problem or "its structure is broken")
    return None


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
                faults.add(FormFault.NOT_TEXT, key.spot, "key")
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
            self._faults.add(FormFault.EMPTY_FILE, Spot(1, 1))
        return None if self._faults else self._root

    def _is_refused(self, event: yaml.Event, spot: Spot) -> bool:
        anchor = getattr(event, "anchor", None)
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
        if anchor is not None:
            self._faults.add(FormFault.ALIAS, spot, anchor)
        elif tag is not None:
            self._faults.add(FormFault.TAG, spot, tag)
        elif self._documents > 1:
            self._faults.add(FormFault.SECOND_DOCUMENT, spot)
        elif len(self._open) > DEEPEST:
            self._faults.add(FormFault.TOO_DEEP, spot, limit=str(DEEPEST))
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
