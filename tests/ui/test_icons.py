"""Icons and the list of them."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtGui import QPixmap

from iro_desktop import paths
from iro_desktop.ui import icons, theme
from iro_desktop.ui.appearance import Appearance

FOLDER = paths.resources() / "icons"
NAMES = [name.removesuffix(".svg") for name in sorted(file.name for file in FOLDER.glob("*.svg"))]
Wear = Callable[[Appearance], object]


def _colours(picture: QPixmap) -> set[str]:
    image = picture.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def _left_ink(picture: QPixmap) -> float:
    """The share of ink in the left half."""
    image = picture.toImage()
    ink = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha()
    ]
    return sum(x < image.width() / 2 for x in ink) / len(ink)


def test_that_the_manifest_lists_what_is_there_and_its_licence() -> None:
    manifest = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
    assert [name.removesuffix(".svg") for name in manifest["files"]] == NAMES
    assert (FOLDER / "LICENSE").exists()


@pytest.mark.parametrize("name", NAMES)
def test_that_each_icon_is_drawn_in_the_colour_asked_for(themed: Wear, name: str) -> None:
    themed(Appearance(scheme="light"))
    assert _colours(icons.pixmap(name, "danger")) == {theme.colour("danger").name()}


def test_that_an_icon_grows_with_the_text(themed: Wear) -> None:
    themed(Appearance(scheme="light", text_percent=200))
    assert icons.pixmap("house", "text", 20).deviceIndependentSize().width() == 40


def test_that_an_arrow_turns_round_in_a_right_to_left_screen(themed: Wear) -> None:
    themed(Appearance(scheme="light"))
    before = _left_ink(icons.pixmap("arrow-right"))
    themed(Appearance(scheme="light", direction="rtl"))
    assert before < 0.5 < _left_ink(icons.pixmap("arrow-right"))


def test_that_an_icon_that_is_not_there_is_said_to_be_missing(themed: Wear) -> None:
    themed(Appearance(scheme="light"))
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")
