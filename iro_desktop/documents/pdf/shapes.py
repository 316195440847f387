"""Draw a picture of plain shapes on a PDF page. ISO 32000-1, 8.5."""

from typing import assert_never

from reportlab.lib.colors import HexColor

from iro_desktop.documents.pdf.canvas import TaggedCanvas
from iro_desktop.documents.pdf.drawn_text import draw_line
from iro_desktop.documents.pdf.pictures import Drawing
from iro_desktop.documents.pdf.set_text import Run, SetText, drawable
from iro_desktop.documents.scale_line import Dot, Picture, Pill, Shape, Stroke, Words
from iro_desktop.documents.typography.bidi import runs_right_to_left

_ROUND = 1
_RIM = 1.5
_AS_WIDE_AS_IT_IS = 1e6


def drawing(picture: Picture, factor: float, language: str) -> Drawing:
    """Draws each shape over the last, all made smaller by `factor`."""

    def draw(canvas: TaggedCanvas) -> None:
        canvas.scale(factor, factor)
        for shape in picture.shapes:
            _draw(canvas, shape, language)

    return draw


def _draw(canvas: TaggedCanvas, shape: Shape, language: str) -> None:
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
            _write(canvas, shape, language)
        case _:
            assert_never(shape)
    canvas.restoreState()


def _write(canvas: TaggedCanvas, words: Words, language: str) -> None:
    seen, _missing = drawable(words.text, words.setting)
    run = Run(seen, words.setting, words.size, words.colour, language)
    text = SetText([run], right_to_left=runs_right_to_left(seen))
    for line in text.lines(_AS_WIDE_AS_IT_IS):
        draw_line(canvas, text, line, words.x, words.y)
