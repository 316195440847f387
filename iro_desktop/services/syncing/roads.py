"""The ways to a team's hub, and a round over them: for the screens and the terminal alike."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Protocol

from iro_desktop.services.faults import NotEnrolled, SignedOut
from iro_desktop.services.syncing.purging import purge
from iro_desktop.services.syncing.reports import RoundReport
from iro_desktop.services.syncing.rounds import RoundJob
from iro_desktop.services.syncing.whole_round import sync_round
from iro_desktop.services.syncing.writing_beside import let_be_brought_together
from iro_desktop.services.team_hub.boxes import Boxes
from iro_desktop.services.team_hub.membership import account_of, renew_if_due, token_of
from iro_desktop.services.team_hub.port import Hub
from iro_desktop.services.team_hub.sealing import StoreSealer
from iro_desktop.services.team_hub.signing_in import WaysIn
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


class RoadsOfRound(Protocol):
    """What a round needs of the ways to a hub."""

    @property
    def reach(self) -> Callable[[str, str], Hub]:
        """The hub at an address, called with a token."""
        ...

    @property
    def boxes(self) -> Callable[[], Boxes]:
        """What seals and opens what is for the IRO alone."""
        ...

    @property
    def is_signed_by(self) -> Callable[[str, bytes, str], bool]:
        """The check of what a council signed."""
        ...


def run_round(roads: RoadsOfRound, workspace: Workspace, job: RoundJob) -> RoundReport:
    """A round of an open store, and after a whole one, reviews whose time on it is over go.

    Raises as `sync_round`.
    """
    with workspace.uow_factory() as uow:
        let_be_brought_together(uow)
    report = _round(roads, workspace, job)
    if not report.is_whole or report.ended:
        return report
    gone = purge(workspace.uow_factory, workspace.clock)
    return replace(report, children_received=report.children_received | gone.children)


def _round(roads: RoadsOfRound, workspace: Workspace, job: RoundJob) -> RoundReport:
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
