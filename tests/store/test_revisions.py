import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError
from store_samples import (
    ANSWER,
    CHILD,
    DECISION,
    DOCUMENT,
    EPISODE,
    ONE_OF_EACH,
    REVIEW,
    records_for,
)

from fixed_clock import FixedClock
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.services.history_port import Revision
from iro_desktop.store import SqlStore, open_store
from iro_desktop.store.connection import encrypted_engine
from iro_desktop.store.kinds import Thing
from iro_desktop.store.sqlite_faults import STORE_NAME


@pytest.fixture
def filled(filled: SqlStore, clock: FixedClock) -> SqlStore:
    clock.advance(3600)
    return filled


@pytest.fixture
def raw(filled: SqlStore, folder: Path, key: bytes) -> Iterator[Connection]:
    """The tables themselves, past the unit of work. Undone at the end."""
    engine = encrypted_engine(folder / STORE_NAME, key)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def type_answer(store: SqlStore, value: str) -> None:
    with store.unit_of_work() as uow:
        uow.answers.put(dataclasses.replace(ANSWER, value=value))


def history_of(store: SqlStore, thing: Thing) -> list[Revision]:
    with store.unit_of_work() as uow:
        return list(uow.history.of_entity(thing.id))


@pytest.mark.parametrize("thing", ONE_OF_EACH, ids=lambda thing: type(thing).__name__)
def test_that_the_first_revision_says_what_who_where_and_when(
    filled: SqlStore, thing: Thing
) -> None:
    (revision,) = history_of(filled, thing)
    with filled.unit_of_work() as uow:
        device = uow.settings.get("device")
        assert records_for(thing, uow).find(thing.id) == thing
    assert revision.entity == thing.id
    assert revision.child == CHILD.id
    assert revision.review == (
        REVIEW.id if hasattr(thing, "review_id") or thing is REVIEW else None
    )
    assert revision.parents == ()
    assert revision.author == "Made-up Officer"
    assert revision.device == device != ""
    assert revision.made_at == dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC)
    assert revision.fields["id"] == thing.id
    assert not revision.withdrawn


def test_that_a_later_change_is_a_revision_that_names_what_it_came_from(
    filled: SqlStore, clock: FixedClock
) -> None:
    type_answer(filled, "Better")
    clock.advance(60)
    type_answer(filled, "Worse")
    first, second, third = history_of(filled, ANSWER)
    assert (second.parents, third.parents) == ((first.id,), (second.id,))
    assert [each.fields["value"] for each in (first, second, third)] == ["Fine", "Better", "Worse"]


def test_that_a_burst_of_typing_is_one_revision(filled: SqlStore, clock: FixedClock) -> None:
    for end in range(1, 9):
        type_answer(filled, "Better now"[:end])
        clock.advance(59)
    first, typed = history_of(filled, ANSWER)
    assert typed.fields["value"] == "Better n"
    assert typed.parents == (first.id,)
    assert typed.made_at == clock.now() - dt.timedelta(seconds=59)
    with filled.unit_of_work() as uow:
        assert uow.history.unsent() == len(ONE_OF_EACH) + 1


def test_that_what_was_read_is_never_typed_over(filled: SqlStore, clock: FixedClock) -> None:
    type_answer(filled, "Better")
    read = history_of(filled, ANSWER)
    clock.advance(1)
    type_answer(filled, "Better now")
    assert history_of(filled, ANSWER)[:-1] == read


def test_that_another_author_does_not_write_into_a_burst(
    filled: SqlStore, folder: Path, key: bytes, clock: FixedClock
) -> None:
    type_answer(filled, "Better")
    filled.close()
    other = open_store(folder, key, clock=clock, author="Made-up Colleague")
    type_answer(other, "Better now")
    authors = [each.author for each in history_of(other, ANSWER)]
    other.close()
    assert authors == ["Made-up Officer", "Made-up Officer", "Made-up Colleague"]


def test_that_another_device_does_not_write_into_a_burst(
    filled: SqlStore, folder: Path, key: bytes, clock: FixedClock
) -> None:
    type_answer(filled, "Better")
    filled.close()
    other = open_store(folder, key, clock=clock, author="Made-up Officer", device="another")
    type_answer(other, "Better now")
    devices = [each.device for each in history_of(other, ANSWER)]
    other.close()
    assert devices[0] == devices[1] != devices[2] == "another"


