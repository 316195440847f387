"""The gateway as an ASGI application: every road, and what each request passes on its way."""

import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from typing import TypeVar

import anyio
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from iro_desktop.wire import VERSION
from iro_hub.database import calls
from iro_hub.database.pool import Pools
from iro_hub.faults import HubFault
from iro_hub.gateway.admission import Admission
from iro_hub.gateway.bodies import UnknownMedia, check_head, read_body
from iro_hub.gateway.configuration import Configuration
from iro_hub.gateway.council_roads import COUNCIL_ROADS
from iro_hub.gateway.file_roads import FILE_ROADS
from iro_hub.gateway.guard import Guard
from iro_hub.gateway.issuer_keys import IssuerKeys
from iro_hub.gateway.oidc import SignInChecker
from iro_hub.gateway.open_roads import open_roads
from iro_hub.gateway.people_roads import PEOPLE_ROADS
from iro_hub.gateway.problems import SENTENCES, problem_response, response_to
from iro_hub.gateway.record_roads import RECORD_ROADS
from iro_hub.gateway.roads import Asked, Engine, Road, checked_names, checked_query

CLOSED_ROADS = (*PEOPLE_ROADS, *RECORD_ROADS, *FILE_ROADS, *COUNCIL_ROADS)
PREFIX = f"/v{VERSION}"
_DOORS_AT_ONCE = 4
_BODIES_OF_ONE = 4
"""Bodies of one token that may be on their way at once: a laptop sends one after the other."""
_SECONDS_AT_A_DOOR = 5.0
_ETAG = '"'
_MAY_HAND_OVER = frozenset({"revoked", "deactivated"})
_Got = TypeVar("_Got")

Endpoint = Callable[[Request], Awaitable[Response]]


def make_app(
    configuration: Configuration,
    *,
    now: Callable[[], float] = time.time,
    seconds: Callable[[], float] = time.monotonic,
) -> FastAPI:
    """The gateway. Its pools open when it starts and close when it ends.

    `now` gives seconds since 1970, for identity tokens; `seconds` measures how much time passed.
    """
    pools = Pools(
        configuration.gateway_dsn,
        configuration.sign_in_dsn,
        most=configuration.limits.database_connections,
    )
    engine = Engine(configuration, pools, _checker(configuration, now, seconds))
    roads = open_roads(CLOSED_ROADS)
    app = FastAPI(
        title="IRO hub",
        version=str(VERSION),
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan_of(pools),
    )
    calling = _Calling(engine, Admission(configuration.limits, seconds))
    for road in roads:
        app.add_api_route(
            PREFIX + road.path,
            calling.endpoint(road),
            methods=[road.method],
            name=road.name,
            response_model=None,
        )
    app.add_middleware(Guard, requests_at_once=configuration.limits.requests_at_once)
    app.add_exception_handler(HTTPException, _no_such_road(app))
    return app


def _checker(
    configuration: Configuration, now: Callable[[], float], seconds: Callable[[], float]
) -> SignInChecker | None:
    issuer = configuration.issuer
    if issuer is None:
        return None
    return SignInChecker(issuer, IssuerKeys(issuer.issuer, seconds), now)


def _lifespan_of(pools: Pools) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await anyio.to_thread.run_sync(pools.open)
        try:
            yield
        finally:
            await anyio.to_thread.run_sync(pools.close)

    return lifespan


