"""Which fault it is when the hub says no.

Only a hub's own words, in the shape of `HubProblem`, may end anyone's access: what a proxy, the
sign-in page of a hotel or another server says is never taken for that.
"""

import msgspec

from iro_desktop.services.faults import (
    AccessEnded,
    AnothersLaptop,
    HubAway,
    HubBusy,
    HubRefused,
    KnownFault,
    NotOurHub,
    OtherHistory,
    SignedOut,
)
from iro_desktop.wire.faults import HubProblem

_UNAUTHORISED = 401
_TOO_MANY = 429
_SERVER = range(500, 600)
_BEHIND_A_PROXY = {502, 504}  # a proxy that does not reach the hub

_LONGEST_WAIT = 3600
_WAIT = 30

_BY_CODE: dict[str, type[KnownFault]] = {
    "unauthenticated": SignedOut,
    "expired": SignedOut,
    "revoked": AccessEnded,
    "deactivated": AccessEnded,
    "other_history": OtherHistory,
    "anothers_laptop": AnothersLaptop,
    "too_many_tries": HubBusy,
    "too_fast": HubBusy,
    "unavailable": HubBusy,
}


def refusal(status: int, body: bytes, retry_after: str) -> KnownFault:
    """The fault that an answer with this status is. `retry_after` is the header, or empty."""
    wait = str(_seconds(retry_after))
    problem = _problem(body)
    if problem is None:
        return _without_words(status, wait)
    fault = _BY_CODE.get(problem.code, HubRefused)
    if fault in {SignedOut, AccessEnded} and status != _UNAUTHORISED:
        return NotOurHub()
    if fault is HubBusy:
        return HubBusy(code=problem.code, wait=wait)
    return fault(code=problem.code)


def _without_words(status: int, wait: str) -> KnownFault:
    if status in _BEHIND_A_PROXY:
        return HubAway()
    if status == _TOO_MANY or status in _SERVER:
        return HubBusy(code="unavailable", wait=wait)
    return NotOurHub()


def _problem(body: bytes) -> HubProblem | None:
    try:
        return msgspec.json.decode(body, type=HubProblem)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _seconds(retry_after: str) -> int:
    is_number = retry_after.isascii() and retry_after.isdigit() and len(retry_after) < len("999999")
    return min(int(retry_after), _LONGEST_WAIT) if is_number else _WAIT
