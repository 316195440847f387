"""What anyone may ask: whether the gateway answers, and what its roads are."""

import msgspec
from starlette.responses import Response

from iro_desktop.wire import VERSION
from iro_hub.gateway.description import described_roads
from iro_hub.gateway.roads import JSON, Asked, Engine, Road, as_json


class Alive(msgspec.Struct, frozen=True):
    """The gateway answers. It says nothing of the database: that is for those who have a token."""

    alive: bool
    wire: int


def _alive(engine: Engine, asked: Asked) -> Response:
    return as_json(Alive(alive=True, wire=VERSION))


def open_roads(closed_roads: tuple[Road, ...]) -> tuple[Road, ...]:
    """All roads: those for callers with a token, and those that tell of the gateway itself."""

    def describe(engine: Engine, asked: Asked) -> Response:
        return Response(description, media_type=JSON)

    roads = (
        Road(
            "alive",
            "GET",
            "/alive",
            "Whether the gateway answers.",
            _alive,
            answers=Alive,
            with_token=False,
        ),
        Road(
            "description",
            "GET",
            "/openapi.json",
            "This description.",
            describe,
            answers=dict[str, object],
            with_token=False,
        ),
        *closed_roads,
    )
    description = msgspec.json.encode(described_roads(roads))
    return roads
