"""The record: sending, asking what changed, fetching, comparing, and saying that a copy is gone."""

from starlette.responses import Response

from iro_desktop.wire.changes import HubChanges
from iro_desktop.wire.revisions import (
    PUSH_BYTES,
    REVISIONS_IN_A_PAGE,
    HeldIds,
    Page,
    Push,
    PushAnswer,
)
from iro_hub.database import calls
from iro_hub.gateway.decoding import bundle_texts
from iro_hub.gateway.roads import JSON, Asked, Engine, Parameter, Road, as_json, nothing

CHAIN_PATTERN = "^([0-9a-f]{64})?$"


def _push(engine: Engine, asked: Asked) -> Response:
    return as_json(calls.push(engine.pools, asked.token, bundle_texts(asked.body)))


def _changed(engine: Engine, asked: Asked) -> Response:
    changes = calls.changed(engine.pools, asked.token, asked.etag)
    if changes is None:
        return Response(status_code=304, headers={"ETag": f'"{asked.etag}"'})
    return Response(changes.body, media_type=JSON, headers={"ETag": f'"{changes.etag}"'})


def _pull(engine: Engine, asked: Asked) -> Response:
    page = calls.pull(
        engine.pools,
        asked.token,
        asked.names["child"],
        asked.number("after"),
        asked.query["chain"],
        asked.number("most"),
    )
    return Response(page, media_type=JSON)


def _ids(engine: Engine, asked: Asked) -> Response:
    held = calls.held_ids(engine.pools, asked.token, asked.names["child"])
    return Response(held, media_type=JSON)


def _wiped(engine: Engine, asked: Asked) -> Response:
    calls.wiped(engine.pools, asked.token, asked.names["child"])
    return nothing()


RECORD_ROADS = (
    Road(
        "push",
        "POST",
        "/push",
        "Send bundles of revisions. Each is taken whole or not at all; sending twice changes "
        "nothing. An outcome comes back for each.",
        _push,
        answers=PushAnswer,
        takes=Push,
        most_bytes=PUSH_BYTES,
    ),
    Road(
        "changed",
        "GET",
        "/changed",
        "Where each child of the caller stands, and which copies are to be wiped.",
        _changed,
        answers=HubChanges,
        conditional=True,
    ),
    Road(
        "pull",
        "GET",
        "/children/{child}/revisions",
        "Revisions of a child after a number, oldest first.",
        _pull,
        answers=Page,
        query=(
            Parameter("after", "The number after which to begin; 0 for all.", "0", least=0),
            Parameter(
                "chain",
                "The chain that the caller holds for that number; empty at 0.",
                "",
                pattern=CHAIN_PATTERN,
            ),
            Parameter(
                "most",
                "The most revisions to send. The hub may send fewer.",
                str(REVISIONS_IN_A_PAGE),
                least=1,
                most=REVISIONS_IN_A_PAGE,
            ),
        ),
        faults=("not_yours", "not_your_role", "not_found", "other_history"),
    ),
    Road(
        "ids",
        "GET",
        "/children/{child}/ids",
        "Every revision of a child that the hub holds and the caller may read, by number.",
        _ids,
        answers=HeldIds,
        faults=("not_yours", "not_your_role", "not_found"),
    ),
    Road(
        "wiped",
        "POST",
        "/children/{child}/wiped",
        "This device wiped its copy of a child that the caller may no longer see.",
        _wiped,
        faults=("not_yours", "not_your_role", "not_found"),
    ),
)
