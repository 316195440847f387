"""Put the screens together and start the windows."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from iro_desktop.services.ports import OpenStore
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui import theme
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.application import LastResort, make_application, wear
from iro_desktop.ui.changes import Changes
from iro_desktop.ui.child.presenter import ChildPresenter
from iro_desktop.ui.child.view import ChildView
from iro_desktop.ui.children.presenter import ChildrenPresenter
from iro_desktop.ui.children.view import ChildrenView
from iro_desktop.ui.desk import Desk, Screens
from iro_desktop.ui.importing.presenter import ImportPresenter
from iro_desktop.ui.importing.view import ImportView
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.runner import Runner
from iro_desktop.ui.settings.kept_appearance import read_appearance
from iro_desktop.ui.settings.presenter import SettingsPresenter
from iro_desktop.ui.settings.view import SettingsView
from iro_desktop.ui.surroundings import Surroundings
from iro_desktop.ui.today.presenter import TodayPresenter
from iro_desktop.ui.today.view import TodayView
from iro_desktop.ui.unlock.presenter import UnlockPresenter
from iro_desktop.ui.unlock.view import UnlockView
from iro_desktop.ui.writing.presenter import WritingPresenter
from iro_desktop.ui.writing.view import WritingView

REPORTS = "fault-reports"


def start(around: Surroundings, store: OpenStore | None) -> int:
    """Open the window and stay until it is closed. Returns the exit code."""
    app = make_application(sys.argv, read_appearance(around.laptop.folder))
    runner = Runner()
    window = build_window(around, runner)
    last_resort = LastResort(
        around.laptop.folder / REPORTS, around.clock.now, _nobody_is_told, window.keep_everything
    )
    last_resort.install()
    window.show()
    window.begin(store)
    code = app.exec()
    runner.shutdown()
    last_resort.uninstall()
    return code


def build_window(around: Surroundings, runner: JobRunner) -> MainWindow:
    """The window, with everything it needs to make its screens."""

    def make_unlock() -> UnlockView:
        presenter = UnlockPresenter(
            around.laptop,
            runner,
            restore=lambda file: around.restore(file, around.laptop.folder),
            warm_up=around.warm_up,
        )
        return UnlockView(presenter)

    def make_desk(store: OpenStore) -> Desk:
        desk = build_desk(around, runner, store)
        desk.screens.settings.appearance_changed.connect(on_appearance)
        return desk

    def on_appearance(appearance: Appearance) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, appearance)
            window.rebuild()
            if window.desk is not None:
                window.desk.show_settings()

    window = MainWindow(make_unlock, make_desk, settle=runner.shutdown)
    return window


def build_desk(around: Surroundings, runner: JobRunner, store: OpenStore) -> Desk:
    """Every screen of an open store."""
    workspace = Workspace(store.unit_of_work, around.clock, around.catalogue())
    changes = Changes()
    tell = changes.tell
    settings = SettingsPresenter(store, around.laptop, around.clock, runner, tell)
    screens = Screens(
        today=TodayView(TodayPresenter(workspace, tell)),
        children=ChildrenView(ChildrenPresenter(workspace)),
        child=ChildView(ChildPresenter(workspace, tell)),
        review=ReviewView(ReviewPresenter(workspace, tell)),
        writing=WritingView(WritingPresenter(workspace, tell), runner),
        importing=ImportView(ImportPresenter(store.unit_of_work, around.clock, runner)),
        settings=SettingsView(settings, theme.current().appearance),
    )
    return Desk(screens, changes)


def _nobody_is_told(_report: Path) -> None:
    """The report lies in the store's folder; what was open is kept, and work goes on."""
