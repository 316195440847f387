"""A child's name as a link, with what stands beneath it set along the same edge."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.link_button import SIDE, LinkButton
from iro_desktop.ui.widgets.pill import Pill


class NamedColumn(QVBoxLayout):
    """`link` is the name. A link keeps room for its focus ring, so what follows is set in."""

    def __init__(self, name: str, *, made_up: bool) -> None:
        super().__init__()
        self.link = LinkButton(name)
        top = QHBoxLayout()
        top.setSpacing(theme.space(8))
        top.addWidget(self.link)
        if made_up:
            top.addWidget(Pill(tr("Made up")), 0, Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        self._beneath = QVBoxLayout()
        self._beneath.setContentsMargins(theme.space(SIDE), 0, 0, 0)
        self._beneath.setSpacing(theme.space(2))
        self.setSpacing(theme.space(2))
        self.addLayout(top)
        self.addLayout(self._beneath)

    def add_beneath(self, *widgets: QWidget) -> None:
        """Put lines beneath the name."""
        for widget in widgets:
            self._beneath.addWidget(widget, 0, _edge_of(widget))


def _edge_of(widget: QWidget) -> Qt.AlignmentFlag:
    """A pill stands at the near edge; words take the whole width."""
    return Qt.AlignmentFlag.AlignLeading if isinstance(widget, Pill) else Qt.AlignmentFlag(0)
