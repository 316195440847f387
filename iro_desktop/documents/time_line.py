"""Steps along a line of days, as plain shapes that any format can draw.

Points, from the lower left corner, upwards. Three marks tell the days apart without any colour: a
bar for the day planned first, a ring for the day planned now, a disc for the day it was done. A
thick line between them is the drift.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from iro_desktop.documents.blocks import Timeline, TimelineStep, text_of
from iro_desktop.documents.look import Look, Role
from iro_desktop.documents.scale_line import Dot, Picture, Pill, Shape, Stroke, Words, fold

_NAMES_SHARE = 0.36
_MOST_LINES = 3
# Names wider than this many letters stand above their line, not beside it.
_LETTERS_BESIDE = 16
# Shares of the size of the text, so that marks grow with it.
_GAP = 0.66
_DISC, _RING_HOLE = 0.6, 0.28
_BAR_WIDTH, _BAR_HEIGHT = 0.44, 1.4
_DRIFT = 0.4

SIGNS = (("planned", "|"), ("now", "○"), ("done", "●"))
"""The fields of a step, and a sign for each where no shapes are drawn."""


def draw_timeline(
    timeline: Timeline, look: Look, width: float, *, right_to_left: bool = False
) -> Picture:
    """The steps as shapes, `width` points wide, the first on top, and what the marks mean below."""
    return _Drawing(timeline, look, width, mirrored=right_to_left).picture()


def slots_of(timeline: Timeline, count: int) -> tuple[tuple[str, ...], ...]:
    """For each step its signs in so many slots from the first day to the last; drift is a dash."""
    first, days = _range(timeline)
    found = []
    for step in timeline.steps:
        marks = [""] * count
        at = {
            sign: round((day - first).days / days * (count - 1))
            for field, sign in SIGNS
            if (day := getattr(step, field)) is not None
        }
        for place in range(min(at.values(), default=0), max(at.values(), default=-1) + 1):
            marks[place] = "–"
        for sign, place in at.items():
            marks[place] = sign
        found.append(tuple(marks))
    return tuple(found)


def _range(timeline: Timeline) -> tuple[dt.date, int]:
    """The first day of all, and how many days there are from it to the last; at least one."""
    days = [
        day
        for step in timeline.steps
        for day in (step.planned, step.now, step.done)
        if day is not None
    ]
    days += [day for day, _ in timeline.ticks]
    first = min(days, default=dt.date.min)
    return first, max((max(days, default=first) - first).days, 1)


@dataclass(frozen=True, slots=True)
class _Lane:
    """One step: the lines of its name, and how high it stands."""

    step: TimelineStep
    lines: tuple[str, ...]
    height: float


class _Drawing:
    def __init__(self, timeline: Timeline, look: Look, width: float, *, mirrored: bool) -> None:
        self._timeline = timeline
        self._ink = look.ink
        self._paper = look.paper
        self._width = width
        self._mirrored = mirrored
        self._style = look.styles[Role.SMALL]
        self._face = look.face()
        size = self._style.size
        self._gap, self._disc, self._hole = _GAP * size, _DISC * size, _RING_HOLE * size
        self._bar_width, self._bar_height = _BAR_WIDTH * size, _BAR_HEIGHT * size
        # Large letters leave no room beside the line.
        self._is_above = width * _NAMES_SHARE < _LETTERS_BESIDE * size
        self._names = 0 if self._is_above else width * _NAMES_SHARE
        self._first, self._days = _range(timeline)

    def picture(self) -> Picture:
        step = self._style.leading
        lanes = [self._lane(each) for each in self._timeline.steps]
        keys = self._key_rows()
        below = step + self._gap + len(keys) * (step + self._gap / 2) + self._gap
        height = below + sum(lane.height for lane in lanes)
        shapes = [*self._grid(below, height, step), *self._keys(keys, below - step - 2 * self._gap)]
        top = height
        for lane in lanes:
            shapes += self._of_lane(lane, top)
            top -= lane.height
        return Picture(self._width, height, tuple(shapes))

    def _lane(self, step: TimelineStep) -> _Lane:
        room = self._width if self._is_above else self._names - 2 * self._gap
        lines = fold(text_of(step.what), room, self._measure)
        if len(lines) > _MOST_LINES:
            lines = (*lines[: _MOST_LINES - 1], self._cut(lines[_MOST_LINES - 1], room))
        names, bar = len(lines) * self._style.leading, self._bar_height
        height = (names + bar if self._is_above else max(names, bar)) + 1.5 * self._gap
        return _Lane(step, lines, height)

    def _cut(self, line: str, room: float) -> str:
        while line and self._measure(f"{line}…") > room:
            line = line[:-1]
        return f"{line.rstrip()}…"

    def _measure(self, text: str) -> float:
        return float(self._face.width(text, self._style.size))

    def _x(self, day: dt.date) -> float:
        """Where a day stands, in from the names and from the far edge."""
        left, right = self._names + 2 * self._gap, self._width - 2 * self._gap
        at = left + (right - left) * (day - self._first).days / self._days
        return self._width - at if self._mirrored else at

    def _grid(self, low: float, high: float, step: float) -> Iterator[Shape]:
        """An upright line for each tick with its words below, as far as they have room."""
        taken: list[tuple[float, float]] = []
        for day, words in self._timeline.ticks:
            x = self._x(day)
            wide = self._measure(words)
            left = min(max(x - wide / 2, 0), self._width - wide)
            if left >= 0 and all(
                left > right + self._gap or left + wide < start - self._gap
                for start, right in taken
            ):
                taken.append((left, left + wide))
                yield Stroke(x, low, x, high, 0.6, self._ink.rule)
                yield self._words(left, low - step, words, self._ink.muted)

    def _of_lane(self, lane: _Lane, top: float) -> Iterator[Shape]:
        ink, leading = self._ink, self._style.leading
        names = len(lane.lines) * leading
        middle = top - lane.height / 2 - (names / 2 if self._is_above else 0)
        yield Stroke(0, top - lane.height, self._width, top - lane.height, 0.6, ink.rule)
        centre = top - self._gap / 2 - names / 2 if self._is_above else middle
        first = centre + names / 2 - 0.78 * leading
        for index, line in enumerate(lane.lines):
            left = self._width - self._measure(line) if self._mirrored else 0
            yield self._words(left, first - index * leading, line, ink.text)
        step = lane.step
        days = [self._x(day) for day in (step.planned, step.now, step.done) if day is not None]
        if len(days) > 1:
            yield Stroke(
                min(days), middle, max(days), middle, _DRIFT * self._style.size, ink.accent
            )
        if step.planned is not None:
            yield from self._bar(self._x(step.planned), middle)
        if step.now is not None:
            yield from self._ring(self._x(step.now), middle)
        if step.done is not None:
            yield Dot(self._x(step.done), middle, self._disc, ink.accent)

    def _bar(self, x: float, y: float) -> Iterator[Shape]:
        half = self._bar_height / 2
        wide = self._bar_width
        yield Pill(x - wide / 2, y - half, wide, self._bar_height, wide / 2, self._ink.text)

    def _ring(self, x: float, y: float) -> Iterator[Shape]:
        yield Dot(x, y, self._disc, self._ink.accent)
        hole = self._hole
        yield Pill(x - hole, y - hole, 2 * hole, 2 * hole, hole, self._paper)

    def _key_rows(self) -> list[list[tuple[int, str]]]:
        """The keys in as many rows as they need."""
        rows: list[list[tuple[int, str]]] = [[]]
        used = 0.0
        room = self._width - 2 * self._disc - self._gap
        for place, key in enumerate(self._timeline.keys):
            words = key if self._measure(key) <= room else self._cut(key, room)
            wide = self._key_width(words)
            if rows[-1] and used + wide > self._width:
                rows.append([])
                used = 0
            rows[-1].append((place, words))
            used += wide
        return rows

    def _key_width(self, words: str) -> float:
        return 2 * self._disc + 4 * self._gap + self._measure(words)

    def _keys(self, rows: list[list[tuple[int, str]]], top: float) -> Iterator[Shape]:
        leading = self._style.leading
        for number, row in enumerate(rows):
            y = top - number * (leading + self._gap / 2)
            x = 0.0
            for place, words in row:
                middle, wide = y - leading / 2 + 1, self._measure(words)
                mark = x + self._disc
                left = x + 2 * self._disc + self._gap
                if self._mirrored:
                    mark, left = self._width - mark, self._width - left - wide
                yield from self._mark(place, mark, middle)
                yield self._words(left, middle - 0.3 * self._style.size, words, self._ink.muted)
                x += self._key_width(words)

    def _mark(self, place: int, x: float, y: float) -> Iterator[Shape]:
        if place == 0:
            yield from self._bar(x, y)
        elif place == 1:
            yield from self._ring(x, y)
        else:
            yield Dot(x, y, self._disc, self._ink.accent)

    def _words(self, x: float, y: float, text: str, colour: str) -> Words:
        return Words(x, y, text, self._style.size, colour, self._face, right_to_left=self._mirrored)
