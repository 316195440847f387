"""A store that the second release wrote, with things of every kind of that day in it."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from old_stores import write_store_of
from store_samples import CHILD, ONE_OF_EACH, REVIEW, records_for

from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.services.faults import FixedReview
from iro_desktop.store import SqlStore
from iro_desktop.store.connection import connect
from iro_desktop.store.schema import HEAD, schema_of
from iro_desktop.store.sqlite_faults import STORE_NAME
from iro_desktop.store.upgrade import BACKUPS
from practice_samples import OF_PRACTICE
from written_samples import OF_DOCUMENTS, PICTURE, SENDING

OF_THAT_DAY = [one for one in ONE_OF_EACH if one not in (*OF_DOCUMENTS, *OF_PRACTICE)]
CLOSED = ReviewId("review-0")


@pytest.fixture
def old(
    store: SqlStore, folder: Path, key: bytes, tmp_path: Path, reopen: Callable[[], SqlStore]
) -> SqlStore:
    """The store of that day, opened by this program."""
    store.close()
    write_store_of("0002", folder, key, tmp_path)
    return reopen()


def test_that_everything_stands_as_it_did(old: SqlStore, folder: Path, key: bytes) -> None:
    with closing(connect(folder / STORE_NAME, key)) as connection:
        assert schema_of(connection) == HEAD
    named = replace(CHILD, known_as="Made-up Wren", iro_name="Made-up Officer")
    with old.unit_of_work() as uow:
        for thing in OF_THAT_DAY:
            wanted = named if thing == CHILD else thing
            assert records_for(thing, uow).find(thing.id) == wanted
            assert not records_for(thing, uow).put(wanted)
        assert [decision.what for decision in uow.decisions.of_review(CLOSED)] == ["Swim"]
    assert len(list((folder / BACKUPS).iterdir())) == 1


def test_that_the_old_store_takes_what_is_new(old: SqlStore) -> None:
    with old.unit_of_work() as uow:
        for thing in OF_DOCUMENTS:
            assert records_for(thing, uow).put(thing)
    with old.unit_of_work() as uow:
        assert uow.sendings.of_review(REVIEW.id) == [SENDING]
        assert not uow.document_texts.of_review(CLOSED)
    late = replace(PICTURE, id=EntityId("late"), review_id=CLOSED)
    with pytest.raises(FixedReview), old.unit_of_work() as uow:
        uow.kept_pictures.put(late)


def test_that_revisions_of_that_day_are_taken_in_again(old: SqlStore) -> None:
    with old.unit_of_work() as uow:
        revisions = uow.history.of_review(CLOSED)
        before = uow.sittings.of_review(CLOSED)
        assert before
        uow.history.forget_review(CLOSED)
        assert uow.history.take_in(revisions) == len(revisions)
        assert uow.sittings.of_review(CLOSED) == before
    old.verify()
