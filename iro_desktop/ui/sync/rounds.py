"""What is run on another thread: the hub of the moment, and one round with it."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from iro_desktop.services.hub_port import Hub
from iro_desktop.services.hub_roads import reached, run_round
from iro_desktop.services.sync_reports import RoundReport
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.jobs import JobControl
from iro_desktop.ui.sync.roads import HubRoads


def hub_of(roads: HubRoads, workspace: Workspace) -> AbstractContextManager[Hub]:
    """The hub this store belongs to. Raises as `reached`."""
    return reached(roads.reach, workspace)


def round_of(roads: HubRoads, workspace: Workspace) -> Callable[[JobControl], RoundReport]:
    """A round of an open store, to be run on another thread."""

    def work(job: JobControl) -> RoundReport:
        job.check()
        return run_round(roads, workspace, job)

    return work
