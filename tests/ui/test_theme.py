"""What the application wears."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from iro_desktop.i18n.languages import MIRRORED
from iro_desktop.ui import theme
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.theme import Theme
from iro_desktop.ui.tokens import DARK, LIGHT

Wear = Callable[[Appearance], Theme]


def test_that_text_at_200_percent_is_twice_as_large(themed: Wear, qapp: QApplication) -> None:
    themed(Appearance(scheme="light"))
    plain = qapp.font().pointSizeF()
    themed(Appearance(scheme="light", text_percent=200))
    assert qapp.font().pointSizeF() == pytest.approx(2 * plain)


def test_that_a_heading_grows_with_the_text(themed: Wear, qapp: QApplication) -> None:
    heights = []
    for percent in (100, 200):
        themed(Appearance(scheme="light", text_percent=percent))
        heading = QLabel("Heading")
        heading.setProperty("role", "h1")
        heading.ensurePolished()
        heights.append(heading.fontMetrics().height())
    assert heights[1] == pytest.approx(2 * heights[0], rel=0.06)


def test_that_no_size_of_text_is_given_in_pixels(themed: Wear, qapp: QApplication) -> None:
    themed(Appearance(scheme="light"))
    sizes = re.findall(r"font-size:\s*([^;]+);", qapp.styleSheet())
    assert sizes
    assert all(size.endswith("pt") for size in sizes)


@pytest.mark.parametrize(("scheme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_that_the_palette_has_the_colours_of_the_scheme(
    themed: Wear, qapp: QApplication, scheme: str, tokens: dict[str, str]
) -> None:
    themed(Appearance(scheme=scheme))  # type: ignore[arg-type]  # one of the two
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name() == tokens["text"].lower()
    assert theme.colour("page").name() == tokens["page"].lower()


def test_that_every_picture_the_style_sheet_names_is_there(
    themed: Wear, qapp: QApplication
) -> None:
    themed(Appearance(scheme="dark"))
    named = re.findall(r'url\("([^"]+)"\)', qapp.styleSheet())
    assert named
    missing = [name for name in named if not theme.paths.Path(name).exists()]
    assert missing == []


def test_that_the_font_is_the_one_that_comes_with_the_program(
    themed: Wear, qapp: QApplication
) -> None:
    themed(Appearance(scheme="light"))
    assert QFontInfo(qapp.font()).family() == theme.FONT_FAMILY


def test_that_a_mirrored_language_turns_the_screen_round(themed: Wear, qapp: QApplication) -> None:
    themed(Appearance.for_language(MIRRORED, scheme="light"))
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QLocale().toString(7) == "7"


@pytest.mark.parametrize("percent", [99, 201])
def test_that_a_size_no_screen_was_tried_with_is_refused(percent: int) -> None:
    with pytest.raises(ValueError, match="100 to 200"):
        Appearance(text_percent=percent)


@pytest.mark.parametrize(("value", "text"), [(7, "7"), (6.5, "6.5"), (0, "0"), (10.0, "10")])
def test_that_a_number_is_written_without_needless_places(
    themed: Wear, value: float, text: str
) -> None:
    themed(Appearance(scheme="light"))
    assert theme.number(value) == text
