"""Divide a text into runs that are shaped at once: one script, one face.

A grapheme cluster is never divided, nor a word of a script whose letters join.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from typing_extensions import override

from iro_desktop.documents.font_file import FontFile
from iro_desktop.documents.typography.graphemes import boundaries
from iro_desktop.documents.typography.scripts import ARABIC, LATIN, scripts

# Beside text that runs the other way, Nastaliq's own is too narrow to part two words.
_SPACE = " "


class Faces(Protocol):
    """What a text is set in. Hashable, so that what was shaped once is remembered."""

    @override
    def __hash__(self) -> int:
        """Equal faces have equal hashes."""

    @property
    def language(self) -> str:
        """Its language (BCP 47), or nothing."""

    def face_for(self, text: str, script: str) -> FontFile | None:
        """The first face that has all of the text, which is in this script."""

    def face_of_missing(self) -> FontFile:
        """The face that is asked for what no face has."""


class Item(NamedTuple):
    """A run of the text, from `start` to `end`."""

    start: int
    end: int
    script: str
    face: FontFile


class _Opening(NamedTuple):
    start: int
    script: str
    face: FontFile


def items(text: str, faces: Faces, language: str = "") -> list[Item]:
    """The text in runs, in the order in which it is read."""
    found: list[_Opening] = []
    last: _Opening | None = None
    for start, end, script in _parts(text, scripts(text, language or faces.language)):
        part = text[start:end]
        at_edge = start == 0 or end == len(text)
        face = _face(part, LATIN if part == _SPACE and at_edge else script, faces, last)
        if last is None or last.face is not face or last.script != script:
            last = _Opening(start, script, face)
            found.append(last)
    ends = [*(opening.start for opening in found), len(text)][1:]
    return [
        Item(opening.start, end, opening.script, opening.face)
        for opening, end in zip(found, ends, strict=True)
    ]


def _parts(text: str, script_of: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Grapheme clusters and, of joining letters, words: what one face must draw."""
    waiting: tuple[int, int, str] | None = None
    for start, end in pairwise((*boundaries(text), len(text))):
        script = script_of[start]
        joins = script == ARABIC and text[start].isalpha()
        if waiting:
            if joins:
                waiting = (waiting[0], end, script)
                continue
            yield waiting
            waiting = None
        if joins:
            waiting = (start, end, script)
        else:
            yield start, end, script
    if waiting:
        yield waiting


def _face(part: str, script: str, faces: Faces, last: _Opening | None) -> FontFile:
    """The face of a part. Spaces and punctuation stay in the face of the letters before them."""
    follows = last and last.script == script and unicodedata.category(part[0])[0] in "ZP"
    if last and follows and all(map(last.face.has, part)):
        return last.face
    return faces.face_for(part, script) or faces.face_of_missing()
