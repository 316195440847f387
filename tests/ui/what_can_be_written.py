"""What on a screen could be written in, or pressed to write: nothing for someone who only reads."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words

_WRITING_ICONS = frozenset({"plus", "pencil", "trash-2", "undo-2", "check", "lock"})


def fields_to_write_in(within: QWidget) -> list[str]:
    """The fields in sight that take what is typed or chosen, by their names."""
    lines = [
        field
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit)
        for field in within.findChildren(kind)
        if not field.isReadOnly()
    ]
    choices = [field for field in within.findChildren(QComboBox) if field.isEnabled()]
    return [field.accessibleName() for field in (*lines, *choices) if field.isVisibleTo(within)]


def buttons_that_write(within: QWidget) -> list[str]:
    """The buttons in sight that add, change, take away or confirm, by their names."""
    return [
        button.accessibleName() or button.text()
        for button in within.findChildren(QAbstractButton)
        if getattr(button, "_icon", "") in _WRITING_ICONS
        and button.isEnabled()
        and button.isVisibleTo(within)
    ]


def said_in(within: QWidget) -> str:
    """All that stands there in words."""
    found = [*within.findChildren(Words), *within.findChildren(Pill)]
    return "\n".join(each.text() for each in found if each.isVisibleTo(within))
