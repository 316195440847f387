"""Lay a line of text out as filled shapes, joined and ordered as its script asks for.

OpenType `glyf` and TrueType's rule of filling: a point is inside where the outline winds round it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from iro_desktop.documents.font_file import FontFile
from iro_desktop.documents.fonts import Setting
from iro_desktop.documents.typography.bidi import levels, visual_order
from iro_desktop.documents.typography.shaping import Shaped, shape

Point = tuple[float, float]
Outline = tuple[tuple[Point, ...], ...]
"""Closed lines of straight pieces, in the font's units."""

# Enough for letters as small as those on a scale.
_STEPS = 8


@dataclass(frozen=True, slots=True)
class Placed:
    """A glyph of a line: its outline, and where it stands, in points from the line's start."""

    outline: Outline
    x: float
    y: float
    scale: float


def line(text: str, setting: Setting, size: float, *, right_to_left: bool) -> Iterator[Placed]:
    """The glyphs of one line from left to right."""
    x = 0.0
    for run in _runs(setting.drawable(text), setting, right_to_left=right_to_left):
        scale = size / run.face.units
        for glyph in run.glyphs:
            outline = _outline(run.face, glyph.gid)
            yield Placed(outline, x + glyph.dx * scale, glyph.dy * scale, scale)
            x += glyph.advance * scale


def _runs(text: str, setting: Setting, *, right_to_left: bool) -> list[Shaped]:
    """The runs of a line as they stand from left to right."""
    each = levels(text, right_to_left)
    parts, at = [], 0
    for level, together in groupby(each):
        end = at + len([*together])
        parts.append((level, text[at:end]))
        at = end
    runs: list[Shaped] = []
    for place in visual_order([level for level, _part in parts]):
        level, part = parts[place]
        backwards = bool(level % 2)
        shaped = shape(part, setting, right_to_left=backwards)
        runs += reversed(shaped) if backwards else shaped
    return runs


@dataclass(slots=True)
class _Pen:
    """Takes an outline down, its curves as straight pieces."""

    contours: list[list[Point]] = field(default_factory=list)

    def move(self, x: float, y: float) -> None:
        self.contours.append([(x, y)])

    def line(self, x: float, y: float) -> None:
        self.contours[-1].append((x, y))

    def quadratic(self, x1: float, y1: float, x2: float, y2: float) -> None:
        x0, y0 = self.contours[-1][-1]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
            self.line(a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2)

    def cubic(self, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float) -> None:
        x0, y0 = self.contours[-1][-1]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
            self.line(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)


@cache
def _outline(face: FontFile, glyph: int) -> Outline:
    import uharfbuzz  # noqa: PLC0415  # 30 ms, which documents without a scale do without

    pen = _Pen()
    functions = uharfbuzz.DrawFuncs()
    functions.set_move_to_func(lambda x, y, _pen: pen.move(x, y))
    functions.set_line_to_func(lambda x, y, _pen: pen.line(x, y))
    functions.set_quadratic_to_func(lambda a, b, x, y, _pen: pen.quadratic(a, b, x, y))
    functions.set_cubic_to_func(lambda a, b, c, d, x, y, _pen: pen.cubic(a, b, c, d, x, y))
    functions.set_close_path_func(lambda _pen: None)
    face.font.draw_glyph(glyph, functions)
    return tuple(tuple(contour) for contour in pen.contours)
