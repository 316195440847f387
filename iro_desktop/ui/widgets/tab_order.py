"""Let Tab go through things in the order in which they are read, whenever they were made."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(before: QWidget, *widgets: QWidget) -> None:
    """Have Tab come to the widgets, and to all in them, right after what stands before them.

    What is in a window of its own, as a menu, is left alone.
    """
    inside = [
        part
        for widget in widgets
        for part in (widget, *widget.findChildren(QWidget))
        if part.window() is before.window()
    ]
    handing_on = [part for part in inside if _hands_on(part)]
    with _standing_alone(handing_on):
        stops = [before, *(part for part in inside if _stops(part))]
        for one, next_one in pairwise(stops):
            QWidget.setTabOrder(one, next_one)


def _hands_on(widget: QWidget) -> bool:
    """Whether it hands the focus to a part of its own, as a field does."""
    proxy: QWidget | None = widget.focusProxy()  # PySide's own types leave out the None
    return proxy is not None and widget.isAncestorOf(proxy)


@contextmanager
def _standing_alone(widgets: list[QWidget]) -> Iterator[None]:
    """Have Qt order such fields too, which otherwise it leaves where they are.

    Behind its own parts a field would catch the focus and give it back to them for ever. Once it
    hands the focus on again Qt puts it before its first part, so that has to come along as well.
    """
    silent = [part for one in widgets if (part := _first_part(one)) and not _stops(part)]
    for part in silent:
        part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    lifted = [(one, proxy) for one in widgets if (proxy := one.focusProxy()) is not None]
    for widget, _ in lifted:
        widget.setFocusProxy(None)  # type: ignore[arg-type]  # PySide's own types leave out the None
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    try:
        yield
    finally:
        for widget, proxy in reversed(lifted):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            widget.setFocusProxy(proxy)
        for part in silent:
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _first_part(widget: QWidget) -> QWidget | None:
    return next((part for part in widget.children() if isinstance(part, QWidget)), None)


def _stops(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus
