import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from store_samples import CHILD, REVIEW

from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.store import SqlStore
from iro_desktop.store.revisions import CHUNK


@contextmanager
def statements(store: SqlStore) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(store._engine, "before_cursor_execute", listen)
    yield asked
    event.remove(store._engine, "before_cursor_execute", listen)


@pytest.mark.parametrize("chunks", [1, 4])
def test_that_an_import_asks_once_for_many_rows_and_writes_them_together(
    store: SqlStore, chunks: int
) -> None:
    count = CHUNK * chunks
    children = [
        dataclasses.replace(CHILD, id=ChildId(f"c{number}"), number=str(number))
        for number in range(count)
    ]
    reviews = [
        dataclasses.replace(REVIEW, id=ReviewId(f"r{child.id}"), child_id=child.id)
        for child in children
    ]
    with statements(store) as asked, store.unit_of_work() as uow:
        assert uow.children.put_all(children) == count
        assert uow.reviews.put_all(reviews) == count
    reads = [statement for statement in asked if statement.startswith("SELECT")]
    writes = [statement for statement in asked if statement.startswith("INSERT")]
    assert len(reads) <= 2 * chunks + 2
    assert len(writes) == 2 * 3  # things, revisions, outbox
    with store.unit_of_work() as uow:
        assert uow.history.unsent() == 2 * count


def test_that_the_same_import_again_writes_nothing(store: SqlStore) -> None:
    children = [dataclasses.replace(CHILD, id=ChildId(f"c{number}")) for number in range(700)]
    with store.unit_of_work() as uow:
        uow.children.put_all(children)
    with statements(store) as asked, store.unit_of_work() as uow:
        assert uow.children.put_all(children) == 0
    assert {statement.split()[0] for statement in asked} <= {"BEGIN", "SELECT"}
