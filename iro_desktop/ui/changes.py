"""Where screens hear that something changed, whoever changed it."""

from PySide6.QtCore import QObject, Signal

from iro_desktop.services.changed import Changed


class Changes(QObject):
    """One signal. A screen looks at the topics and refreshes only what it shows."""

    changed = Signal(object)

    def tell(self, change: Changed) -> None:
        """Pass on what a use-case touched; nothing, if it touched nothing."""
        if change:
            self.changed.emit(change)
