"""Devices get their tokens: by a code, by an identity, by the token before."""

import datetime as dt
import secrets
from collections.abc import Sequence

import msgspec

from iro_desktop.wire.people import Enrol, Enrolled, Myself, Person
from iro_hub.database.calling import hash_of, plain, row_of, text_of
from iro_hub.database.pool import Pools, fault


class _Given(msgspec.Struct, frozen=True):
    """What the database says of a token that it took."""

    expires_at: str
    person: Person
    hub: str
    hub_name: str


def enrol(pools: Pools, request: Enrol, source: str) -> Enrolled:
    """A single-use code against a token. `source`: where the call came from, to count wrong codes.

    Raises:
        HubFault: unauthenticated (a wrong, used or old code), too_many_tries.
    """
    token = secrets.token_urlsafe(32)
    with pools.gateway() as connection:
        cursor = connection.execute(
            "SELECT fault, enrolled FROM hub.enrol(%s, %s, %s, %s, %s)",
            [
                plain(request.code),
                plain(source),
                plain(request.device),
                plain(request.sealing_key),
                hash_of(token),
            ],
        )
        code, enrolled = row_of(cursor)
    if code:
        raise fault(str(code))
    return _enrolled(token, str(enrolled))


def sign_in(
    pools: Pools,
    *,
    issuer: str,
    subject: str,
    name: str,
    groups: Sequence[str],
    used: str,
    used_until: dt.datetime,
    device: str,
    sealing_key: str,
) -> Enrolled:
    """An identity that the gateway checked against a token.

    Args:
        pools: the sign-in role's connections.
        issuer: who vouches for the person.
        subject: the issuer's name for them, which never changes.
        name: what they are called; it becomes the author of what they write.
        groups: the issuer's groups that they are in.
        used: hex of a hash that names this one identity token: it opens the door once.
        used_until: when that token ends by itself.
        device: the laptop's name for itself.
        sealing_key: its public key, base64.

    Raises:
        HubFault: not_your_role (known by neither subject nor group), deactivated, revoked,
            unauthenticated (the identity token was used before).
    """
    token = secrets.token_urlsafe(32)
    with pools.sign_in() as connection:
        cursor = connection.execute(
            "SELECT hub.sign_in(%s, %s, %s, %s::text[], %s, %s, %s, %s, %s)",
            [
                plain(issuer),
                plain(subject),
                plain(name),
                [plain(group) for group in groups],
                hash_of(used),
                used_until,
                plain(device),
                plain(sealing_key),
                hash_of(token),
            ],
        )
        (given,) = row_of(cursor)
    return _enrolled(token, given)


def renew(pools: Pools, token: str) -> Enrolled:
    """A new token for the calling device. The old one ends when the new one is first used."""
    new = secrets.token_urlsafe(32)
    given = text_of(pools, "SELECT hub.renew(%s, %s)", plain(token), hash_of(new))
    return _enrolled(new, given)


def leave(pools: Pools, token: str) -> None:
    """End every token of the calling device. Said twice, it changes nothing."""
    with pools.gateway() as connection:
        connection.execute("SELECT hub.leave(%s)", [plain(token)])


def myself(pools: Pools, token: str) -> Myself:
    """The caller as the hub sees them."""
    told = text_of(pools, "SELECT hub.myself(%s)", plain(token))
    return msgspec.json.decode(told, type=Myself)


def alive(pools: Pools) -> bool:
    """Does the database answer?"""
    with pools.gateway() as connection:
        connection.execute("SELECT 1")
    return True


def _enrolled(token: str, given: str | bytes) -> Enrolled:
    told = msgspec.json.decode(given, type=_Given)
    return Enrolled(token, told.expires_at, told.person, told.hub, told.hub_name)
