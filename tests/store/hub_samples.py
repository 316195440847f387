"""What a hub would send to the store, and what a laptop does with its answers."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from store_samples import ANSWER, CHILD, REVIEW

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import FrozenBundle, Stamp
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.store import SqlStore

MOMENT = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
THEIRS = "device-of-a-colleague"


def revision(name: str, *parents: str, **changed: object) -> Revision:
    """A colleague's revision of the sample answer, whose value is the revision's name."""
    made = Revision(
        id=name,
        child=CHILD.id,
        review=REVIEW.id,
        entity=ANSWER.id,
        kind="answer",
        parents=parents,
        author="Made-up Colleague",
        device=THEIRS,
        made_at=MOMENT,
        fields=answer_fields(value=name),
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # fields of a revision


def answer_fields(**changed: object) -> dict[str, object]:
    """The plain fields of the sample answer."""
    return {
        "id": ANSWER.id,
        "child_id": CHILD.id,
        "review_id": REVIEW.id,
        "question": "home",
        "item": "",
        "value": "Fine",
        **changed,
    }


def of_another(entity: str, name: str, *parents: str, **changed: object) -> Revision:
    """A colleague's revision of another answer."""
    return revision(
        name, *parents, entity=entity, fields=answer_fields(id=entity, value=name), **changed
    )


def stamped(revisions: Iterable[Revision], first: int = 1) -> list[tuple[Revision, Stamp]]:
    """As the hub sends them."""
    return [
        (each, Stamp(first + place, "person-2", "Made-up Colleague", MOMENT))
        for place, each in enumerate(revisions)
    ]


def put_child_and_review(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(CHILD)
        uow.reviews.put(REVIEW)


def send_all(uow: UnitOfWork, first: int = 1) -> int:
    """Let the hub take all that waits. Says the next number."""
    uow.ledger.freeze()
    for bundle in uow.ledger.waiting(1000):
        uow.ledger.stamp(bundle.id, first, "person-1", "Made-up Officer", MOMENT)
        first += len(bundle.revisions)
    return first


def type_answer(store: SqlStore, value: str, name: str = ANSWER.id) -> None:
    with store.unit_of_work() as uow:
        uow.answers.put(replace(ANSWER, id=EntityId(name), value=value))


def value_of(uow: UnitOfWork, name: str = ANSWER.id) -> object:
    found = uow.answers.find(name)
    return None if found is None else found.value


def the_bundle(uow: UnitOfWork) -> FrozenBundle:
    (bundle,) = uow.ledger.waiting(10)
    return bundle


@contextmanager
def sent_work(store: SqlStore) -> Iterator[UnitOfWork]:
    """A unit of work in which all that was there went to the hub."""
    with store.unit_of_work() as uow:
        send_all(uow)
        yield uow
