"""Where two texts differ, word by word."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

Range = tuple[int, int]

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_MOST_WORDS = 4_000
"""Longer texts are not compared by word: that would take seconds."""


def differing(text: str, others: Sequence[str]) -> tuple[Range, ...]:
    """The places of a text, in characters, that at least one of the others does not share."""
    places: list[Range] = []
    for other in others:
        places.extend(_apart(text, other))
    return _joined(sorted(places))


def _apart(text: str, other: str) -> list[Range]:
    spans = [found.span() for found in _WORD.finditer(text)]
    own, theirs = [text[start:end] for start, end in spans], _WORD.findall(other)
    if max(len(own), len(theirs)) > _MOST_WORDS:
        return [] if text == other else [(0, len(text))]
    matcher = SequenceMatcher(None, own, theirs, autojunk=False)
    return [
        (spans[first][0], spans[last - 1][1])
        for tag, first, last, _, _ in matcher.get_opcodes()
        if tag != "equal" and first < last
    ]


def _joined(places: Sequence[Range]) -> tuple[Range, ...]:
    """Places that touch or overlap, as one."""
    joined: list[Range] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
