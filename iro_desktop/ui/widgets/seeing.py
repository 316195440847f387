"""Show and hide what stands on a page, at no cost where nothing changes."""

from PySide6.QtWidgets import QWidget


def set_seen(widget: QWidget, *, seen: bool) -> None:
    """Show the widget with its page, or hide it.

    What is not hidden shows with its page anyway; told to be seen, Qt would first lay out all that
    is in it by itself.
    """
    if not seen or widget.isHidden():
        widget.setVisible(seen)
