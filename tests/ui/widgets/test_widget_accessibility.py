"""Every widget at once, in each appearance."""

from collections.abc import Callable

import pytest
from accessibility_checks import ALL_CHECKS
from gallery import Gallery
from PySide6.QtWidgets import QWidget

from iro_desktop.ui.appearance import Appearance

APPEARANCES = {
    "light": Appearance(scheme="light"),
    "dark": Appearance(scheme="dark"),
    "large": Appearance(scheme="light", text_percent=200),
    "mirrored": Appearance(scheme="light", direction="rtl"),
}


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("appearance", APPEARANCES.values(), ids=APPEARANCES.keys())
def test_that_every_widget_can_be_used_by_everyone(
    themed: Callable[[Appearance], object],
    shown: Callable[..., QWidget],
    appearance: Appearance,
    check: Callable[[QWidget], None],
) -> None:
    themed(appearance)
    window = shown(Gallery(), 1400 if appearance.text_percent > 100 else 1100, 1000)
    check(window)


def test_that_the_page_follows_the_focus(shown: Callable[..., QWidget]) -> None:
    gallery = Gallery()
    shown(gallery, 1000, 500)
    last = gallery.rows["drawing"].field.first_control()
    assert last.visibleRegion().isEmpty()
    last.setFocus()
    assert not last.visibleRegion().isEmpty()


def test_that_nothing_has_to_be_scrolled_sideways_at_double_size(
    themed: Callable[[Appearance], object], shown: Callable[..., QWidget]
) -> None:
    themed(APPEARANCES["large"])
    gallery = Gallery()
    shown(gallery, 1400, 900)
    assert gallery.page.horizontalScrollBar().maximum() == 0
