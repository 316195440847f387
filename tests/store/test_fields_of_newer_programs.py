"""A field that only a newer laptop knows stays, whatever an older one makes of the thing."""

from collections.abc import Mapping
from dataclasses import replace

from hub_samples import (
    answer_fields,
    put_child_and_review,
    revision,
    send_all,
    stamped,
    type_answer,
    value_of,
)
from hypothesis import given
from hypothesis import strategies as st
from store_samples import ANSWER

from fixed_clock import FixedClock
from iro_desktop.domain.conflicts import ConflictCause, Settlement
from iro_desktop.services.history_port import Revision
from iro_desktop.services.other_versions import gone_on_from
from iro_desktop.services.ports import Sight, UnitOfWork
from iro_desktop.services.syncing import conflicts
from iro_desktop.services.syncing.conflicts import merge_forks, open_conflicts
from iro_desktop.services.syncing.writing_beside import keep_beside
from iro_desktop.store import SqlStore
from iro_desktop.store.kinds import DECISION
from iro_desktop.sync.merging import AutomaticMerge, automatic_merge
from iro_desktop.sync.rules import Rules

NEWER = {"sung": "la la", "beats": [1, {"of": 2}]}


def newer(name: str, *parents: str, **says: object) -> Revision:
    """A revision of a newer program, with fields that this one does not know."""
    return revision(name, *parents, fields={**answer_fields(value=name), **NEWER, **says})


def take_in(store: SqlStore, *revisions: Revision) -> None:
    with store.unit_of_work() as uow:
        uow.ledger.take_in(stamped(revisions, send_all(uow)))


def newest(uow: UnitOfWork) -> Revision:
    return uow.history.looked_at([ANSWER.id])[-1]


def said_by_newer(store: SqlStore) -> Mapping[str, object]:
    """What the newest revision says that this program does not know."""
    with store.unit_of_work() as uow:
        fields = newest(uow).fields
    return {name: value for name, value in fields.items() if name not in answer_fields()}


def test_that_an_edit_keeps_what_only_the_newer_laptop_knows(
    store: SqlStore, clock: FixedClock
) -> None:
    put_child_and_review(store)
    take_in(store, newer("Theirs"))
    for value in ("Mine", "Mine, typed on"):
        type_answer(store, value)
        assert said_by_newer(store) == NEWER
    with store.unit_of_work() as uow:
        assert len(uow.history.of_entity(ANSWER.id)) == 2  # the burst is one revision
    clock.advance(3600)
    type_answer(store, "Later")
    assert said_by_newer(store) == NEWER
    with store.unit_of_work() as uow:
        assert newest(uow).fields["value"] == value_of(uow) == "Later"


def test_that_what_is_taken_away_and_brought_back_keeps_it(
    store: SqlStore, clock: FixedClock
) -> None:
    put_child_and_review(store)
    take_in(store, newer("Theirs"))
    with store.unit_of_work() as uow:
        uow.answers.withdraw(ANSWER)
    assert said_by_newer(store) == NEWER
    clock.advance(3600)
    type_answer(store, "Back")
    assert said_by_newer(store) == NEWER


def test_that_an_edit_says_nothing_of_a_field_that_an_older_laptop_lacked(
    store: SqlStore, clock: FixedClock
) -> None:
    put_child_and_review(store)
    fields = answer_fields(value="Older")
    del fields["item"]
    take_in(store, revision("older", fields=fields))
    type_answer(store, "Mine")
    with store.unit_of_work() as uow:
        assert "item" not in newest(uow).fields
        uow.answers.put(replace(ANSWER, value="Mine", item="second"))
        assert newest(uow).fields["item"] == "second"
        uow.answers.put(replace(ANSWER, value="Mine", item=""))
        assert newest(uow).fields["item"] == ""


def test_that_what_is_kept_from_a_screen_that_has_not_seen_it_goes_on_from_what_it_saw(
    store: SqlStore, clock: FixedClock
) -> None:
    put_child_and_review(store)
    with store.unit_of_work() as uow:
        uow.settings.set("hub_person", "person-1")
    take_in(store, newer("Seen"))
    with store.unit_of_work() as uow:
        sight = Sight(uow.history.newest())
        seen = uow.answers.find(ANSWER.id)
    assert seen is not None
    take_in(store, newer("Unseen", "Seen", sung="do re mi"))
    with store.unit_of_work(sight) as uow:
        uow.answers.put(replace(seen, item="mine"))
    assert said_by_newer(store) == NEWER
    merge_forks(store.unit_of_work)
    assert said_by_newer(store) == {**NEWER, "sung": "do re mi"}
    with store.unit_of_work() as uow:
        merged = newest(uow)
        assert (merged.fields["value"], merged.fields["item"]) == ("Unseen", "mine")


