"""What a screen reader is told: names, descriptions, and words spoken as things happen."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def name(widget: QWidget, text: str, description: str = "") -> None:
    """Give a control the name and description a screen reader says."""
    widget.setAccessibleName(text)
    widget.setAccessibleDescription(description)


def sentence(*parts: str) -> str:
    """Several texts as one description, each ended like a sentence."""
    return " ".join(
        part if part.endswith((".", "!", "?", ":")) else f"{part}." for part in parts if part
    )


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text` now, without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
