"""What is run on another thread: the hub of the moment, and one round with it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from iro_desktop.services.faults import SignedOut
from iro_desktop.services.hub_account import account_of, renew_if_due, token_of
from iro_desktop.services.hub_port import Hub
from iro_desktop.services.sealing import StoreSealer
from iro_desktop.services.sync_reports import RoundReport
from iro_desktop.services.syncing import sync_round
from iro_desktop.services.workspace import Workspace
from iro_desktop.services.writing_beside import let_be_brought_together
from iro_desktop.ui.jobs import JobControl
from iro_desktop.ui.sync.roads import HubRoads


@contextmanager
def hub_of(roads: HubRoads, workspace: Workspace) -> Iterator[Hub]:
    """The hub this store belongs to, called with its token, made anew where that ends soon.

    Raises:
        SignedOut: there is no token to call it with.
    """
    with workspace.uow_factory() as uow:
        account, token = account_of(uow), token_of(uow)
    if account is None or not token:
        raise SignedOut(code="unauthenticated")
    hub = roads.reach(account.address, token)
    try:
        fresh = renew_if_due(workspace.uow_factory, hub, workspace.clock)
        if fresh:
            hub.close()
            hub = roads.reach(account.address, fresh)
        yield hub
    finally:
        hub.close()


def round_of(roads: HubRoads, workspace: Workspace) -> Callable[[JobControl], RoundReport]:
    """A round of an open store, to be run on another thread."""

    def work(job: JobControl) -> RoundReport:
        job.check()
        with workspace.uow_factory() as uow:
            let_be_brought_together(uow)
        sealer = StoreSealer(workspace.uow_factory, roads.boxes(), workspace.form_of)
        with hub_of(roads, workspace) as hub:
            return sync_round(
                workspace.uow_factory,
                hub,
                sealer,
                workspace.clock,
                job,
                is_signed_by=roads.is_signed_by,
            )

    return work
