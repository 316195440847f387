import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import ONE_OF_EACH, any_of, put_one_of_each, records_for

from iro_desktop.domain.closing_seal import ClosingSeal
from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.store import SqlStore
from iro_desktop.store.kinds import KINDS, Thing


def not_fixed(thing: Thing) -> Thing:
    """A thing that can be put again: no closed review, no signed version."""
    if isinstance(thing, Review):
        return dataclasses.replace(thing, status=ReviewStatus.OPEN)
    if isinstance(thing, DocumentVersion):
        return dataclasses.replace(thing, signed_at=None)
    return thing


def as_kept(thing: Thing) -> Thing:
    """Without the one character that the store leaves out."""
    kind = next(kind for kind in KINDS if isinstance(thing, kind.entity))
    kept: Thing = kind.without_nul(thing)
    return kept


@pytest.mark.parametrize("sample", ONE_OF_EACH, ids=lambda sample: type(sample).__name__)
def test_that_whatever_is_put_is_found_as_it_was(filled: SqlStore, sample: Thing) -> None:
    @settings(max_examples=25, deadline=None)
    @given(any_of(sample))
    def round_trip(thing: Thing) -> None:
        thing = as_kept(not_fixed(thing))
        with filled.unit_of_work() as uow:
            records_for(thing, uow).put(thing)
        with filled.unit_of_work() as uow:
            records = records_for(thing, uow)
            assert records.find(thing.id) == thing
            assert records.put(thing) is False

    round_trip()


# Not of a closing seal: of several, the first that counts stands, whatever comes later.
_MOVED_BY_THE_NEWEST = [one for one in ONE_OF_EACH if not isinstance(one, ClosingSeal)]


@pytest.mark.parametrize("sample", _MOVED_BY_THE_NEWEST, ids=lambda one: type(one).__name__)
def test_that_a_revision_brings_its_thing_back_as_it_was(filled: SqlStore, sample: Thing) -> None:
    @settings(max_examples=12, deadline=None)
    @given(any_of(sample), st.integers())
    def round_trip(thing: Thing, _again: int) -> None:
        thing = as_kept(not_fixed(thing))
        with filled.unit_of_work() as uow:
            records_for(thing, uow).put(thing)
            newest = uow.history.of_entity(thing.id)[-1]
            copy = dataclasses.replace(newest, id=newest.id + "+", parents=(newest.id,))
            assert uow.history.take_in([copy]) == 1
            assert records_for(thing, uow).find(thing.id) == thing

    round_trip()


def test_that_yes_and_1_are_different_answers(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        answer = uow.answers.all()[0]
        assert uow.answers.put(dataclasses.replace(answer, value=1.0))
        assert uow.answers.put(dataclasses.replace(answer, value=True))
        found = uow.answers.find(answer.id)
        assert found is not None
        assert found.value is True
