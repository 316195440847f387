"""The page's style sheet: the design's sizes, the screen's colours.

Space is in pixels and line height in per cent, because Qt's rich text takes no other.
"""

from dataclasses import dataclass

from iro_desktop.documents.html.palette import Palette
from iro_desktop.documents.look import HEADINGS, Look, Role

_PIXELS_A_POINT = 96 / 72
_LINE_HEIGHT = "line-height: 120%"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rules for the classes that the writer uses. `zoom` makes all text larger, 2 twice as large.

    Qt sizes headings by the document's default font instead: 2, 1.5 and 1.2 times as large.
    """

    look: Look
    palette: Palette
    zoom: float
    right_to_left: bool = False

    def text(self) -> str:
        """The whole sheet."""
        return "\n".join((*self._words(), *self._headings(), *self._tables()))

    def _words(self) -> list[str]:
        palette = self.palette
        family = f"font-family: '{self.look.family.name}', 'Noto Sans', sans-serif"
        muted = f"color: {palette.muted}"
        return [
            _rule("body", f"background-color: {palette.paper}", f"color: {palette.text}", family),
            _rule("p, li, td, th", self._size(Role.BODY), "white-space: pre-wrap"),
            _rule("p, li", _LINE_HEIGHT, *self._space(Role.BODY)),
            _rule(".lead", self._size(Role.LEAD), *self._space(Role.LEAD)),
            _rule(".address", self._size(Role.ADDRESS), muted),
            _rule(".small", self._size(Role.SMALL), muted),
            _rule(".caption", self._size(Role.CAPTION), muted, *self._space(Role.CAPTION)),
            _rule(".question", "font-weight: bold", *self._space(Role.QUESTION)),
            _rule(".signature", *self._space(Role.SIGNATURE)),
        ]

    def _headings(self) -> list[str]:
        colour = f"color: {self.palette.accent}"
        return [
            _rule(f"h{level}", colour, self._size(role), *self._space(role))
            for level, role in enumerate(HEADINGS, start=1)
        ]

    def _tables(self) -> list[str]:
        palette = self.palette
        pad_x, pad_y = (_pixels(pad) for pad in self.look.padding)
        padding = f"padding: {pad_y} {pad_x}"
        muted, accent = f"color: {palette.muted}", f"color: {palette.accent}"
        tinted = f"background-color: {palette.tint}"
        below = f"border-bottom: 1px solid {palette.rule}"
        heavy = f"border-bottom: 2px solid {palette.accent}"
        start = "right" if self.right_to_left else "left"
        bar = f"border-{start}: 4px solid {palette.accent}"
        box = f"border: 1px solid {palette.accent}"
        middle = ("text-align: center", "padding: 4px", self._size(Role.SMALL))
        chosen = (f"background-color: {palette.accent}", f"color: {palette.paper}")
        return [
            _rule("table", "border-collapse: collapse", "margin-bottom: 14px"),
            _rule("td", "vertical-align: top"),
            _rule(".data th", tinted, accent, heavy, padding, self._size(Role.COLUMN_HEAD)),
            _rule(".data td", below, padding, self._size(Role.CELL)),
            _rule(".facts td", below, padding, self._size(Role.VALUE)),
            _rule(".facts .label", muted, "font-weight: bold"),
            _rule(".quote td", tinted, bar, "padding: 10px 16px", self._size(Role.QUOTATION)),
            _rule(".notice td", box, "padding: 8px 14px", self._size(Role.NOTICE)),
            _rule(".scale .name", accent, "vertical-align: bottom", *middle),
            _rule(".scale .mark", tinted, muted, *middle),
            _rule(".scale .marked", *chosen, "font-weight: bold", *middle),
            _rule(".ends td", self._size(Role.SMALL)),
        ]

    def _size(self, role: Role) -> str:
        return f"font-size: {self.look.styles[role].size * self.zoom:g}pt"

    def _space(self, role: Role) -> tuple[str, str]:
        style = self.look.styles[role]
        return f"margin-top: {_pixels(style.before)}", f"margin-bottom: {_pixels(style.after)}"


def _rule(selector: str, *declarations: str) -> str:
    return f"{selector} {{ {'; '.join(declarations)} }}"


def _pixels(points: float) -> str:
    return f"{round(points * _PIXELS_A_POINT)}px"
