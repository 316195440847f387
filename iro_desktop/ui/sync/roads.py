"""The ways to a team's hub, as the screens are given them. No Qt, and no HTTP before it is used."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the lock shows first, and does without all of it
    from iro_desktop.services.team_hub.boxes import Boxes
    from iro_desktop.services.team_hub.port import Hub, HubDoor
    from iro_desktop.services.team_hub.signing_in import SignInPages


@dataclass(frozen=True, slots=True)
class HubRoads:
    """`reach` gives the hub at an address, called with a token; `door` what asks for none.

    `boxes` seal and open what is for the IRO alone, `pages` are those of the council's sign-in.
    `is_signed_by` checks what a council decided for its laptops: key, message, signature.
    """

    reach: Callable[[str, str], "Hub"]
    door: Callable[[str], "HubDoor"]
    boxes: Callable[[], "Boxes"]
    pages: Callable[[], "SignInPages"]
    is_signed_by: Callable[[str, bytes, str], bool]
