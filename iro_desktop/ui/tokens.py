"""The colours, by what they mean. Screens name a token, never a colour.

Every pair in which one token is read upon another stands in `PAIRS` with the contrast that WCAG 2.2
asks of it: 7 for running text (1.4.6), 4.5 for other text (1.4.3), 3 for edges and marks (1.4.11).
"""

from collections.abc import Mapping
from types import MappingProxyType

Tokens = Mapping[str, str]

LIGHT: Tokens = MappingProxyType(
    {
        "page": "#F4F6F8",
        "surface": "#FFFFFF",
        "sunken": "#EDF0F3",
        "text": "#1A232E",
        "muted": "#4C5866",
        "border": "#727D8B",
        "line": "#DDE3E9",
        "primary": "#1D5FA6",
        "primary_hover": "#174D88",
        "primary_pressed": "#123D6C",
        "on_primary": "#FFFFFF",
        "primary_soft": "#E5EFF9",
        "primary_soft_hover": "#D5E5F5",
        "focus": "#B54F08",
        "danger": "#B1251B",
        "danger_hover": "#8F1C14",
        "on_danger": "#FFFFFF",
        "danger_soft": "#FCEBE9",
        "success": "#1A6A3A",
        "success_soft": "#E4F3E9",
        "warning": "#855000",
        "warning_soft": "#FDF2DC",
        "disabled": "#7C8692",
        "line_1": "#1D5FA6",
        "line_2": "#A8480B",
        "line_3": "#1A6A3A",
        "line_4": "#8A2F7B",
        "line_5": "#4C5866",
        "bar_1": "#CFE1F4",
        "bar_2": "#F7DFC4",
        "bar_3": "#D3EBDA",
        "bar_4": "#EBD7E8",
    }
)

DARK: Tokens = MappingProxyType(
    {
        "page": "#11161B",
        "surface": "#1A2129",
        "sunken": "#242D37",
        "text": "#EDF1F5",
        "muted": "#B5C0CC",
        "border": "#8793A1",
        "line": "#333E4A",
        "primary": "#8FC1F5",
        "primary_hover": "#B0D4FA",
        "primary_pressed": "#C9E2FC",
        "on_primary": "#0A2037",
        "primary_soft": "#1E364D",
        "primary_soft_hover": "#274561",
        "focus": "#FFB870",
        "danger": "#FFB3AA",
        "danger_hover": "#FFCDC7",
        "on_danger": "#41100B",
        "danger_soft": "#43211F",
        "success": "#8EDBA9",
        "success_soft": "#1B3A28",
        "warning": "#F2C87C",
        "warning_soft": "#3D3016",
        "disabled": "#7F8A97",
        "line_1": "#8FC1F5",
        "line_2": "#FFB27A",
        "line_3": "#8EDBA9",
        "line_4": "#E6A9DB",
        "line_5": "#B5C0CC",
        "bar_1": "#24425F",
        "bar_2": "#533A20",
        "bar_3": "#214830",
        "bar_4": "#4C2F47",
    }
)

DARKEST_CURVED = 0.04045  # below it, sRGB is straight

_GROUNDS = ("page", "surface")
_SOFT = ("primary_soft", "danger_soft", "success_soft", "warning_soft")
_BARS = ("bar_1", "bar_2", "bar_3", "bar_4")

PAIRS: tuple[tuple[str, str, float], ...] = (
    *(("text", ground, 7.0) for ground in (*_GROUNDS, *_SOFT, *_BARS, "sunken")),
    ("text", "primary_soft_hover", 7.0),
    *(("muted", ground, 4.5) for ground in (*_GROUNDS, *_SOFT, "sunken")),
    *(("primary", ground, 4.5) for ground in (*_GROUNDS, "primary_soft", "primary_soft_hover")),
    *(("on_primary", ground, 4.5) for ground in ("primary", "primary_hover", "primary_pressed")),
    *(("on_danger", ground, 4.5) for ground in ("danger", "danger_hover")),
    *((tone, ground, 4.5) for tone in ("danger", "success", "warning") for ground in _GROUNDS),
    ("danger", "danger_soft", 4.5),
    ("success", "success_soft", 4.5),
    ("warning", "warning_soft", 4.5),
    *(("border", ground, 3.0) for ground in (*_GROUNDS, "sunken")),
    *(("focus", ground, 3.0) for ground in (*_GROUNDS, *_SOFT, "sunken")),
    *((f"line_{number}", "surface", 3.0) for number in range(1, 6)),
    *(("disabled", ground, 3.0) for ground in _GROUNDS),
)


def luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB`, 0 to 1, as WCAG 2.2 defines it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= DARKEST_CURVED else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
