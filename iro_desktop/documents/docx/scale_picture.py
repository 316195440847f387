"""Draw a picture of plain shapes as PNG, fine enough to print."""

from io import BytesIO
from math import ceil, floor
from typing import assert_never

from PIL import Image, ImageChops, ImageDraw

from iro_desktop.documents.docx.glyph_outlines import Point, line
from iro_desktop.documents.look import WHITE
from iro_desktop.documents.scale_line import Dot, Picture, Pill, Shape, Stroke, Words

_DOTS_PER_INCH = 220
# Pillow draws shapes with hard edges: drawn larger, then made smaller, they are smooth.
_OVERSIZE = 3
_RIM = 1.5
_FULL_WHERE_ANY = [0, *[255] * 255]
_PAPER = WHITE


def png(picture: Picture, paper: str = _PAPER) -> bytes:
    """The picture on paper of this colour."""
    factor = _DOTS_PER_INCH / 72
    size = (round(picture.width * factor), round(picture.height * factor))
    large = Image.new("RGB", (size[0] * _OVERSIZE, size[1] * _OVERSIZE), paper)
    pen = _Pen(large, picture.height, factor * _OVERSIZE)
    for shape in picture.shapes:
        pen.draw(shape)
    file = BytesIO()
    large.reduce(_OVERSIZE).save(file, "PNG", optimize=True, dpi=(_DOTS_PER_INCH, _DOTS_PER_INCH))
    return file.getvalue()


class _Pen:
    """Turns points from the lower left into pixels from the upper left."""

    def __init__(self, image: Image.Image, height: float, factor: float) -> None:
        self._image = image
        self._draw = ImageDraw.Draw(image)
        self._height = height
        self._factor = factor

    def draw(self, shape: Shape) -> None:
        match shape:
            case Stroke():
                self._stroke(shape)
            case Dot():
                self._disc(shape.x, shape.y, shape.radius + _RIM / 2, _PAPER)
                self._disc(shape.x, shape.y, shape.radius - _RIM / 2, shape.colour)
            case Pill():
                box = self._box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
                radius = shape.radius * self._factor
                self._draw.rounded_rectangle(box, radius, fill=shape.colour)
            case Words():
                self._write(shape)
            case _:
                assert_never(shape)

    def _stroke(self, stroke: Stroke) -> None:
        half = stroke.width / 2
        left, right = sorted((stroke.x1, stroke.x2))
        low, high = sorted((stroke.y1, stroke.y2))
        box = self._box(left - half, low - half, right + half, high + half)
        self._draw.rounded_rectangle(box, half * self._factor, fill=stroke.colour)

    def _disc(self, x: float, y: float, radius: float, colour: str) -> None:
        box = self._box(x - radius, y - radius, x + radius, y + radius)
        self._draw.ellipse(box, fill=colour)

    def _write(self, words: Words) -> None:
        placed = line(words.text, words.setting, words.size, right_to_left=words.right_to_left)
        for glyph in placed:
            contours = [
                [
                    (
                        (words.x + glyph.x + x * glyph.scale) * self._factor,
                        (self._height - words.y - glyph.y - y * glyph.scale) * self._factor,
                    )
                    for x, y in contour
                ]
                for contour in glyph.outline
            ]
            self._fill(contours, words.colour)

    def _fill(self, contours: list[list[Point]], colour: str) -> None:
        """Ink wherever the outline winds round more often one way than the other."""
        points = [point for contour in contours for point in contour]
        if not points:
            return
        left, top = (floor(min(point[axis] for point in points)) for axis in (0, 1))
        right, bottom = (ceil(max(point[axis] for point in points)) for axis in (0, 1))
        size = (right - left + 1, bottom - top + 1)
        ways = {False: Image.new("L", size), True: Image.new("L", size)}
        for contour in contours:
            moved = [(x - left, y - top) for x, y in contour]
            once = Image.new("L", size)
            ImageDraw.Draw(once).polygon(moved, fill=1)
            way = _area(moved) > 0
            ways[way] = ImageChops.add(ways[way], once)
        inside = ImageChops.difference(ways[False], ways[True]).point(_FULL_WHERE_ANY)
        self._image.paste(colour, (left, top), inside)

    def _box(
        self, left: float, low: float, right: float, high: float
    ) -> tuple[float, float, float, float]:
        top, bottom = self._height - high, self._height - low
        return (
            left * self._factor,
            top * self._factor,
            right * self._factor,
            bottom * self._factor,
        )


def _area(contour: list[Point]) -> float:
    """Twice the area within a closed line; less than nothing where it runs the other way."""
    following = contour[1:] + contour[:1]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(contour, following, strict=True))
