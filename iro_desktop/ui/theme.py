"""Put an appearance on the application: font, palette and style sheet, all scaled with the text."""

from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from iro_desktop import paths
from iro_desktop.i18n.languages import ENGLISH, MIRRORED, STRETCHED
from iro_desktop.ui.appearance import LARGEST_TEXT, Appearance
from iro_desktop.ui.style_sheet import style_sheet
from iro_desktop.ui.tokens import DARK, LIGHT, Tokens

FONT_FAMILY = "Atkinson Hyperlegible Next"
BODY_PIXELS = 15.0
POINTS_IN_AN_INCH = 72.0


@dataclass(frozen=True, slots=True)
class Theme:
    """What is worn now. `text_scale` is 1 to 2; `body_points` is the size of running text."""

    appearance: Appearance
    tokens: Tokens
    dark: bool
    text_scale: float
    body_points: float


_worn: ContextVar[Theme] = ContextVar("theme")


def apply(app: QApplication, appearance: Appearance) -> Theme:
    """Dress the whole application, and say what it wears."""
    load_fonts()
    dark = appearance.scheme == "dark" or (
        appearance.scheme == "system" and app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    )
    scale = appearance.text_percent / 100
    points = BODY_PIXELS * POINTS_IN_AN_INCH / _dots_per_inch() * scale
    theme = Theme(appearance, DARK if dark else LIGHT, dark, scale, points)
    _worn.set(theme)
    QLocale.setDefault(locale_of(appearance.language))
    # Under a style sheet each step below dresses every widget anew: four times as slow.
    app.setStyleSheet("")
    app.setStyle("Fusion")
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft
        if appearance.direction == "rtl"
        else Qt.LayoutDirection.LeftToRight
    )
    app.setFont(body_font(points))
    app.setPalette(_palette(theme.tokens))
    app.setStyleSheet(style_sheet(theme.tokens, points, space, scaled, dark=dark))
    return theme


def enlarged(times: float) -> Theme:
    """What is worn now, in a text so many times as large, at 200 % at most."""
    worn = current()
    scale = min(worn.text_scale * times, LARGEST_TEXT / 100)
    points = worn.body_points * scale / worn.text_scale
    return replace(worn, text_scale=scale, body_points=points)


def wear(worn: Theme) -> None:
    """What is laid out and painted from now on goes by this."""
    _worn.set(worn)


def dress(widget: QWidget, worn: Theme | None) -> None:
    """Have one part of the screen wear something of its own; None, what all of it wears."""
    if worn is None:
        widget.setStyleSheet("")
        return
    # The font of the whole program would win over one that is handed down from a widget.
    sized = f"QWidget {{ font-size: {worn.body_points:.2f}pt; }}"
    rest = style_sheet(worn.tokens, worn.body_points, space, scaled, dark=worn.dark)
    widget.setStyleSheet(sized + rest)


def current() -> Theme:
    """What the application wears. Before `apply`: light, at 100 %."""
    worn = _worn.get(None)
    if worn is None:
        plain = Appearance(scheme="light")
        return Theme(plain, LIGHT, dark=False, text_scale=1.0, body_points=11.25)
    return worn


def colour(token: str) -> QColor:
    """A token's colour now. Ask again whenever painting: it changes with the appearance."""
    return QColor(current().tokens[token])


def scaled(pixels: float) -> int:
    """A length that belongs to the text (an indicator, an icon), at the size of the text."""
    return round(pixels * current().text_scale)


def space(pixels: float) -> int:
    """A length between things. It grows half as fast as the text, or large text has no room."""
    return round(pixels * (1 + (current().text_scale - 1) / 2))


def body_font(points: float | None = None, *, bold: bool = False) -> QFont:
    """The font of running text, for painters that draw their own."""
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(points if points is not None else current().body_points)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def number(value: float) -> str:
    """A number as people write it in the screen's language: 7, 6.5."""
    shortest = QLocale.FloatingPointPrecisionOption.FloatingPointShortest
    return QLocale().toString(float(value), "f", shortest)


def restyle(widget: QWidget) -> None:
    """Have the style sheet look at a widget again, after a property it goes by has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def locale_of(language: str) -> QLocale:
    """How Qt writes dates and numbers in a language; the two tried-out ones are English."""
    return QLocale(ENGLISH if language in {STRETCHED, MIRRORED} else language)


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the fonts that come with the program known to Qt. Gives the families found."""
    families: list[str] = []
    for file in sorted((paths.resources() / "fonts").rglob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def _dots_per_inch() -> float:
    return QGuiApplication.primaryScreen().logicalDotsPerInch()


_ROLES = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "page",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.LinkVisited: "primary",
    QPalette.ColorRole.Accent: "primary",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "sunken",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "border",
}


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(tokens[token]))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["disabled"]))
    return palette
