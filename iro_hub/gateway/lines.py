"""One line of HTTP/1.1: its head comes soon and stays small, and nonsense is answered as JSON."""

import asyncio

import msgspec
from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from iro_desktop.wire.faults import HubProblem
from iro_hub.gateway.problems import SENTENCES

HEAD_BYTES = 512 * 1024
"""The most bytes of a request that aren't its body: the parser itself knows no end."""

HEAD_SECONDS = 15.0
"""How long a caller may take over the head of a request."""


class BoundedLine(HttpToolsProtocol):
    """Counts what isn't body: heads, trailers, and the frames of a body sent in chunks."""

    _overhead = 0
    _chunk = 0
    _in_head = True
    _head_timer: asyncio.TimerHandle | None = None

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as the class above has it
        super().connection_made(transport)
        self._await_head()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._head_came()
        super().connection_lost(exc)

    @override
    def data_received(self, data: bytes) -> None:
        self._chunk = len(data)
        self._overhead += len(data)
        super().data_received(data)
        if self._overhead > HEAD_BYTES and not self.transport.is_closing():
            self.transport.close()

    @override
    def on_message_begin(self) -> None:
        self._overhead = self._chunk
        super().on_message_begin()
        self._await_head()

    @override
    def on_headers_complete(self) -> None:
        self._head_came()
        super().on_headers_complete()

    @override
    def on_header(self, name: bytes, value: bytes) -> None:
        if self._in_head:  # trailers come after it, and mean nothing here
            super().on_header(name, value)

    @override
    def on_body(self, body: bytes) -> None:
        self._overhead -= len(body)
        super().on_body(body)

    @override
    def send_400_response(self, msg: str) -> None:
        content = msgspec.json.encode(HubProblem("malformed", SENTENCES["malformed"]))
        head = (
            "HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\n"
            f"content-length: {len(content)}\r\nconnection: close\r\n\r\n"
        )
        self.transport.write(head.encode() + content)
        self.transport.close()

    def _await_head(self) -> None:
        self._head_came()
        self._in_head = True
        self._head_timer = self.loop.call_later(HEAD_SECONDS, self.transport.close)

    def _head_came(self) -> None:
        self._in_head = False
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None
