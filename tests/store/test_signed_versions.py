"""The lock on signed versions: the store's own code refuses, and the database after it."""

import dataclasses
import datetime as dt
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given, settings
from store_samples import REVIEW, any_of, put_one_of_each

from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.services.faults import SignedVersion
from iro_desktop.store import SqlStore
from iro_desktop.store.connection import connect
from iro_desktop.store.sqlite_faults import STORE_NAME
from written_samples import VERSION

MOMENT = dt.datetime(2026, 12, 2, 9, 30, tzinfo=dt.UTC)
SIGNED = dataclasses.replace(
    VERSION, signed_at=MOMENT, signed_by="Made-up Officer", digest="0" * 64
)


@pytest.fixture
def signed(store: SqlStore) -> SqlStore:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        assert uow.document_versions.put(SIGNED)
    return store


def test_that_nothing_whatever_changes_a_signed_version(signed: SqlStore) -> None:
    @settings(max_examples=40, deadline=None)
    @given(any_of(VERSION))
    def unchanged(other: object) -> None:
        assert isinstance(other, DocumentVersion)
        with signed.unit_of_work() as uow:
            if other != SIGNED:
                with pytest.raises(SignedVersion):
                    uow.document_versions.put(other)
            assert uow.document_versions.find(SIGNED.id) == SIGNED

    unchanged()


def test_that_a_signed_version_is_not_taken_away(signed: SqlStore) -> None:
    with pytest.raises(SignedVersion), signed.unit_of_work() as uow:
        uow.document_versions.withdraw(SIGNED)
    with signed.unit_of_work() as uow:
        assert uow.document_versions.find(SIGNED.id) == SIGNED


def test_that_putting_a_signed_version_again_is_no_change(signed: SqlStore) -> None:
    with signed.unit_of_work() as uow:
        assert not uow.document_versions.put(SIGNED)


@pytest.mark.parametrize("change", [{"content": "else"}, {"signed_at": None}])
def test_that_another_laptop_cannot_change_it_either(
    signed: SqlStore, change: dict[str, object]
) -> None:
    with signed.unit_of_work() as uow:
        newest = uow.history.of_entity(SIGNED.id)[-1]
    forged = dataclasses.replace(
        newest, id="forged", parents=(newest.id,), fields={**newest.fields, **change}
    )
    taken_away = dataclasses.replace(newest, id="taken-away", parents=(newest.id,), withdrawn=True)
    for revision in (forged, taken_away):
        with pytest.raises(SignedVersion), signed.unit_of_work() as uow:
            uow.history.take_in([revision])
    again = dataclasses.replace(newest, id="again", parents=(newest.id,))
    with signed.unit_of_work() as uow:
        assert uow.history.take_in([again]) == 1
        assert uow.document_versions.find(SIGNED.id) == SIGNED


def test_that_a_draft_from_another_laptop_is_taken_in(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        newest = uow.history.of_entity(VERSION.id)[-1]
        fields = {**newest.fields, "content": "else"}
        later = dataclasses.replace(newest, id="later", parents=(newest.id,), fields=fields)
        assert uow.history.take_in([later]) == 1
        assert uow.document_versions.find(VERSION.id) == dataclasses.replace(
            VERSION, content="else"
        )


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM document_version",
        *(
            f"UPDATE document_version SET {field.name} = 'else'"  # noqa: S608  # our own names
            for field in dataclasses.fields(DocumentVersion)
        ),
        "UPDATE document_version SET withdrawn = 1",
    ],
)
def test_that_the_database_itself_refuses(
    signed: SqlStore, folder: Path, key: bytes, statement: str
) -> None:
    signed.close()
    with closing(connect(folder / STORE_NAME, key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        with pytest.raises(sqlcipher.IntegrityError, match="a signed version is never"):
            connection.execute(statement)


def test_that_a_signed_version_goes_with_the_whole_of_its_review(signed: SqlStore) -> None:
    with signed.unit_of_work() as uow:
        uow.history.forget_review(REVIEW.id)
        assert uow.document_versions.all() == []
