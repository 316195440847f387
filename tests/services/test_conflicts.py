import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from exchanged import Between, Two
from made_up_meeting import CHILD, NOW, Meeting, put_child

from fixed_clock import FixedClock
from fresh_stores import KEY, copy_of
from iro_desktop.domain.closing_seal import closing_seal_id
from iro_desktop.domain.conflicts import Conflict, ConflictCause, Settlement
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import ChildId, EntityId
from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import Signatory
from iro_desktop.form_engine.catalogue import Catalogue
from iro_desktop.form_engine.definition import Form
from iro_desktop.services import recording
from iro_desktop.services.faults import FixedReview, NoSuchThing, UnreadableFile
from iro_desktop.services.ledger_port import Stamp
from iro_desktop.services.owner import introduce
from iro_desktop.services.syncing import conflicts
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore, open_store
from iro_desktop.sync.graph import Graph
from iro_desktop.sync.rules import Rule

OFFICER, COLLEAGUE = "Made-up Officer", "Made-up Colleague"
DECISION, VIEW = EntityId("the-decision"), EntityId("the-view")
DAY = dt.date(2026, 11, 22)
WORDS = "Swim on Fridays. Read at night. Sleep well."


def laptop_of(name: str, folder: Path, fresh: Path, clock: FixedClock) -> SqlStore:
    """A store of its own device."""
    first = copy_of(fresh, folder, clock)
    introduce(first.unit_of_work, Signatory(name, "", "", ""))
    with first.unit_of_work() as uow:
        uow.settings.set("device", f"laptop of {name}")
    first.close()
    return open_store(folder, KEY, clock=clock, author=name)


@dataclass(frozen=True)
class Prepared:
    """Two closed stores that hold the same meeting, to take copies of."""

    folder: Path
    review: Review
    form: Form
    between: Between


@pytest.fixture(scope="module")
def prepared(
    tmp_path_factory: pytest.TempPathFactory, fresh_store: Path, forms: Catalogue
) -> Prepared:
    """A meeting with a decision, a view and all that closing asks for, known on both laptops."""
    folder, clock = tmp_path_factory.mktemp("prepared"), FixedClock(NOW)
    both = Two(
        laptop_of(OFFICER, folder / "here", fresh_store, clock),
        laptop_of(COLLEAGUE, folder / "there", fresh_store, clock),
    )
    with both.here.unit_of_work() as uow:
        put_child(uow)
    meeting = Meeting.begun(Workspace(both.here.unit_of_work, clock, forms))
    meeting.fill()
    decision = replace(recording.new_decision(meeting.review, 0), id=DECISION, what=WORDS)
    meeting.save(replace(decision, owner="Perpetua Inkwell", by_when="soon"))
    meeting.save(replace(recording.new_view(meeting.review, 0, OFFICER, DAY), id=VIEW, words=WORDS))
    both.meet()
    both.here.close()
    both.there.close()
    return Prepared(folder, meeting.review, meeting.form, both.between)


@pytest.fixture
def two(tmp_path: Path, prepared: Prepared, clock: FixedClock) -> Iterator[Two]:
    """Two laptops that hold the same meeting."""
    stores = []
    for name, author in (("here", OFFICER), ("there", COLLEAGUE)):
        shutil.copytree(prepared.folder / name, tmp_path / name)
        stores.append(open_store(tmp_path / name, KEY, clock=clock, author=author))
    yield Two(*stores, Between(dict(prepared.between.kept)))
    for store in stores:
        store.close()


@pytest.fixture
def held(two: Two, prepared: Prepared, clock: FixedClock, forms: Catalogue) -> Meeting:
    """The meeting on the laptop that is here."""
    workspace = Workspace(two.here.unit_of_work, clock, forms)
    return Meeting(workspace, prepared.review, prepared.form)


def decision_on(store: SqlStore) -> Decision | None:
    with store.unit_of_work() as uow:
        return uow.decisions.find(DECISION)


def decide(store: SqlStore, **fields: object) -> None:
    """Change the decision on one laptop, as one who types there."""
    with store.unit_of_work() as uow:
        found = uow.decisions.find(DECISION)
        assert found is not None
        uow.decisions.put(replace(found, **fields))  # type: ignore[arg-type]  # any field


