"""Leave a team's hub: its token ends there, where the hub can be told, and here in any case."""

from collections.abc import Callable
from contextlib import closing

from iro_desktop.i18n import Translator
from iro_desktop.services.faults import HubAway, HubBusy, HubRefused, NotOurHub, SignedOut
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.team_hub import membership
from iro_desktop.services.team_hub.port import Hub

Reach = Callable[[str, str], Hub]


def leave(uow_factory: UnitOfWorkFactory, reach: Reach | None) -> bool:
    """Belong to no hub any more. Says whether the hub knows: no token of this laptop opens it.

    Nothing is wiped, and what was not sent goes on waiting. Without the hub one can leave as well.

    Raises:
        AccessEnded: the hub ended this laptop's access before. The next round hands over what is
            unsent, and wipes the rest.
    """
    with uow_factory() as uow:
        address, token = membership.last_address(uow), membership.token_of(uow)
    # Without a token there is nothing to end. Nor has a copy out of a backup one of its own: the
    # laptop that it is a copy of may go on with it.
    is_told = not token or _was_told(reach, address, token)
    membership.leave(uow_factory)
    return is_told


def in_words(tr: Translator, *, is_told: bool) -> str:
    """What to tell who left."""
    left = tr("This laptop has left the hub. Everything on it is still here.")
    if is_told:
        return left
    listed = tr(
        "The hub could not be told: it still lists this laptop until someone revokes it there."
    )
    return f"{left} {listed}"


def _was_told(reach: Reach | None, address: str, token: str) -> bool:
    if reach is None:
        return False
    try:
        with closing(reach(address, token)) as hub:
            hub.leave()
    except SignedOut:  # the token opens nothing there already
        return True
    except (HubAway, HubBusy, HubRefused, NotOurHub):
        return False
    return True
