"""The issuer's public keys: fetched over HTTPS, kept an hour, fetched anew for an unknown one."""

import http.client
import ssl
import threading
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

import msgspec
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from iro_hub.faults import HubFault
from iro_hub.gateway.rates import Buckets

KEPT_SECONDS = 3_600.0
ANSWER_BYTES = 256 * 1024
ANSWER_SECONDS = 5.0
MOST_KEYS = 50
FETCHES_AT_ONCE = 6
FETCHES_A_SECOND = 1 / 30
LEAST_RSA_BITS = 2_048

AWAY = "The council's sign-in service can't be reached. Try again later."
NOT_BELIEVED = "This sign-in can't be believed. Begin again in the browser."

Key = RSAKey | ECKey


class _Discovery(msgspec.Struct, frozen=True):
    issuer: str
    jwks_uri: str


class _Key(msgspec.Struct, frozen=True):
    """A published key. Only what is public of it is read."""

    kty: str
    kid: str = ""
    use: str = "sig"
    alg: str = ""
    n: str = ""
    e: str = ""
    crv: str = ""
    x: str = ""
    y: str = ""


class _KeySet(msgspec.Struct, frozen=True):
    keys: tuple[msgspec.Raw, ...]


class IssuerKeys:
    """The keys of one issuer. Safe to ask from several threads."""

    def __init__(self, issuer: str, seconds: Callable[[], float]) -> None:
        self._issuer = issuer
        self._seconds = seconds
        self._lock = threading.Lock()
        self._keys: tuple[_Key, ...] = ()
        self._fetched_at: float | None = None
        self._fetches: Buckets[str] = Buckets(FETCHES_A_SECOND, FETCHES_AT_ONCE, seconds)

    def key(self, kid: str, algorithm: str) -> Key:
        """The key called `kid`; where a token names none, the only one.

        Raises:
            HubFault: there is no such key, it isn't for this algorithm, or the issuer is away.
        """
        with self._lock:
            age = None if self._fetched_at is None else self._seconds() - self._fetched_at
            is_old = age is None or age > KEPT_SECONDS
            if is_old or (self._find(kid) is None and self._fetches.take("unknown")):
                self._fetch()
            found = self._find(kid)
        if found is None or (found.alg and found.alg != algorithm):
            raise HubFault("unauthenticated", NOT_BELIEVED)
        return _public_key(found, algorithm)

    def _find(self, kid: str) -> _Key | None:
        if not kid:
            return self._keys[0] if len(self._keys) == 1 else None
        return next((key for key in self._keys if key.kid == kid), None)

    def _fetch(self) -> None:
        address = self._issuer.rstrip("/") + "/.well-known/openid-configuration"
        try:
            discovery = msgspec.json.decode(fetch(address), type=_Discovery)
            if discovery.issuer != self._issuer:
                raise HubFault("unavailable", AWAY)
            published = msgspec.json.decode(fetch(discovery.jwks_uri), type=_KeySet)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
            raise HubFault("unavailable", AWAY) from fault
        keys = (_read(raw) for raw in published.keys[:MOST_KEYS])
        self._keys = tuple(key for key in keys if key is not None and key.use == "sig")
        self._fetched_at = self._seconds()


def _read(raw: msgspec.Raw) -> _Key | None:
    """A key that we can use; issuers may publish others beside it."""
    try:
        return msgspec.json.decode(raw, type=_Key)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _public_key(key: _Key, algorithm: str) -> Key:
    try:
        if key.kty == "RSA" and algorithm.startswith(("RS", "PS")):
            rsa = RSAKey.import_key({"kty": "RSA", "n": key.n, "e": key.e})
            if rsa.public_key.key_size >= LEAST_RSA_BITS:
                return rsa
        if key.kty == "EC" and algorithm.startswith("ES"):
            return ECKey.import_key({"kty": "EC", "crv": key.crv, "x": key.x, "y": key.y})
    except (JoseError, ValueError, KeyError) as fault:
        raise HubFault("unauthenticated", NOT_BELIEVED) from fault
    raise HubFault("unauthenticated", NOT_BELIEVED)


def fetch(address: str) -> bytes:
    """A small document of the issuer's; redirects aren't followed.

    Raises:
        HubFault: the address is neither HTTPS nor loopback, or no answer came.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError as fault:
        raise HubFault("unavailable", AWAY) from fault
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        connection = http.client.HTTPSConnection(
            host, port, timeout=ANSWER_SECONDS, context=ssl.create_default_context()
        )
    elif parts.scheme == "http" and is_loopback(host):
        connection = http.client.HTTPConnection(host, port, timeout=ANSWER_SECONDS)
    else:
        raise HubFault("unavailable", AWAY)
    path = parts.path or "/"
    try:
        connection.request("GET", f"{path}?{parts.query}" if parts.query else path)
        answer = connection.getresponse()
        content = answer.read(ANSWER_BYTES + 1)
    except (OSError, http.client.HTTPException) as fault:
        raise HubFault("unavailable", AWAY) from fault
    finally:
        connection.close()
    if answer.status != http.HTTPStatus.OK or len(content) > ANSWER_BYTES:
        raise HubFault("unavailable", AWAY)
    return content


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine itself, and nothing else however names resolve."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
