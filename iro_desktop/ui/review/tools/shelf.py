"""The shelf: every tool as a tile, those chosen or used standing open beneath."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.tools.entries import Tool
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import theme
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.presenter import ToolsPresenter
from iro_desktop.ui.review.tools.table import TOOL_PANELS
from iro_desktop.ui.review.tools.tool_tile import NARROWEST, ToolTile
from iro_desktop.ui.widgets.words import Words

MOST_ABREAST = 4
_ORDER = tuple(tool for tool in Tool if tool in TOOL_PANELS)


class ToolShelf(Panel):
    """A tool's panel is made when it is first opened: most reviews use one or two."""

    def __init__(self, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(presenter, parent)
        self.tools = ToolsPresenter(presenter)
        self.tiles: dict[Tool, ToolTile] = {}
        self.panels: dict[Tool, Panel] = {}
        self._is_shared = False
        self._empty = Words(tr("No tool was used."), "muted")
        self._shelf = Shelf()
        for tool in _ORDER:
            self._add_tile(tool)
        self._opened = QVBoxLayout()
        self._opened.setSpacing(theme.space(28))
        self._opened.setContentsMargins(0, theme.space(12), 0, 0)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._shelf)
        self.body.addLayout(self._opened)
        for tool in _ORDER:
            if self.tools.is_used(tool):
                self.open(tool)
        self.refresh()

    @override
    def refresh(self) -> None:
        fixed = self.is_fixed()
        for tool, tile in self.tiles.items():
            is_used = self.tools.is_used(tool)
            tile.show_use(self._use_in_words(tool))
            tile.setVisible((is_used or not fixed) and not self._is_hidden(tool))
            if is_used and tool not in self.panels:
                self.open(tool)
        self._empty.setVisible(fixed and not any(map(self.tools.is_used, self.tiles)))
        for tool, panel in self.panels.items():
            panel.setVisible(self.tiles[tool].isChecked() and not self._is_hidden(tool))
            panel.refresh()

    @override
    def refresh_people(self) -> None:
        for panel in self.panels.values():
            panel.refresh_people()

    @override
    def set_shared(self, *, shared: bool) -> None:
        self._is_shared = shared
        for panel in self.panels.values():
            panel.set_shared(shared=shared)
        self.refresh()

    @override
    def settle(self) -> None:
        for panel in self.panels.values():
            panel.settle()

    @override
    def focus_first(self) -> bool:
        first = next((tile for tile in self.tiles.values() if tile.isVisibleTo(self)), None)
        if first is None:
            return False
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def open(self, tool: Tool) -> Panel:
        """Show a tool beneath the shelf."""
        panel = self.panels.get(tool) or self._make(tool)
        panel.show()
        self.tiles[tool].setChecked(True)
        return panel

    def _make(self, tool: Tool) -> Panel:
        panel = self.panels[tool] = TOOL_PANELS[tool](self.presenter)
        panel.edited.connect(self.edited)
        panel.left.connect(self.left)
        panel.failed.connect(self.failed)
        panel.paper_wanted.connect(self.paper_wanted)
        panel.changed.connect(self._on_tool_changed)
        panel.set_shared(shared=self._is_shared)
        order = [one for one in _ORDER if one in self.panels]
        self._opened.insertWidget(order.index(tool), panel)
        return panel

    def _is_hidden(self, tool: Tool) -> bool:
        return self._is_shared and self.tools.is_for_iro_alone(tool)

    def _add_tile(self, tool: Tool) -> None:
        tile = self.tiles[tool] = ToolTile(self.tools.title(tool), self.tools.help(tool))
        tile.clicked.connect(lambda on: self._on_chosen(tool, on))
        self._shelf.add(tile)

    def _on_chosen(self, tool: Tool, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.left.emit()
        if not on:
            self.panels[tool].hide()
            return
        self.open(tool).focus_first()

    def _on_tool_changed(self) -> None:
        for tool, tile in self.tiles.items():
            tile.show_use(self._use_in_words(tool))
        self.changed.emit()

    def _use_in_words(self, tool: Tool) -> str:
        if self.tools.is_used(tool):
            return tr("Used today")
        earlier = () if self._is_shared else self.tools.earlier(tool)
        return tr("Used on {day}", day=screen().date(earlier[0].held_on)) if earlier else ""


class Shelf(QWidget):
    """Tiles of one width, as many abreast as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: list[ToolTile] = []
        self._abreast = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.space(10))

    def add(self, tile: ToolTile) -> None:
        """One more tile."""
        self._tiles.append(tile)
        self._arrange(self._abreast or 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        each = theme.scaled(NARROWEST) + self._grid.spacing()
        abreast = max(1, min(MOST_ABREAST, event.size().width() // each))
        if abreast != self._abreast:
            self._arrange(abreast)

    def _arrange(self, abreast: int) -> None:
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < abreast else 0)
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, *divmod(number, abreast))
        for column in range(abreast):
            self._grid.setColumnStretch(column, 1)
        self._abreast = abreast
