"""The hub beside PostgreSQL itself: a push beside COPY, a pull beside SELECT, an idle question.

The limit of each line is what raw psycopg takes for the same revisions in the same run, times 1.5:
COPY of their JSON into a table with the same keys, and SELECT of it back into Python's own values,
since a pull ends in values too. The line of the plain service (benches/plain_hub.py) has the same
limit, to show where others stand.
"""

import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence

import httpx
import msgspec
import psycopg

from benches.figures import Figure, seconds
from benches.made_up_hub import (
    MadeUpHub,
    MadeUpLaptop,
    children,
    give_children,
    give_revisions,
    made_up_hub,
)
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.hub.client import HttpHub
from iro_desktop.wire.revisions import Bundle, WireRevision

MANY = 5_000
RUNS = 3
AMID = 200_000
CHANGES = 10
OTHERS = 20_000
CASELOAD = 67
SERVICE = 1_000
LAPTOPS = 40
TIMES = 1.5
IDLE_MS = 15.0
GROWTH = 1.3
"""How much longer an idle question may take amid the other teams: the noise of two such runs."""

_IN_A_PUSH = 15  # bundles of 100 revisions of 4 kB: under the most bytes of a push
_LIKE_OURS = """
CREATE TABLE IF NOT EXISTS public.copied (
    child uuid NOT NULL, seq bigint NOT NULL, id uuid PRIMARY KEY, body jsonb NOT NULL,
    UNIQUE (child, seq));
"""


def figures() -> Iterator[Figure]:
    """Push, pull, ten changes amid many, idle for one and for a service, forty at once."""
    with made_up_hub() as hub:
        with psycopg.connect(hub.dsn, autocommit=True) as connection:
            connection.execute(_LIKE_OURS)
        yield from _idle(hub)
        yield from _pushing_and_pulling(hub)
        yield from _changes_amid_many(hub)
        yield from _forty_at_once(hub)


def _pushing_and_pulling(hub: MadeUpHub) -> Iterator[Figure]:
    laptop = hub.laptop("Made-up IRO")
    runs = [_there_and_back(hub, laptop) for _ in range(RUNS)]
    took = {name: statistics.median(run[name] for run in runs) * 1000 for name in runs[0]}
    push, pull = took["copy"] * TIMES, took["select"] * TIMES
    yield Figure(f"push {MANY:,} of 4 kB", took["push"], push, "ms")
    yield Figure("  to the plain service", took["plain push"], push, "ms")
    yield Figure(f"pull {MANY:,} of 4 kB", took["pull"], pull, "ms")
    yield Figure("  from the plain service", took["plain pull"], pull, "ms")


def _there_and_back(hub: MadeUpHub, laptop: MadeUpLaptop) -> dict[str, float]:
    """One run of each, in seconds, with the same revisions of a new child."""
    (child,) = children(1)
    revisions = laptop.revisions(child, MANY)
    bundles = laptop.bundles(revisions)
    return {
        "copy": seconds(lambda: _copy(hub, revisions)),
        "push": seconds(lambda: _push(laptop.hub(), bundles)),
        "plain push": seconds(lambda: _push_plainly(hub, revisions)),
        "select": seconds(lambda: _select(hub, child)),
        "pull": seconds(lambda: _pull(laptop.hub(), child)),
        "plain pull": seconds(lambda: _pull_plainly(hub, child)),
    }


def _idle(hub: MadeUpHub) -> Iterator[Figure]:
    """A caseload and a whole service that ask, before and after other teams fill the hub."""
    iro, manager = hub.laptop("Made-up IRO of few"), hub.laptop("Made-up manager", "manager")
    give_children(hub, iro, CASELOAD)
    give_children(hub, manager, SERVICE)
    before = {one.name: _idle_ms(one) for one in (iro, manager)}
    other = hub.laptop("Made-up IRO elsewhere")
    give_children(hub, other, OTHERS)
    for one, many in ((iro, CASELOAD), (manager, SERVICE)):
        after = _idle_ms(one)
        yield Figure(f"idle sync of {many:,} children", after, IDLE_MS, "ms")
        yield Figure(f"  amid {OTHERS:,} others", after / before[one.name], GROWTH, "x")


def _changes_amid_many(hub: MadeUpHub) -> Iterator[Figure]:
    laptop = hub.laptop("Made-up IRO of many")
    names = children(CASELOAD)
    give_revisions(hub, laptop, names, AMID)
    client = laptop.hub()
    before = client.changed("")
    taken, asked = [], []
    for _ in range(RUNS):
        changed = names[:CHANGES]
        for child in changed:
            _push(client, laptop.bundles(laptop.revisions(child, 1)))
        known = {state.child: state for state in before.children} if before else {}
        began = time.perf_counter()
        now = client.changed(before.etag if before else "")
        for state in now.children if now else ():
            old = known[state.child]
            if state.last_seq != old.last_seq:
                client.pull(ChildId(state.child), old.last_seq, old.chain)
        taken.append((time.perf_counter() - began) * 1000)
        asked.append(seconds(lambda of=changed: _newest_of(hub, of)) * 1000)  # type: ignore[misc]  # mypy cannot type a lambda's default
        before = now
    yield Figure(f"{CHANGES} changes amid {AMID:,}", statistics.median(taken), IDLE_MS * 4, "ms")
    yield Figure(
        "  a child, beside SELECT",
        statistics.median(taken) / (CHANGES + 1),
        statistics.median(asked) / CHANGES + IDLE_MS / 3,
        "ms",
    )


