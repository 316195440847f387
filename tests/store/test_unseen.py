"""What is kept from a screen that does not show yet what came in stands beside it."""

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest
from hub_samples import of_another, put_child_and_review, revision, send_all, stamped, value_of
from store_samples import ANSWER, CHILD, REVIEW

from fixed_clock import FixedClock
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import EntityId, natural_id
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.services import happenings, sdq
from iro_desktop.services.ports import Sight
from iro_desktop.services.setting_names import WRITTEN_BESIDE
from iro_desktop.services.syncing.conflicts import merge_forks, open_conflicts
from iro_desktop.store import SqlStore, kinds

DAY = dt.date(2026, 11, 20)
HELD = Happening.PEP_HELD


@pytest.fixture
def seen(store: SqlStore) -> Sight:
    """A store of a hub that holds "Fine", and a screen that shows it; then "Theirs" came in."""
    put_child_and_review(store)
    with store.unit_of_work() as uow:
        uow.settings.set("hub_person", "person-1")
        uow.answers.put(replace(ANSWER, value="Fine"))
        first = send_all(uow)
        sight = Sight(uow.history.newest())
        (made,) = uow.history.of_entity(ANSWER.id)
        uow.ledger.take_in(stamped([revision("Theirs", made.id)], first))
    return sight


def test_that_what_is_kept_without_having_seen_the_others_words_is_shown_with_them_to_a_person(
    store: SqlStore, seen: Sight
) -> None:
    with store.unit_of_work(seen) as uow:
        assert value_of(uow) == "Theirs"
        uow.answers.put(replace(ANSWER, value="Mine"))
        assert value_of(uow) == "Mine"
        assert uow.ledger.forked() == [ANSWER.id]
        assert uow.settings.get(WRITTEN_BESIDE)
    merge_forks(store.unit_of_work, [ANSWER.id])
    (conflict,) = open_conflicts(store.unit_of_work)
    assert {side.fields["value"] for side in conflict.sides} == {"Mine", "Theirs"}


def test_that_what_is_kept_after_the_others_words_were_seen_goes_on_from_them(
    store: SqlStore, seen: Sight
) -> None:
    with store.unit_of_work() as uow:
        seen.upto = uow.history.newest()
    with store.unit_of_work(seen) as uow:
        uow.answers.put(replace(ANSWER, value="Mine"))
        assert uow.ledger.forked() == []


def test_that_what_is_taken_away_unseen_is_asked_about(store: SqlStore, seen: Sight) -> None:
    with store.unit_of_work(seen) as uow:
        uow.answers.withdraw(ANSWER)
    merge_forks(store.unit_of_work, [ANSWER.id])
    assert len(open_conflicts(store.unit_of_work)) == 1


def test_that_ones_own_words_are_always_seen(
    store: SqlStore, seen: Sight, clock: FixedClock
) -> None:
    for words in ("Mine", "Mine still"):
        clock.advance(100)
        with store.unit_of_work(seen) as uow:
            uow.answers.put(replace(ANSWER, value=words))
    with store.unit_of_work() as uow:
        _fine, theirs, mine, still = uow.history.of_entity(ANSWER.id)
    assert (mine.parents, still.parents) == (theirs.parents, (mine.id,))


def test_that_a_thing_nobody_had_seen_here_is_a_version_of_its_own(
    store: SqlStore, seen: Sight
) -> None:
    with store.unit_of_work(seen) as uow:
        uow.ledger.take_in(stamped([of_another("new", "new-1")], 9))
        uow.answers.put(replace(ANSWER, id=EntityId("new"), value="Mine"))
        assert uow.history.of_entity("new")[-1].parents == ()


def test_that_a_store_of_no_hub_asks_nothing(store: SqlStore, seen: Sight) -> None:
    with store.unit_of_work(seen) as uow:
        uow.settings.set("hub_person", "")
        uow.answers.put(replace(ANSWER, value="Mine"))
        assert uow.ledger.forked() == []


def test_that_a_form_that_shows_less_than_the_screens_counts_as_what_it_shows(
    store: SqlStore, seen: Sight
) -> None:
    with store.unit_of_work() as uow:
        screens = Sight(
            uow.history.newest(), lambda child: seen.upto if child == CHILD.id else None
        )
    with store.unit_of_work(screens) as uow:
        uow.answers.put(replace(ANSWER, value="Mine"))
        assert uow.ledger.forked() == [ANSWER.id]
    screens.held_back = lambda _child: None
    with store.unit_of_work(screens) as uow:
        uow.reviews.put(replace(REVIEW, planned_at="At home"))
        assert uow.ledger.forked() == [ANSWER.id]


def test_that_two_scores_of_a_day_by_who_had_not_seen_the_others_are_asked_about(
    store: SqlStore, seen: Sight
) -> None:
    theirs = SdqScore(
        id=natural_id("sdq", CHILD.id, DAY.isoformat(), "1"), child_id=CHILD.id, on=DAY, total=12
    )
    came_in(store, theirs, kinds.SDQ_SCORE)
    sdq.record(lambda: store.unit_of_work(seen), CHILD.id, DAY, 30)
    assert asked(store, "total") == {12, 30}
    all_is_seen(store, seen)
    sdq.record(lambda: store.unit_of_work(seen), CHILD.id, DAY, 31)
    with store.unit_of_work() as uow:
        assert len(uow.sdq_scores.of_child(CHILD.id)) == 2  # a second beside what was seen


def test_that_two_notes_of_what_happened_by_who_had_not_seen_the_others_are_asked_about(
    store: SqlStore, seen: Sight
) -> None:
    theirs = RecordedHappening(
        id=natural_id("happening", CHILD.id, HELD.value, DAY.isoformat(), "1"),
        child_id=CHILD.id,
        happening=HELD,
        on=DAY,
        note="At school.",
    )
    came_in(store, theirs, kinds.HAPPENING)
    happenings.record(lambda: store.unit_of_work(seen), CHILD.id, HELD, DAY, "By telephone.")
    assert asked(store, "note") == {"At school.", "By telephone."}
    all_is_seen(store, seen)
    happenings.record(lambda: store.unit_of_work(seen), CHILD.id, HELD, DAY, "In the hall.")
    with store.unit_of_work() as uow:
        assert len(uow.happenings.of_child(CHILD.id)) == 2


def came_in(store: SqlStore, thing: SdqScore | RecordedHappening, kind: kinds.Kind[Any]) -> None:
    """A colleague wrote it; no screen shows it yet."""
    fields = json.loads(kind.encoded(thing))
    with store.unit_of_work() as uow:
        made = revision("came", entity=thing.id, kind=kind.name, review=None, fields=fields)
        uow.ledger.take_in(stamped([made], 9))


def all_is_seen(store: SqlStore, seen: Sight) -> None:
    with store.unit_of_work() as uow:
        seen.upto = uow.history.newest()


def asked(store: SqlStore, field: str) -> set[object]:
    """What the versions say that a person is asked about."""
    merge_forks(store.unit_of_work)
    (conflict,) = open_conflicts(store.unit_of_work)
    return {side.fields[field] for side in conflict.sides}
