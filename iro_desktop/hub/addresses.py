"""The address of a hub, checked before a word is said to it."""

import ipaddress
from urllib.parse import SplitResult, urlsplit

from iro_desktop.services.faults import NotOurHub, NotOverPlainHttp


def checked_address(address: str) -> str:
    """The address without what may stand behind it, ready for a path.

    Raises:
        NotOverPlainHttp: plain HTTP to another computer than this one.
        NotOurHub: this is no address of a hub.
    """
    given = address.strip()
    if any(letter.isspace() or not letter.isprintable() for letter in given):
        raise NotOurHub
    parts = _parts(given)
    if parts.scheme == "http" and not is_this_computer(parts.hostname or ""):
        raise NotOverPlainHttp
    is_plain = parts.username is None and not parts.query and not parts.fragment
    if parts.scheme not in {"http", "https"} or not parts.hostname or not is_plain:
        raise NotOurHub
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def is_this_computer(host: str) -> bool:
    """Whether what is said to this host never leaves the computer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port  # says whether it is a number
    except ValueError as fault:
        raise NotOurHub from fault
    return parts
