"""A file as a tree of text, lists and mappings, each of which knows where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A line and a column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text. `plain` says that no quotes stood round it."""

    text: str
    spot: Spot
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things in order."""

    entries: tuple["Node", ...]
    spot: Spot


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with what they hold, in order; a key that stands twice is here twice."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    spot: Spot


Node = Scalar | Listing | Mapping

_WORDS: dict[str, object] = {"true": True, "false": False, "": None}


def as_data(node: Node) -> object:
    """The tree as plain dicts, lists, text, numbers, True and False, without the places."""
    match node:
        case Mapping(pairs=pairs):
            return {key.text: as_data(value) for key, value in pairs}
        case Listing(entries=entries):
            return [as_data(entry) for entry in entries]
        case Scalar(text=text, plain=True) if text in _WORDS:
            return _WORDS[text]
        case Scalar(text=text, plain=True):
            return _number(text)
        case Scalar(text=text):
            return text


def _number(text: str) -> object:
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text