def test_that_a_clock_set_back_begins_a_new_revision(filled: SqlStore, clock: FixedClock) -> None:
    type_answer(filled, "Better")
    clock.advance(-10)
    type_answer(filled, "Better now")
    assert len(history_of(filled, ANSWER)) == 3


def test_that_steps_of_a_review_are_never_one_revision(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(CHILD)
        for status in (ReviewStatus.PLANNED, ReviewStatus.PREPARING, ReviewStatus.OPEN):
            uow.reviews.put(dataclasses.replace(REVIEW, status=status))
    steps = [each.fields["status"] for each in history_of(store, REVIEW)]
    assert steps == ["planned", "preparing", "open"]


@pytest.mark.parametrize("thing", [EPISODE, DOCUMENT], ids=lambda thing: type(thing).__name__)
def test_that_what_is_not_typed_has_a_revision_for_each_change(
    filled: SqlStore, thing: Thing
) -> None:
    day = "started" if thing is EPISODE else "written_on"
    for date in (dt.date(2026, 1, 1), dt.date(2026, 1, 2)):
        with filled.unit_of_work() as uow:
            records_for(thing, uow).put(dataclasses.replace(thing, **{day: date}))  # type: ignore[type-var]
    assert len(history_of(filled, thing)) == 3


def test_that_taking_away_is_a_revision_of_its_own(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        uow.decisions.put(dataclasses.replace(DECISION, what="Swim on Mondays"))
        uow.decisions.withdraw(DECISION)
    revisions = history_of(filled, DECISION)
    assert [each.withdrawn for each in revisions] == [False, False, True]
    assert revisions[-1].fields["what"] == "Swim on Mondays"


def test_that_the_author_is_the_owner_as_the_settings_have_it_at_the_time(
    filled: SqlStore, folder: Path, key: bytes, clock: FixedClock
) -> None:
    filled.close()
    store = open_store(folder, key, clock=clock)
    for name in ("Made-up Wren", "Made-up Finch"):
        with store.unit_of_work() as uow:
            uow.settings.set("iro_name", name)
            uow.answers.put(dataclasses.replace(ANSWER, value=name))
    authors = [each.author for each in history_of(store, ANSWER)]
    store.close()
    assert authors[1:] == ["Made-up Wren", "Made-up Finch"]


def test_that_a_store_keeps_its_devices_name(
    filled: SqlStore, reopen: Callable[[], SqlStore]
) -> None:
    with filled.unit_of_work() as uow:
        device = uow.settings.get("device")
    with reopen().unit_of_work() as uow:
        assert uow.settings.get("device") == device


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM revision",
        "DELETE FROM revision WHERE review_id IS NULL",
        "UPDATE revision SET author = 'someone else'",
        "UPDATE revision SET fields = '{}', made_at = '2020-01-01'",
        "UPDATE revision SET withdrawn = 1",
        "UPDATE revision SET parents = '[\"x\"]'",
    ],
)
def test_that_the_store_itself_refuses_to_rewrite_history(raw: Connection, statement: str) -> None:
    raw.execute(text("UPDATE outbox SET frozen_at = '2026-11-22'"))
    with pytest.raises(IntegrityError, match="a revision is never"):
        raw.execute(text(statement))


def test_that_only_words_and_moment_of_an_unread_revision_may_change(raw: Connection) -> None:
    raw.execute(text("UPDATE revision SET fields = '{}', made_at = '2026-11-22'"))
    for column in ("id", "child_id", "review_id", "entity", "kind", "author", "device", "parents"):
        with pytest.raises(IntegrityError, match="a revision is never changed"):
            raw.execute(text(f"UPDATE revision SET {column} = 'x' WHERE kind = 'answer'"))  # noqa: S608


def test_that_what_was_handed_out_cannot_be_thawed(raw: Connection) -> None:
    raw.execute(text("UPDATE outbox SET frozen_at = '2026-11-22'"))
    with pytest.raises(IntegrityError, match="stays frozen"):
        raw.execute(text("UPDATE outbox SET frozen_at = NULL"))
