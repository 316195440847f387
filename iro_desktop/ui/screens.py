"""Build the screens of an open store. Loaded while the passphrase is typed: it brings in much."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from iro_desktop.services.changed import Changed
from iro_desktop.services.ports import OpenStore, Sight, UnitOfWorkFactory
from iro_desktop.services.rights import Rights
from iro_desktop.services.team_hub.signing_in import WaysIn
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui import theme
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.arrivals import Arrivals
from iro_desktop.ui.changes import Changes
from iro_desktop.ui.child.presenter import ChildPresenter
from iro_desktop.ui.child.view import ChildView
from iro_desktop.ui.children.presenter import ChildrenPresenter
from iro_desktop.ui.children.view import ChildrenView
from iro_desktop.ui.day_turns import DayTurns
from iro_desktop.ui.desk import Desk
from iro_desktop.ui.diary.calendars import CalendarsPresenter
from iro_desktop.ui.diary.calendars_card import CalendarsCard
from iro_desktop.ui.diary.presenter import DiaryPresenter
from iro_desktop.ui.diary.view import DiaryView
from iro_desktop.ui.explanation_saver import ExplanationSaver
from iro_desktop.ui.importing.presenter import ImportPresenter
from iro_desktop.ui.importing.view import ImportView
from iro_desktop.ui.inviting.presenter import InvitingPresenter
from iro_desktop.ui.inviting.view import InvitingView
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.settings.presenter import SettingsPresenter
from iro_desktop.ui.settings.view import SettingsView
from iro_desktop.ui.surroundings import Surroundings
from iro_desktop.ui.sync.alarm import QtAlarm
from iro_desktop.ui.sync.conflicts.presenter import ConflictPresenter
from iro_desktop.ui.sync.conflicts.view import ConflictView
from iro_desktop.ui.sync.presenter import SyncPresenter
from iro_desktop.ui.sync.pulse import Pulse
from iro_desktop.ui.sync.roads import HubRoads
from iro_desktop.ui.sync.rounds import Rounds, hub_of
from iro_desktop.ui.sync.view import SyncView
from iro_desktop.ui.today.presenter import TodayPresenter
from iro_desktop.ui.today.view import TodayView
from iro_desktop.ui.ways import Screens
from iro_desktop.ui.what_if.presenter import WhatIfPresenter
from iro_desktop.ui.what_if.view import WhatIfView
from iro_desktop.ui.writing.document_page import CopyPanel
from iro_desktop.ui.writing.presenter import WritingPresenter
from iro_desktop.ui.writing.subjects import Subject
from iro_desktop.ui.writing.translating.panel import TranslationPanel
from iro_desktop.ui.writing.translating.presenter import TranslationPresenter
from iro_desktop.ui.writing.versions.panel import VersionsPanel
from iro_desktop.ui.writing.versions.presenter import VersionsPresenter
from iro_desktop.ui.writing.view import WritingView


def build_desk(
    around: Surroundings,
    runner: JobRunner,
    store: OpenStore,
    on_appearance: Callable[[Appearance], None],
) -> Desk:
    """Every screen of an open store. `on_appearance` is told how the screen should look now."""
    sight = Sight()
    workspace = Workspace(partial(store.unit_of_work, sight), around.clock, around.catalogue())
    changes = Changes()
    tell = changes.tell
    days = DayTurns(store.unit_of_work, around.clock, bell := QtAlarm())
    days.lay_in()
    ways = None
    if around.hub is not None:
        ways = WaysIn(around.hub.door, around.hub.boxes, around.hub.pages, around.hub.reach)
    settings = SettingsPresenter(store, around.laptop, around.clock, runner, tell, ways)
    diary = DiaryPresenter(workspace)
    alarm = QtAlarm()
    of_rounds = replace(workspace, uow_factory=store.unit_of_work)
    make_round = Rounds(around.hub, of_rounds) if around.hub is not None else None
    pulse = Pulse(store.unit_of_work, around.clock, runner, alarm, make_round)
    if make_round is not None:
        pulse.give_up = make_round.give_up

    def as_seen_now() -> UnitOfWorkFactory:
        return partial(store.unit_of_work, Sight(sight.upto))

    screens = Screens(
        today=TodayView(TodayPresenter(workspace, tell)),
        children=ChildrenView(ChildrenPresenter(workspace, tell)),
        diary=DiaryView(diary, CalendarsCard(CalendarsPresenter(workspace, diary, tell), runner)),
        child=ChildView(ChildPresenter(workspace, tell)),
        what_if=WhatIfView(WhatIfPresenter(workspace, tell)),
        review=ReviewView(ReviewPresenter(workspace, tell)),
        writing=_writing(workspace, runner, tell),
        inviting=InvitingView(InvitingPresenter(workspace), runner),
        importing=ImportView(ImportPresenter(as_seen_now, around.clock, runner)),
        settings=SettingsView(settings, theme.current().appearance),
        sync=_sync(workspace, runner, pulse, tell, around.hub),
        conflict=ConflictView(ConflictPresenter(workspace, tell)),
    )
    screens.settings.appearance_changed.connect(on_appearance)
    arrivals = Arrivals(store.unit_of_work, sight, changes)

    def begins_records() -> bool:
        with store.unit_of_work() as uow:
            return Rights(uow.settings).begins_records

    saver = ExplanationSaver(runner, around.clock.today)
    desk = Desk(screens, arrivals, saver, pulse, days, begins_records)
    for each in (alarm, bell):
        each.setParent(desk)
    return desk


def _sync(
    workspace: Workspace,
    runner: JobRunner,
    pulse: Pulse,
    tell: Callable[[Changed], None],
    roads: HubRoads | None,
) -> SyncView:
    reach = partial(hub_of, roads, workspace) if roads is not None else None
    return SyncView(SyncPresenter(workspace, runner, pulse, tell, reach))


def _writing(
    workspace: Workspace, runner: JobRunner, tell: Callable[[Changed], None]
) -> WritingView:
    panels: dict[Subject, CopyPanel] = {
        Subject.TRANSLATION: TranslationPanel(TranslationPresenter(workspace, tell), runner),
        Subject.VERSIONS: VersionsPanel(VersionsPresenter(workspace, tell), runner),
    }
    return WritingView(WritingPresenter(workspace, tell), runner, panels)
