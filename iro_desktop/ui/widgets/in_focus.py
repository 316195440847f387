"""What the focus is in, and whether something was typed there."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from iro_desktop.ui.widgets.field import Field


def field_in(focused: QWidget | None) -> QWidget | None:
    """The field, or the line of text, in which the focus is."""
    within = focused
    while within is not None:
        if isinstance(within, Field):
            return within
        within = within.parentWidget()
    is_text = isinstance(focused, QLineEdit | QTextEdit | QPlainTextEdit)
    return focused if is_text else None


def is_typed_into(focused: QWidget | None) -> bool:
    """Whether something was typed that nobody else set since."""
    if isinstance(focused, QLineEdit):
        return focused.isModified()
    if isinstance(focused, QTextEdit | QPlainTextEdit):
        return focused.document().isModified()
    return False


def is_written_in(widget: QWidget) -> bool:
    """Whether the focus is in a field of it."""
    field = field_in(QApplication.focusWidget())
    return field is not None and (field is widget or widget.isAncestorOf(field))
