"""Which panel shows which tool."""

from collections.abc import Callable, Mapping

from iro_desktop.domain.tools.entries import Tool
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.three_columns.panel import MapPanel
from iro_desktop.ui.review.tools.worries.panel import WorriesPanel

Maker = Callable[[ReviewPresenter], Panel]

TOOL_PANELS: Mapping[Tool, Maker] = {
    Tool.MAP: MapPanel,
    Tool.WORRIES: WorriesPanel,
}
