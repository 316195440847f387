"""Checking an identity token of the council's issuer: who signed in, and that it was just now."""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec
from joserfc import jws
from joserfc.errors import JoseError

from iro_hub.faults import HubFault
from iro_hub.gateway.configuration import IssuerSettings
from iro_hub.gateway.issuer_keys import IssuerKeys

TOKEN_CHARACTERS = 32 * 1024
LEAST_NONCE = 16
MOST_GROUPS = 500
MOST_CHARACTERS = 256
"""Of a subject, a name, or a group's name."""
OLDEST_SECONDS = 600
"""A token is of use for so long after it was made, however long it says it lasts."""

NOT_BELIEVED = "This sign-in can't be believed. Begin again in the browser."
TOO_LATE = "This sign-in has ended. Begin again in the browser."


@dataclass(frozen=True)
class Identity:
    """Whom the issuer says has signed in. `used` names this sign-in, which counts only once."""

    issuer: str
    subject: str
    name: str
    groups: tuple[str, ...]
    used: str
    used_until: float


class SignInChecker:
    """`now` gives seconds since 1970; `keys` are the issuer's, fetched as they are needed."""

    def __init__(
        self, settings: IssuerSettings, keys: IssuerKeys, now: Callable[[], float]
    ) -> None:
        self._settings = settings
        self._keys = keys
        self._now = now
        self._registry = jws.JWSRegistry(algorithms=list(settings.algorithms))

    def identity(self, token: str, nonce: str) -> Identity:
        """Who a token is about.

        Raises:
            HubFault: it isn't from the issuer, for this hub, for this sign-in, or of now; or the
                issuer's keys can't be had.
        """
        claims = self._signed_claims(token)
        self._check_addressed(claims)
        ends_at = self._check_times(claims)
        said = claims.get("nonce")
        if (
            not isinstance(said, str)
            or len(nonce) < LEAST_NONCE
            or not hmac.compare_digest(said.encode(), nonce.encode())
        ):
            raise _no(NOT_BELIEVED)
        subject = _text(claims, "sub")
        return Identity(
            issuer=self._settings.issuer,
            subject=subject,
            name=_text(claims, "name", needed=False),
            groups=self._groups(claims),
            used=hashlib.sha256(f"{self._settings.issuer}\n{nonce}".encode()).hexdigest(),
            used_until=ends_at + self._settings.leeway_seconds,
        )

    def _signed_claims(self, token: str) -> Mapping[str, object]:
        """What the issuer signed."""
        if len(token) > TOKEN_CHARACTERS or not token.isascii():
            raise _no(NOT_BELIEVED)
        try:
            header = jws.extract_compact(token.encode()).headers()
            algorithm, kid = header.get("alg"), header.get("kid")
            if algorithm not in self._settings.algorithms or "crit" in header or "b64" in header:
                raise _no(NOT_BELIEVED)
            key = self._keys.key(str(kid) if kid is not None else "", str(algorithm))
            content = jws.deserialize_compact(
                token, key, algorithms=[str(algorithm)], registry=self._registry
            )
            return msgspec.json.decode(content.payload, type=dict[str, object])
        except (JoseError, ValueError, TypeError, RecursionError) as fault:
            raise _no(NOT_BELIEVED) from fault

    def _check_addressed(self, claims: Mapping[str, object]) -> None:
        """That it is from our issuer and for this hub, and was handed to our client."""
        audience = claims.get("aud")
        audiences = audience if isinstance(audience, list) else [audience]
        azp = claims.get("azp")
        ours = (
            claims.get("iss") == self._settings.issuer
            and self._settings.for_whom in audiences
            and (azp is None or azp == self._settings.client_id)
            and (azp is not None or len(audiences) == 1)
        )
        if not ours:
            raise _no(NOT_BELIEVED)

    def _check_times(self, claims: Mapping[str, object]) -> float:
        """That it is of now; when it ends."""
        now, leeway = self._now(), self._settings.leeway_seconds
        made_at, ends_at = _moment(claims, "iat"), _moment(claims, "exp")
        from_then = _moment(claims, "nbf") if "nbf" in claims else made_at
        if made_at - leeway > now or from_then - leeway > now:
            raise _no(NOT_BELIEVED)
        ends_at = min(ends_at, made_at + OLDEST_SECONDS)
        if ends_at + leeway <= now:
            raise _no(TOO_LATE)
        return ends_at

    def _groups(self, claims: Mapping[str, object]) -> tuple[str, ...]:
        """The person's groups; none where the issuer leaves them out."""
        groups = claims.get(self._settings.group_claim, [])
        if isinstance(groups, str):
            groups = [groups]
        if not isinstance(groups, list) or len(groups) > MOST_GROUPS:
            raise _no(NOT_BELIEVED)
        return tuple(g for g in groups if isinstance(g, str) and 0 < len(g) <= MOST_CHARACTERS)


def _moment(claims: Mapping[str, object], name: str) -> float:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _no(NOT_BELIEVED)
    return float(value)


def _text(claims: Mapping[str, object], name: str, *, needed: bool = True) -> str:
    value = claims.get(name, "")
    if not isinstance(value, str) or len(value) > MOST_CHARACTERS or (needed and not value):
        raise _no(NOT_BELIEVED)
    return value.replace("\0", "")


def _no(sentence: str) -> HubFault:
    return HubFault("unauthenticated", sentence)
