"""A paragraph of set text that knows which element it belongs to, and breaks over pages.

ISO 32000-1, 14.8.4.4 (inline elements), 14.9.2 (language) and 14.9.4 (replacement text).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from reportlab.platypus import Flowable

from iro_desktop.documents.pdf.drawn_text import draw_space, draw_stretch, underline
from iro_desktop.documents.pdf.form_fields import FieldToFill
from iro_desktop.documents.pdf.set_text import (
    Line,
    Run,
    SetText,
    Stretch,
    without_marks_of_direction,
)
from iro_desktop.documents.pdf.structure import Element, Tag

_ENOUGH = 1e-6
_LINES_AT_FOOT = 2
_UNDERLINE_AT, _UNDERLINE = 0.14, 0.06


class Align(StrEnum):
    """Where lines stand that do not fill the width."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


def start_of(align: Align, room: float) -> float:
    """Where a line starts that leaves so much room."""
    return {Align.LEFT: 0.0, Align.RIGHT: room, Align.CENTRE: room / 2}[align]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a paragraph stands, in points. `leading` is from baseline to baseline.

    `middle` is how far above the baseline the middle of a line is. `underlines` says that links
    are underlined.
    """

    leading: float
    middle: float
    align: Align
    underlines: bool


class _Stroke(NamedTuple):
    """A stretch where it stands. `spaced` asks for a space after it."""

    element: Element
    stretch: Stretch
    x: float
    y: float
    spaced: bool


class _Tick(NamedTuple):
    """A box that can be ticked, so many points high."""

    field: FieldToFill
    form: Element
    size: float


class Inline:
    """The elements that runs of a paragraph belong to: a span, a link or the paragraph itself.

    Where text runs both ways, what is seen first is not what is said first: then each run has an
    element of its own, in the order of speech, with its text as it is said.
    """

    def __init__(self, element: Element, text: SetText, language: str) -> None:
        self._element = element
        self._text = text
        self._language = language
        self._special = [bool(run.link) or run.language != language for run in text.runs]
        self._own: dict[int, Element] = {}
        if not text.runs_both_ways:
            return
        if any(self._special):
            for index, run in enumerate(text.runs):
                self._made(index).actual_text = without_marks_of_direction(run.text)
        else:
            element.actual_text = without_marks_of_direction(text.text)

    def of(self, index: int) -> Element:
        """The element of a run, made when it is drawn first if it has none yet."""
        if index in self._own:
            return self._own[index]
        return self._made(index) if self._special[index] else self._element

    def _made(self, index: int) -> Element:
        run = self._text.runs[index]
        self._own[index] = Element(
            Tag.LINK if run.link else Tag.SPAN,
            self._element,
            language=run.language if run.language != self._language else "",
        )
        return self._own[index]


class ShapedParagraph(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """The flowable. Neither of its parts is a line alone, where it has room for more.

    `clings` asks that it stand on the page on which what is before it ends.
    """

    def __init__(
        self,
        text: SetText,
        manner: Manner,
        inline: Inline,
        *,
        before: float,
        after: float,
        clings: bool = False,
    ) -> None:
        super().__init__()
        self._text = text
        self._manner = manner
        self._inline = inline
        self.clings = clings
        self._first = 0
        self._last: int | None = None
        self._tick: _Tick | None = None
        self.spaceBefore = before
        self.spaceAfter = after

    @property
    def leading(self) -> float:
        """From baseline to baseline, in points."""
        return self._manner.leading

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The size in this width."""
        self.width = available_width
        self.height = self.leading * len(self._lines())
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list["ShapedParagraph"]:
        """Two parts, the first of which fits; nothing where no two lines do."""
        self.wrap(available_width, available_height)
        if self.height <= available_height + _ENOUGH:
            return [self]
        count = len(self._lines())
        fitting = min(int((available_height + _ENOUGH) // self.leading), count - _LINES_AT_FOOT)
        return self._parts(fitting)

    def without_last_lines(self, width: float) -> list["ShapedParagraph"]:
        """Two parts, the second of two lines; nothing where it is too short for that."""
        self.wrap(width, 0)
        return self._parts(len(self._lines()) - _LINES_AT_FOOT)

    def _parts(self, lines: int) -> list["ShapedParagraph"]:
        if lines < _LINES_AT_FOOT:
            return []
        place = self._first + lines
        return [
            self._part(self._first, place, self.spaceBefore, 0),
            self._part(place, self._last, 0, self.spaceAfter),
        ]

    @property
    def least_start(self) -> float:
        """How much of it must stand together at the foot of a page, once it is wrapped.

        Two lines; all of three, for neither part may be a line alone.
        """
        count = len(self._lines())
        return self.leading * (count if count < 2 * _LINES_AT_FOOT else _LINES_AT_FOOT)

    def can_be_ticked(self, field: FieldToFill, form: Element, size: float) -> None:
        """Let the box that this paragraph draws at its start be ticked on a screen."""
        self._tick = _Tick(field, form, size)

    def draw(self) -> None:
        """Draw the lines; what belongs to one element in a row stands in one mark."""
        if self._tick is not None:
            size = self._tick.size
            x = start_of(self._manner.align, self.width - size)
            y = self.height - (self.leading + size) / 2
            box = self.canv.area(x, y, size, size)
            self.canv.tick_box(self._tick.form, self._tick.field, box)
        for element, strokes in groupby(self._strokes(), key=lambda stroke: stroke.element):
            with self.canv.content(element):
                for stroke in strokes:
                    self._draw(stroke)

    def _strokes(self) -> Iterator[_Stroke]:
        y = self.height - self.leading / 2 - self._manner.middle
        for line in self._lines():
            room = self.width - line.width
            x = start_of(self._manner.align, room)
            for index, stretch in enumerate(line.stretches, start=1):
                spaced = line.ends_in_space and index == len(line.stretches)
                yield _Stroke(self._inline.of(stretch.run), stretch, x, y, spaced)
                x += stretch.advance * self._text.scale(stretch)
            y -= self.leading

    def _draw(self, stroke: _Stroke) -> None:
        run = self._text.runs[stroke.stretch.run]
        end = draw_stretch(self.canv, self._text, stroke.stretch, stroke.x, stroke.y)
        if run.link:
            self._link(stroke, run, end)
        if stroke.spaced:
            draw_space(self.canv, stroke.stretch.face, run.size, end, stroke.y)

    def _link(self, stroke: _Stroke, run: Run, end: float) -> None:
        x, y, size = stroke.x, stroke.y, run.size
        if self._manner.underlines:
            under = y - size * _UNDERLINE_AT
            underline(self.canv, run.colour, size * _UNDERLINE, (x, end), under)
        box = (x, y - size * 0.3, end, y + size)
        self.canv.link(stroke.element, run.link, box, run.text)

    def _lines(self) -> tuple[Line, ...]:
        return self._text.lines(self.width)[self._first : self._last]

    def _part(self, first: int, last: int | None, before: float, after: float) -> "ShapedParagraph":
        part = ShapedParagraph(self._text, self._manner, self._inline, before=before, after=after)
        part._first, part._last = first, last
        return part
