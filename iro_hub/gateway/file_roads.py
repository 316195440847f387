"""Attachments, by the SHA-256 of their bytes, in pieces."""

from starlette.responses import Response

from iro_desktop.wire.files import FILE_BYTES, PIECE_BYTES, FileState
from iro_hub.database import calls
from iro_hub.gateway.roads import BYTES, Asked, Engine, Parameter, Road, as_json

_FAULTS = ("not_yours", "not_your_role", "not_found")
_PATH = "/children/{child}/files/{file}"


def _state(engine: Engine, asked: Asked) -> Response:
    names = asked.names
    return as_json(calls.file_state(engine.pools, asked.token, names["child"], names["file"]))


def _send(engine: Engine, asked: Asked) -> Response:
    state = calls.send_piece(
        engine.pools,
        asked.token,
        asked.names["child"],
        asked.names["file"],
        asked.number("start"),
        asked.number("total"),
        asked.body,
    )
    return as_json(state)


def _piece(engine: Engine, asked: Asked) -> Response:
    piece = calls.file_piece(
        engine.pools,
        asked.token,
        asked.names["child"],
        asked.names["file"],
        asked.number("start"),
    )
    return Response(piece, media_type=BYTES)


FILE_ROADS = (
    Road(
        "file_state",
        "GET",
        _PATH,
        "How much of a file the hub has.",
        _state,
        answers=FileState,
        faults=_FAULTS,
    ),
    Road(
        "send_piece",
        "PUT",
        _PATH,
        "Send a piece of a file, beginning where the hub's part ends.",
        _send,
        answers=FileState,
        takes=bytes,
        most_bytes=PIECE_BYTES,
        query=(
            Parameter("start", "Where the piece begins.", least=0, most=FILE_BYTES),
            Parameter("total", "How long the whole file is.", least=0, most=FILE_BYTES),
        ),
        faults=(*_FAULTS, "different_content", "too_many"),
    ),
    Road(
        "file_piece",
        "GET",
        f"{_PATH}/content",
        "A piece of a whole file, of at most 1 MiB; empty at its end.",
        _piece,
        answers=bytes,
        query=(Parameter("start", "Where the piece begins.", "0", least=0, most=FILE_BYTES),),
        faults=_FAULTS,
    ),
)
