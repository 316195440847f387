"""Everyone can use the tools a child works with: by key, by ear, with large text, mirrored."""

import datetime as dt
from collections.abc import Callable

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import LOOKS
from review_in_hand import TODAY

from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.domain.tools.story import StoryFrame
from iro_desktop.domain.tools.trajectory import Milestone, revised
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.houses.choosing import HousesPanel
from iro_desktop.ui.review.tools.houses.panel import safety_house_panel
from iro_desktop.ui.review.tools.presenter import ToolsPresenter
from iro_desktop.ui.review.tools.safety_plan.panel import SafetyPlanPanel
from iro_desktop.ui.review.tools.story.panel import StoryPanel
from iro_desktop.ui.review.tools.trajectory.panel import TrajectoryPanel
from iro_desktop.ui.widgets.surfaces import ScrollPage

TRIED = {  # what is laid out alike need not be looked at twice
    "light": (StoryPanel,),
    "large": (safety_house_panel, TrajectoryPanel),
    "mirrored": (TrajectoryPanel,),
    "stretched": (HousesPanel, SafetyPlanPanel),
}


def _fill(presenter: ReviewPresenter) -> None:
    """Something in each tool."""
    tools, said = ToolsPresenter(presenter), {"state": EntryState.ANSWERED}
    week = dt.timedelta(days=7)
    first = tools.make(Milestone, what="Assessment (made up)", planned_on=TODAY - week, **said)
    tools.change(revised(first, TODAY + week, "nobody was free"))
    tools.make(Milestone, what="At home", is_goal=True, waits_for=(first.thread,))
    tools.make(Room, tool=Tool.THREE_HOUSES, room="good_things", words="my dog", **said)
    tools.make(Room, tool=Tool.SAFETY_HOUSE, room="inside", words="Gran and me", **said)
    tools.make(StoryFrame, sentence="You have a dog.", pictogram="dog", **said)
    tools.make(StoryFrame)
    tools.make(NetworkPerson, name="Made-up Gran", **said)
    tools.make(SafetyRule, does_what="Rings", is_bottom_line=True, **said)
    tools.make(PlanTest, next_on=TODAY - week)


@pytest.mark.parametrize("look", TRIED)
def test_that_everyone_can_use_the_tools_of_a_child(
    shown: Callable[..., object],
    themed: Callable[..., object],
    unkept: ReviewPresenter,
    look: str,
) -> None:
    themed(LOOKS[look])
    _fill(unkept)
    for make in TRIED[look]:
        page = ScrollPage()
        panel: Panel = make(unkept)
        page.add(panel)
        shown(page, 1180, 900)
        if isinstance(panel, TrajectoryPanel):
            panel.table_button.setChecked(True)
            panel.refresh()
        settle()
        for check in ALL_CHECKS:
            check(page)
        page.hide()
