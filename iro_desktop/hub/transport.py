"""One connection to a hub: bounded in time and in bytes, never led elsewhere, silent in logs."""

import logging
import socket
import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from iro_desktop.hub.refusals import refusal
from iro_desktop.services.faults import HubAway, HubUntrusted, NotOurHub, SignedOut
from iro_desktop.services.team_hub.enrolling import checked_address, is_this_computer

if TYPE_CHECKING:  # loaded with the first call: starting the program needs no network
    import httpx

CONNECT_SECONDS = 10.0
_CONNECTED = frozenset({"connection.connect_tcp.complete", "connection.start_tls.complete"})
SILENCE_SECONDS = 60.0
CALL_SECONDS = 600.0

_OK = 200
_NO_CONTENT = 204
_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Call:
    """One question. `most` bounds the bytes of its answer."""

    method: str
    path: str
    parameters: Mapping[str, str | int] | None = None
    content: bytes | None = None
    content_type: str = "application/json"
    headers: Mapping[str, str] | None = None
    most: int = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `is_same` says that nothing is new (304)."""

    body: bytes
    is_same: bool = False


class TooLong(NotOurHub):
    """The answer has more bytes than were asked for."""


class Transport:
    """Calls to the hub at one address, with one token or none."""

    def __init__(self, address: str, token: str = "", *, trust: str = "") -> None:
        """`trust` is a file of certificates (PEM) to trust beside the computer's own.

        Raises:
            NotOverPlainHttp, NotOurHub: as `checked_address`.
            SignedOut: this is no token.
        """
        self._address = checked_address(address)
        self._trust = trust
        self._client: httpx.Client | None = None
        self._token = ""
        self._line: socket.socket | None = None
        self._is_given_up = False
        self.take_token(token)

    def take_token(self, token: str) -> None:
        """Call with this token from now on."""
        if not token.isascii() or any(
            letter.isspace() or not letter.isprintable() for letter in token
        ):
            raise SignedOut(code="unauthenticated")
        self._token = token

    def close(self) -> None:
        """Let go of the connection. The next call makes another."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def give_up(self) -> None:
        """From any thread: end the call that waits for an answer, if any, and make no other.

        Closing a connection wakes nobody who reads from it; shutting its line does. Of a TLS
        connection it is the line beneath, for the thread that reads is within TLS just now.
        """
        self._is_given_up = True
        if self._line is not None:
            with suppress(OSError):
                socket.socket.shutdown(self._line, socket.SHUT_RDWR)

    def _note(self, event: str, about: Mapping[str, Any]) -> None:  # Any: as httpcore tells it
        if event in _CONNECTED:
            self._line = about["return_value"].get_extra_info("socket")
        if self._is_given_up:
            raise HubAway

    def ask(self, call: Call) -> Answer:
        """Make a call.

        Raises:
            HubAway, HubUntrusted, HubBusy, HubRefused, SignedOut, AccessEnded, OtherHistory,
                NotOurHub: the call did not do what it was to do, as far as anyone here can know.
        """
        import httpx  # noqa: PLC0415  # loaded with the first call: see above

        ends = time.monotonic() + CALL_SECONDS
        try:
            with self._connected().stream(
                call.method,
                f"{self._address}/v1{call.path}",
                params=call.parameters,
                content=call.content,
                headers=self._headers(call),
                extensions={"trace": self._note},
            ) as response:
                body = _bounded(response, call.most, ends)
                status, retry_after = response.status_code, response.headers.get("retry-after", "")
        except (httpx.TransportError, ssl.SSLError) as fault:
            raise HubUntrusted() if _is_of_its_certificate(fault) else HubAway() from fault
        except (httpx.InvalidURL, httpx.HTTPError, httpx.StreamError) as fault:
            raise NotOurHub from fault
        if status == _NOT_MODIFIED:
            return Answer(b"", is_same=True)
        if status in {_OK, _NO_CONTENT}:
            return Answer(body)
        raise refusal(status, body, retry_after)

    def _headers(self, call: Call) -> dict[str, str]:
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "identity",  # what would unfold has a size that nobody bounded
            "User-Agent": "iro-desktop",
            **(call.headers or {}),
        }
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        if call.content is not None:
            headers["Content-Type"] = call.content_type
        return headers

    def _connected(self) -> "httpx.Client":
        import httpx  # noqa: PLC0415  # loaded with the first call: see above

        if self._client is None:
            silence()
            url = httpx.URL(self._address)
            self._client = httpx.Client(
                verify=trusted(self._trust) if url.scheme == "https" else _trusting_nobody(),
                timeout=httpx.Timeout(SILENCE_SECONDS, connect=CONNECT_SECONDS),
                limits=httpx.Limits(max_connections=2),
                follow_redirects=False,
                trust_env=not is_this_computer(
                    url.host
                ),  # a council's proxy is for the world outside
            )
        return self._client


def silence() -> None:
    """Addresses and headers would stand in the log of the program, or of whoever runs it."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def trusted(trust: str = "") -> ssl.SSLContext:
    """The certificates that this computer trusts: on a council's laptop its own are among them.

    `trust` is a file of more of them.
    """
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if trust:
        context.load_verify_locations(cafile=trust)
    return context


def _trusting_nobody() -> ssl.SSLContext:
    """For plain HTTP within this computer: reading all certificates takes longer than a call."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _is_of_its_certificate(fault: BaseException | None) -> bool:
    """Whether a call came to nothing because nobody trusted vouches for who answered."""
    while fault is not None and not isinstance(fault, ssl.SSLCertVerificationError):
        fault = fault.__cause__ or fault.__context__
    return fault is not None


def _bounded(response: "httpx.Response", most: int, ends: float) -> bytes:
    if response.headers.get("content-encoding", "identity") != "identity":
        raise NotOurHub
    body = bytearray()
    for piece in response.iter_raw():
        body += piece
        if len(body) > most:
            raise TooLong
        if time.monotonic() > ends:
            raise HubAway
    return bytes(body)
