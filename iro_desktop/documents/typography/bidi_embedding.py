"""Which parts of a paragraph are embedded in, or isolated from, which: UAX #9, rules X1 to X10.

Written for texts as letters of `bidi_classes`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from iro_desktop.documents.typography.bidi_classes import (
    EMBEDDINGS,
    ISOLATES,
    LEFT,
    REMOVED,
    RIGHT,
)

_DEEPEST = 125


class Embedded(NamedTuple):
    """A paragraph after rule X8: the level of each character, and its class where overridden."""

    levels: list[int]
    classes: str


class RunSequence(NamedTuple):
    """Characters that are resolved together (BD13), and the directions at both of its ends."""

    places: Sequence[int]
    level: int
    before: str
    after: str


def direction_of(level: int) -> str:
    """Odd levels run from right to left."""
    return RIGHT if level % 2 else LEFT


def first_strong(classes: str, start: int = 0, end: int | None = None) -> str | None:
    """The direction of the first strong character outside isolates, if there is one (P2)."""
    depth = 0
    for letter in classes[start:end]:
        if letter in ISOLATES:
            depth += 1
        elif letter == "p":
            depth = max(depth - 1, 0)
        elif depth == 0 and letter in "LRA":
            return LEFT if letter == "L" else RIGHT
    return None


def isolate_ends(classes: str) -> dict[int, int]:
    """For each character that opens an isolate, where that is closed, if it is (BD9)."""
    opened: list[int] = []
    ends = {}
    for place, letter in enumerate(classes):
        if letter in ISOLATES:
            opened.append(place)
        elif letter == "p" and opened:
            ends[opened.pop()] = place
    return ends


@dataclass(frozen=True, slots=True)
class _Status:
    level: int
    override: str = ""
    isolate: bool = False


@dataclass(slots=True)
class _Nesting:
    """The directional status stack of X1, with its three counters."""

    stack: list[_Status]
    overflowing_isolates: int = 0
    overflowing_embeddings: int = 0
    valid_isolates: int = 0

    @property
    def now(self) -> _Status:
        return self.stack[-1]

    def open_embedding(self, letter: str) -> None:
        """X2 to X5."""
        inner = self._deeper(rightwards=letter in "lx")
        if letter in "xy":
            inner = replace(inner, override=LEFT if letter == "x" else RIGHT)
        if self._has_room(inner):
            self.stack.append(inner)
        elif not self.overflowing_isolates:
            self.overflowing_embeddings += 1

    def open_isolate(self, direction: str) -> None:
        """X5a to X5c."""
        inner = replace(self._deeper(rightwards=direction == LEFT), isolate=True)
        if self._has_room(inner):
            self.valid_isolates += 1
            self.stack.append(inner)
        else:
            self.overflowing_isolates += 1

    def close_isolate(self) -> None:
        """X6a."""
        if self.overflowing_isolates:
            self.overflowing_isolates -= 1
        elif self.valid_isolates:
            self.overflowing_embeddings = 0
            while not self.now.isolate:
                self.stack.pop()
            self.stack.pop()
            self.valid_isolates -= 1

    def close_embedding(self) -> None:
        """X7."""
        if self.overflowing_isolates:
            return
        if self.overflowing_embeddings:
            self.overflowing_embeddings -= 1
        elif not self.now.isolate and len(self.stack) > 1:
            self.stack.pop()

    def _deeper(self, *, rightwards: bool) -> _Status:
        level = self.now.level
        return _Status((level + 2) & ~1 if rightwards else (level + 1) | 1)

    def _has_room(self, inner: _Status) -> bool:
        overflowing = self.overflowing_isolates or self.overflowing_embeddings
        return inner.level <= _DEEPEST and not overflowing


def embed(classes: str, base: int) -> Embedded:
    """Rules X1 to X8 for one paragraph, whose own level is `base`."""
    levels, letters = [], []
    nesting = _Nesting([_Status(base)])
    ends = isolate_ends(classes)
    for place, letter in enumerate(classes):
        if letter == "p":
            nesting.close_isolate()
        levels.append(base if letter == "B" else nesting.now.level)
        overridable = letter not in REMOVED and letter != "B"
        letters.append((overridable and nesting.now.override) or letter)
        if letter in EMBEDDINGS:
            nesting.open_embedding(letter)
        elif letter == "q":
            nesting.close_embedding()
        elif letter in ISOLATES:
            nesting.open_isolate(_isolated_direction(classes, place, ends))
    return Embedded(levels, "".join(letters))


def run_sequences(classes: str, levels: Sequence[int], base: int) -> list[RunSequence]:
    """The isolating run sequences of a paragraph (X9, X10). `classes` are those before overrides.

    What rule X9 removes is in none of them.
    """
    kept = [place for place, letter in enumerate(classes) if letter not in REMOVED]
    ends = isolate_ends(classes)
    waiting: dict[int, list[list[int]]] = {}
    sequences: list[list[list[int]]] = []
    for run in _level_runs(kept, levels):
        sequence = waiting.pop(kept[run[0]], None)
        if sequence is None:
            sequence = []
            sequences.append(sequence)
        sequence.append(run)
        end = ends.get(kept[run[-1]])
        if end is not None:
            waiting[end] = sequence
    return [_sequence(runs, kept, classes, levels, base) for runs in sequences]


def _isolated_direction(classes: str, place: int, ends: dict[int, int]) -> str:
    if classes[place] != "f":
        return LEFT if classes[place] == "i" else RIGHT
    return first_strong(classes, place + 1, ends.get(place, len(classes))) or LEFT


def _level_runs(kept: Sequence[int], levels: Sequence[int]) -> list[list[int]]:
    """Indices into `kept`, in runs of one level (BD7)."""
    runs: list[list[int]] = []
    last = None
    for index, place in enumerate(kept):
        if levels[place] != last:
            runs.append([])
            last = levels[place]
        runs[-1].append(index)
    return runs


def _sequence(
    runs: Sequence[Sequence[int]],
    kept: Sequence[int],
    classes: str,
    levels: Sequence[int],
    base: int,
) -> RunSequence:
    first, last = runs[0][0], runs[-1][-1]
    level = levels[kept[first]]
    outside_before = levels[kept[first - 1]] if first else base
    left_open = classes[kept[last]] in ISOLATES
    at_end = last + 1 == len(kept)
    outside_after = base if left_open or at_end else levels[kept[last + 1]]
    return RunSequence(
        [kept[index] for run in runs for index in run],
        level,
        direction_of(max(level, outside_before)),
        direction_of(max(level, outside_after)),
    )
