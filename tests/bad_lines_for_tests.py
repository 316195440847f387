"""A line between a laptop and its hub that fails as it is told to.

It reads each request whole, asks the hub, and then does with the answer what the test wants.
"""

import http.client
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from typing_extensions import override

_TRAVELS_NO_FURTHER = {"connection", "transfer-encoding", "content-length", "keep-alive"}
_PATIENCE_SECONDS = 30


class Fate(Enum):
    """What becomes of one request. ANSWER_WAITS: the answer waits for `may_pass`, and is lost.

    ARRIVES_LATE: nobody is answered, and it arrives once the test says so, at `deliver_late`.
    """

    PASSES = auto()
    NEVER_ARRIVES = auto()
    ANSWER_IS_LOST = auto()
    ANSWER_IS_CUT = auto()
    ARRIVES_TWICE = auto()
    ANSWER_WAITS = auto()
    ARRIVES_LATE = auto()


Fates = Callable[[str, str], Fate]
"""By method and path."""


Late = tuple[BaseHTTPRequestHandler, bytes]
"""A request that has not arrived yet."""


class BadLine:
    """`fates` decides about each request. `asked` remembers them."""

    def __init__(self, hub: str) -> None:
        self.hub = hub
        self.fates: Fates = lambda _method, _path: Fate.PASSES
        self.asked: list[tuple[str, str]] = []
        self.address = ""
        self.late: list[Late] = []
        self.was_answered, self.may_pass = threading.Event(), threading.Event()

    def fails_once(self, method: str, part: str, fate: Fate) -> None:
        """The next such request meets this fate, and all others pass."""
        self.fails_at(method, part, fate, {1})

    def fails_at(self, method: str, part: str, fate: Fate, times: set[int]) -> None:
        """Of requests with this part in their path, these meet the fate, counted from 1."""
        seen = 0

        def decide(asked: str, path: str) -> Fate:
            nonlocal seen
            if asked != method or part not in path:
                return Fate.PASSES
            seen += 1
            return fate if seen in times else Fate.PASSES

        self.fates = decide

    def keeps(self, fate: Fate, asked: Late) -> bool:
        """Whether a request does not arrive; if it is to arrive late, it is remembered."""
        if fate is Fate.ARRIVES_LATE:
            self.late.append(asked)
        return fate in {Fate.NEVER_ARRIVES, Fate.ARRIVES_LATE}

    def count(self, method: str, part: str) -> int:
        """How many such requests there were."""
        return sum(asked == method and part in path for asked, path in self.asked)


def deliver_late(hub: str, late: Late) -> None:
    """Let a request arrive that nobody waits for any more."""
    asked, body = late
    _ask(hub, asked, body)


@contextmanager
def bad_line(hub: str) -> Iterator[BadLine]:
    """A line to the hub at this address."""
    line = BadLine(hub)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def forward(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            line.asked.append((self.command, self.path))
            fate = line.fates(self.command, self.path)
            if line.keeps(fate, (self, body)):
                self.close_connection = True
                return
            answer = _ask(line.hub, self, body)
            if fate is Fate.ARRIVES_TWICE:
                answer = _ask(line.hub, self, body)
            if fate is Fate.ANSWER_WAITS:
                line.was_answered.set()
                line.may_pass.wait(_PATIENCE_SECONDS)
            if answer is None or fate in {Fate.ANSWER_IS_LOST, Fate.ANSWER_WAITS}:
                self.close_connection = True
                return
            status, headers, content = answer
            self.send_response_only(status)
            for name, value in headers:
                if name.lower() not in _TRAVELS_NO_FURTHER:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if fate is Fate.ANSWER_IS_CUT:
                self.wfile.write(content[: len(content) // 2])
                self.close_connection = True
            else:
                self.wfile.write(content)

        do_GET = do_POST = do_PUT = forward  # noqa: N815  # the server's own names

        @override
        def log_message(self, *_: object) -> None:
            pass

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    line.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield line
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    @override
    def handle_error(self, *_: object) -> None:
        pass  # who was cut off is gone before the answer: that is the test


Answered = tuple[int, list[tuple[str, str]], bytes]


def _ask(hub: str, asked: BaseHTTPRequestHandler, body: bytes) -> Answered | None:
    """What the hub answers; None where it does not."""
    to = urlsplit(hub)
    connection = http.client.HTTPConnection(str(to.hostname), to.port, timeout=_PATIENCE_SECONDS)
    headers = {
        name: value
        for name, value in asked.headers.items()
        if name.lower() not in _TRAVELS_NO_FURTHER
    }
    try:
        connection.request(asked.command, asked.path, body or None, headers)
        answer = connection.getresponse()
        return answer.status, answer.getheaders(), answer.read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
