"""A drawing as a short text: lines of points on a sheet of 1000 by 600."""

import json
from dataclasses import dataclass
from typing import TypeAlias

SHEET_WIDTH, SHEET_HEIGHT = 1000, 600
VERSION = 1


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the pen: where on the sheet, and how wide the pen was, in sheet units."""

    x: int
    y: int
    width: int = 5


Stroke: TypeAlias = tuple[Dot, ...]


class NotADrawing(ValueError):
    """The text is not a drawing that this program knows."""


def encode(strokes: tuple[Stroke, ...]) -> str:
    """The drawing as compact JSON: each stroke a flat list of x, y, width."""
    flat = [[part for dot in stroke for part in (dot.x, dot.y, dot.width)] for stroke in strokes]
    return json.dumps({"v": VERSION, "strokes": flat}, separators=(",", ":"))


def decode(text: str) -> tuple[Stroke, ...]:
    """The strokes in a text that `encode` made.

    Raises:
        NotADrawing: it is something else, or of a newer version.
    """
    try:
        content = json.loads(text)
        if content["v"] != VERSION:
            raise NotADrawing(str(content["v"]))
        return tuple(_stroke(flat) for flat in content["strokes"])
    except (KeyError, TypeError, ValueError) as fault:
        raise NotADrawing from fault


def _stroke(flat: list[int]) -> Stroke:
    if len(flat) % 3 or not all(type(part) is int for part in flat):
        raise NotADrawing
    return tuple(Dot(*flat[start : start + 3]) for start in range(0, len(flat), 3))
