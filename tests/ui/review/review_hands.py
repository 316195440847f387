"""A pair of hands on the review's screen: keys, and where the focus is."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from iro_desktop.form_engine.definition import Records
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.review.section_page import SectionPage
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.widgets.form_row import FormRow

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL = Modifier.ControlModifier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focus(), key, modifier)


def write(text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(focus(), text)


def focus() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def go(view: ReviewView, section: str) -> SectionPage:
    """Go to a section."""
    view.go_to(view.order.index(section))
    return page(view)


def page(view: ReviewView) -> SectionPage:
    """The section in front."""
    found = view.stack.currentWidget()
    assert isinstance(found, SectionPage)
    return found


def row(view: ReviewView, question: str, item: str = "") -> FormRow:
    """The row of a question in the section in front."""
    found = page(view).rows[question, item]
    assert isinstance(found, FormRow)
    return found


def panel(view: ReviewView, records: Records) -> CardsPanel:  # type: ignore[type-arg]  # of any
    """A panel of records in the section in front."""
    found = page(view).panels[records]
    assert isinstance(found, CardsPanel)
    return found


def last_card(cards: CardsPanel) -> RecordCard:  # type: ignore[type-arg]  # of any
    """The card at the end."""
    return cards.cards[cards.things()[-1].id]


def button(inside: QWidget, name: str) -> QWidget:
    """The visible button that is called so, or whose name begins so."""
    for kind in (QPushButton, QToolButton):
        for found in inside.findChildren(kind):
            called = found.accessibleName() or found.text()
            if found.isVisible() and called.startswith(name):
                return found
    raise AssertionError(name)


def push(inside: QWidget, name: str) -> None:
    """Go to the button that is called so and press it by the space bar."""
    push_on(button(inside, name))


def push_on(found: QWidget) -> None:
    """Go to a button and press it by the space bar."""
    found.setFocus()
    QTest.keyClick(found, Key.Key_Space)


def is_in_view(widget: QWidget) -> bool:
    """Whether it stands, whole, within every part of the screen that scrolls it."""
    if not widget.isVisible():
        return False
    around = widget.parentWidget()
    while around is not None:
        scrolls = around.parentWidget()
        if isinstance(scrolls, QAbstractScrollArea) and around is scrolls.viewport():
            place = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
            if not around.rect().contains(place):
                return False
        around = scrolls
    return True


def writes(widget: QWidget) -> bool:
    """Whether one could type into it."""
    return isinstance(widget, QLineEdit | QPlainTextEdit) and not widget.isReadOnly()
