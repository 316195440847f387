"""Text that is shaped once and set in lines of any width.

Lines break where UAX #14 allows, and where it must inside what is longer than a line. Each line is
put in the order in which it is seen (UAX #9, L2). Nothing is shaped anew for a line: a cluster
stands on one line or on the next.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

from iro_desktop.documents.characters import writable
from iro_desktop.documents.font_file import FontFile
from iro_desktop.documents.fonts import MISSING, Setting, leading_factor
from iro_desktop.documents.pdf.subset import Part, Parts
from iro_desktop.documents.typography.bidi import levels, visual_order
from iro_desktop.documents.typography.graphemes import boundaries
from iro_desktop.documents.typography.line_breaking import mandatory, opportunities
from iro_desktop.documents.typography.shaping import Glyph, Shaped, shape

_ENOUGH = 0.01
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_FROM_RIGHT = frozenset({"R", "AL"})
_OTHER_SIDE = {"LEFT": "RIGHT", "RIGHT": "LEFT", "LESS": "GREATER", "GREATER": "LESS"}
_SIDE = re.compile("|".join(_OTHER_SIDE))
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_MARKS_OF_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = " \n"


def without_marks_of_direction(text: str) -> str:
    """A text as it is said: what only orders signs on a line is neither seen nor said."""
    return text if text.isascii() else _MARKS_OF_DIRECTION.sub("", text)


def drawable(text: str, setting: Setting) -> tuple[str, frozenset[str]]:
    """The text with a box for whatever cannot be drawn, and what that was.

    A character of the private use area means what its font wants it to: nobody could read it
    aloud. ISO 19005-2, 6.2.11.7.3.
    """
    text = writable(text)
    if not text:
        return text, frozenset()
    seen = setting.drawable(text)
    private = _PRIVATE.findall(seen)
    if MISSING not in seen and not private:
        return seen, frozenset()
    return _PRIVATE.sub(MISSING, seen), setting.missing(text) | {*private}


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one face and colour. `language` is a BCP 47 tag; `link` an address.

    `stands_apart` says that it is no part of the sentence around it, such as words in another
    language: whichever way it runs, the sentence goes on as before.
    """

    text: str
    setting: Setting
    size: float
    colour: str
    language: str
    link: str = ""
    stands_apart: bool = False


class Cluster(NamedTuple):
    """What is drawn for some characters, in the font's units."""

    start: int
    text: str
    parts: Parts
    advance: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Clusters of one run, face and level, from left to right as they are seen."""

    run: int
    face: FontFile
    level: int
    clusters: tuple[Cluster, ...]
    start: int
    end: int

    @property
    def advance(self) -> int:
        """How wide it is, in the font's units."""
        return sum(cluster.advance for cluster in self.clusters)


@dataclass(frozen=True, slots=True)
class Line:
    """Stretches from left to right. `ends_in_space` says that the next line begins a new word."""

    stretches: tuple[Stretch, ...]
    width: float
    ends_in_space: bool


