"""Stores that later releases wrote, with things of every kind of their day."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from old_stores import write_store_of
from store_samples import CHILD, ONE_OF_EACH, REVIEW, SEAL, records_for

from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.services.faults import FixedReview
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.store import SqlStore
from iro_desktop.store.connection import connect
from iro_desktop.store.schema import HEAD, schema_of
from iro_desktop.store.sqlite_faults import STORE_NAME
from iro_desktop.store.upgrade import BACKUPS
from practice_samples import MILESTONE, OF_PRACTICE
from written_samples import OF_DOCUMENTS, PICTURE, SENDING

CLOSED = ReviewId("review-0")


@dataclass(frozen=True)
class Release:
    """What a release could not keep yet, and some of it to ask for."""

    schema: str
    since: Sequence[Any]
    kept: Any
    other_list: Callable[[UnitOfWork], Any]
    refused: Any

    @property
    def of_that_day(self) -> list[Any]:
        """What it could keep."""
        return [one for one in ONE_OF_EACH if one not in self.since]


SECOND = Release(
    "0002",
    since=(*OF_DOCUMENTS, *OF_PRACTICE, SEAL),
    kept=SENDING,
    other_list=lambda uow: uow.document_texts,
    refused=PICTURE,
)
THIRD = Release(
    "0003",
    since=(*OF_PRACTICE, SEAL),
    kept=MILESTONE,
    other_list=lambda uow: uow.map_items,
    refused=MILESTONE,
)
FOURTH = Release(
    "0004",
    since=(SEAL,),
    kept=SEAL,
    other_list=lambda uow: uow.closing_seals,
    refused=MILESTONE,
)


@pytest.fixture(params=[SECOND, THIRD, FOURTH], ids=lambda release: release.schema)
def release(request: pytest.FixtureRequest) -> Release:
    """Each of the releases."""
    assert isinstance(request.param, Release)
    return request.param


@pytest.fixture
def old(
    release: Release,
    store: SqlStore,
    folder: Path,
    key: bytes,
    tmp_path: Path,
    reopen: Callable[[], SqlStore],
) -> SqlStore:
    """The store of that day, opened by this program."""
    store.close()
    write_store_of(release.schema, folder, key, tmp_path)
    return reopen()


def test_that_everything_stands_as_it_did(
    release: Release, old: SqlStore, folder: Path, key: bytes
) -> None:
    with closing(connect(folder / STORE_NAME, key)) as connection:
        assert schema_of(connection) == HEAD
    named = replace(CHILD, known_as="Made-up Wren", iro_name="Made-up Officer")
    with old.unit_of_work() as uow:
        for thing in release.of_that_day:
            wanted = named if thing == CHILD else thing
            assert records_for(thing, uow).find(thing.id) == wanted
            assert not records_for(thing, uow).put(wanted)
        assert [decision.what for decision in uow.decisions.of_review(CLOSED)] == ["Swim"]
    assert len(list((folder / BACKUPS).iterdir())) == 1


def test_that_the_old_store_takes_what_is_new(release: Release, old: SqlStore) -> None:
    with old.unit_of_work() as uow:
        for thing in release.since:
            assert records_for(thing, uow).put(thing)
    with old.unit_of_work() as uow:
        assert records_for(release.kept, uow).of_review(REVIEW.id) == [release.kept]
        assert not release.other_list(uow).of_review(CLOSED)
    late = replace(release.refused, id=EntityId("late"), review_id=CLOSED)
    with pytest.raises(FixedReview), old.unit_of_work() as uow:
        records_for(late, uow).put(late)


def test_that_revisions_of_that_day_are_taken_in_again(old: SqlStore) -> None:
    with old.unit_of_work() as uow:
        revisions = uow.history.of_review(CLOSED)
        before = uow.sittings.of_review(CLOSED)
        assert before
        uow.history.forget_review(CLOSED)
        assert uow.history.take_in(revisions) == len(revisions)
        assert uow.sittings.of_review(CLOSED) == before
    old.verify()
