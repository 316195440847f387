"""Wait on this computer's own loopback address for the browser to come back from signing in.

A browser opens connections that it never speaks on, and asks for pictures of its own; any program
on this computer could call too. So several connections are heard at once, what is not the awaited
request is turned away, and only the request that has the right state ends the waiting.
"""

import contextlib
import html
import selectors
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from typing_extensions import override

from iro_desktop.services.faults import SignInTookTooLong
from iro_desktop.services.team_hub.signing_in import BrowserPage, Listener, is_same_state

_LOOK_EVERY = 0.1
_SPEAK_WITHIN = 10.0
_ANSWER_WITHIN = 2.0
_LONGEST_REQUEST = 16 * 1024
_MOST_FIELDS = 20
_MOST_CONNECTIONS = 16
_REASONS = {200: "OK", 400: "Bad Request", 404: "Not Found"}
_LOOK = (
    "body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f6f5f1;"
    "color:#23302f;font:1.15rem/1.6 system-ui,sans-serif}main{max-width:32rem;padding:2rem}"
    "h1{font-size:1.3rem;margin:0 0 .6rem}p{margin:0}"
    "@media(prefers-color-scheme:dark){body{background:#1b2221;color:#e8ece9}}"
)


@dataclass
class _Caller:
    """A connection, and what it said so far."""

    ends: float
    said: bytearray = field(default_factory=bytearray)


class LoopbackListener(Listener):
    """Listens from the moment it is made. The browser is told `page` at the end."""

    def __init__(self, page: BrowserPage) -> None:
        self._page = page
        self._selector = selectors.DefaultSelector()
        self._callers: dict[socket.socket, _Caller] = {}
        first = _listening(socket.AF_INET, "127.0.0.1", 0)
        self._port: int = first.getsockname()[1]
        self._doors = [first]
        with contextlib.suppress(OSError):  # no IPv6 here, or the port is taken there
            self._doors.append(_listening(socket.AF_INET6, "::1", self._port))
        for door in self._doors:
            self._selector.register(door, selectors.EVENT_READ)

    @property
    @override
    def redirect_uri(self) -> str:
        """Where the browser is to be sent back to.

        By name: Microsoft Entra ID takes any port for http://localhost, as registered for native
        programs. A browser never resolves that name to another computer.
        """
        return f"http://localhost:{self._port}"

    @override
    def wait(self, state: str, seconds: float, check: Callable[[], None]) -> Mapping[str, str]:
        """What the browser brought, of the request that has this state."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            check()
            for key, _ in self._selector.select(_LOOK_EVERY):
                speaker = key.fileobj
                assert isinstance(speaker, socket.socket)  # noqa: S101 - nothing else is registered
                if speaker in self._doors:
                    self._welcome(speaker)
                    continue
                brought = self._hear(speaker, state)
                if brought is not None:
                    return brought
            self._send_off_the_silent()
        raise SignInTookTooLong

    @override
    def close(self) -> None:
        """Listen no more. Safe to call twice."""
        for caller in list(self._callers):
            self._send_off(caller)
        for door in self._doors:
            self._selector.unregister(door)
            door.close()
        self._doors.clear()
        self._selector.close()

    def _welcome(self, door: socket.socket) -> None:
        with contextlib.suppress(OSError):  # gone again already
            caller, _ = door.accept()
            if len(self._callers) >= _MOST_CONNECTIONS:
                self._send_off(next(iter(self._callers)))
            caller.setblocking(False)
            self._callers[caller] = _Caller(time.monotonic() + _SPEAK_WITHIN)
            self._selector.register(caller, selectors.EVENT_READ)

    def _hear(self, caller: socket.socket, state: str) -> Mapping[str, str] | None:
        said = self._callers[caller].said if caller in self._callers else None
        if said is None:
            return None
        try:
            heard = caller.recv(_LONGEST_REQUEST)
        except BlockingIOError:
            return None
        except OSError:
            heard = b""
        said += heard
        if not heard or len(said) > _LONGEST_REQUEST:
            self._send_off(caller)
            return None
        if b"\r\n\r\n" not in said:
            return None
        status, brought = self._understood(bytes(said), state)
        self._answer(caller, status, brought)
        self._send_off(caller)
        return brought

    def _understood(self, said: bytes, state: str) -> tuple[int, Mapping[str, str] | None]:
        line, *headers = said.decode("latin-1").split("\r\n\r\n", 1)[0].split("\r\n")
        method, _, rest = line.partition(" ")
        target = rest.partition(" ")[0]
        if method != "GET" or not self._is_for_us(headers):
            return 400, None
        try:
            address = urlsplit(target)
            pairs = parse_qsl(address.query, max_num_fields=_MOST_FIELDS)
        except ValueError:
            return 400, None
        if address.path != "/":
            return 404, None
        brought = dict(pairs)
        if len(brought) != len(pairs) or not is_same_state(brought.get("state", ""), state):
            return 400, None
        return 200, brought

    def _is_for_us(self, headers: list[str]) -> bool:
        """Whether the browser meant this computer, not a name that somebody points here."""
        names = [line.partition(":")[2].strip() for line in headers if _name(line) == "host"]
        ours = [f"{name}:{self._port}" for name in ("localhost", "127.0.0.1", "[::1]")]
        return len(names) == 1 and names[0].lower() in ours

    def _answer(
        self, caller: socket.socket, status: int, brought: Mapping[str, str] | None
    ) -> None:
        is_done = brought is not None and "error" not in brought
        body = _html(self._page, self._page.done if is_done else self._page.failed).encode()
        head = (
            f"HTTP/1.1 {status} {_REASONS[status]}\r\n"
            "Content-Type: text/html; charset=utf-8\r\n"
            f"Content-Length: {len(body)}\r\n"
            "Cache-Control: no-store\r\n"
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
            "Referrer-Policy: no-referrer\r\n"
            "X-Content-Type-Options: nosniff\r\n"
            "Connection: close\r\n\r\n"
        )
        with contextlib.suppress(OSError):  # the browser went away: it brought what it had to
            caller.settimeout(_ANSWER_WITHIN)
            caller.sendall(head.encode("ascii") + body)
            caller.shutdown(socket.SHUT_WR)

    def _send_off_the_silent(self) -> None:
        now = time.monotonic()
        for caller in [each for each, heard in self._callers.items() if heard.ends < now]:
            self._send_off(caller)

    def _send_off(self, caller: socket.socket) -> None:
        if self._callers.pop(caller, None) is not None:
            self._selector.unregister(caller)
            caller.close()


def _listening(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    door = socket.socket(family, socket.SOCK_STREAM)
    try:
        door.bind((host, port))
        door.listen(4 * _MOST_CONNECTIONS)
        door.setblocking(False)
    except OSError:
        door.close()
        raise
    return door


def _name(header: str) -> str:
    return header.partition(":")[0].strip().lower()


def _html(page: BrowserPage, words: str) -> str:
    language, direction, title, said = (
        html.escape(text) for text in (page.language, page.direction, page.title, words)
    )
    return (
        f'<!doctype html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_LOOK}</style></head>"
        f"<body><main><h1>{title}</h1><p>{said}</p></main></body></html>\n"
    )
