"""The whole child on one page: a tile for each line, two beside each other where there is room."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.whole_child import Matter, WholeChild
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.whole_child.lines import counted, lines_of
from iro_desktop.ui.whole_child.record_form import Today
from iro_desktop.ui.whole_child.tile import Tile
from iro_desktop.ui.widgets.words import Words

ROOM_FOR_TWO = 640  # pixels at 100 %


class WholeChildSheet(QWidget):
    """`recorded` carries Happening, day and note; `sdq_recorded` day, total or None, and reason.

    `sdq_withdrawn` carries a SdqScore, `paper_wanted` an Explanation.
    """

    recorded = Signal(object, object, str)
    sdq_recorded = Signal(object, object, str)
    sdq_withdrawn = Signal(object)
    paper_wanted = Signal(object)

    def __init__(self, today: Today) -> None:
        super().__init__()
        self._today = today
        self._shown: tuple[WholeChild, bool] | None = None
        self.tiles: dict[Matter, Tile] = {}
        self._asked: Tile | None = None
        self.counted = Words("", "muted")
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._box.setSpacing(theme.space(10))
        self._columns = (_column(self._box), _column(self._box))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(8))
        layout.addWidget(self.counted)
        layout.addLayout(self._box)

    def show_page(self, page: WholeChild, *, fixed: bool = False) -> None:
        """Show the page as it stands now; in a fixed record nothing can be written down."""
        if self._shown == (page, fixed):
            return
        self._shown = page, fixed
        day = screen().date(page.as_of)
        self.counted.setText(tr("As of {day}. {counted}", day=day, counted=counted(page)))
        for line in lines_of(page):
            if line.matter not in self.tiles:
                self._add(Tile(line, self._today))
            self.tiles[line.matter].show_line(line, fixed=fixed)

    def accept(self) -> None:
        """What was asked for is kept now."""
        if self._asked is not None:
            asked, self._asked = self._asked, None
            asked.close_form()
            accessibility.announce(self, tr("Written down: {what}", what=asked.accessibleName()))

    def close_forms(self) -> None:
        """Put away what was being asked."""
        for tile in self.tiles.values():
            tile.close_form()

    def refuse(self, why: str) -> None:
        """Say why it could not be kept; what was typed stays."""
        if self._asked is not None and self._asked.form is not None:
            self._asked.form.refuse(why)

    def focus_first(self) -> bool:
        """Put the focus on the first thing that can be done."""
        return any(tile.focus_first() for tile in self.tiles.values())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= theme.scaled(ROOM_FOR_TWO)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across if is_wide else down)

    def _add(self, tile: Tile) -> None:
        """In two columns, each read to its end: what opens in one leaves the other in its place."""
        tile.recorded.connect(lambda *said: self._pass_on(tile, self.recorded, *said))
        tile.sdq_recorded.connect(lambda *said: self._pass_on(tile, self.sdq_recorded, *said))
        tile.sdq_withdrawn.connect(self.sdq_withdrawn)
        tile.paper_wanted.connect(self.paper_wanted)
        column = self._columns[int(len(self.tiles) >= len(Matter) // 2)]
        column.insertWidget(column.count() - 1, tile)
        self.tiles[tile.matter] = tile

    def _pass_on(self, tile: Tile, signal: SignalInstance, *said: object) -> None:
        self._asked = tile
        signal.emit(*said)


def _column(box: QBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.space(10))
    column.addStretch(1)
    box.addLayout(column, 1)
    return column
