"""A store that the first release wrote, with things of every kind of that day in it."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from old_stores import write_store_of
from store_samples import (
    CHILD,
    HAPPENING,
    ONE_OF_EACH,
    PANEL_MEMBER,
    REVIEW,
    SEAL,
    SITTING,
    records_for,
)

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Conduct, ReviewStatus
from iro_desktop.services.faults import FixedReview
from iro_desktop.store import SqlStore
from iro_desktop.store.connection import connect
from iro_desktop.store.schema import HEAD, schema_of
from iro_desktop.store.sqlite_faults import STORE_NAME
from iro_desktop.store.standing import newest_of
from iro_desktop.store.upgrade import BACKUPS
from practice_samples import OF_PRACTICE
from written_samples import OF_DOCUMENTS

SINCE = (HAPPENING, SITTING, PANEL_MEMBER, *OF_DOCUMENTS, *OF_PRACTICE, SEAL)
OF_THAT_DAY = [one for one in ONE_OF_EACH if one not in SINCE]


@pytest.fixture
def old(
    store: SqlStore, folder: Path, key: bytes, tmp_path: Path, reopen: Callable[[], SqlStore]
) -> SqlStore:
    """The store of that day, opened by this program."""
    store.close()
    write_store_of("0001", folder, key, tmp_path)
    return reopen()


def test_that_everything_stands_as_it_did_with_defaults_for_what_is_new(
    old: SqlStore, folder: Path, key: bytes
) -> None:
    with closing(connect(folder / STORE_NAME, key)) as connection:
        assert schema_of(connection) == HEAD
    named = replace(CHILD, known_as="Made-up Wren", iro_name="Made-up Officer")
    with old.unit_of_work() as uow:
        for thing in OF_THAT_DAY:
            wanted = named if thing == CHILD else thing
            assert records_for(thing, uow).find(thing.id) == wanted
        closed = uow.reviews.find("review-0")
    assert closed is not None
    assert closed.status is ReviewStatus.CLOSED
    assert (closed.conduct, closed.lasts_minutes, closed.adjourned_on) == (Conduct.MEETING, 0, None)
    assert len(list((folder / BACKUPS).iterdir())) == 1


def test_that_putting_what_stands_is_still_no_change(old: SqlStore) -> None:
    with old.unit_of_work() as uow:
        changed = [
            records_for(thing, uow).put(found)
            for thing in OF_THAT_DAY
            if (found := records_for(thing, uow).find(thing.id))
        ]
    assert changed == [False] * len(OF_THAT_DAY)


def test_that_the_old_store_takes_what_is_new(old: SqlStore) -> None:
    with old.unit_of_work() as uow:
        for thing in SINCE:
            assert records_for(thing, uow).put(thing)
        assert uow.sittings.of_review(REVIEW.id) == [SITTING]
        assert uow.happenings.of_child(CHILD.id) == [HAPPENING]
    with pytest.raises(FixedReview), old.unit_of_work() as uow:
        uow.sittings.put(replace(SITTING, review_id=ReviewId("review-0")))


def test_that_revisions_of_that_day_are_read_back_with_defaults(old: SqlStore) -> None:
    with old.unit_of_work() as uow:
        before = [uow.reviews.find(name) for name in ("review-0", REVIEW.id)]
        revisions = [
            revision
            for name in ("review-0", REVIEW.id)
            for revision in uow.history.of_review(ReviewId(name))
        ]
        assert (
            "conduct"
            not in newest_of(
                revision for revision in revisions if revision.entity == "review-0"
            ).fields
        )
        for name in ("review-0", REVIEW.id):
            uow.history.forget_review(ReviewId(name))
        assert uow.history.take_in(revisions) == len(revisions)
        assert [uow.reviews.find(name) for name in ("review-0", REVIEW.id)] == before
        assert uow.decisions.of_review(ReviewId("review-0"))
    old.verify()
