"""Who comes in: the bearer's token by its form, and how often each may call."""

import hashlib
import re
from collections.abc import Callable

from starlette.requests import Request

from iro_hub.faults import HubFault
from iro_hub.gateway.configuration import Limits
from iro_hub.gateway.problems import SENTENCES
from iro_hub.gateway.rates import Buckets, Remembered, source_of
from iro_hub.gateway.roads import Road

_BEARER = re.compile(r"bearer +([A-Za-z0-9_-]{43}=?)", re.IGNORECASE | re.ASCII)
"""32 bytes in base64url, as the database makes them."""


class Admission:
    """Counts in memory; used from the event loop alone."""

    def __init__(self, limits: Limits, seconds: Callable[[], float]) -> None:
        self._sources: Buckets[str] = Buckets(limits.source_rate, limits.source_burst, seconds)
        self._doors: Buckets[str] = Buckets(limits.door_rate, limits.door_burst, seconds)
        self._tokens: Buckets[bytes] = Buckets(limits.token_rate, limits.token_burst, seconds)
        self._wrong: Buckets[str] = Buckets(
            limits.wrong_token_rate, limits.wrong_token_burst, seconds
        )
        self._good = Remembered()

    def admit(self, road: Road, request: Request) -> tuple[str, str]:
        """The source and the token (empty where the road needs none).

        A source that tried many unknown tokens gets no further with another unknown one; those of
        its neighbours that the database has accepted still pass.

        Raises:
            HubFault: no token, or too many requests.
        """
        source = source_of(request.client.host if request.client else None)
        if not self._sources.take(source) or (road.is_door and not self._doors.take(source)):
            raise _too_fast()
        if not road.with_token:
            return source, ""
        token = _token_of(request)
        digest = _digest(token)
        if digest not in self._good and self._wrong.is_empty(source):
            raise _too_fast()
        if not self._tokens.take(digest):
            raise _too_fast()
        return source, token

    def knows(self, token: str) -> bool:
        """Whether the database has accepted this token here."""
        return _digest(token) in self._good

    def note(self, source: str, token: str, fault: HubFault | None) -> None:
        """What the database said of a token."""
        if not token:
            return
        if fault is None:
            self._good.add(_digest(token))
        elif fault.code == "unauthenticated":
            self._good.forget(_digest(token))
            self._wrong.take(source)


def _token_of(request: Request) -> str:
    given = request.headers.getlist("authorization")
    found = _BEARER.fullmatch(given[0]) if len(given) == 1 else None
    if found is None:
        raise HubFault("unauthenticated", SENTENCES["unauthenticated"])
    return found.group(1)


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _too_fast() -> HubFault:
    return HubFault("too_fast", SENTENCES["too_fast"])
