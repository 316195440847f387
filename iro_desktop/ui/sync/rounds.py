"""What is run on another thread: the hub of the moment, and one round with it."""

from contextlib import AbstractContextManager
from dataclasses import replace

from iro_desktop.services.syncing.reports import RoundReport
from iro_desktop.services.syncing.roads import reached, run_round
from iro_desktop.services.team_hub.port import Hub
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.jobs import JobControl
from iro_desktop.ui.sync.roads import HubRoads


def hub_of(roads: HubRoads, workspace: Workspace) -> AbstractContextManager[Hub]:
    """The hub this store belongs to. Raises as `reached`."""
    return reached(roads.reach, workspace)


class Rounds:
    """Rounds of an open store, one at a time, on another thread."""

    def __init__(self, roads: HubRoads, workspace: Workspace) -> None:
        self._roads, self._workspace = roads, workspace
        self._hub: Hub | None = None

    def __call__(self, job: JobControl) -> RoundReport:
        """Make one."""
        job.check()
        return run_round(replace(self._roads, reach=self._reach), self._workspace, job)

    def give_up(self) -> None:
        """From the screen, whose store is about to close: a call that hangs is not waited for."""
        hub = self._hub
        if hub is not None:
            hub.give_up()

    def _reach(self, address: str, token: str) -> Hub:
        self._hub = self._roads.reach(address, token)
        return self._hub
