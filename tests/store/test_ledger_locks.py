"""What the database itself refuses, whatever the program does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_samples import MOMENT, revision, send_all, stamped, the_bundle
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError
from store_samples import CHILD, ONE_OF_EACH
from test_ledger_incoming import SEALED

from iro_desktop.services.ledger_port import Stamp
from iro_desktop.store import SqlStore
from iro_desktop.store.connection import encrypted_engine
from iro_desktop.store.sqlite_faults import STORE_NAME
from iro_desktop.wire.revisions import Sealed


@pytest.fixture
def raw(filled: SqlStore, folder: Path, key: bytes) -> Iterator[Connection]:
    """The tables of a store that sent some and waits with the rest. Undone at the end."""
    with filled.unit_of_work() as uow:
        send_all(uow)
        uow.ledger.take_in(stamped([revision("theirs")], 90))
        uow.ledger.keep_sealed([(SEALED, Stamp(91, "p", "P", MOMENT))])
        uow.ledger.keep_seals(CHILD.id, {"r": Sealed("box", {})})
        (mine,) = uow.history.of_entity(CHILD.id)
        uow.ledger.queue_again(CHILD.id, [mine.id])
        uow.ledger.freeze()
    engine = encrypted_engine(folder / STORE_NAME, key)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("DELETE FROM outbox", "stays in the outbox"),
        ("UPDATE outbox SET bundle_id = NULL", "stays frozen"),
        ("UPDATE outbox SET bundle_id = 'another'", "stays frozen"),
        ("UPDATE outbox SET queued_at = '2020'", "stays frozen"),
        ("UPDATE outbox SET frozen_at = NULL", "stays frozen"),
        ("UPDATE bundle SET revisions = '[]'", "a bundle is never changed"),
        ("UPDATE bundle SET child_id = 'x'", "a bundle is never changed"),
        ("UPDATE bundle SET accepted_at = NULL", "a bundle is never changed"),
        ("DELETE FROM bundle", "a bundle is never removed"),
        ("UPDATE stamp SET seq = seq + 1", "a stamp is never changed"),
        ("UPDATE stamp SET by_name = 'x'", "a stamp is never changed"),
        ("DELETE FROM stamp", "a stamp stays"),
        ("DELETE FROM revision", "a revision is never removed"),
        ("UPDATE unopened SET wire = '{}'", "never changed"),
        ("DELETE FROM unopened", "stays until it is opened"),
        ("UPDATE seal SET sealed = '{}'", "never changed"),
    ],
)
def test_that_the_store_itself_keeps_what_the_hub_was_told_and_said(
    raw: Connection, statement: str, why: str
) -> None:
    with pytest.raises(IntegrityError, match=why):
        raw.execute(text(statement))


def test_that_a_child_is_wiped_only_while_its_name_stands_there(raw: Connection) -> None:
    raw.execute(text("PRAGMA foreign_keys = OFF"))
    raw.execute(text("INSERT INTO forgetting_child VALUES ('another')"))
    with pytest.raises(IntegrityError, match="a revision is never removed"):
        raw.execute(text("DELETE FROM revision"))


class PowerCut(Exception):
    """The laptop went dark."""


def answer_and_fall_dark(store: SqlStore, answer: str, *told: object) -> None:
    with store.unit_of_work() as uow:
        getattr(uow.ledger, answer)(*told)
        assert uow.history.unsent() == 0
        raise PowerCut


def test_that_an_answer_is_kept_whole_or_not_at_all(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        uow.ledger.freeze()
        bundle = the_bundle(uow)
    for answer in ("accepted", "stamp"):
        more = (1, "person-1", "Made-up Officer", MOMENT) if answer == "stamp" else ()
        with pytest.raises(PowerCut):
            answer_and_fall_dark(filled, answer, bundle.id, *more)
        with filled.unit_of_work() as uow:
            assert uow.history.unsent() == len(ONE_OF_EACH)
            assert uow.ledger.acknowledged(CHILD.id) == frozenset()
            assert the_bundle(uow) == bundle