class _Calling:
    """From a request to the database and back, in the same steps for every road.

    What writes may wait for the lock of a child. It never has all the connections: reading goes on.
    """

    def __init__(self, engine: Engine, admission: Admission) -> None:
        limits = engine.configuration.limits
        self._engine = engine
        self._admission = admission
        self._limits = limits
        self._bodies = anyio.Semaphore(limits.bodies_at_once)
        self._strangers_bodies = anyio.Semaphore(limits.bodies_at_once)
        self._sending: Counter[str] = Counter()
        self._inside = anyio.CapacityLimiter(limits.database_connections)
        self._writing = anyio.CapacityLimiter(max(1, limits.database_connections * 3 // 4))
        self._doors = anyio.CapacityLimiter(_DOORS_AT_ONCE)

    def endpoint(self, road: Road) -> Endpoint:
        """What the framework calls for a road."""

        async def answer(request: Request) -> Response:
            request.scope["road"] = road.name
            try:
                return await self._answer(road, request)
            except UnknownMedia as fault:
                return problem_response(fault.code, str(fault), status=415)
            except HubFault as fault:
                return response_to(fault)

        return answer

    async def _answer(self, road: Road, request: Request) -> Response:
        source, token = self._admission.admit(road, request)
        names = checked_names(road, request.path_params)
        query = checked_query(road, request.query_params.multi_items())
        if road.takes is None:
            asked = Asked(token, source, names, query, b"", _known_state(road, request))
            return await self._call(road, asked)
        check_head(request, road.most_bytes, road.media_type)
        if token and not self._admission.knows(token):
            await self._look_up(token, source)
        async with self._room_for_body(road, token):
            seconds = self._limits.body_seconds
            if road.is_door:  # so one source that is slow there never has all the room
                seconds = min(seconds, _SECONDS_AT_A_DOOR)
            body = await read_body(request, road.most_bytes, seconds)
            return await self._call(road, Asked(token, source, names, query, body))

    async def _look_up(self, token: str, source: str) -> None:
        """Ask the database about a token that was not seen here yet, before its body is waited for.

        Whoever makes tokens up and sends slowly would else take the room of everybody's bodies. One
        whose access ended may still hand over what is unsent.
        """
        try:
            await self._in_thread(self._inside, partial(calls.myself, self._engine.pools, token))
        except HubFault as fault:
            if fault.code not in _MAY_HAND_OVER:
                self._admission.note(source, token, fault)
                raise
        else:
            self._admission.note(source, token, None)

    @asynccontextmanager
    async def _room_for_body(self, road: Road, token: str) -> AsyncIterator[None]:
        """Bounded, so that bodies fit the memory. Nobody takes all of it, and strangers none."""
        if token and self._sending[token] >= _BODIES_OF_ONE:
            raise HubFault("too_fast", SENTENCES["too_fast"])
        room = self._strangers_bodies if road.is_door else self._bodies
        self._sending[token] += 1
        try:
            await self._acquire(room)
            try:
                yield
            finally:
                room.release()
        finally:
            self._sending[token] -= 1
            if not self._sending[token]:
                del self._sending[token]

    async def _acquire(self, room: anyio.Semaphore) -> None:
        try:
            with anyio.fail_after(self._limits.body_seconds):
                await room.acquire()
        except TimeoutError as late:
            raise _busy() from late

    async def _in_thread(self, limiter: anyio.CapacityLimiter, work: Callable[[], _Got]) -> _Got:
        try:
            with anyio.fail_after(self._limits.call_seconds):
                return await anyio.to_thread.run_sync(work, abandon_on_cancel=True, limiter=limiter)
        except TimeoutError as late:
            raise _busy() from late

    async def _call(self, road: Road, asked: Asked) -> Response:
        """Run the road in a thread, and remember what the database said of the token."""
        limiter = self._inside if road.takes is None else self._writing
        try:
            answer = await self._in_thread(
                self._doors if road.is_door else limiter,
                partial(road.run, self._engine, asked),
            )
        except HubFault as fault:
            self._admission.note(asked.source, asked.token, fault)
            raise
        self._admission.note(asked.source, asked.token, None)
        return answer


def _busy() -> HubFault:
    return HubFault("unavailable", "The hub is very busy. Try again later.")


def _known_state(road: Road, request: Request) -> str:
    """The one state of If-None-Match; of several, or of any other form, none."""
    given = request.headers.get("if-none-match", "").strip().removeprefix("W/")
    state = given.strip(_ETAG)
    is_one = road.conditional and given == f'"{state}"' and state.isalnum() and state.isascii()
    return state if is_one else ""


def _no_such_road(app: FastAPI) -> Callable[[Request, Exception], Response]:
    """No such path, or no such method there: with the methods that there are."""

    def answer(request: Request, fault: Exception) -> Response:
        status = fault.status_code if isinstance(fault, HTTPException) else 404
        if status != 405:  # noqa: PLR2004  (405 means itself)
            return problem_response("not_found")
        allowed = sorted(
            method
            for route in app.routes
            if route.matches(request.scope)[0].value
            for method in getattr(route, "methods", ())
        )
        return problem_response(
            "malformed",
            "The hub knows this path, but not this method.",
            status=405,
            headers={"Allow": ", ".join(allowed)},
        )

    return answer
