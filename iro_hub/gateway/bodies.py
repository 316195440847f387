"""Reading what a caller sends, and never more than was agreed."""

import asyncio

from starlette.requests import ClientDisconnect, Request

from iro_hub.faults import HubFault
from iro_hub.gateway.problems import SENTENCES

LATE = "The request didn't come whole in time. Send it again."


def check_head(request: Request, most: int, media_type: str) -> None:
    """Refuse by its headers alone what would be refused once read.

    Raises:
        HubFault: it says that it is too large, packed, or of another kind.
    """
    headers = request.headers
    if headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise UnknownMedia("The hub takes nothing that is packed. Send it as it is.")
    told = headers.get("content-length")
    if told is not None and int(told) > most:  # the server lets digits alone through
        raise HubFault("too_large", SENTENCES["too_large"])
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != media_type:
        raise UnknownMedia(f"The hub takes this as {media_type} alone.")


async def read_body(request: Request, most: int, seconds: float) -> bytes:
    """The whole body, or a fault as soon as it is more than `most` bytes, whatever its head said.

    Raises:
        HubFault: too large, or not whole within `seconds`.
    """
    pieces: list[bytes] = []
    held = 0
    try:
        async with asyncio.timeout(seconds):
            async for piece in request.stream():
                held += len(piece)
                if held > most:
                    raise HubFault("too_large", SENTENCES["too_large"])
                pieces.append(piece)
    except TimeoutError as fault:
        raise HubFault("unavailable", LATE) from fault
    except ClientDisconnect as fault:
        raise HubFault("unavailable", LATE) from fault
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


class UnknownMedia(HubFault):
    """A body of a kind that this road doesn't take: 415."""

    def __init__(self, sentence: str) -> None:
        super().__init__("malformed", sentence)
