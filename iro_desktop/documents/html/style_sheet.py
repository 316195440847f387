"""The page's style sheet: the design's sizes, the screen's colours.

Space is in pixels and line height in per cent, because Qt's rich text takes no other.
"""

from iro_desktop.documents.html.palette import Palette
from iro_desktop.documents.look import HEADINGS, Look, Role

_PIXELS_A_POINT = 96 / 72
_LINE_HEIGHT = "line-height: 120%"


def style_sheet(look: Look, palette: Palette) -> str:
    """Rules for the classes that the writer uses."""
    return "\n".join((*_text_rules(look, palette), *_table_rules(look, palette)))


def _text_rules(look: Look, palette: Palette) -> list[str]:
    family = f"font-family: '{look.family.name}', 'Noto Sans', sans-serif"
    muted = f"color: {palette.muted}"
    rules = [
        _rule("body", f"background-color: {palette.paper}", f"color: {palette.text}", family),
        _rule("p, li, td, th", _size(look, Role.BODY), "white-space: pre-wrap"),
        _rule("p, li", _LINE_HEIGHT, *_space(look, Role.BODY)),
        _rule(".lead", _size(look, Role.LEAD), *_space(look, Role.LEAD)),
        _rule(".address", _size(look, Role.ADDRESS), muted),
        _rule(".small", _size(look, Role.SMALL), muted),
        _rule(".caption", _size(look, Role.CAPTION), muted, *_space(look, Role.CAPTION)),
        _rule(".question", "font-weight: bold", *_space(look, Role.QUESTION)),
        _rule(".signature", *_space(look, Role.SIGNATURE)),
    ]
    for level, role in enumerate(HEADINGS, start=1):
        # Qt enlarges headings on top of their size, unless told first that they are medium.
        size = ("font-size: medium", _size(look, role))
        rules.append(_rule(f"h{level}", f"color: {palette.accent}", *size, *_space(look, role)))
    return rules


def _table_rules(look: Look, palette: Palette) -> list[str]:
    pad_x, pad_y = (_pixels(pad) for pad in look.padding)
    padding = f"padding: {pad_y} {pad_x}"
    muted, accent = f"color: {palette.muted}", f"color: {palette.accent}"
    tinted = f"background-color: {palette.tint}"
    below = f"border-bottom: 1px solid {palette.rule}"
    heavy = f"border-bottom: 2px solid {palette.accent}"
    bar = f"border-left: 4px solid {palette.accent}"
    middle = ("text-align: center", "padding: 4px", _size(look, Role.SMALL))
    chosen = (f"background-color: {palette.accent}", f"color: {palette.paper}")
    return [
        _rule("table", "border-collapse: collapse", "margin-bottom: 14px"),
        _rule("td", "vertical-align: top"),
        _rule(".data th", tinted, accent, heavy, padding, _size(look, Role.COLUMN_HEAD)),
        _rule(".data td", below, padding, _size(look, Role.CELL)),
        _rule(".facts td", below, padding, _size(look, Role.VALUE)),
        _rule(".facts .label", muted, "font-weight: bold"),
        _rule(".quote td", tinted, bar, "padding: 10px 16px", _size(look, Role.QUOTATION)),
        _rule(".notice td", f"border: 1px solid {palette.accent}", "padding: 8px 14px"),
        _rule(".notice td", _size(look, Role.NOTICE)),
        _rule(".scale .name", accent, "vertical-align: bottom", *middle),
        _rule(".scale .mark", tinted, muted, *middle),
        _rule(".scale .marked", *chosen, "font-weight: bold", *middle),
        _rule(".ends td", _size(look, Role.SMALL)),
    ]


def _rule(selector: str, *declarations: str) -> str:
    return f"{selector} {{ {'; '.join(declarations)} }}"


def _size(look: Look, role: Role) -> str:
    return f"font-size: {look.styles[role].size}pt"


def _space(look: Look, role: Role) -> tuple[str, str]:
    style = look.styles[role]
    return f"margin-top: {_pixels(style.before)}", f"margin-bottom: {_pixels(style.after)}"


def _pixels(points: float) -> str:
    return f"{round(points * _PIXELS_A_POINT)}px"