def _forty_at_once(hub: MadeUpHub) -> Iterator[Figure]:
    """Each pushes 25 revisions of a child of its own, asks what changed, and pulls them again."""
    laptops = [hub.laptop(f"Made-up IRO {number}") for number in range(LAPTOPS)]
    work = [
        (laptop, laptop.revisions(child, 25))
        for laptop, child in zip(laptops, children(LAPTOPS), strict=True)
    ]
    plainly = seconds(lambda: _at_once(lambda one: _copy_and_select(hub, one[1]), work))
    ours = seconds(lambda: _at_once(lambda one: _whole_round(*one), work))
    limit = max(plainly * TIMES, LAPTOPS * 2 * IDLE_MS / 1000)
    yield Figure(f"{LAPTOPS} laptops at once", ours * 1000, limit * 1000, "ms")


def _whole_round(laptop: MadeUpLaptop, revisions: Sequence[WireRevision]) -> None:
    client = laptop.hub()
    _push(client, laptop.bundles(revisions))
    client.changed("")
    client.pull(ChildId(revisions[0].child), 0, "")


def _copy_and_select(hub: MadeUpHub, revisions: Sequence[WireRevision]) -> None:
    _copy(hub, revisions)
    _select(hub, ChildId(revisions[0].child))


def _at_once(
    work: Callable[[tuple[MadeUpLaptop, tuple[WireRevision, ...]]], None],
    for_each: Sequence[tuple[MadeUpLaptop, tuple[WireRevision, ...]]],
) -> None:
    threads = [threading.Thread(target=work, args=(one,)) for one in for_each]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _push(hub: HttpHub, bundles: Sequence[Bundle]) -> None:
    for at in range(0, len(bundles), _IN_A_PUSH):
        answer = hub.push(bundles[at : at + _IN_A_PUSH])
        if any(one.outcome != "accepted" for one in answer.bundles):
            message = f"the hub did not take it: {answer.bundles[0].why}"
            raise RuntimeError(message)


def _push_plainly(hub: MadeUpHub, revisions: Sequence[WireRevision]) -> None:
    with httpx.Client() as client:
        for at in range(0, len(revisions), _IN_A_PUSH * 100):
            body = msgspec.json.encode(revisions[at : at + _IN_A_PUSH * 100])
            headers = {"content-type": "application/json"}
            client.post(f"{hub.plain}/push", content=body, headers=headers).raise_for_status()


def _copy(hub: MadeUpHub, revisions: Sequence[WireRevision]) -> None:
    with psycopg.connect(hub.dsn) as connection, connection.cursor() as cursor:
        into = "COPY public.copied (child, seq, id, body) FROM STDIN"
        with cursor.copy(into) as copy:
            for seq, one in enumerate(revisions, 1):
                copy.write_row((one.child, seq, one.id, msgspec.json.encode(one).decode()))


def _select(hub: MadeUpHub, child: ChildId) -> None:
    with psycopg.connect(hub.dsn) as connection:
        wanted = "SELECT seq, body FROM public.copied WHERE child = %s ORDER BY seq"
        connection.execute(wanted, (child,)).fetchall()


def _newest_of(hub: MadeUpHub, names: Sequence[ChildId]) -> None:
    with psycopg.connect(hub.dsn) as connection:
        for child in names:
            wanted = "SELECT body FROM hub.revision WHERE child = %s ORDER BY seq DESC LIMIT 1"
            connection.execute(wanted, (child,)).fetchall()


def _pull(hub: HttpHub, child: ChildId) -> None:
    """As a laptop does it: page by page, each read into revisions."""
    after, chain, more = 0, "", True
    while more:
        page = hub.pull(child, after, chain)
        after, chain, more = page.last_seq, page.chain, page.more


def _pull_plainly(hub: MadeUpHub, child: ChildId) -> None:
    after = 0
    with httpx.Client() as client:
        while rows := client.get(f"{hub.plain}/pull/{child}?after={after}").json():
            after = rows[-1][0]


def _idle_ms(laptop: MadeUpLaptop) -> float:
    client = laptop.hub()
    known = client.changed("")
    etag = known.etag if known else ""
    return min(seconds(lambda: client.changed(etag)) for _ in range(60)) * 1000
