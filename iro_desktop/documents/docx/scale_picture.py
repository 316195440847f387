"""Draw a picture of plain shapes as PNG, fine enough to print."""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import assert_never

from PIL import Image, ImageDraw, ImageFont

from iro_desktop.documents.look import WHITE
from iro_desktop.documents.scale_line import Dot, Picture, Pill, Shape, Stroke, Words

_DOTS_PER_INCH = 220
# Pillow draws shapes with hard edges: drawn larger, then made smaller, they are smooth.
_OVERSIZE = 3
_RIM = 1.5
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
        x = words.x
        for piece in words.setting.pieces(words.text):
            font = _font(piece.face.path, words.size * self._factor)
            at = (x * self._factor, (self._height - words.y) * self._factor)
            self._draw.text(at, piece.text, words.colour, font, anchor="ls")
            x += piece.face.width(piece.text, words.size)

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


@cache
def _font(file: Path, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)
