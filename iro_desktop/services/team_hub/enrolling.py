"""Make this laptop one of a team's hub: an address and a single-use code against a token.

In two steps. First the hub is asked who it takes this laptop's owner for; that is shown. Only once
they said that this is right is it kept, and only then can anything of the records be sent.
"""

import ipaddress
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field

from iro_desktop.services.faults import CodeRefused, NotOurHub, NotOverPlainHttp, SignedOut
from iro_desktop.services.ports import Clock, UnitOfWorkFactory
from iro_desktop.services.team_hub.boxes import Boxes, KeyPair
from iro_desktop.services.team_hub.membership import (
    HubAccount,
    account_of,
    device_of,
    keep_account,
    secret_of_this_device,
)
from iro_desktop.services.team_hub.port import HubDoor
from iro_desktop.wire.people import Enrol, Enrolled, Person

_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)"
    r"(?P<port>:[0-9]{1,5})?(?P<path>(?:/[a-z0-9._~%+:@,;=!*()$-]+)*)/?",
    re.IGNORECASE,
)
_LONGEST_ADDRESS = 500
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Introduced:
    """What a hub said of this laptop's owner. Nothing is kept yet, and nothing was sent."""

    address: str
    enrolled: Enrolled = field(repr=False)
    secret: str = field(repr=False)

    @property
    def hub_title(self) -> str:
        """What the hub is called."""
        return self.enrolled.hub_name

    @property
    def person(self) -> Person:
        """Who it takes one for."""
        return self.enrolled.person


def checked_address(typed: str) -> str:
    """A hub's address as it is called: with its scheme, in lower case, without a stroke at its end.

    Raises:
        NotOverPlainHttp: plain HTTP to another computer.
        NotOurHub: no such address can be.
    """
    text = typed.strip()
    if "://" not in text:
        text = f"https://{text}"
    found = _ADDRESS.fullmatch(text)
    if len(text) > _LONGEST_ADDRESS or found is None:
        raise NotOurHub
    scheme, host = found["scheme"].lower(), found["host"].lower()
    if scheme == "http" and not is_this_computer(host):
        raise NotOverPlainHttp
    return f"{scheme}://{host}{found['port'] or ''}{found['path']}"


def is_this_computer(host: str) -> bool:
    """Whether a host's name is this very computer's, whatever any name server says."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def introduce_by_code(
    uow_factory: UnitOfWorkFactory, door: HubDoor, boxes: Boxes, address: str, code: str
) -> Introduced:
    """Spend a code, and hear who the hub takes this laptop's owner for.

    Raises:
        CodeRefused: it is another, was used, or is too old.
        HubAway, HubBusy, HubRefused, AccessEnded, NotOurHub: no token came of it.
    """
    device, pair = device_and_keys(uow_factory, boxes)
    asked = Enrol(code=tidy_code(code), device=device, sealing_key=pair.public)
    try:
        enrolled = door.enrol(asked)
    except SignedOut as fault:
        raise CodeRefused from fault
    return introduced(address, enrolled, pair)


def introduced(address: str, enrolled: Enrolled, pair: KeyPair) -> Introduced:
    """What a hub answered, once it looks like an answer.

    Raises:
        NotOurHub: it names nobody.
    """
    shown = (enrolled.hub_name, enrolled.person.name)
    if not all(0 < len(name) <= _LONGEST_NAME and name.isprintable() for name in shown):
        raise NotOurHub
    return Introduced(address, enrolled, pair.secret)


def keep(uow_factory: UnitOfWorkFactory, found: Introduced, clock: Clock) -> HubAccount:
    """The owner said that this is right: belong to the hub from now on."""
    with uow_factory() as uow:
        keep_account(uow.settings, found.address, found.enrolled, found.secret, clock.now())
        account = account_of(uow)
    assert account is not None  # noqa: S101 - it was kept a line above
    return account


def enrol(
    uow_factory: UnitOfWorkFactory,
    door: Callable[[str], HubDoor],
    boxes: Boxes,
    typed: str,
    code: str,
    clock: Clock,
) -> HubAccount:
    """Both steps at once, where nobody is there to be asked. Raises as the two."""
    address = checked_address(typed)
    with closing(door(address)) as opened:
        found = introduce_by_code(uow_factory, opened, boxes, address, code)
    return keep(uow_factory, found, clock)


def device_and_keys(uow_factory: UnitOfWorkFactory, boxes: Boxes) -> tuple[str, KeyPair]:
    """This device's name, and its keys: those it has, so that sealed pages go on opening."""
    with uow_factory() as uow:
        device, held = device_of(uow.settings), secret_of_this_device(uow.settings)
    pair = KeyPair(held, boxes.public_of(held)) if held else boxes.new_pair()
    return device, pair


def tidy_code(typed: str) -> str:
    """A code without the spaces that people and letters put into it."""
    return "".join(typed.split())
