"""What a gateway is told when it starts. It learns nothing later, so N copies are alike."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from iro_hub.faults import HubFault

SIGNING_ALGORITHMS = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"}
)
"""What an identity token may be signed with: a private key of the issuer's, never a shared one."""


@dataclass(frozen=True)
class IssuerSettings:
    """The council's OpenID issuer. `audience` is the client id unless the council says otherwise.

    `group_claim` names the claim that holds the groups of a person ("groups" at Entra ID).
    """

    issuer: str
    client_id: str
    audience: str = ""
    group_claim: str = "groups"
    scopes: tuple[str, ...] = ("openid", "profile")
    algorithms: tuple[str, ...] = ("RS256", "ES256", "PS256")
    leeway_seconds: int = 60

    def __post_init__(self) -> None:
        if not self.algorithms or not set(self.algorithms) <= SIGNING_ALGORITHMS:
            allowed = ", ".join(sorted(SIGNING_ALGORITHMS))
            raise HubFault("malformed", f"Allow only these to sign identity tokens: {allowed}.")
        if not self.client_id:
            raise HubFault("malformed", "Say the client id under which the issuer knows the hub.")

    @property
    def for_whom(self) -> str:
        """The audience that a token must name."""
        return self.audience or self.client_id


@dataclass(frozen=True)
class Limits:
    """How much one process takes. Rates are requests a second; a burst may come at once."""

    source_rate: float = 200.0
    source_burst: int = 4_000
    token_rate: float = 50.0
    token_burst: int = 1_000
    door_rate: float = 1.0
    door_burst: int = 60
    """Enrolment and signing in, by source: a whole team may sit behind one address."""
    wrong_token_rate: float = 1.0
    wrong_token_burst: int = 60
    requests_at_once: int = 200
    bodies_at_once: int = 16
    body_seconds: float = 30.0
    call_seconds: float = 30.0
    head_seconds: float = 15.0
    database_connections: int = 8


@dataclass(frozen=True)
class Configuration:
    """`gateway_dsn` and `sign_in_dsn` are the two login roles, each with its own password.

    `trusted_proxies` are the addresses (or networks) whose X-Forwarded-For is believed.
    """

    gateway_dsn: str = field(repr=False)
    sign_in_dsn: str = field(repr=False)
    hub_name: str = ""
    issuer: IssuerSettings | None = None
    trusted_proxies: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        for proxy in self.trusted_proxies:
            try:
                ipaddress.ip_network(proxy, strict=False)
            except ValueError as fault:
                sentence = "Give trusted proxies as addresses or networks, such as 10.0.0.4."
                raise HubFault("malformed", sentence) from fault


def configuration_from(values: Mapping[str, str]) -> Configuration:
    """Read a configuration from environment variables, or from a file's names and values.

    A password may stand in a file of its own: `IRO_HUB_GATEWAY_DSN_FILE` names a file that holds
    what `IRO_HUB_GATEWAY_DSN` would (and so for the other).

    Raises:
        HubFault: something is missing or makes no sense.
    """
    issuer = values.get("IRO_HUB_ISSUER", "")
    return Configuration(
        gateway_dsn=_secret(values, "IRO_HUB_GATEWAY_DSN"),
        sign_in_dsn=_secret(values, "IRO_HUB_SIGN_IN_DSN"),
        hub_name=values.get("IRO_HUB_NAME", ""),
        issuer=IssuerSettings(
            issuer=issuer.rstrip("/") if issuer.count("/") == len("//") + 1 else issuer,
            client_id=values.get("IRO_HUB_CLIENT_ID", ""),
            audience=values.get("IRO_HUB_AUDIENCE", ""),
            group_claim=values.get("IRO_HUB_GROUP_CLAIM", "groups"),
            scopes=_words(values, "IRO_HUB_SCOPES") or IssuerSettings.scopes,
            algorithms=_words(values, "IRO_HUB_ALGORITHMS") or IssuerSettings.algorithms,
        )
        if issuer
        else None,
        trusted_proxies=_words(values, "IRO_HUB_TRUSTED_PROXIES"),
    )


def _secret(values: Mapping[str, str], name: str) -> str:
    if file := values.get(f"{name}_FILE"):
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError as fault:
            raise HubFault("unavailable", f"What {name}_FILE names can't be read.") from fault
    if value := values.get(name):
        return value
    raise HubFault("malformed", f"Set {name}, or {name}_FILE to a file that holds it.")


def _words(values: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(values.get(name, "").replace(",", " ").split())
