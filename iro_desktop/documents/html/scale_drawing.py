"""Draw a picture of plain shapes as SVG 1.1, to stand in the page itself."""

from html import escape
from typing import assert_never

from iro_desktop.documents.characters import one_line
from iro_desktop.documents.scale_line import Dot, Picture, Pill, Shape, Stroke, Words

_RIM = 1.5


def svg(picture: Picture, paper: str) -> str:
    """The picture, hidden from screen readers: what it says stands beside it in words."""
    shapes = "".join(_shape(shape, picture.height, paper) for shape in picture.shapes)
    # Lines of text are placed by their left end, whichever way the page runs.
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false"'
        f' direction="ltr" viewBox="0 0 {picture.width:g} {picture.height:g}">{shapes}</svg>'
    )


def _shape(shape: Shape, height: float, paper: str) -> str:
    match shape:
        case Stroke():
            return (
                f'<line x1="{shape.x1:g}" y1="{height - shape.y1:g}" x2="{shape.x2:g}"'
                f' y2="{height - shape.y2:g}" stroke="{shape.colour}"'
                f' stroke-width="{shape.width:g}" stroke-linecap="round"/>'
            )
        case Dot():
            return (
                f'<circle cx="{shape.x:g}" cy="{height - shape.y:g}" r="{shape.radius:g}"'
                f' fill="{shape.colour}" stroke="{paper}" stroke-width="{_RIM:g}"/>'
            )
        case Pill():
            top = height - shape.y - shape.height
            return (
                f'<rect x="{shape.x:g}" y="{top:g}" width="{shape.width:g}"'
                f' height="{shape.height:g}" rx="{shape.radius:g}" fill="{shape.colour}"/>'
            )
        case Words():
            weight = ' font-weight="bold"' if shape.bold else ""
            # The left end is where a line ends that reads from the right.
            turned = ' direction="rtl" text-anchor="end"' if shape.right_to_left else ""
            return (
                f'<text x="{shape.x:g}" y="{height - shape.y:g}" font-size="{shape.size:g}"'
                f' fill="{shape.colour}"{weight}{turned}>{escape(one_line(shape.text))}</text>'
            )
        case _:
            assert_never(shape)
