"""A drawing made on the screen, as a picture for a document."""

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise

from iro_desktop.domain.drawings import SHEET_HEIGHT, SHEET_WIDTH, Stroke

# Drawn larger and made smaller again, which smooths the lines.
_FINER = 2
_INK, _PAPER = "black", "white"


def png_of(strokes: Sequence[Stroke]) -> bytes:
    """A PNG of the whole sheet, black on white, with round ends and joints."""
    # Only whoever prints a drawing waits for it.
    from PIL import Image, ImageDraw  # noqa: PLC0415

    sheet = Image.new("L", (SHEET_WIDTH * _FINER, SHEET_HEIGHT * _FINER), _PAPER)
    pen = ImageDraw.Draw(sheet)
    for stroke in strokes:
        for dot in stroke:
            radius = dot.width * _FINER / 2
            middle = (dot.x * _FINER, dot.y * _FINER)
            pen.circle(middle, radius, fill=_INK)
        for one, other in pairwise(stroke):
            ends = (one.x * _FINER, one.y * _FINER, other.x * _FINER, other.y * _FINER)
            pen.line(ends, fill=_INK, width=max(1, round(other.width * _FINER)))
    written = BytesIO()
    smaller = sheet.resize((SHEET_WIDTH, SHEET_HEIGHT), Image.Resampling.LANCZOS)
    smaller.save(written, "PNG", optimize=True)
    return written.getvalue()
