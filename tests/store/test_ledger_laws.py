"""Whatever a laptop and its hub do in whatever order, nothing is lost and rows say what is held."""

import datetime as dt
import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hub_samples import MOMENT, of_another, put_child_and_review, type_answer
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from store_samples import CHILD, REVIEW

from fixed_clock import FixedClock
from fresh_stores import NOW, copy_of
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import Stamp
from iro_desktop.store import SqlStore
from iro_desktop.store.kinds import ANSWER as ANSWERS
from iro_desktop.store.standing import standing_of

THINGS = ("answer-1", "answer-2")


class Laptop(RuleBasedStateMachine):
    """One laptop with two answers, a hub that may lose what it had, and a colleague who writes."""

    made_from: Path  # a store that is copied for each run

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FixedClock(NOW)
        self.store: SqlStore = copy_of(self.made_from, Path(self.folder.name) / "s", self.clock)
        put_child_and_review(self.store)
        self.hub: dict[str, Revision] = {}
        self.here: set[str] = set()
        self.let_go: set[str] = set()
        self.refused: dict[str, set[str]] = {}
        self.names: Iterator[int] = itertools.count()

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    @rule(thing=st.sampled_from(THINGS), seconds=st.sampled_from([0, 30, 90, -400]))
    def type_something(self, thing: str, seconds: int) -> None:
        self.clock.advance(seconds)
        type_answer(self.store, str(next(self.names)), thing)

    @rule()
    def freeze(self) -> None:
        with self.store.unit_of_work() as uow:
            uow.ledger.freeze()

    @rule(outcome=st.sampled_from(["accepted", "stamp", "answer lost", "refused"]))
    def send(self, outcome: str) -> None:
        with self.store.unit_of_work() as uow:
            for bundle in uow.ledger.waiting(1):
                uow.ledger.sent([bundle.id])
                if outcome == "refused":
                    self.refused[bundle.id] = {each.id for each in bundle.revisions}
                    uow.ledger.refused(bundle.id, "not_yours")
                    continue
                first = len(self.hub) + 1
                is_new = not self.hub.keys() & {each.id for each in bundle.revisions}
                self.hub.update({each.id: each for each in bundle.revisions})
                if outcome == "accepted" or (outcome == "stamp" and not is_new):
                    uow.ledger.accepted(bundle.id)
                elif outcome == "stamp":
                    uow.ledger.stamp(bundle.id, first, "p", "P", MOMENT)

    @rule(is_let_go=st.booleans())
    def decide_on_a_refusal(self, is_let_go: bool) -> None:  # noqa: FBT001  # drawn by name
        with self.store.unit_of_work() as uow:
            for refused in uow.ledger.refusals()[:1]:
                if is_let_go:
                    uow.ledger.let_go(refused.id)
                    self.let_go |= self.refused[refused.id] - uow.ledger.acknowledged(CHILD.id)
                else:
                    uow.ledger.try_again(refused.id)

    @rule(thing=st.sampled_from(THINGS), days=st.integers(-3, 3), data=st.data())
    def colleague_writes(self, thing: str, days: int, data: st.DataObject) -> None:
        known = sorted(name for name, each in self.hub.items() if each.entity == thing)
        parents = data.draw(st.sets(st.sampled_from(known), max_size=2)) if known else set()
        name = f"theirs-{next(self.names)}"
        made_at = MOMENT + dt.timedelta(days=days)
        self.hub[name] = of_another(thing, name, *sorted(parents), made_at=made_at)

    @rule(data=st.data())
    def pull(self, data: st.DataObject) -> None:
        order = list(enumerate(self.hub.values(), start=1))
        if data.draw(st.booleans()):
            order.reverse()
        received = [(each, Stamp(seq, "p", "P", MOMENT)) for seq, each in order]
        with self.store.unit_of_work() as uow:
            uow.ledger.take_in(received[: data.draw(st.integers(0, len(received)))])

    @rule(left=st.integers(0, 4))
    def hub_is_restored(self, left: int) -> None:
        self.hub = dict(list(self.hub.items())[:left])
        with self.store.unit_of_work() as uow:
            gone = uow.ledger.acknowledged(CHILD.id) - self.hub.keys()
            assert uow.ledger.queue_again(CHILD.id, gone) == len(gone)

    @rule(thing=st.sampled_from(THINGS))
    def merge(self, thing: str) -> None:
        with self.store.unit_of_work() as uow:
            if uow.ledger.forked([thing]) != [thing]:
                return
            given = uow.history.of_entity(thing)
            parents = {parent for each in given for parent in each.parents}
            heads = sorted(each.id for each in given if each.id not in parents)
            made = of_another(thing, "+".join(heads)[:60], *heads, author="", device="")
            uow.ledger.add_merge(made, is_automatic=True)
            assert uow.ledger.forked([thing]) == []

    @invariant()
    def nothing_is_lost_and_rows_say_what_is_held(self) -> None:
        if not hasattr(self, "store"):
            return
        with self.store.unit_of_work() as uow:
            entities = [CHILD.id, REVIEW.id, *THINGS]
            held = uow.history.looked_at(entities)
            acknowledged = uow.ledger.acknowledged(CHILD.id)
            waiting = uow.history.unsent()
            device = uow.settings.get("device")
            assert acknowledged <= self.hub.keys()
            assert self.here <= {each.id for each in held}
            self.here = {each.id for each in held}
            # All that is here waits, or the hub holds it, or a person let it go.
            self.let_go -= acknowledged
            assert waiting + len(acknowledged) + len(self.let_go) == len(held)
            assert uow.ledger.unsent_of(CHILD.id) == waiting
            forks = []
            for name in THINGS:
                given = [each for each in held if each.entity == name]
                found = uow.answers.find(name)
                if not given:
                    assert found is None
                    continue
                stands = standing_of(given, device)
                assert found == ANSWERS.decoded(stands.fields)
                parents = {parent for each in given for parent in each.parents}
                if len([each for each in given if each.id not in parents]) > 1:
                    forks.append(name)
            assert sorted(uow.ledger.forked()) == sorted(uow.ledger.forked(THINGS)) == forks


def test_that_whatever_a_laptop_and_its_hub_do_nothing_is_lost(fresh_store: Path) -> None:
    class OnThisStore(Laptop):
        made_from = fresh_store

    case = OnThisStore.TestCase
    case.settings = settings(max_examples=8, stateful_step_count=25, deadline=None)
    case().runTest()
