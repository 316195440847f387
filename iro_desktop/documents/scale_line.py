"""A 0 to 10 line with people's marks, as plain shapes that any format can draw.

Points, from the lower left corner, upwards. No two names ever touch: whoever has no room beside a
neighbour moves up.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from iro_desktop.documents.blocks import Scale
from iro_desktop.documents.characters import one_line
from iro_desktop.documents.fonts import Setting
from iro_desktop.documents.look import Look, Role

_LAST = 10
_DOT = 6.5
_BAR = 5.0
_GAP = 4.0
_LEAST_LEADER = 12.0
# Renderers hint and round: what ends at the very edge may lose its last stroke.
_EDGE = 1.5
_LABEL_SHARE = 0.36
_MEANING_SHARE = 0.44
_BELOW_NUMBERS = 1.12


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line with round ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc with a white rim, so that it stands out from the line."""

    x: float
    y: float
    radius: float
    colour: str


@dataclass(frozen=True, slots=True)
class Pill:
    """A filled box with rounded corners."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    colour: str


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text on its baseline, from `x` to the right, whichever way it reads."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    setting: Setting
    bold: bool = False
    right_to_left: bool = False


Shape = Stroke | Dot | Pill | Words


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes to draw in this order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    @property
    def missing(self) -> frozenset[str]:
        """The characters that no face has."""
        words = (shape for shape in self.shapes if isinstance(shape, Words))
        return frozenset[str]().union(*(each.setting.missing(each.text) for each in words))


@dataclass(frozen=True, slots=True)
class _Label:
    """Everybody who gave one score. `y` is above the line."""

    at: float
    lines: tuple[str, ...]
    width: float
    height: float
    x: float = 0
    y: float = 0


def draw_scale(
    scale: Scale,
    look: Look,
    width: float,
    number: Callable[[Decimal], str],
    *,
    right_to_left: bool = False,
) -> Picture:
    """The scale as shapes, `width` points wide. `number` writes a score as the reader does."""
    return _Drawing(look, width, number, mirrored=right_to_left).picture(scale)


def fold(text: str, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """The text in lines no wider than `width`; a word that is wider is cut."""
    lines = [""]
    for word in one_line(text).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if measure(longer) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for character in word:
            if lines[-1] and measure(lines[-1] + character) > width:
                lines.append("")
            lines[-1] += character
    return tuple(lines)


class _Drawing:
    def __init__(
        self, look: Look, width: float, number: Callable[[Decimal], str], *, mirrored: bool
    ) -> None:
        self._ink = look.ink
        self._width = width
        self._number = number
        self._mirrored = mirrored
        self._style = look.styles[Role.SMALL]
        self._plain = look.face()
        self._bold = look.face(bold=True)
        self._left, self._right = _DOT * 2, width - _DOT * 2

    def picture(self, scale: Scale) -> Picture:
        step = self._style.leading
        meanings = [self._fold(text, _MEANING_SHARE) for text in _ends(scale)]
        line = max(len(lines) for lines in meanings) * step + step + _DOT + 2 * _GAP
        labels = self._placed(self._labels(scale))
        top = max((label.y + label.height for label in labels), default=_DOT)
        shapes = [
            *self._ruler(line, step),
            *self._meanings(meanings, line - _DOT + _GAP - (1 + _BELOW_NUMBERS) * step),
            *(shape for label in labels for shape in self._leader(label, line)),
            *(shape for label in labels for shape in self._label(label, line)),
        ]
        return Picture(self._width, line + top, tuple(shapes))

    def _x(self, value: Decimal) -> float:
        share = float(min(max(value, Decimal(0)), Decimal(_LAST))) / _LAST
        if self._mirrored:
            share = 1 - share
        return self._left + share * (self._right - self._left)

    def _fold(self, text: str, share: float) -> tuple[str, ...]:
        size = self._style.size
        return fold(text, self._width * share, lambda line: self._plain.width(line, size))

    def _ruler(self, line: float, step: float) -> list[Shape]:
        ink, size = self._ink, self._style.size
        shapes: list[Shape] = [Stroke(self._left, line, self._right, line, _BAR, ink.rule)]
        for value in range(_LAST + 1):
            x = self._x(Decimal(value))
            shapes.append(Stroke(x, line - _BAR / 2 + 1, x, line + _BAR / 2 - 1, 1.2, ink.muted))
            text, face = str(value), self._bold if value in {0, _LAST} else self._plain
            left = x - face.width(text, size) / 2
            y = line - _DOT - step + _GAP
            shapes.append(Words(left, y, text, size, ink.muted, face, bold=face is self._bold))
        return shapes

    def _meanings(self, meanings: Sequence[tuple[str, ...]], top: float) -> list[Shape]:
        style, shapes = self._style, list[Shape]()
        for lines, value in zip(meanings, (0, _LAST), strict=True):
            at_right = (value == _LAST) != self._mirrored
            for index, text in enumerate(lines):
                left = self._width - _EDGE - self._plain.width(text, style.size) if at_right else 0
                y = top - index * style.leading
                shapes.append(
                    Words(
                        left,
                        y,
                        text,
                        style.size,
                        self._ink.text,
                        self._plain,
                        right_to_left=self._mirrored,
                    )
                )
        return shapes

    def _words(self, x: float, y: float, text: str, colour: str, *, bold: bool = False) -> Words:
        return Words(
            x,
            y,
            text,
            self._style.size,
            colour,
            self._bold if bold else self._plain,
            bold=bold,
            right_to_left=self._mirrored,
        )

    def _labels(self, scale: Scale) -> list[_Label]:
        people: dict[Decimal, list[str]] = {}
        for mark in scale.marks:
            people.setdefault(mark.value, []).append(mark.person)
        labels = []
        for value, names in sorted(people.items()):
            lines = [self._number(value)]
            for name in names:
                lines += self._fold(name, _LABEL_SHARE)
            size, step = self._style.size, self._style.leading
            widest = max(self._bold.width(line, size) for line in lines)
            height = len(lines) * step + _GAP
            labels.append(_Label(self._x(value), tuple(lines), widest + 3 * _GAP, height))
        return labels

    def _placed(self, labels: Sequence[_Label]) -> list[_Label]:
        placed: list[_Label] = []
        base = _DOT + _LEAST_LEADER
        for label in labels:
            x = min(max(label.at - label.width / 2, 0), max(self._width - label.width, 0))
            beside = [
                other
                for other in placed
                if x < other.x + other.width + _GAP and other.x < x + label.width + _GAP
            ]
            y = base
            for other in sorted(beside, key=lambda one: one.y):
                if y < other.y + other.height + _GAP and other.y < y + label.height + _GAP:
                    y = other.y + other.height + _GAP
            placed.append(_Label(label.at, label.lines, label.width, label.height, x, y))
        return placed

    def _leader(self, label: _Label, line: float) -> list[Shape]:
        return [
            Stroke(label.at, line, label.at, line + label.y + _GAP, 1, self._ink.accent),
            Dot(label.at, line, _DOT, self._ink.accent),
        ]

    def _label(self, label: _Label, line: float) -> list[Shape]:
        ink, style = self._ink, self._style
        bottom = line + label.y
        shapes: list[Shape] = [
            Pill(label.x, bottom, label.width, label.height, 1.5 * _GAP, ink.tint)
        ]
        for index, text in enumerate(label.lines):
            face = self._plain if index else self._bold
            left = label.x + (label.width - face.width(text, style.size)) / 2
            y = bottom + label.height - _GAP / 2 - index * style.leading - 0.78 * style.leading
            shapes.append(
                Words(
                    left,
                    y,
                    text,
                    style.size,
                    ink.accent,
                    face,
                    bold=not index,
                    right_to_left=self._mirrored,
                )
            )
        return shapes


def _ends(scale: Scale) -> tuple[str, str]:
    return scale.meaning_of_0, scale.meaning_of_10
