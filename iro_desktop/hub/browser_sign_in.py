"""An OpenID Connect issuer as a native program meets it: discovery, its page, and its tokens."""

import ssl
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode

import msgspec
from typing_extensions import override

from iro_desktop.hub.loopback import LoopbackListener
from iro_desktop.hub.transport import silence, trusted
from iro_desktop.services.faults import (
    NotOurHub,
    NotOverPlainHttp,
    SignInPageAway,
    SignInRefused,
)
from iro_desktop.services.team_hub.enrolling import checked_address, is_this_computer
from iro_desktop.services.team_hub.signing_in import (
    BrowserPage,
    CodeToSpend,
    Endpoints,
    SignInPages,
    one_word,
)

if TYPE_CHECKING:  # loaded with the first call: starting the program needs no network
    import httpx

_SECONDS = 20.0
_MOST_BYTES = 512 * 1024
_LONGEST_TOKEN = 32 * 1024
_OK = 200
_REFUSALS = range(400, 500)

S = TypeVar("S")


class _Discovery(msgspec.Struct, frozen=True):
    issuer: str
    authorization_endpoint: str
    token_endpoint: str


class _Tokens(msgspec.Struct, frozen=True):
    id_token: str


class _Refusal(msgspec.Struct, frozen=True):
    error: str = "unknown"


class HttpSignInPages(SignInPages):
    """Any issuer with discovery, over HTTPS; plain HTTP on this very computer alone."""

    @override
    def discover(self, issuer: str) -> Endpoints:
        """Where an issuer has its pages. It must say of itself that it is the one asked for."""
        status, body = _ask(f"{issuer.rstrip('/')}/.well-known/openid-configuration", None)
        found = _read(body, _Discovery) if status == _OK else None
        if found is None or found.issuer != issuer:
            raise SignInPageAway
        _check(found.authorization_endpoint)
        _check(found.token_endpoint)
        return Endpoints(found.issuer, found.authorization_endpoint, found.token_endpoint)

    @override
    def listen(self, page: BrowserPage) -> LoopbackListener:
        """Listen on a free port of this computer's own loopback address."""
        return LoopbackListener(page)

    @override
    def address(self, endpoints: Endpoints, parameters: Mapping[str, str]) -> str:
        """The address of the sign-in page for one sign-in."""
        joined = "&" if "?" in endpoints.authorization else "?"
        return f"{endpoints.authorization}{joined}{urlencode(parameters)}"

    @override
    def spend(self, endpoints: Endpoints, code: CodeToSpend) -> str:
        """The identity token for a code."""
        form = {
            "grant_type": "authorization_code",
            "client_id": code.client_id,
            "redirect_uri": code.redirect_uri,
            "code": code.code,
            "code_verifier": code.verifier,
        }
        status, body = _ask(endpoints.token, form)
        if status in _REFUSALS:
            refusal = _read(body, _Refusal) or _Refusal()
            raise SignInRefused(code=one_word(refusal.error))
        tokens = _read(body, _Tokens) if status == _OK else None
        if tokens is None or not 0 < len(tokens.id_token) <= _LONGEST_TOKEN:
            raise SignInPageAway
        return tokens.id_token


def _ask(url: str, form: Mapping[str, str] | None) -> tuple[int, bytes]:
    import httpx  # noqa: PLC0415  # loaded with the first call: see above

    silence()
    host = _check(url)
    client = httpx.Client(
        verify=trusted(),
        timeout=_SECONDS,
        follow_redirects=False,
        trust_env=not is_this_computer(host),
        headers={"Accept": "application/json", "User-Agent": "iro-desktop"},
    )
    try:
        with (
            client,
            client.stream("GET" if form is None else "POST", url, data=form) as response,
        ):
            return response.status_code, _bounded(response)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ssl.SSLError) as fault:
        raise SignInPageAway from fault


def _check(url: str) -> str:
    """The host of an address that is safe to call. Raises SignInPageAway for any other."""
    import httpx  # noqa: PLC0415  # loaded with the first call: see above

    without_query = url.partition("?")[0]
    if "://" not in without_query:
        raise SignInPageAway
    try:
        checked_address(without_query)
        return httpx.URL(url).host
    except (NotOverPlainHttp, NotOurHub, httpx.InvalidURL) as fault:
        raise SignInPageAway from fault


def _bounded(response: "httpx.Response") -> bytes:
    ends, body = time.monotonic() + 2 * _SECONDS, bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > _MOST_BYTES or time.monotonic() > ends:
            raise SignInPageAway
    return bytes(body)


def _read(body: bytes, shape: type[S]) -> S | None:
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
