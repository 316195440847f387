"""A mapping of a file taken apart key by key, each with its type, every fault noted."""

import datetime as dt
import difflib
import re
from collections.abc import Collection
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.tree import Listing, Mapping, Node, Scalar, Spot

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_MOST_LISTED = 30  # as many as a person reads through
_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*\Z")
E = TypeVar("E", bound=StrEnum)


def instead(word: str, known: Collection[str]) -> str:
    """A hint at what was meant: the nearest known word, or all where none is near and few are."""
    near = difflib.get_close_matches(word, known, n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    if not known:
        return "there is none"
    if len(known) > _MOST_LISTED:
        return f"none of the {len(known)} there are is spelt like it"
    return "write one of: " + ", ".join(known)


def word_of(node: Node, kind: type[E], owner: str, faults: Faults) -> E | None:
    """The member of a closed list that a word names."""
    if not isinstance(node, Scalar):
        faults.add(SourceFault.NOT_TEXT, node.spot, owner)
        return None
    try:
        return kind(node.text)
    except ValueError:
        known = [str(word) for word in kind]
        faults.add(
            SourceFault.UNKNOWN_WORD,
            node.spot,
            node.text,
            owner=owner,
            instead=instead(node.text, known),
        )
        return None


def id_of(node: Node, faults: Faults, *, dashes: bool = False) -> str:
    """An id: small letters, digits and underscores (or dashes). Empty where it is none."""
    if not isinstance(node, Scalar) or not node.text.strip():
        faults.add(SourceFault.NOT_TEXT, node.spot, "id")
        return ""
    text, joint = node.text, "-" if dashes else "_"
    if _ID.match(text.replace("-", "_") if dashes else text):
        return text
    tidy = joint.join(re.findall(r"[a-z0-9]+", text.lower())).lstrip(f"0123456789{joint}")
    hint = f"write '{tidy}'" if tidy else f"use small letters, digits and '{joint}'"
    faults.add(SourceFault.NOT_AN_ID, node.spot, text, instead=hint)
    return ""


class Keys:
    """The keys of one mapping. Ask for each; `done` then reports those that nobody asked for."""

    def __init__(self, mapping: Mapping, owner: str, faults: Faults) -> None:
        self.spot = mapping.spot
        self._owner = owner
        self._faults = faults
        self._asked: dict[str, None] = {}
        self._held: dict[str, tuple[Scalar, Node]] = {}
        for key, value in mapping.pairs:
            if key.text in self._held:
                first = str(self._held[key.text][0].spot.line)
                faults.add(SourceFault.KEY_TWICE, key.spot, key.text, line=first)
            else:
                self._held[key.text] = (key, value)

    def __contains__(self, key: str) -> bool:
        """Whether the key stands there."""
        return key in self._held

    def spot_of(self, key: str) -> Spot:
        """Where the key stands, or the mapping where it does not."""
        return self._held[key][0].spot if key in self._held else self.spot

    def node(self, key: str, *, required: bool = False) -> Node | None:
        """What the key holds, whatever that is."""
        self._asked[key] = None
        if key in self._held:
            return self._held[key][1]
        if required:
            self._faults.add(SourceFault.KEY_MISSING, self.spot, key, owner=self._owner)
        return None

    def text(self, key: str, *, required: bool = False) -> str:
        """Some words; empty where the key is not there."""
        node = self.node(key, required=required)
        if node is None:
            return ""
        if isinstance(node, Scalar) and node.text.strip():
            return node.text.strip()
        self._faults.add(SourceFault.NOT_TEXT, node.spot, key)
        return ""

    def identifier(self, key: str, *, dashes: bool = False) -> str:
        """An id, which must be there. Empty where it is none."""
        node = self.node(key, required=True)
        return "" if node is None else id_of(node, self._faults, dashes=dashes)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false, spelt so."""
        node = self.node(key)
        if node is None:
            return default
        if isinstance(node, Scalar) and node.text in {"true", "false"}:
            return node.text == "true"
        self._faults.add(SourceFault.NOT_TRUE_OR_FALSE, node.spot, key, value=_shown(node))
        return default

    def number(self, key: str) -> Decimal | None:
        """A number, or None where the key is not there."""
        node = self.node(key)
        if node is None:
            return None
        number = _number(node)
        if number is None:
            self._not_a_number(key, node, "a number")
        return number

    def version(self, key: str) -> int:
        """A whole number from 1, which must be there. 0 where it is none."""
        node = self.node(key, required=True)
        if node is None:
            return 0
        number = _number(node)
        if number is None or number < 1 or number != number.to_integral_value():
            self._not_a_number(key, node, "a whole number from 1")
            return 0
        return int(number)

    def date(self, key: str, *, required: bool = False) -> dt.date | None:
        """A day, written 2011-04-01 and no other way. None where there is none."""
        node = self.node(key, required=required)
        if node is None:
            return None
        day = _day(node)
        if day is None:
            self._faults.add(SourceFault.NOT_A_DATE, node.spot, key, value=_shown(node))
        return day

    def word(self, key: str, kind: type[E], owner: str) -> E | None:
        """A word of a closed list, which must be there."""
        node = self.node(key, required=True)
        return None if node is None else word_of(node, kind, owner, self._faults)

    def entries(self, key: str, *, required: bool = False) -> tuple[Node, ...]:
        """The entries of a list; none where the key is not there."""
        node = self.node(key, required=required)
        if node is None:
            return ()
        if isinstance(node, Listing):
            return node.entries
        self._faults.add(SourceFault.NOT_A_LIST, node.spot, key)
        return ()

    def done(self) -> bool:
        """Report the keys that nobody asked for, and say whether there were none."""
        unknown = [key for name, (key, _) in self._held.items() if name not in self._asked]
        for key in unknown:
            hint = instead(key.text, list(self._asked))
            self._faults.add(
                SourceFault.UNKNOWN_KEY, key.spot, key.text, owner=self._owner, instead=hint
            )
        return not unknown

    def _not_a_number(self, key: str, node: Node, wanted: str) -> None:
        self._faults.add(
            SourceFault.NOT_A_NUMBER, node.spot, key, wanted=wanted, value=_shown(node)
        )


def keys_of(node: Node, owner: str, faults: Faults) -> Keys | None:
    """The node's keys, or None, noted as a fault, where it has none."""
    if isinstance(node, Mapping):
        return Keys(node, owner, faults)
    faults.add(SourceFault.NOT_A_MAPPING, node.spot, f"a {owner}")
    return None


def _number(node: Node) -> Decimal | None:
    if not isinstance(node, Scalar):
        return None
    try:
        number = Decimal(node.text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _day(node: Node) -> dt.date | None:
    # `fromisoformat` alone would take 20110401 and 2011-W13-5 as well.
    if not isinstance(node, Scalar) or not _DAY.match(node.text):
        return None
    try:
        return dt.date.fromisoformat(node.text)
    except ValueError:
        return None


def _shown(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else "..."
