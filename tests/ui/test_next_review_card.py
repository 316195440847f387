import datetime as dt
from collections.abc import Callable

import pytest
from accessibility_checks import settle
from looks import LOOKS
from small_caseload import ASH, workspace_of

from fixed_clock import FixedClock
from iro_desktop.services import preparing
from iro_desktop.services.preparing import Hours
from iro_desktop.store import SqlStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.child.presenter import ChildPresenter
from iro_desktop.ui.child.view import ChildView
from iro_desktop.ui.widgets.surfaces import ScrollPage
from iro_desktop.ui.widgets.words import Words

PLACE = "At home, with the teacher by video, and afterwards at the library by the canal bridge"


@pytest.mark.parametrize("look", ["light", "large"])
def test_that_a_place_of_many_words_wraps_and_does_not_widen_the_page(
    store: SqlStore,
    clock: FixedClock,
    shown: Callable[..., ChildView],
    themed: Callable[[Appearance], object],
    look: str,
) -> None:
    themed(LOOKS[look])
    workspace = workspace_of(store, clock)
    hours = Hours(dt.time(10), 90)
    day = dt.date(2026, 11, 30)
    preparing.book(workspace.uow_factory, ASH, day, PLACE, clock.today(), hours=hours)
    view = ChildView(ChildPresenter(workspace, lambda _change: None))
    view.show_child(ASH)
    shown(view, 1180, 900)
    settle()
    assert PLACE in {words.text() for words in view.findChildren(Words) if words.isVisible()}
    for page in view.findChildren(ScrollPage):
        assert page.horizontalScrollBar().maximum() == 0
