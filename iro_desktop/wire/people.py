"""Who calls: enrolment, signing in, and what the hub says of the caller."""

import msgspec

ROLES = (
    "iro",
    "manager",
    "business_support",
    "social_worker",
    "team_manager",
    "auditor",
    "administrator",
)


class Enrol(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A single-use code against a device token. `sealing_key`: the device's public key, base64."""

    code: str
    device: str
    sealing_key: str


class SignIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An identity token of the council's issuer against a device token."""

    id_token: str
    nonce: str
    device: str
    sealing_key: str


class Person(msgspec.Struct, frozen=True):
    """Who someone is to the hub. `role` is one of `ROLES`."""

    id: str
    name: str
    role: str
    team: str


class Enrolled(msgspec.Struct, frozen=True):
    """`token` (32 random bytes, base64url) is told once; the hub keeps its hash. Moment in UTC."""

    token: str
    expires_at: str
    person: Person
    hub: str
    hub_name: str


class Myself(msgspec.Struct, frozen=True):
    """The caller as the hub sees them. `expires_at`: when the token ends, ISO, UTC."""

    person: Person
    device: str
    expires_at: str


class SignInSettings(msgspec.Struct, frozen=True):
    """What a laptop needs to sign in through the browser. Empty where the council has no issuer."""

    issuer: str = ""
    client_id: str = ""
    scopes: tuple[str, ...] = ()


class SealingKeys(msgspec.Struct, frozen=True):
    """Public keys, base64, by device, of a child's own IRO; "escrow" too where chosen."""

    child: str
    keys: dict[str, str]


class Grant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The key of a sealed revision for one more device of the same IRO."""

    revision: str
    device: str
    key: str


class Grants(msgspec.Struct, frozen=True):
    """Keys of sealed revisions of a child for the calling device, by revision."""

    child: str
    keys: dict[str, str]
