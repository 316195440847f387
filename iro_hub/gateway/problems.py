"""Every no of the hub in one shape: a status and a `HubProblem`, with nothing of the request."""

from collections.abc import Mapping

import msgspec
from starlette.responses import Response

from iro_desktop.wire.faults import HubProblem
from iro_hub.faults import HubFault

STATUSES = {
    "unauthenticated": 401,
    "expired": 401,
    "revoked": 401,
    "deactivated": 401,
    "not_yours": 403,
    "not_your_role": 403,
    "anothers_laptop": 403,
    "not_found": 404,
    "other_history": 409,
    "different_content": 409,
    "too_large": 413,
    "too_many": 413,
    "malformed": 422,
    "too_many_tries": 429,
    "too_fast": 429,
    "unavailable": 503,
}

SENTENCES = {
    "unauthenticated": "The hub doesn't know this token. Sign in or enrol again.",
    "expired": "This sign-in has ended. Sign in again.",
    "revoked": "This device may no longer use the hub.",
    "deactivated": "This person may no longer use the hub.",
    "not_yours": "This child isn't among yours.",
    "not_your_role": "Your role at the hub doesn't allow this.",
    "anothers_laptop": "This laptop is another person's at the hub.",
    "not_found": "The hub has nothing here.",
    "other_history": "The hub's record has another history. Compare what both hold.",
    "different_content": "The hub holds something else under the same name.",
    "too_large": "This is more than the hub takes at once.",
    "too_many": "The hub keeps no more of these from this device.",
    "malformed": "The hub doesn't understand this request.",
    "too_many_tries": "Too many wrong tries. Wait ten minutes.",
    "too_fast": "Too many requests. Wait a little.",
    "unavailable": "The hub can't answer now. Try again later.",
}

WAIT_SECONDS = {"too_many_tries": 600, "too_fast": 5, "unavailable": 5}


def problem_response(
    code: str, sentence: str = "", *, status: int = 0, headers: Mapping[str, str] | None = None
) -> Response:
    """The answer for a code. `status` stands instead of the code's own, such as 405."""
    known = code if code in STATUSES else "unavailable"
    status = status or STATUSES[known]
    answer = Response(
        msgspec.json.encode(HubProblem(known, sentence or SENTENCES[known])),
        status_code=status,
        media_type="application/json",
        headers=dict(headers or {}),
    )
    if status == STATUSES["unauthenticated"]:
        answer.headers["WWW-Authenticate"] = "Bearer"
    if known in WAIT_SECONDS:
        answer.headers["Retry-After"] = str(WAIT_SECONDS[known])
    return answer


def response_to(fault: HubFault) -> Response:
    """The answer for a fault. Its sentence was written by us, never by the caller."""
    sentence = str(fault) if str(fault) != fault.code else ""
    return problem_response(fault.code, sentence)
