"""Draw a picture of plain shapes on a PDF page."""

from typing import assert_never

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from iro_desktop.documents.pdf.embedded_fonts import font_name
from iro_desktop.documents.scale_line import Dot, Picture, Pill, Shape, Stroke, Words

_ROUND = 1
_RIM = 1.5


class Drawn(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """A picture, made smaller where it is higher than `tallest`."""

    def __init__(self, picture: Picture, tallest: float, after: float) -> None:
        super().__init__()
        self._picture = picture
        self._factor = min(1, tallest / picture.height)
        self.spaceAfter = after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The size on the page."""
        self.width = self._picture.width * self._factor
        self.height = self._picture.height * self._factor
        return self.width, self.height

    def draw(self) -> None:
        """Draw each shape over the last."""
        self.canv.scale(self._factor, self._factor)
        for shape in self._picture.shapes:
            _draw(self.canv, shape)


def _draw(canvas: Canvas, shape: Shape) -> None:
    canvas.saveState()
    canvas.setFillColor(HexColor(shape.colour))
    match shape:
        case Stroke():
            canvas.setLineCap(_ROUND)
            canvas.setLineWidth(shape.width)
            canvas.setStrokeColor(HexColor(shape.colour))
            canvas.line(shape.x1, shape.y1, shape.x2, shape.y2)
        case Dot():
            canvas.setLineWidth(_RIM)
            canvas.setStrokeColor(HexColor("#FFFFFF"))
            canvas.circle(shape.x, shape.y, shape.radius, stroke=1, fill=1)
        case Pill():
            canvas.roundRect(
                shape.x, shape.y, shape.width, shape.height, shape.radius, stroke=0, fill=1
            )
        case Words():
            _write(canvas, shape)
        case _:
            assert_never(shape)
    canvas.restoreState()


def _write(canvas: Canvas, words: Words) -> None:
    x = words.x
    for piece in words.setting.pieces(words.text):
        canvas.setFont(font_name(piece.face.path), words.size)
        canvas.drawString(x, words.y, piece.text)
        x += piece.face.width(piece.text, words.size)