def test_that_what_is_written_beside_goes_on_from_the_newer_laptops_words(
    store: SqlStore, clock: FixedClock
) -> None:
    put_child_and_review(store)
    with store.unit_of_work() as uow:
        for name in ("hub_person", "hub_token", "hub_url"):
            uow.settings.set(name, "https://hub.example.org")
    take_in(store, newer("Seen"))
    with store.unit_of_work() as uow:
        seen = uow.answers.find(ANSWER.id)
    assert seen is not None
    take_in(store, newer("Unseen", "Seen"))
    assert keep_beside(store.unit_of_work, replace(seen, value="Mine"), seen, clock).topics
    with store.unit_of_work() as uow:
        assert newest(uow).parents == ("Seen",)
    assert said_by_newer(store) == NEWER


def forked(store: SqlStore, ours: Revision, theirs: Revision) -> None:
    """Two went on from one."""
    put_child_and_review(store)
    take_in(store, newer("Base"), ours, theirs)
    merge_forks(store.unit_of_work)


def settle(store: SqlStore, settlement: Settlement, clock: FixedClock) -> None:
    (conflict,) = open_conflicts(store.unit_of_work)
    conflicts.settle(store.unit_of_work, conflict, settlement, clock)
    assert not open_conflicts(store.unit_of_work)


def test_that_two_who_changed_it_wait_for_a_person(store: SqlStore, clock: FixedClock) -> None:
    forked(store, newer("a", "Base", value="Base", sung="x"), newer("b", "Base", value="Base"))
    assert said_by_newer(store)["sung"] == "x"  # one changed it: nothing to decide
    forked(
        store,
        newer("c", "Base", value="Base", sung="y"),
        newer("d", "Base", value="Base", sung="z"),
    )
    (conflict,) = open_conflicts(store.unit_of_work)
    assert [each.name for each in conflict.disputed] == ["sung"]
    settle(store, Settlement({**conflict.merged, "sung": "y"}), clock)
    assert said_by_newer(store)["sung"] == "y"


def test_that_a_decision_for_the_whole_of_an_older_laptops_version_keeps_it(
    store: SqlStore, clock: FixedClock
) -> None:
    put_child_and_review(store)
    older = revision("older", fields=answer_fields(value="Older"))
    gone = newer("gone", "older", withdrawn=True, value="Older")
    take_in(store, older, replace(gone, withdrawn=True))
    take_in(store, revision("on", "older", fields=answer_fields(value="On")))
    merge_forks(store.unit_of_work)
    (conflict,) = open_conflicts(store.unit_of_work)
    assert conflict.cause is ConflictCause.TAKEN_AWAY_AND_CHANGED
    (kept,) = [side for side in conflict.sides if not side.withdrawn]
    settle(store, Settlement(dict(kept.fields)), clock)
    assert said_by_newer(store)["sung"] == "la la"
    with store.unit_of_work() as uow:
        assert value_of(uow) == "On"


# Two programs, and whatever they do to one decision


KNOWN = {"id": "d", "child_id": "c", "review_id": "r", "what": "Swim.", "owner": "Aunt"}
Edits = list[tuple[str, str, str, object]]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["older", "newer"]),
        st.sampled_from(["what", "owner", "by_when"]),
        st.sampled_from(["one", "two", ""]),
        st.sampled_from([None, "sung", [1], {"deep": {"er": None}}]),
    ),
    max_size=8,
)


def edited(fields: Mapping[str, object], edits: Edits) -> dict[str, object]:
    """What becomes of it: only the newer program can change `tune`."""
    now = dict(fields)
    for program, name, value, tune in edits:
        if program == "newer":
            now |= {name: value, "tune": tune}
        else:
            thing = replace(DECISION.decoded(now), **{name: value})
            now = gone_on_from(now, thing)
    return now


@given(before=EDITS, edits=EDITS)
def test_that_whatever_an_older_program_edits_the_newer_ones_field_is_as_it_left_it(
    before: Edits, edits: Edits
) -> None:
    fields = edited(edited(KNOWN, before), edits)
    tunes = [tune for program, _, _, tune in (*before, *edits) if program == "newer"]
    if tunes:
        assert fields["tune"] == tunes[-1]
    else:
        assert "tune" not in fields
    last = {name: value for _, name, value, _ in (*before, *edits)}
    said = DECISION.encoded(DECISION.decoded(fields))
    assert said == DECISION.encoded(DECISION.decoded({**KNOWN, **last}))


@given(before=EDITS, ours=EDITS, theirs=EDITS)
def test_that_a_merge_takes_the_field_from_whoever_changed_it_and_never_drops_it(
    before: Edits,
    ours: Edits,
    theirs: Edits,
) -> None:
    base = revision("base", fields=edited({**KNOWN, "tune": "hum"}, before), kind="decision")
    one = replace(base, id="one", parents=("base",), fields=edited(base.fields, ours))
    other = replace(base, id="two", parents=("base",), fields=edited(base.fields, theirs))
    found = automatic_merge([base, one, other], ["one", "two"], Rules())
    tunes = [each.fields["tune"] for each in (base, one, other)]
    changed = [tune for tune in tunes[1:] if tune != tunes[0]]
    if isinstance(found, AutomaticMerge):
        assert found.fields["tune"] == (changed[-1] if changed else tunes[0])
    elif "tune" in {each.name for each in found.fields}:
        assert len(changed) == 2
        assert changed[0] != changed[1]
    else:
        assert found.merged["tune"] == (changed[-1] if changed else tunes[0])
