"""Checks that hold for every screen: each takes a shown window and says what is amiss."""

import operator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QLabel,
    QRadioButton,
    QToolButton,
    QWidget,
)

from iro_desktop.ui.widgets.pill import Pill

SMALLEST_TARGET = 24
MOST_TABS = 400


def settle() -> None:
    """Let what was laid out, polished or thrown away take effect."""
    for _round in range(3):
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def focusables(root: QWidget) -> list[QWidget]:
    """What Tab should reach. Qt's own inner parts, named `qt_…`, belong to what holds them."""
    return [widget for widget in root.findChildren(QWidget) if _takes_focus(widget)]


def _takes_focus(widget: QWidget) -> bool:
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QCalendarWidget)
    )


def said(widget: QWidget) -> str:
    """A widget as a failure names it."""
    return f"{type(widget).__name__} {widget.objectName()!r} {widget.accessibleName()!r}"


def assert_everything_has_a_name_and_a_role(root: QWidget) -> None:
    """WCAG 4.1.2."""
    nameless = []
    for widget in focusables(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name).strip()
        if not name or interface.role() in {QAccessible.Role.NoRole, QAccessible.Role.Client}:
            nameless.append(f"{said(widget)} role {interface.role().name}")
    assert not nameless, nameless


def assert_tab_reaches_everything(root: QWidget) -> None:
    """WCAG 2.1.1 and 2.1.2: each thing is reached, nothing holds the focus for good."""
    wanted = focusables(root)
    if not wanted:
        return
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    first = QApplication.focusWidget()
    seen: list[QWidget] = []
    for _press in range(MOST_TABS):
        here = QApplication.focusWidget()
        assert here is not None, "Tab took the focus away from everything"
        if seen and here is first:
            break
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not here or len(wanted) == 1, f"trap: {said(here)}"
    missed = [said(widget) for widget in focusables(root) if widget not in seen]
    assert not missed, missed


def assert_targets_are_large_enough(root: QWidget) -> None:
    """WCAG 2.5.8: 24 by 24."""
    small = [
        f"{said(widget)} {widget.width()}x{widget.height()}"
        for widget in focusables(root)
        if min(widget.width(), widget.height()) < SMALLEST_TARGET
    ]
    assert not small, small


def assert_nothing_is_cut(root: QWidget) -> None:
    """WCAG 1.4.4: every label and button has room for its words."""
    settle()
    cut = [
        f"{said(widget)} {_words_of(widget)!r} has {widget.size().toTuple()}"
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and _words_of(widget) and _is_cut(widget)
    ]
    assert not cut, cut


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | Pill):
        return widget.text()
    return ""


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QToolButton) and widget.objectName().startswith("qt_"):
        return False
    if widget.hasHeightForWidth():
        longest = max(_words_of(widget).split(), key=len, default="")
        too_narrow = widget.fontMetrics().horizontalAdvance(longest) > widget.width()
        return too_narrow or widget.heightForWidth(widget.width()) > widget.height() + 1
    hint = widget.minimumSizeHint()
    words = widget.fontMetrics().horizontalAdvance(_words_of(widget).replace("&&", "&"))
    return (
        words > widget.width() + 2
        or widget.fontMetrics().height() > widget.height() + 2
        or (isinstance(widget, QAbstractButton) and hint.width() > widget.width() + 2)
    )


def assert_focus_is_visible(root: QWidget) -> None:
    """WCAG 2.4.7 and 2.4.13: the picture of each thing changes by as much as a line around it."""
    faint = []
    things = [widget for widget in focusables(root) if not widget.visibleRegion().isEmpty()]
    for widget in things:
        other = next((thing for thing in things if thing is not widget), None)
        if other is None:
            root.setFocus()
            widget.clearFocus()
        else:
            other.setFocus(Qt.FocusReason.OtherFocusReason)
        settle()
        without = _picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        changed = _pixels_apart(without, _picture(widget))
        if changed < min(widget.width(), 120) + min(widget.height(), 120):
            faint.append(f"{said(widget)}: {changed} pixels")
    assert not faint, faint


def _picture(widget: QWidget) -> list[memoryview]:
    """The colours of a widget, a row at a time."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = memoryview(bytes(image.constBits())).cast("I")  # 4 bytes each, rows without a gap
    width = image.width()
    return [colours[y * width : (y + 1) * width] for y in range(image.height())]


def _pixels_apart(one: list[memoryview], other: list[memoryview]) -> int:
    return sum(
        sum(map(operator.ne, row, other_row))
        for row, other_row in zip(one, other, strict=False)
        if row != other_row
    )


def assert_radio_groups_are_one_stop(root: QWidget) -> None:
    """A group of radio buttons is one stop; arrows go on inside."""
    stops: dict[int, list[str]] = {}
    for radio in root.findChildren(QRadioButton):
        if radio.group() is not None and _takes_focus(radio):
            stops.setdefault(id(radio.group()), []).append(said(radio))
    several = [names for names in stops.values() if len(names) > 1]
    assert not several, several


ALL_CHECKS = (
    assert_everything_has_a_name_and_a_role,
    assert_tab_reaches_everything,
    assert_targets_are_large_enough,
    assert_nothing_is_cut,
    assert_focus_is_visible,
    assert_radio_groups_are_one_stop,
)