class SetText:
    """The text of a paragraph, in runs."""

    def __init__(self, runs: Sequence[Run], *, right_to_left: bool) -> None:
        self.runs = tuple(runs)
        self.text = "".join(run.text for run in runs)
        self._base = int(right_to_left)
        self._levels = _levels(self.runs, right_to_left=right_to_left)
        self._turns = _is_turned(self.text) if self.runs_both_ways else False
        self._stretches = [*self._shaped()]
        advances = [0.0] * (len(self.text) + 1)
        for stretch in self._stretches:
            scale = self.scale(stretch)
            for cluster in stretch.clusters:
                advances[cluster.start + 1] += cluster.advance * scale
        self._before = [*accumulate(advances)]
        # A vowel mark of Arabic is a cluster of its own; no line begins with one.
        self._starts = sorted(
            {cluster.start for stretch in self._stretches for cluster in stretch.clusters}
            & {*boundaries(self.text)}
        )
        self._lines: dict[float, tuple[Line, ...]] = {}

    @property
    def runs_both_ways(self) -> bool:
        """Whether any of it runs from right to left."""
        return any(level % 2 for level in self._levels)

    @property
    def spread(self) -> float:
        """How far apart lines stand for its languages, against those in English."""
        return max((leading_factor(run.language) for run in self.runs), default=1.0)

    def scale(self, stretch: Stretch) -> float:
        """Points for each of the font's units."""
        return self.runs[stretch.run].size / stretch.face.units

    def lines(self, width: float) -> tuple[Line, ...]:
        """The text in lines no wider than `width`, but for a single cluster that is wider."""
        if width not in self._lines:
            self._lines[width] = tuple(self._line(*span) for span in self._broken(width))
        return self._lines[width]

    def first(self, width: float) -> str:
        """As much of the text, from its start, as has room in `width`."""
        fitting = bisect_right(self._before, width + _ENOUGH) - 1
        return self.text[:fitting]

    def _shaped(self) -> Iterator[Stretch]:
        at = 0
        for index, run in enumerate(self.runs):
            end = at + len(run.text)
            while at < end:
                level, start = self._levels[at], at
                while at < end and self._levels[at] == level and self.text[at] != "\n":
                    at += 1
                if at > start:
                    yield from self._pieces(index, start, at, level)
                while at < end and self.text[at] == "\n":
                    at += 1

    def _pieces(self, index: int, start: int, end: int, level: int) -> Iterator[Stretch]:
        run, backwards = self.runs[index], bool(level % 2)
        pieces = shape(
            self.text[start:end], run.setting, language=run.language, right_to_left=backwards
        )
        for piece in pieces:
            clusters = tuple(_clusters(piece, start, turns=self._turns))
            ends = start + piece.start, start + piece.end
            yield Stretch(index, piece.face, level, clusters, *ends)

    def _broken(self, width: float) -> Iterator[tuple[int, int]]:
        """Where lines start and end."""
        before, must = self._before, frozenset(mandatory(self.text))
        start, fits = 0, 0
        for place in (*opportunities(self.text), len(self.text)):
            seen = self._seen_end(start, place)
            while before[seen] - before[start] > width + _ENOUGH:
                if not fits:
                    fits = self._crammed(start, seen, width)
                    if fits >= seen:
                        break
                yield start, fits
                start, fits = fits, 0
            fits = place
            if place in must:
                yield start, place
                start, fits = place, 0
        if start < len(self.text) or not self.text or self.text.endswith("\n"):
            yield start, len(self.text)

    def _seen_end(self, start: int, end: int) -> int:
        while end > start and self.text[end - 1] in _SPACES:
            end -= 1
        return end

    def _crammed(self, start: int, end: int, width: float) -> int:
        """Where a line ends that has no place to break: after the last cluster that has room."""
        room = self._before[start] + width + _ENOUGH
        first = bisect_right(self._starts, start)
        last = bisect_right(self._starts, end - 1)
        fitting = [place for place in self._starts[first:last] if self._before[place] <= room]
        following = self._starts[first] if first < last else end
        return max(fitting, default=following)

    def _line(self, start: int, end: int) -> Line:
        seen = self._seen_end(start, end)
        found = [*self._between(start, seen)]
        order = visual_order([stretch.level for stretch in found])
        stretches = tuple(found[index] for index in order)
        width = sum(stretch.advance * self.scale(stretch) for stretch in stretches)
        return Line(stretches, width, seen < end < len(self.text))

    def _between(self, start: int, end: int) -> Iterator[Stretch]:
        for each in self._stretches:
            if each.end <= start:
                continue
            if each.start >= end:
                break
            if each.start >= start and each.end <= end:
                yield each
                continue
            kept = tuple(one for one in each.clusters if start <= one.start < end)
            if kept:
                yield Stretch(
                    each.run,
                    each.face,
                    each.level,
                    kept,
                    max(each.start, start),
                    min(each.end, end),
                )


def _levels(runs: Sequence[Run], *, right_to_left: bool) -> list[int]:
    """The level of each character. UAX #9, 2.4.2: what stands apart is isolated."""
    marked, kept = list[str](), list[bool]()
    for run in runs:
        inner = run.text.strip(_SPACES) if run.stands_apart else ""
        if not inner:
            marked.append(run.text)
            kept += [True] * len(run.text)
            continue
        before, after = run.text.split(inner, 1)
        marked.append(f"{before}{_ISOLATE}{inner}{_END_OF_ISOLATE}{after}")
        kept += [True] * len(before) + [False] + [True] * len(inner) + [False]
        kept += [True] * len(after)
    return [*compress(levels("".join(marked), right_to_left), kept)]


def _clusters(shaped: Shaped, offset: int, *, turns: bool) -> Iterator[Cluster]:
    """The clusters of a shaped run, as they are seen; `turns` gives brackets as they are seen."""
    backwards = bool(shaped.level % 2)
    at = offset + (shaped.end if backwards else shaped.start)
    glyphs = shaped.glyphs
    # The first glyph of a cluster carries its text.
    firsts = [index for index, glyph in enumerate(glyphs) if glyph.text]
    for first, end in pairwise((*firsts, len(glyphs))):
        text = glyphs[first].text
        if backwards:
            at -= len(text)
        said = without_marks_of_direction(text)
        if backwards and turns:
            said = _as_seen(said)
        yield _cluster(at, said, glyphs[first:end])
        if not backwards:
            at += len(text)


def _is_turned(text: str) -> bool:
    """Whether a reader of the file takes it to run from right to left: not by Latin alone."""
    directions = {unicodedata.bidirectional(character) for character in text}
    return bool(directions & _FROM_RIGHT) or "L" not in directions


@cache
def _as_seen(text: str) -> str:
    """A bracket as it is drawn in text from right to left: the other one of its pair.

    Whoever copies text out of a file turns it round again, as browsers' and Word's own files
    expect. What is said by the tags stays as it was typed.
    """
    if len(text) != 1 or not unicodedata.mirrored(text):
        return text
    name = _SIDE.sub(lambda side: _OTHER_SIDE[side[0]], unicodedata.name(text))
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return text


def _cluster(start: int, text: str, glyphs: Sequence[Glyph]) -> Cluster:
    """A cluster by its glyphs. Marks of direction are not said: they have done their work."""
    if len(glyphs) == 1:
        (glyph,) = glyphs
        return Cluster(start, text, (Part(glyph.gid, glyph.dx, glyph.dy),), glyph.advance)
    pen, parts = 0, []
    for glyph in glyphs:
        parts.append(Part(glyph.gid, pen + glyph.dx, glyph.dy))
        pen += glyph.advance
    return Cluster(start, text, tuple(parts), pen)
