"""A store that belongs to a hub, and what comes into it from another laptop, without a network."""

import datetime as dt
from dataclasses import replace
from typing import Any

import msgspec

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ReviewId, new_id
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import Stamp
from iro_desktop.services.ports import OpenStore
from iro_desktop.services.syncing.conflicts import merge_forks

OTHER_DEVICE, OTHER = "00000000-0000-4000-8000-00000000000b", "Ben Made-up"
PERSON = "Amina Made-up"


def belong_to_a_hub(store: OpenStore, *, role: str = "iro") -> None:
    """As an enrolled laptop has it, with nothing yet said to the hub."""
    with store.unit_of_work() as uow:
        for name, value in {
            "hub_address": "http://127.0.0.1:1",
            "hub_title": "Made-up Council",
            "hub_person": "amina",
            "hub_author": PERSON,
            "hub_role": role,
            "hub_token": "a-made-up-token",
            "hub_device": uow.settings.get("device"),
        }.items():
            uow.settings.set(name, value)


def all_is_at_the_hub(store: OpenStore) -> None:
    """As after a round: nothing waits."""
    with store.unit_of_work() as uow:
        uow.ledger.freeze()
        for bundle in uow.ledger.waiting(1_000):
            uow.ledger.accepted(bundle.id)


def head_of(store: OpenStore, entity: str) -> str:
    """The newest revision of a thing."""
    with store.unit_of_work() as uow:
        return uow.history.looked_at([entity])[-1].id


def receive(
    store: OpenStore,
    kind: str,
    thing: Any,
    clock: FixedClock,
    *,
    parents: tuple[str, ...] = (),
    withdrawn: bool = False,
    merged: bool = True,
) -> Revision:
    """What another laptop made of a thing comes in, and is brought together where it can be."""
    clock.advance(60)
    review = getattr(thing, "review_id", None)
    made = Revision(
        id=new_id(),
        child=thing.child_id if kind != "child" else thing.id,
        review=thing.id if kind == "review" else ReviewId(review) if review else None,
        entity=thing.id,
        kind=kind,
        parents=parents,
        author=OTHER,
        device=OTHER_DEVICE,
        made_at=clock.now(),
        fields=msgspec.json.decode(msgspec.json.encode(thing)),
        withdrawn=withdrawn,
    )
    stamp = Stamp(seq=1, by="ben", by_name=OTHER, received_at=clock.now() + dt.timedelta(seconds=1))
    with store.unit_of_work() as uow:
        uow.ledger.take_in([(made, stamp)])
    if merged:
        merge_forks(store.unit_of_work, [thing.id])
    return made


def fork(
    store: OpenStore,
    kind: str,
    records: str,
    before: Any,
    mine: Any,
    theirs: Any,
    clock: FixedClock,
    **more: Any,
) -> None:
    """A thing that was `before` on both laptops, and that each changed before seeing the other."""
    with store.unit_of_work() as uow:
        getattr(uow, records).put(before)
    all_is_at_the_hub(store)
    base = head_of(store, before.id)
    clock.advance(120)
    with store.unit_of_work() as uow:
        getattr(uow, records).put(mine)
    receive(store, kind, theirs, clock, parents=(base,), **more)


def changed(thing: Any, **fields: Any) -> Any:
    """The thing, otherwise."""
    return replace(thing, **fields)
