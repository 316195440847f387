"""Put the screens together and start the windows."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from iro_desktop.services.ports import OpenStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.application import LastResort, make_application, wear
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.runner import Runner
from iro_desktop.ui.settings.kept_appearance import read_appearance
from iro_desktop.ui.surroundings import Surroundings
from iro_desktop.ui.unlock.presenter import UnlockPresenter
from iro_desktop.ui.unlock.view import UnlockView

if TYPE_CHECKING:  # see make_desk
    from iro_desktop.ui.desk import Desk

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

    def make_desk(store: OpenStore) -> "Desk":
        from iro_desktop.ui.screens import build_desk  # noqa: PLC0415 - the lock shows first

        return build_desk(around, runner, store, on_appearance)

    def on_appearance(appearance: Appearance) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, appearance)
            window.rebuild()
            if window.desk is not None:
                window.desk.show_settings()

    window = MainWindow(make_unlock, make_desk, settle=runner.shutdown)
    return window


def _nobody_is_told(_report: Path) -> None:
    """The report lies in the store's folder; what was open is kept, and work goes on."""
