"""Where screens hear that something changed, whoever changed it."""

from PySide6.QtCore import QObject, Signal

from iro_desktop.services.changed import Changed


class Changes(QObject):
    """A screen looks at the topics and refreshes only what it shows.

    `changed` tells of every change, `received` then also of those that came in from others.
    """

    changed = Signal(object)
    received = Signal(object)

    def tell(self, change: Changed) -> None:
        """Pass on what a use-case touched; nothing, if it touched nothing."""
        if change:
            self.changed.emit(change)

    def tell_received(self, change: Changed) -> None:
        """Pass on what came in from others."""
        self.tell(change)
        if change:
            self.received.emit(change)
