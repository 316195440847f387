"""How the sections, the section in front and the decisions share the width of the screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.ui import theme

RAIL_WIDTH, DRAWER_WIDTH = 270, 360
WIDEST_RAIL = 0.3  # of the whole: large text must not crowd the section out
ROOM_FOR_THREE = 1100  # at 100 %


class ReviewRoom(QSplitter):
    """Three parts beside each other; where there is no room, a drawer takes the pages' place.

    Of the drawers one is open at most. Once the user has moved a border, widths are theirs.
    """

    def __init__(self, sections: QWidget, pages: QWidget, *drawers: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._pages, self._drawers = pages, drawers
        self._rail = _railed(sections)
        self._is_shared_by_hand = False
        self._given: tuple[int, ...] = ()
        self.setChildrenCollapsible(False)
        for place, widget in enumerate((self._rail, pages, *drawers)):
            self.addWidget(widget)
            self.setStretchFactor(place, 1 if widget is pages else 0)
        for drawer in drawers:
            drawer.hide()
        self.splitterMoved.connect(self._on_shared_by_hand)

    def is_narrow(self) -> bool:
        """Whether a section and the decisions would crowd each other."""
        return self.width() < theme.scaled(ROOM_FOR_THREE)

    def set_railed(self, *, railed: bool) -> None:
        """Whether the sections stand at the left."""
        self._rail.setHidden(not railed)
        self.share()

    def share(self) -> None:
        """Give each part its room, as things stand now."""
        is_open = any(not drawer.isHidden() for drawer in self._drawers)
        self._pages.setHidden(self.is_narrow() and is_open)
        if not self._is_shared_by_hand:
            rail = min(theme.space(RAIL_WIDTH), round(self.width() * WIDEST_RAIL))
            rail = 0 if self._rail.isHidden() else rail
            rest = self.width() - rail
            drawer = rest if self._pages.isHidden() else theme.space(DRAWER_WIDTH)
            wanted = [rail, rest - drawer, *(drawer for _ in self._drawers)]
            given = (*wanted, *(drawer.isHidden() for drawer in self._drawers))
            if given != self._given:  # else the whole page would be laid out again
                self._given = given
                self.setSizes(wanted)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    def _on_shared_by_hand(self) -> None:
        self._is_shared_by_hand = True


def _railed(widget: QWidget) -> QFrame:
    rail = QFrame()
    rail.setObjectName("rail")
    rail.setMinimumWidth(theme.space(RAIL_WIDTH - 90))
    layout = QVBoxLayout(rail)
    side = theme.space(8)
    layout.setContentsMargins(side, side, side, side)
    layout.addWidget(widget)
    return rail
