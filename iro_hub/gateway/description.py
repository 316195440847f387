"""The OpenAPI description, made of the roads themselves and of the shapes that travel."""

from collections.abc import Iterable

import msgspec

from iro_desktop.wire import VERSION
from iro_desktop.wire.faults import HubProblem
from iro_hub.gateway.problems import STATUSES, WAIT_SECONDS
from iro_hub.gateway.roads import BYTES, JSON, NAMES_IN_PATHS, UUID_PATTERN, Parameter, Road

Schema = dict[str, object]

_ALWAYS = ("malformed", "too_fast", "unavailable")
_WITH_TOKEN = ("unauthenticated", "expired", "revoked", "deactivated")
_SAYS = {
    401: "Who calls isn't known, or may no longer call.",
    403: "Not the caller's, or not for their role.",
    404: "Nothing here.",
    409: "The hub holds something else.",
    413: "More than the hub takes at once.",
    415: "A body of another kind, or packed.",
    422: "Not of the shape described here.",
    429: "Too many requests, or too many wrong tries.",
    500: "A fault of the hub's own.",
    503: "The hub can't answer now.",
}
_UNKNOWN_MEDIA = 415

MOMENT_PATTERN = (
    r"^[1-9][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    r"|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?"
    r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
)
_DEVICE: Schema = {"pattern": "^[0-9A-Za-z._-]{1,64}$"}
_KEY: Schema = {"pattern": "^[0-9A-Za-z+/_-]{43}=?$"}
_MOMENT: Schema = {"format": "date-time", "pattern": MOMENT_PATTERN}
_NUMBERED: Schema = {  # a number and an id; readers of this differ over how to say so of each place
    "type": "array",
    "minItems": 2,
    "maxItems": 2,
    "items": {"type": ["integer", "string"]},
}
NARROWER: dict[tuple[str, str], Schema] = {
    ("Enrol", "device"): _DEVICE,
    ("Enrol", "sealing_key"): _KEY,
    ("SignIn", "device"): _DEVICE,
    ("SignIn", "sealing_key"): _KEY,
    ("WireRevision", "made_at"): _MOMENT,
    ("Received", "received_at"): _MOMENT,
    ("HeldIds", "ids"): {"items": _NUMBERED},
    ("Grant", "revision"): {"pattern": UUID_PATTERN},
    ("Grant", "device"): _DEVICE,
    ("Grant", "key"): {"pattern": "^[0-9A-Za-z+/=]{1,1000}$"},
    ("QuarantineDecision", "decision"): {"enum": ["release", "set_aside"]},
}
"""What the database asks of a property beyond its being a text."""
_OWN_FAULT = 500


def described_roads(roads: Iterable[Road]) -> dict[str, object]:
    """The whole description of `roads`."""
    roads = tuple(roads)
    shapes = _shapes(roads)
    _, components = _schemas(shapes)
    paths: dict[str, dict[str, object]] = {}
    for road in roads:
        paths.setdefault(f"/v{VERSION}{road.path}", {})[road.method.lower()] = _operation(road)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "IRO hub",
            "version": str(VERSION),
            "description": "Revisions of children's records, for laptops of one council.",
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A device token, from enrolling or signing in.",
                }
            },
        },
    }


_REFERENCE = "#/components/schemas/{name}"


def _shapes(roads: Iterable[Road]) -> list[object]:
    named = [shape for road in roads for shape in (road.takes, road.answers)]
    return [HubProblem, *(s for s in named if s is not None and s is not bytes)]


def _schemas(shapes: Iterable[object]) -> tuple[tuple[Schema, ...], Schema]:
    made, components = msgspec.json.schema_components(
        shapes, schema_hook=_anything, ref_template=_REFERENCE
    )
    for (shape, name), narrower in NARROWER.items():
        if shape in components:
            components[shape]["properties"][name].update(narrower)
    return tuple(made), components


def _anything(kind: type) -> Schema:
    if kind is object:
        return {"description": "Any JSON."}
    raise NotImplementedError


def _schema(shape: object) -> Schema:
    if shape is bytes:
        return {}
    (schema,), _ = _schemas([shape])
    return dict(schema)


def _operation(road: Road) -> Schema:
    operation: Schema = {
        "operationId": road.name,
        "summary": road.says,
        "responses": _responses(road),
        "security": [{"token": []}] if road.with_token else [],
    }
    parameters = [_named(name) for name in road.names] + [_asked(p) for p in road.query]
    if road.conditional:
        parameters.append(
            {
                "name": "If-None-Match",
                "in": "header",
                "required": False,
                "description": "The ETag of the last answer.",
                "schema": {"type": "string"},
            }
        )
    if parameters:
        operation["parameters"] = parameters
    if road.takes is not None:
        operation["requestBody"] = {
            "required": True,
            "description": f"At most {road.most_bytes} bytes.",
            "content": {road.media_type: {"schema": _schema(road.takes)}},
        }
    return operation


def _responses(road: Road) -> Schema:
    responses: Schema = {}
    if road.answers is None:
        responses["204"] = {"description": "Done."}
    else:
        media_type = BYTES if road.answers is bytes else JSON
        good: Schema = {
            "description": "The answer.",
            "content": {media_type: {"schema": _schema(road.answers)}},
        }
        if road.conditional:
            good["headers"] = {"ETag": {"schema": {"type": "string"}}}
            responses["304"] = {"description": "As If-None-Match says already."}
        responses["200"] = good
    for status, codes in _faults(road).items():
        responses[str(status)] = _problem(status, codes)
    return responses


def _faults(road: Road) -> dict[int, list[str]]:
    codes = [*_ALWAYS, *road.faults, *(_WITH_TOKEN if road.with_token else ())]
    by_status: dict[int, list[str]] = {_OWN_FAULT: ["unavailable"]}
    if road.takes is not None:
        codes.append("too_large")
        by_status[_UNKNOWN_MEDIA] = ["malformed"]
    for code in dict.fromkeys(codes):
        by_status.setdefault(STATUSES[code], []).append(code)
    return dict(sorted(by_status.items()))


def _problem(status: int, codes: list[str]) -> Schema:
    answer: Schema = {
        "description": f"{_SAYS[status]} Code: {', '.join(codes)}.",
        "content": {JSON: {"schema": _schema(HubProblem)}},
    }
    if any(code in WAIT_SECONDS for code in codes):
        answer["headers"] = {"Retry-After": {"schema": {"type": "string"}}}
    return answer


def _named(name: str) -> Schema:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "schema": {"type": "string", "pattern": NAMES_IN_PATHS[name]},
    }


def _asked(parameter: Parameter) -> Schema:
    schema: Schema
    if parameter.least is None:
        schema = {"type": "string", "pattern": parameter.pattern}
        if parameter.default is not None:
            schema["default"] = parameter.default
    else:
        schema = {"type": "integer", "minimum": parameter.least, "maximum": parameter.most}
        if parameter.default is not None:
            schema["default"] = int(parameter.default)
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.default is None,
        "description": parameter.says,
        "schema": schema,
    }
