"""The functions of the database that the gateway calls, one here for each there.

Each checks the caller's token inside the database, is one transaction, and raises HubFault where
the database says no.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import psycopg
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.pq import Format
from typing_extensions import override

from iro_desktop.wire.people import Enrol, Enrolled, Myself, Person
from iro_desktop.wire.revisions import BundleOutcome, PushAnswer
from iro_hub.database.pool import Pools, fault


@dataclass(frozen=True, slots=True)
class BundleTexts:
    """A bundle as it came: each revision the exact UTF-8 text of its JSON."""

    id: str
    child: str
    carried: bool
    revisions: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class ChangesText:
    """The JSON of a HubChanges, and its etag."""

    etag: str
    body: bytes


class _Given(msgspec.Struct, frozen=True):
    """What the database says of a token that it took."""

    expires_at: str
    person: Person
    hub: str
    hub_name: str


def push(pools: Pools, token: str, bundles: Sequence[BundleTexts]) -> PushAnswer:
    """Take bundles, each whole or not at all."""
    with pools.gateway() as connection, connection.cursor(binary=True) as cursor:
        children = sorted({_plain(bundle.child) for bundle in bundles})
        cursor.execute("SELECT hub.begin_push(%s, %s::text[])", [_plain(token), children])
        return PushAnswer(tuple(_push_one(cursor, token, bundle) for bundle in bundles))


def _push_one(
    cursor: psycopg.Cursor[tuple[Any, ...]], token: str, bundle: BundleTexts
) -> BundleOutcome:
    cursor.execute(
        "SELECT outcome, why, first_seq, last_seq, chain, chain_before"
        " FROM hub.push_bundle(%s, %s, %s, %s, %b::bytea[])",
        [
            _plain(token),
            _plain(bundle.id),
            _plain(bundle.child),
            bundle.carried,
            list(bundle.revisions),
        ],
    )
    outcome, why, first_seq, last_seq, chain, chain_before = _row(cursor)
    return BundleOutcome(
        bundle.id, str(outcome), str(why), first_seq, last_seq, str(chain), str(chain_before)
    )


def changed(pools: Pools, token: str, etag: str = "") -> ChangesText | None:
    """Where each child of the caller stands; None where that is what `etag` said."""
    with pools.gateway() as connection:
        cursor = connection.execute(
            "SELECT etag, body FROM hub.changed(%s, %s)", [_plain(token), _plain(etag)], binary=True
        )
        found, body = _row(cursor)
    if body is None:
        return None
    return ChangesText(str(found), f'{{"etag":"{found}",{body}'.encode())


def pull(pools: Pools, token: str, child: str, after: int, chain: str, most: int) -> bytes:
    """The JSON of a Page, ready to be sent."""
    return _text(
        pools,
        "SELECT hub.pull(%s, %s, %s::bigint, %s, %s::integer)",
        [_plain(token), _plain(child), after, _plain(chain), most],
    )


def held_ids(pools: Pools, token: str, child: str) -> bytes:
    """The JSON of a HeldIds, ready to be sent."""
    return _text(pools, "SELECT hub.held_ids(%s, %s)", [_plain(token), _plain(child)])


def myself(pools: Pools, token: str) -> Myself:
    """The caller as the hub sees them."""
    return msgspec.json.decode(_text(pools, "SELECT hub.myself(%s)", [_plain(token)]), type=Myself)


def wiped(pools: Pools, token: str, child: str) -> None:
    """The calling device wiped its copy of a child."""
    with pools.gateway() as connection:
        connection.execute("SELECT hub.wiped(%s, %s)", [_plain(token), _plain(child)])


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
                _plain(request.code),
                _plain(source),
                _plain(request.device),
                _plain(request.sealing_key),
                _hash(token),
            ],
        )
        code, enrolled = _row(cursor)
    if code:
        raise fault(str(code))
    return _enrolled(token, str(enrolled))


def renew(pools: Pools, token: str) -> Enrolled:
    """A new token for the calling device. The old one ends when the new one is first used."""
    new = secrets.token_urlsafe(32)
    given = _text(pools, "SELECT hub.renew(%s, %s)", [_plain(token), _hash(new)])
    return _enrolled(new, given)


def alive(pools: Pools) -> bool:
    """Does the database answer?"""
    with pools.gateway() as connection:
        connection.execute("SELECT 1")
    return True


def _text(pools: Pools, query: str, arguments: Sequence[object]) -> bytes:
    """The UTF-8 bytes of the one text that a query gives: they are sent on as they are."""
    with pools.gateway() as connection, connection.cursor(binary=True) as cursor:
        cursor.adapters.register_loader("text", _Undecoded)
        cursor.execute(query.encode(), arguments)
        (text,) = _row(cursor)
    if not isinstance(text, bytes):
        raise fault("unavailable")
    return text


class _Undecoded(Loader):
    """Text as the bytes that came."""

    format = Format.BINARY

    @override
    def load(self, data: Buffer) -> bytes:
        return bytes(data)


def _row(cursor: psycopg.Cursor[tuple[Any, ...]]) -> tuple[Any, ...]:
    row = cursor.fetchone()
    if row is None:
        raise fault("unavailable")
    return row


def _plain(text: str) -> str:
    """Text that PostgreSQL can hold: it has no NUL, and no half of a surrogate pair.

    What had one becomes text that is nothing's name, and is refused as such.
    """
    return text.replace("\x00", "\ufffd").encode(errors="replace").decode()


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _enrolled(token: str, given: str | bytes) -> Enrolled:
    told = msgspec.json.decode(given, type=_Given)
    return Enrolled(token, told.expires_at, told.person, told.hub, told.hub_name)
