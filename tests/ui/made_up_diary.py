"""The diary's screen on a workspace, as the program puts it together."""

from collections.abc import Callable

from iro_desktop.services.changed import Changed
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.diary.calendars import CalendarsPresenter
from iro_desktop.ui.diary.calendars_card import CalendarsCard
from iro_desktop.ui.diary.presenter import DiaryPresenter
from iro_desktop.ui.diary.view import DiaryView
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.runner import InlineRunner


def diary_view(
    workspace: Workspace,
    runner: JobRunner | None = None,
    tell: Callable[[Changed], None] = lambda _change: None,
) -> DiaryView:
    """The screen. Without a `runner` work is done at once."""
    presenter = DiaryPresenter(workspace)
    calendars = CalendarsPresenter(workspace, presenter, tell)
    return DiaryView(presenter, CalendarsCard(calendars, runner or InlineRunner()))