def take_away(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        found = uow.decisions.find(DECISION)
        assert found is not None
        uow.decisions.withdraw(found)


def the_conflict(store: SqlStore) -> Conflict:
    (found,) = conflicts.open_conflicts(store.unit_of_work)
    return found


def nothing_waits(two: Two) -> bool:
    return not any(conflicts.open_conflicts(store.unit_of_work) for store in (two.here, two.there))


def heads_on(store: SqlStore, entity: str = DECISION) -> tuple[str, ...]:
    with store.unit_of_work() as uow:
        return Graph(uow.history.looked_at([entity])).heads()


# What comes together by itself


def test_that_different_fields_come_together_alike_on_both_laptops(two: Two, held: Meeting) -> None:
    decide(two.here, owner="Aunt Quillfeather")
    decide(two.there, what=WORDS.replace("Fridays", "Mondays"))
    outcome, _ = two.meet()
    assert (outcome.merged, outcome.conflicts) == (1, ())
    found = decision_on(two.here)
    assert found is not None
    assert (found.owner, found.what) == ("Aunt Quillfeather", WORDS.replace("Fridays", "Mondays"))
    assert decision_on(two.there) == found
    assert heads_on(two.here) == heads_on(two.there)
    assert nothing_waits(two)


def test_that_bringing_together_twice_makes_nothing_more(two: Two, held: Meeting) -> None:
    decide(two.here, owner="Aunt Quillfeather")
    decide(two.there, what="Read.")
    two.meet()
    sent = len(two.between.kept)
    two.meet()
    assert conflicts.merge_forks(two.here.unit_of_work).merged == 0
    assert len(two.between.kept) == sent


def test_that_sentences_of_a_decision_come_together(two: Two, held: Meeting) -> None:
    decide(two.here, what=WORDS.replace("Fridays", "Mondays"))
    decide(two.there, what=WORDS.replace("well", "long"))
    two.meet()
    found = decision_on(two.there)
    assert found is not None
    assert found.what == "Swim on Mondays. Read at night. Sleep long."


def test_that_what_is_merged_away_is_typed_on_as_a_new_revision(two: Two, held: Meeting) -> None:
    decide(two.here, owner="Aunt Quillfeather")
    decide(two.there, what="Read.")
    two.meet()
    merged = heads_on(two.here)
    decide(two.here, owner="Another")
    with two.here.unit_of_work() as uow:
        newest = uow.history.of_entity(DECISION)[-1]
    assert newest.parents == merged


# What goes to a person


def test_that_one_sentence_changed_by_both_waits_with_both_versions(
    two: Two, held: Meeting
) -> None:
    decide(two.here, what="Swim on Mondays.", owner="Aunt Quillfeather")
    decide(two.there, what="Swim on Tuesdays.")
    outcome, _ = two.meet()
    assert (outcome.merged, outcome.conflicts) == (0, (DECISION,))
    here, there = the_conflict(two.here), the_conflict(two.there)
    assert here.cause is ConflictCause.BOTH_CHANGED
    assert [each.name for each in here.disputed] == ["what"]
    assert here.disputed[0].before == WORDS
    assert here.disputed == there.disputed
    assert here.merged == there.merged
    assert here.merged["owner"] == "Aunt Quillfeather"
    sides = {side.author: side for side in here.sides}
    assert sides.keys() == {OFFICER, COLLEAGUE}
    assert (sides[OFFICER].is_mine, sides[OFFICER].by) == (True, "")
    assert (sides[COLLEAGUE].is_mine, sides[COLLEAGUE].by) == (False, "There")
    assert [side.revision for side in here.sides] == [side.revision for side in there.sides]
    assert conflicts.conflicts_of(two.here.unit_of_work, CHILD.id) == (here,)
    assert not conflicts.conflicts_of(two.here.unit_of_work, ChildId("another"))


def test_that_what_one_typed_stays_on_ones_own_screen_meanwhile(two: Two, held: Meeting) -> None:
    decide(two.here, what="Swim on Mondays.")
    decide(two.there, what="Swim on Tuesdays.")
    two.meet()
    stands = [decision_on(store) for store in (two.here, two.there)]
    assert [one and one.what for one in stands] == ["Swim on Mondays.", "Swim on Tuesdays."]


@pytest.mark.parametrize(
    "words", ["Swim on Mondays.", "Swim on Mondays. Swim on Tuesdays.", "A third."]
)
def test_that_a_decision_of_a_person_stands_on_both_laptops(
    two: Two, held: Meeting, clock: FixedClock, words: str
) -> None:
    decide(two.here, what="Swim on Mondays.")
    decide(two.there, what="Swim on Tuesdays.")
    two.meet()
    found = the_conflict(two.here)
    clock.advance(300)
    changed = conflicts.settle(
        two.here.unit_of_work, found, Settlement({**found.merged, "what": words}), clock
    )
    assert (changed.children, changed.reviews) == ({CHILD.id}, {held.review.id})
    two.meet()
    assert nothing_waits(two)
    for store in (two.here, two.there):
        stands = decision_on(store)
        assert stands is not None
        assert stands.what == words
    with two.there.unit_of_work() as uow:
        newest = uow.history.looked_at([DECISION])[-1]
    assert newest.author == OFFICER
    assert newest.device == f"laptop of {OFFICER}"
    assert newest.parents == tuple(side.revision for side in found.sides)


def test_that_two_who_settle_it_differently_are_asked_again(
    two: Two, held: Meeting, clock: FixedClock
) -> None:
    decide(two.here, what="Swim on Mondays.")
    decide(two.there, what="Swim on Tuesdays.")
    two.meet()
    for store, side in ((two.here, 0), (two.there, 1)):
        found = the_conflict(store)
        fields = {**found.merged, "what": found.disputed[0].versions[side]}
        conflicts.settle(store.unit_of_work, found, Settlement(fields), clock)
    assert nothing_waits(two)
    two.meet()
    again = the_conflict(two.here)
    assert set(again.disputed[0].versions) == {"Swim on Mondays.", "Swim on Tuesdays."}
    conflicts.settle(
        two.here.unit_of_work, again, Settlement({**again.merged, "what": "Swim."}), clock
    )
    two.meet()
    assert nothing_waits(two)
    assert decision_on(two.here) == decision_on(two.there)


def test_that_two_who_settle_it_alike_are_not_asked_again(
    two: Two, held: Meeting, clock: FixedClock
) -> None:
    decide(two.here, what="Swim on Mondays.")
    decide(two.there, what="Swim on Tuesdays.")
    two.meet()
    for store in (two.here, two.there):
        found = the_conflict(store)
        settlement = Settlement({**found.merged, "what": "Swim."})
        conflicts.settle(store.unit_of_work, found, settlement, clock)
    two.meet()
    assert nothing_waits(two)
    assert heads_on(two.here) == heads_on(two.there)


@pytest.mark.parametrize("withdrawn", [True, False])
def test_that_taking_away_against_a_change_waits_for_a_person(
    two: Two, held: Meeting, clock: FixedClock, *, withdrawn: bool
) -> None:
    take_away(two.here)
    decide(two.there, what="Swim on Tuesdays.")
    two.meet()
    found = the_conflict(two.there)
    assert found.cause is ConflictCause.TAKEN_AWAY_AND_CHANGED
    (kept,) = [side for side in found.sides if side.withdrawn is withdrawn]
    settlement = Settlement(kept.fields, withdrawn=withdrawn)
    conflicts.settle(two.there.unit_of_work, found, settlement, clock)
    two.meet()
    assert nothing_waits(two)
    assert (decision_on(two.here) is None) is withdrawn
    assert decision_on(two.there) == decision_on(two.here)


def test_that_taken_away_by_both_is_no_conflict(two: Two, held: Meeting) -> None:
    take_away(two.here)
    take_away(two.there)
    two.meet()
    assert nothing_waits(two)
    assert decision_on(two.here) is None


def test_that_the_childs_words_are_never_brought_together(two: Two, held: Meeting) -> None:
    for store, old, new in ((two.here, "Fridays", "Mondays"), (two.there, "well", "long")):
        with store.unit_of_work() as uow:
            view = uow.views.find(VIEW)
            assert view is not None
            uow.views.put(replace(view, words=WORDS.replace(old, new)))
    two.meet()
    found = the_conflict(two.here)
    assert [each.name for each in found.disputed] == ["words"]
    rules = conflicts.rules_of(two.here.unit_of_work, found)
    assert rules.rule_for(found.kind, "words", ()) is Rule.VERBATIM


# Decisions that cannot stand


def in_conflict(two: Two) -> Conflict:
    decide(two.here, what="Swim on Mondays.")
    decide(two.there, what="Swim on Tuesdays.")
    two.meet()
    return the_conflict(two.here)


NO_SUCH_THING: tuple[dict[str, object], ...] = (
    {"what": 7},
    {"what": None},
    {"position": "first"},
    {"position": 2**70},
    {"due_on": "soon"},
    {"id": "another"},
    {"child_id": "another"},
    {"review_id": "another"},
    {"what": "\ud800"},
    {"what": "Swim\0."},
)


def test_that_what_is_no_such_thing_is_not_kept(two: Two, held: Meeting, clock: FixedClock) -> None:
    found = in_conflict(two)
    for wrong in NO_SUCH_THING:
        fields = {**found.merged, "what": "Swim.", **wrong}
        with pytest.raises(UnreadableFile):
            conflicts.settle(two.here.unit_of_work, found, Settlement(fields), clock)
    assert the_conflict(two.here) == found


def test_that_a_decision_must_say_something_of_every_field(
    two: Two, held: Meeting, clock: FixedClock
) -> None:
    found = in_conflict(two)
    with pytest.raises(UnreadableFile):
        conflicts.settle(two.here.unit_of_work, found, Settlement(found.merged), clock)


def test_that_what_was_settled_meanwhile_is_not_settled_again(
    two: Two, held: Meeting, clock: FixedClock
) -> None:
    found = in_conflict(two)
    settlement = Settlement({**found.merged, "what": "Swim."})
    conflicts.settle(two.there.unit_of_work, the_conflict(two.there), settlement, clock)
    two.meet()
    with pytest.raises(NoSuchThing):
        conflicts.settle(two.here.unit_of_work, found, settlement, clock)


def test_that_what_came_since_it_was_shown_is_not_settled_with_it(
    two: Two, held: Meeting, clock: FixedClock
) -> None:
    found = in_conflict(two)
    decide(two.there, what="Swim on Sundays.")
    two.meet()
    conflicts.settle(
        two.here.unit_of_work, found, Settlement({**found.merged, "what": "Swim."}), clock
    )
    again = the_conflict(two.here)
    assert set(again.disputed[0].versions) == {"Swim.", "Swim on Sundays."}


# A record that was closed


def decision_of(held: Meeting) -> Decision:
    with held.workspace.uow_factory() as uow:
        found = uow.decisions.find(DECISION)
    assert found is not None
    return found


def test_that_what_came_after_a_closing_goes_into_an_addendum(
    two: Two, held: Meeting, clock: FixedClock
) -> None:
    held.close()
    closed = decision_of(held)
    decide(two.there, what="Swim on Tuesdays.")
    two.meet()
    for store in (two.here, two.there):
        assert decision_on(store) == closed
    found = the_conflict(two.there)
    assert found.cause is ConflictCause.AFTER_CLOSING
    assert found.sides[0].fields["what"] == WORDS
    assert found.disputed[0].versions == (WORDS, "Swim on Tuesdays.")
    as_it_came = Settlement(found.sides[1].fields)
    with pytest.raises(FixedReview):
        conflicts.settle(two.there.unit_of_work, found, as_it_came, clock)
    settlement = Settlement(found.sides[0].fields, addendum="They meant Tuesdays.")
    conflicts.settle(two.there.unit_of_work, found, settlement, clock)
    two.meet()
    assert nothing_waits(two)
    for store in (two.here, two.there):
        assert decision_on(store) == closed
        with store.unit_of_work() as uow:
            (addendum,) = uow.addenda.of_review(held.review.id)
        assert (addendum.text, addendum.added_by) == ("They meant Tuesdays.", COLLEAGUE)
        assert len(heads_on(store)) == 1


def test_that_what_was_new_after_a_closing_may_be_left_out(
    two: Two, held: Meeting, clock: FixedClock
) -> None:
    held.close()
    late = replace(recording.new_decision(held.review, 5), what="A late one")
    with two.there.unit_of_work() as uow:
        uow.decisions.put(late)
    two.meet()
    found = the_conflict(two.here)
    assert found.cause is ConflictCause.AFTER_CLOSING
    assert (found.sides[0].revision, found.sides[0].withdrawn) == ("", True)
    conflicts.settle(
        two.here.unit_of_work, found, Settlement(found.sides[0].fields, withdrawn=True), clock
    )
    two.meet()
    assert nothing_waits(two)
    for store in (two.here, two.there):
        with store.unit_of_work() as uow:
            assert uow.decisions.find(late.id) is None
            assert not uow.addenda.of_review(held.review.id)


def test_that_both_forks_before_a_closing_and_after_it_leave_the_closed_words(
    two: Two, held: Meeting, clock: FixedClock
) -> None:
    decide(two.there, what="Swim on Tuesdays.")
    decide(two.here, what="Swim on Mondays.")
    held.close()
    two.meet()
    found = the_conflict(two.there)
    assert found.cause is ConflictCause.AFTER_CLOSING
    assert found.sides[0].fields["what"] == "Swim on Mondays."
    assert decision_on(two.there) == decision_on(two.here)


def test_that_what_the_next_review_finds_of_a_decision_is_no_conflict(
    two: Two, held: Meeting
) -> None:
    held.close()
    two.meet()
    decide(two.here, kept=Kept.KEPT)
    decide(two.there, kept_words="It was kept.")
    two.meet()
    assert nothing_waits(two)
    found = decision_on(two.there)
    assert found is not None
    assert (found.kept, found.kept_words) == (Kept.KEPT, "It was kept.")


def test_that_a_review_closed_on_both_laptops_is_closed_once(
    two: Two, held: Meeting, clock: FixedClock, forms: Catalogue
) -> None:
    held.close()
    introduce(two.there.unit_of_work, Signatory(OFFICER, "", "", ""))
    other = Meeting(Workspace(two.there.unit_of_work, clock, forms), held.review, held.form)
    other.close()
    two.meet()
    assert nothing_waits(two)
    for store in (two.here, two.there):
        with store.unit_of_work() as uow:
            (seal,) = uow.closing_seals.all()
            assert len(Graph(uow.history.looked_at([seal.id])).heads()) == 1
            assert uow.history.heads_of_review(held.review.id).keys() == seal.heads.keys()
    assert heads_on(two.here) == heads_on(two.there)


def test_that_of_two_people_who_closed_a_review_one_did(
    two: Two, held: Meeting, clock: FixedClock, forms: Catalogue
) -> None:
    held.close()
    Meeting(Workspace(two.there.unit_of_work, clock, forms), held.review, held.form).close()
    two.meet()
    found = the_conflict(two.here)
    assert (found.entity, found.cause) == (held.review.id, ConflictCause.AFTER_CLOSING)
    assert [each.name for each in found.disputed] == ["closed_by"]
    assert found == replace(the_conflict(two.there), sides=found.sides)


def test_that_in_a_record_closed_without_a_seal_nothing_comes_together_by_itself(
    two: Two, held: Meeting
) -> None:
    held.close()
    with two.here.unit_of_work() as uow:
        uow.closing_seals.withdraw(uow.closing_seals.all()[0])
    decide(two.there, words_for_child="Swim!")
    two.meet()
    decide(two.here, kept=Kept.KEPT)
    decide(two.there, kept_words="It was kept.")
    two.meet()
    assert the_conflict(two.here).entity == DECISION


def test_that_a_seal_names_every_thing_that_is_fixed_with_the_review(
    two: Two, held: Meeting
) -> None:
    held.close()
    with two.here.unit_of_work() as uow:
        (seal,) = uow.closing_seals.of_review(held.review.id)
        named = dict(seal.heads)
        heads = uow.history.heads_of_review(held.review.id)
    assert seal.id == closing_seal_id(held.review.id)
    assert named == heads
    assert {DECISION, VIEW, held.review.id} <= named.keys()


# Who made a merge


def test_that_what_only_says_it_was_made_by_no_person_is_its_senders(
    two: Two, held: Meeting
) -> None:
    decide(two.here, what="Swim on Mondays.")
    decide(two.there, owner="Aunt Quillfeather")
    two.between.send(two.here, "Here")
    two.between.send(two.there, "There")
    with two.there.unit_of_work() as uow:
        newest = [each.id for each in uow.history.looked_at([DECISION])][-1]
    given = {each.id: each for each, _ in two.between.kept.values() if each.entity == DECISION}
    heads = Graph(given.values()).heads()
    assert newest in heads
    forged = replace(
        given[newest],
        id="forged",
        parents=heads,
        author="",
        device="",
        fields={**given[newest].fields, "what": "Never swim."},
    )
    stamp = Stamp(10_000, "x", "A Stranger", forged.made_at)
    two.between.kept[forged.id] = (forged, stamp)
    decide(two.here, what="Swim on Sundays.")
    two.between.send(two.here, "Here")
    two.between.give(two.here)
    authors = {side.author for side in the_conflict(two.here).sides}
    assert authors == {OFFICER, "A Stranger"}
