"""Records: taken, told of, given out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psycopg

from iro_desktop.wire.revisions import BundleOutcome, PushAnswer
from iro_hub.database.calling import plain, row_of, text_of, undecoded
from iro_hub.database.pool import Pools


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


def push(pools: Pools, token: str, bundles: Sequence[BundleTexts]) -> PushAnswer:
    """Take bundles, each whole or not at all."""
    with pools.gateway() as connection, connection.cursor(binary=True) as cursor:
        children = sorted({plain(bundle.child) for bundle in bundles})
        cursor.execute("SELECT hub.begin_push(%s, %s::text[])", [plain(token), children])
        return PushAnswer(tuple(_push_one(cursor, token, bundle) for bundle in bundles))


def _push_one(
    cursor: psycopg.Cursor[tuple[Any, ...]], token: str, bundle: BundleTexts
) -> BundleOutcome:
    cursor.execute(
        "SELECT outcome, why, first_seq, last_seq, chain, chain_before, received_at"
        " FROM hub.push_bundle(%s, %s, %s, %s, %b::bytea[])",
        [
            plain(token),
            plain(bundle.id),
            plain(bundle.child),
            bundle.carried,
            list(bundle.revisions),
        ],
    )
    outcome, why, first_seq, last_seq, chain, chain_before, received_at = row_of(cursor)
    return BundleOutcome(
        bundle.id,
        str(outcome),
        str(why),
        first_seq,
        last_seq,
        str(chain),
        str(chain_before),
        str(received_at),
    )


def changed(pools: Pools, token: str, etag: str = "") -> ChangesText | None:
    """Where each child of the caller stands; None where that is what `etag` said."""
    with pools.gateway() as connection:
        cursor = connection.execute(
            "SELECT etag, body FROM hub.changed(%s, %s)", [plain(token), plain(etag)], binary=True
        )
        found, body = row_of(cursor)
    if body is None:
        return None
    return ChangesText(str(found), f'{{"etag":"{found}",{body}'.encode())


def pull(pools: Pools, token: str, child: str, after: int, chain: str, most: int) -> bytes:
    """The JSON of a Page, ready to be sent."""
    with pools.gateway() as connection, undecoded(connection) as cursor:
        cursor.execute(
            "SELECT seq, bundle, body FROM hub.pull(%s, %s, %s::bigint, %s, %s::integer)",
            [plain(token), plain(child), after, plain(chain), most],
        )
        rows = cursor.fetchall()
    stamps: dict[int, bytes] = {}
    facts = b""
    pieces: list[bytes] = []
    for seq, bundle, text in rows:
        if seq > 0:
            pieces += (b'%b{"seq":%d%b' % (b"}," if pieces else b"", seq, stamps[bundle]), text)
        elif seq == 0:
            stamps[bundle] = text
        else:
            facts = text
    end = b"}]," if pieces else b"],"
    return b"".join((b'{"child":"%b","revisions":[' % child.encode(), *pieces, end, facts))


def held_ids(pools: Pools, token: str, child: str) -> bytes:
    """The JSON of a HeldIds, ready to be sent."""
    return text_of(pools, "SELECT hub.held_ids(%s, %s)", plain(token), plain(child))


def wiped(pools: Pools, token: str, child: str) -> None:
    """The calling device wiped its copy of a child."""
    with pools.gateway() as connection:
        connection.execute("SELECT hub.wiped(%s, %s)", [plain(token), plain(child)])
