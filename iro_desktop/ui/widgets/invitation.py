"""What stands where there is no child yet: the way to bring some in, or where they come from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from iro_desktop.i18n import tr
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import EmptyState


class Invitation(QStackedWidget):
    """`import_wanted` asks to bring in a return. Who begins no records is told what to wait for."""

    import_wanted = Signal()

    def __init__(self, icon: str, title: str, words: str) -> None:
        super().__init__()
        begin = ActionButton(tr("Import a return…"), "upload", "primary")
        begin.clicked.connect(self.import_wanted)
        wait = tr("When you are given children at the hub, they come here with the next sync.")
        self.addWidget(EmptyState(icon, title, words, begin))
        self.addWidget(EmptyState(icon, title, wait))

    def show_for(self, *, begins_records: bool) -> None:
        """Whether this laptop's person may begin the record of a child."""
        self.setCurrentIndex(0 if begins_records else 1)
