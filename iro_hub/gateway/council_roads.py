"""Sealed pages, the council's settings, and what waits for a manager."""

from starlette.responses import Response

from iro_desktop.wire.council_settings import CouncilSettings
from iro_desktop.wire.people import Grant, Grants, SealingKeys
from iro_desktop.wire.quarantine import QuarantineDecision, QuarantineList
from iro_hub.database import calls
from iro_hub.gateway.decoding import decoded
from iro_hub.gateway.roads import Asked, Engine, Road, as_json, nothing

GRANTS_BYTES = 2 * 1024 * 1024
DECISION_BYTES = 64 * 1024
_CHILD_FAULTS = ("not_yours", "not_your_role", "not_found")


def _sealing_keys(engine: Engine, asked: Asked) -> Response:
    return as_json(calls.sealing_keys(engine.pools, asked.token, asked.names["child"]))


def _grants(engine: Engine, asked: Asked) -> Response:
    return as_json(calls.grants(engine.pools, asked.token, asked.names["child"]))


def _grant(engine: Engine, asked: Asked) -> Response:
    given = decoded(asked.body, tuple[Grant, ...])
    calls.grant(engine.pools, asked.token, asked.names["child"], given)
    return nothing()


def _settings(engine: Engine, asked: Asked) -> Response:
    return as_json(calls.council_settings(engine.pools, asked.token))


def _quarantine(engine: Engine, asked: Asked) -> Response:
    return as_json(calls.quarantine(engine.pools, asked.token))


def _decide(engine: Engine, asked: Asked) -> Response:
    decision = decoded(asked.body, QuarantineDecision)
    calls.decide_quarantine(engine.pools, asked.token, asked.names["bundle"], decision)
    return nothing()


COUNCIL_ROADS = (
    Road(
        "sealing_keys",
        "GET",
        "/children/{child}/sealing-keys",
        "For whom pages are sealed that only the child's own IRO may read.",
        _sealing_keys,
        answers=SealingKeys,
        faults=_CHILD_FAULTS,
    ),
    Road(
        "grants",
        "GET",
        "/children/{child}/grants",
        "Keys of sealed pages that another device of the caller gave this one.",
        _grants,
        answers=Grants,
        faults=_CHILD_FAULTS,
    ),
    Road(
        "grant",
        "POST",
        "/children/{child}/grants",
        "Give another device of the same person the keys of sealed pages.",
        _grant,
        takes=tuple[Grant, ...],
        most_bytes=GRANTS_BYTES,
        faults=_CHILD_FAULTS,
    ),
    Road(
        "settings",
        "GET",
        "/settings",
        "What the council decided for its laptops, signed.",
        _settings,
        answers=CouncilSettings,
    ),
    Road(
        "quarantine",
        "GET",
        "/quarantine",
        "Bundles that wait for the caller's decision, oldest first.",
        _quarantine,
        answers=QuarantineList,
        faults=("not_your_role",),
    ),
    Road(
        "decide",
        "POST",
        "/quarantine/{bundle}",
        "Release a bundle into the record, or set it aside.",
        _decide,
        takes=QuarantineDecision,
        most_bytes=DECISION_BYTES,
        faults=("not_yours", "not_your_role", "not_found", "different_content"),
    ),
)
