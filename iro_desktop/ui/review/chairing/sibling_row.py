"""The names of those whose reviews are held at this meeting: one press, or one key, to the next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.chairing.keys import NEXT_CHILD, spoken
from iro_desktop.ui.review.siblings import SiblingsPresenter
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton


class SiblingRow(QFrame):
    """`chosen` carries the id of a review. Of a review on its own there is no row."""

    chosen = Signal(str)

    def __init__(self, siblings: SiblingsPresenter) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self._siblings = siblings
        self.buttons: dict[str, ActionButton] = {}
        self._row = FlowRow()
        layout = QVBoxLayout(self)
        side, above = theme.space(20), theme.space(6)
        layout.setContentsMargins(side, above, side, above)
        layout.addWidget(self._row)
        self.hide()

    def refresh(self) -> None:
        """Show the names as the screen may show them now."""
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for one in self._siblings.names():
            button = ActionButton(one.name.replace("&", "&&"), "user", "chip")
            button.setCheckable(True)
            button.setChecked(one.is_here)
            button.setToolTip(spoken(NEXT_CHILD))
            words = tr("{name}, in front", name=one.name) if one.is_here else one.name
            accessibility.name(button, words)
            button.clicked.connect(lambda _on=False, review=one.review: self._choose(review))
            self.buttons[one.review] = button
        self._row.add(*self.buttons.values())
        self.setVisible(bool(self.buttons))

    def _choose(self, review: str) -> None:
        for one in self._siblings.names():
            self.buttons[one.review].setChecked(one.is_here)  # until the other is in front
        self.chosen.emit(review)
