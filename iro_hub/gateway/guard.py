"""What stands around every request: headers, an end to what isn't read, faults without a trace."""

import logging
import time
import traceback
from pathlib import PurePath

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from iro_hub.gateway.problems import problem_response

LOGGER = logging.getLogger("iro_hub.gateway")

HEADERS = (
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
)
_STRICT_TRANSPORT = (b"strict-transport-security", b"max-age=31536000")


class Guard:
    """Pure ASGI. Logs a request by its method, road and status alone."""

    def __init__(self, app: ASGIApp, requests_at_once: int) -> None:
        self._app = app
        self._most = requests_at_once
        self._now = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = _Watched(scope, receive, send)
        self._now += 1
        try:
            if self._now > self._most:
                busy = problem_response("unavailable")
                await busy(scope, request.receive, request.send)
            else:
                await self._app(scope, request.receive, request.send)
        except Exception as fault:  # noqa: BLE001  (the last resort: a caller learns nothing of it)
            LOGGER.error("fault %s", described(fault))
            if not request.began:
                unknown = problem_response("unavailable", status=500)
                await unknown(scope, request.receive, request.send)
        finally:
            self._now -= 1
            request.log()


class _Watched:
    """A request on its way: what was read of it, and what was answered."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        names = {name for name, _ in scope["headers"]}
        told = dict(scope["headers"]).get(b"content-length", b"0")
        self._unread = b"transfer-encoding" in names or told not in {b"", b"0"}
        self._since = time.perf_counter()
        self._status = 0
        self.began = False

    async def receive(self) -> Message:
        """The next message, noting when the body has been read."""
        message = await self._receive()
        if message["type"] == "http.request" and not message.get("more_body", False):
            self._unread = False
        return message

    async def send(self, message: Message) -> None:
        """Send a message, with our headers. What isn't read yet will not be: the line is closed."""
        if message["type"] == "http.response.start":
            self.began = True
            self._status = message["status"]
            added = list(HEADERS)
            if self._scope["scheme"] == "https":
                added.append(_STRICT_TRANSPORT)
            if self._unread:
                added.append((b"connection", b"close"))
            message = {**message, "headers": [*message.get("headers", ()), *added]}
        await self._send(message)

    def log(self) -> None:
        """One line, without anything that a caller wrote."""
        road = self._scope.get("road", "none")
        method = self._scope["method"] if road != "none" else "-"
        milliseconds = (time.perf_counter() - self._since) * 1_000
        LOGGER.info("%s %s %s %.1f ms", method, road, self._status, milliseconds)


def described(fault: BaseException) -> str:
    """A fault by its kind and the places it passed, without its message: that may hold values."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = [f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in frames[-6:]]
    return f"{type(fault).__name__} at {' > '.join(places)}"
