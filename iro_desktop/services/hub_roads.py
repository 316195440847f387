"""The ways to a team's hub, and a round over them: for the screens and the terminal alike."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from iro_desktop.services.faults import NotEnrolled, SignedOut
from iro_desktop.services.hub_account import account_of, renew_if_due, token_of
from iro_desktop.services.hub_port import Hub
from iro_desktop.services.sealing import Boxes, StoreSealer
from iro_desktop.services.signing_in import WaysIn
from iro_desktop.services.sync_reports import RoundReport
from iro_desktop.services.sync_rounds import RoundJob
from iro_desktop.services.syncing import sync_round
from iro_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Roads:
    """Ways in, ways to a hub that one belongs to, and the check of what a council signed."""

    ways_in: WaysIn
    reach: Callable[[str, str], Hub]
    boxes: Callable[[], Boxes]
    is_signed_by: Callable[[str, bytes, str], bool]


@contextmanager
def reached(reach: Callable[[str, str], Hub], workspace: Workspace) -> Iterator[Hub]:
    """The hub this store belongs to, called with its token, made anew where that ends soon.

    Raises:
        NotEnrolled: it belongs to none.
        SignedOut: there is no token to call it with.
    """
    with workspace.uow_factory() as uow:
        account, token = account_of(uow), token_of(uow)
    if account is None:
        raise NotEnrolled
    if not token:
        raise SignedOut(code="unauthenticated")
    hub = reach(account.address, token)
    try:
        fresh = renew_if_due(workspace.uow_factory, hub, workspace.clock)
        if fresh:
            hub.close()
            hub = reach(account.address, fresh)
        yield hub
    finally:
        hub.close()


def run_round(roads: Roads, workspace: Workspace, job: RoundJob) -> RoundReport:
    """A round of an open store. Raises as `sync_round`."""
    sealer = StoreSealer(workspace.uow_factory, roads.boxes(), workspace.form_of)
    with reached(roads.reach, workspace) as hub:
        return sync_round(
            workspace.uow_factory,
            hub,
            sealer,
            workspace.clock,
            job,
            is_signed_by=roads.is_signed_by,
        )
