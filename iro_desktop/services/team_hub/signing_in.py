"""Sign in at a hub with the council's own account, in the system's browser.

OpenID Connect: an authorization code with PKCE, sent back to this computer's own loopback address
(RFC 8252). The passphrase of the account is never seen here; the hub checks the identity token.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from iro_desktop.i18n import Translator
from iro_desktop.services.faults import NoBrowserSignIn, SignedOut, SignInRefused
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.team_hub.boxes import Boxes
from iro_desktop.services.team_hub.enrolling import Introduced, device_and_keys, introduced
from iro_desktop.services.team_hub.port import Hub, HubDoor
from iro_desktop.wire.people import SignIn, SignInSettings

SECONDS_TO_SIGN_IN = 300
"""How long a person may take at the browser."""

_SCOPES = ("openid", "profile")
_RANDOM_BYTES = 32
_LONGEST_CODE = 60


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where an issuer has its sign-in page, and where it gives tokens."""

    issuer: str
    authorization: str
    token: str


@dataclass(frozen=True, slots=True)
class BrowserPage:
    """What the browser says at the end, in words, once all went well and otherwise."""

    language: str
    direction: str
    title: str
    done: str
    failed: str


@dataclass(frozen=True, slots=True)
class CodeToSpend:
    """A code from the sign-in page, with what proves that it was given to us."""

    client_id: str
    redirect_uri: str
    code: str = field(repr=False)
    verifier: str = field(repr=False)


class Listener(Protocol):
    """Waits on this computer for the browser to come back."""

    @property
    def redirect_uri(self) -> str:
        """Where the browser is to be sent back to."""
        ...

    def wait(self, state: str, seconds: float, check: Callable[[], None]) -> Mapping[str, str]:
        """What the browser brought, of the request that has this state; others are passed over.

        `check` is called often, and may raise to give up.

        Raises:
            SignInTookTooLong: nothing came in time.
        """
        ...

    def close(self) -> None:
        """Listen no more. Safe to call twice."""
        ...


class SignInPages(Protocol):
    """An issuer's pages, and the place on this computer to come back to."""

    def discover(self, issuer: str) -> Endpoints:
        """Where an issuer has its pages.

        Raises:
            SignInPageAway: it does not say so, or not safely.
        """
        ...

    def listen(self, page: BrowserPage) -> Listener:
        """Listen on a free port of this computer's own loopback address."""
        ...

    def address(self, endpoints: Endpoints, parameters: Mapping[str, str]) -> str:
        """The address of the sign-in page for one sign-in."""
        ...

    def spend(self, endpoints: Endpoints, code: CodeToSpend) -> str:
        """The identity token for a code.

        Raises:
            SignInRefused: there is none for it.
            SignInPageAway: the issuer did not answer.
        """
        ...


@dataclass(frozen=True, slots=True)
class WaysIn:
    """The means to become one of a hub's laptops; each is loaded when it is first called.

    `reach` is the way back out: the hub, called with this laptop's token. None where there is none.
    """

    door: Callable[[str], HubDoor]
    boxes: Callable[[], Boxes]
    pages: Callable[[], SignInPages]
    reach: Callable[[str, str], Hub] | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A sign-in that has begun: the page at `url` is to be opened in the browser."""

    url: str = field(repr=False)
    settings: SignInSettings
    endpoints: Endpoints
    listener: Listener
    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)

    def give_up(self) -> None:
        """Wait no more for the browser."""
        self.listener.close()


def begin(door: HubDoor, pages: SignInPages, words: Translator) -> Pending:
    """Ask the hub and its council's issuer how to sign in, and listen for the browser.

    Raises:
        NoBrowserSignIn: the hub has no issuer.
        SignInPageAway: the issuer cannot be reached.
        HubAway, HubBusy, NotOurHub: the hub did not answer.
    """
    settings = door.sign_in_settings()
    if not settings.issuer or not settings.client_id:
        raise NoBrowserSignIn
    endpoints = pages.discover(settings.issuer)
    state, nonce, verifier = (secrets.token_urlsafe(_RANDOM_BYTES) for _ in range(3))
    listener = pages.listen(_page(words))
    url = pages.address(
        endpoints,
        {
            "response_type": "code",
            "client_id": settings.client_id,
            "redirect_uri": listener.redirect_uri,
            "scope": " ".join(settings.scopes or _SCOPES),
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge(verifier),
            "code_challenge_method": "S256",
        },
    )
    return Pending(url, settings, endpoints, listener, state, nonce, verifier)


def finish(
    uow_factory: UnitOfWorkFactory,
    door: HubDoor,
    pages: SignInPages,
    boxes: Boxes,
    address: str,
    pending: Pending,
    check: Callable[[], None],
) -> Introduced:
    """Wait for the browser, and hear who the hub takes this laptop's owner for.

    Raises:
        SignInTookTooLong, SignInRefused, SignInPageAway: nobody was let in.
        HubAway, HubBusy, HubRefused, NotOurHub: the hub gave no token.
    """
    try:
        brought = pending.listener.wait(pending.state, SECONDS_TO_SIGN_IN, check)
    finally:
        pending.listener.close()
    code = _code(brought, pending.endpoints.issuer)
    redirect = pending.listener.redirect_uri
    id_token = pages.spend(
        pending.endpoints,
        CodeToSpend(pending.settings.client_id, redirect, code, pending.verifier),
    )
    check()
    device, pair = device_and_keys(uow_factory, boxes)
    asked = SignIn(id_token=id_token, nonce=pending.nonce, device=device, sealing_key=pair.public)
    try:
        enrolled = door.sign_in(asked)
    except SignedOut as fault:  # the hub takes the account for nobody's, or the token for none
        raise SignInRefused(code=fault.data.get("code", "")) from fault
    return introduced(address, enrolled, pair)


def challenge(verifier: str) -> str:
    """What PKCE shows of the verifier beforehand (RFC 7636, S256)."""
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def is_same_state(one: str, other: str) -> bool:
    """Whether two states are the same, in a time that tells nothing."""
    return hmac.compare_digest(one.encode(), other.encode())


def one_word(code: str) -> str:
    """The name of an error that another server gave, which may hold anything, fit to be shown."""
    kept = "".join(each for each in code if each.isascii() and (each.isalnum() or each in "_-"))
    return kept[:_LONGEST_CODE] or "unknown"


def _code(brought: Mapping[str, str], issuer: str) -> str:
    if "error" in brought:
        raise SignInRefused(code=one_word(brought["error"]))
    if brought.get("iss", issuer) != issuer:  # RFC 9207: another issuer's answer mixed in
        raise SignInRefused(code="issuer")
    if not brought.get("code"):
        raise SignInRefused(code="no_code")
    return brought["code"]


def _page(words: Translator) -> BrowserPage:
    return BrowserPage(
        language=words.language.code,
        direction="rtl" if words.language.right_to_left else "ltr",
        title=words("IRO Desktop"),
        done=words("You are signed in. You can close this page and go back to IRO Desktop."),
        failed=words("Nobody was signed in. You can close this page and go back to IRO Desktop."),
    )
