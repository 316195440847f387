"""In which order text that runs both ways is seen: the Unicode Bidirectional Algorithm, UAX #9."""

import re
from collections.abc import Sequence

from iro_desktop.documents.typography.bidi_classes import REMOVED, RIGHT, classes
from iro_desktop.documents.typography.bidi_embedding import embed, first_strong, run_sequences
from iro_desktop.documents.typography.bidi_resolving import resolved_levels

_EXPLICIT = re.compile(f"[ijfp{REMOVED}]")
_NOT_PLAIN = re.compile("[RANlrxyijf]")
_PARAGRAPH = re.compile("[^B]*B|[^B]+")
_TRAILING = f"[wijfp{REMOVED}]"
_BACK_TO_BASE = re.compile(f"{_TRAILING}*[BS]|{_TRAILING}+$")


def levels(text: str, right_to_left: bool | None) -> list[int]:  # noqa: FBT001  # see UAX #9, HL1
    """The level of each character: even runs from left to right, odd from right to left.

    `right_to_left` is the direction of the paragraph, and of every paragraph in the text; None
    finds it by the first strong letter (P2, P3). Characters that draw nothing have the level of
    what stands before them. Trailing spaces are those of the whole text: a line wants
    `line_levels`.
    """
    letters = classes(text)
    if not right_to_left and not _NOT_PLAIN.search(letters):
        return [0] * len(text)
    found: list[int] = []
    for paragraph in _PARAGRAPH.finditer(letters):
        start, end = paragraph.span()
        base = right_to_left
        if base is None:
            base = first_strong(paragraph[0]) == RIGHT
        found += _of_paragraph(text[start:end], paragraph[0], int(base))
    return found


def line_levels(text: str, resolved: Sequence[int], start: int, end: int, base: int) -> list[int]:
    """The levels of one line of a text whose `levels` are known, trailing spaces at `base` (L1)."""
    line = [*resolved[start:end]]
    if any(level != base for level in line):
        _back_to_base(classes(text[start:end]), line, base)
    return line


def visual_order(line: Sequence[int]) -> list[int]:
    """The characters, or the runs, of one line by their levels as seen from left to right (L2)."""
    order = list(range(len(line)))
    deepest = max(line, default=0)
    shallowest = min((level for level in line if level % 2), default=deepest + 1)
    for level in range(deepest, shallowest - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and line[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def runs_right_to_left(text: str) -> bool:
    """Whether the first strong letter of the text runs from right to left (P2, P3)."""
    return first_strong(classes(text)) == RIGHT


def _of_paragraph(text: str, letters: str, base: int) -> list[int]:
    if _EXPLICIT.search(letters):
        found = _with_explicit(text, letters, base)
    else:
        edge = RIGHT if base else "L"
        found = resolved_levels(text, letters, base, edge, edge)
    _back_to_base(letters, found, base)
    return found


def _with_explicit(text: str, letters: str, base: int) -> list[int]:
    embedded = embed(letters, base)
    found = [*embedded.levels]
    for sequence in run_sequences(letters, embedded.levels, base):
        places = sequence.places
        resolved = resolved_levels(
            "".join([text[place] for place in places]),
            "".join([embedded.classes[place] for place in places]),
            sequence.level,
            sequence.before,
            sequence.after,
        )
        for place, level in zip(places, resolved, strict=True):
            found[place] = level
    for place, letter in enumerate(letters):
        if letter in REMOVED:
            found[place] = found[place - 1] if place else base
    return found


def _back_to_base(letters: str, found: list[int], base: int) -> None:
    """L1: separators, and spaces before them or at the end, have the level of the paragraph."""
    for trailing in _BACK_TO_BASE.finditer(letters):
        start, end = trailing.span()
        found[start:end] = [base] * (end - start)
