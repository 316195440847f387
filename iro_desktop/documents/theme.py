"""A council's small say in how documents look: one colour, one of our faces, a step in size.

Contrast is held to WCAG 2.2, 1.4.3 (AA): 4.5 to 1 for text on what it stands on.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.fonts import ATKINSON, LEXEND, NOTO_SANS, Family
from iro_desktop.documents.look import Look, asked_for, enlarged, look_of

LEAST_CONTRAST = 4.5
FAMILIES: Mapping[str, Family] = MappingProxyType(
    {family.name: family for family in (LEXEND, NOTO_SANS, ATKINSON)}
)
"""The faces to choose from, by name."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_STEP, _MOST_STEPS = 0.06, 3
_LINEAR_BELOW = 0.04045
_TINT_SHARE, _RULE_SHARE = 0.09, 0.3


class ThemeRefused(Exception):
    """The theme cannot be used. `contrast` is what was found, where colour is at fault."""

    def __init__(self, why: str, contrast: float = 0) -> None:
        super().__init__(why)
        self.contrast = contrast


@dataclass(frozen=True, slots=True)
class Theme:
    """What differs from our own look. `accent` is #RRGGBB, `family` a name in `FAMILIES`.

    `size_step` makes all text larger or smaller by about a twentieth, from -1 to 3. Empty and 0
    leave a document as it is designed. A look that a reader asked for keeps its face and size.
    """

    accent: str = ""
    family: str = ""
    size_step: int = 0


PLAIN = Theme()


def themed(look: Look, theme: Theme, *, of_reader: bool = False) -> Look:
    """The look with the theme's colour, face and size. Raises `ThemeRefused`.

    `of_reader` says that the look is one that the reader asked for: then only the colour changes.
    """
    if theme.accent:
        look = _in_colour(look, theme.accent)
    if of_reader:
        return look
    if theme.family:
        if theme.family not in FAMILIES:
            raise ThemeRefused("the face is none of ours")
        look = replace(look, family=FAMILIES[theme.family])
    return _in_size(look, theme.size_step)


def look_in(document: Document, theme: Theme) -> Look:
    """The look of a document in a theme. Raises `ThemeRefused`."""
    return themed(look_of(document), theme, of_reader=asked_for(document.style))


def contrast(one: str, other: str) -> float:
    """How far two colours (#RRGGBB) stand apart, from 1 to 21: WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _in_colour(look: Look, accent: str) -> Look:
    if not _COLOUR.fullmatch(accent):
        raise ThemeRefused("the colour is not written as #RRGGBB")
    tint = _mixed(accent, look.paper, _TINT_SHARE)
    found = min(contrast(accent, look.paper), contrast(accent, tint))
    if found < LEAST_CONTRAST:
        raise ThemeRefused(
            f"the colour is too pale to be read: {found:.1f} to 1, and {LEAST_CONTRAST} is needed",
            found,
        )
    old = look.ink
    ink = replace(old, accent=accent, tint=tint, rule=_mixed(accent, look.paper, _RULE_SHARE))
    styles = {
        role: replace(style, colour=accent) if style.colour == old.accent else style
        for role, style in look.styles.items()
    }
    return replace(look, ink=ink, styles=MappingProxyType(styles))


def _in_size(look: Look, step: int) -> Look:
    if not -1 <= step <= _MOST_STEPS:
        raise ThemeRefused(f"the size may differ by -1 to {_MOST_STEPS} steps")
    return enlarged(look, 1 + step * _STEP) if step else look


def _mixed(colour: str, paper: str, share: float) -> str:
    parts = zip(_parts(colour), _parts(paper), strict=True)
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in parts)


def _luminance(colour: str) -> float:
    linear = map(_linear, _parts(colour))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= _LINEAR_BELOW else ((share + 0.055) / 1.055) ** 2.4


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
