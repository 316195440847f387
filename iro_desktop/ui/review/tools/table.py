"""Which panel shows which tool."""

from collections.abc import Callable, Mapping

from iro_desktop.domain.tools.entries import Tool
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.best_questions.panel import BestQuestionsPanel
from iro_desktop.ui.review.tools.harm_matrix.panel import HarmMatrixPanel
from iro_desktop.ui.review.tools.houses.panel import (
    fairy_panel,
    safety_house_panel,
    three_houses_panel,
    wizard_panel,
)
from iro_desktop.ui.review.tools.safety_plan.panel import SafetyPlanPanel
from iro_desktop.ui.review.tools.story.panel import StoryPanel
from iro_desktop.ui.review.tools.three_columns.panel import MapPanel
from iro_desktop.ui.review.tools.trajectory.panel import TrajectoryPanel
from iro_desktop.ui.review.tools.worries.panel import WorriesPanel

Maker = Callable[[ReviewPresenter], Panel]

TOOL_PANELS: Mapping[Tool, Maker] = {
    Tool.MAP: MapPanel,
    Tool.BEST_QUESTIONS: BestQuestionsPanel,
    Tool.HARM_MATRIX: HarmMatrixPanel,
    Tool.WORRIES: WorriesPanel,
    Tool.TRAJECTORY: TrajectoryPanel,
    Tool.THREE_HOUSES: three_houses_panel,
    Tool.WIZARD: wizard_panel,
    Tool.FAIRY: fairy_panel,
    Tool.SAFETY_HOUSE: safety_house_panel,
    Tool.WORDS_AND_PICTURES: StoryPanel,
    Tool.SAFETY_PLAN: SafetyPlanPanel,
}
