"""Three laptops, one hub, and whatever may happen between them, in any order.

Two laptops of one IRO and one of a colleague who covers write about one child, offline and online.
Lines break at any request, answers are lost or come twice, clocks are days off, programs are
started again, and the hub is put back to an older backup. In the end all meet at a hub that works:

- every laptop and the hub hold the same revisions, and every one that was ever made;
- things that stand at one revision stand the same everywhere, and the others are everybody's
  conflicts: none is hidden, and no merge that nobody made lost a word that somebody had added.
"""

import datetime as dt
import itertools
import shutil
import tempfile
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from bad_lines_for_tests import BadLine, Fate, bad_line
from iro_desktop.domain.answers import Answer, answer_id
from iro_desktop.domain.child import ImportantPerson
from iro_desktop.domain.conflicts import Settlement
from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.history_port import Revision
from iro_desktop.services.syncing.conflicts import open_conflicts, settle
from laptops_for_tests import Cancelled, Job, MadeUpLaptop, TeamHub, a_child, a_review
from postgres_for_tests import HubDatabase, TestCluster

LAPTOPS = st.integers(0, 2)
FATES = st.sampled_from(
    [Fate.NEVER_ARRIVES, Fate.ANSWER_IS_LOST, Fate.ANSWER_IS_CUT, Fate.ARRIVES_TWICE]
)
_TURNS_TO_REST = 12
_EXAMPLES = 5
_STEPS = 25


class ThreeLaptops(RuleBasedStateMachine):
    """Whatever may happen."""

    cluster: TestCluster

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self._folder = Path(tempfile.mkdtemp(prefix="three-laptops-"))
        self._stack.callback(shutil.rmtree, self._folder, ignore_errors=True)
        self._numbers = itertools.count(1)
        self._backup: HubDatabase | None = None
        self.hub = self._stack.enter_context(TeamHub(self.cluster))
        self.laptops = [self._laptop(name) for name in ("Ann", "Ann", "Ben")]
        self._have_a_child()

    def _laptop(self, person: str) -> MadeUpLaptop:
        folder = self._folder / f"laptop-{next(self._numbers)}"
        laptop = self._stack.enter_context(MadeUpLaptop(folder))
        return laptop.enrol(self.hub, f"{person} Made-up")

    def _have_a_child(self) -> None:
        child = a_child(known_as="Robin")
        review = a_review(child)
        about = {"child_id": child.id, "review_id": review.id}
        self.child = child
        self.things: list[Any] = [
            child,
            review,
            Answer(id=answer_id(review.id, "home"), question="home", value="Calm.", **about),
            View(id=EntityId(new_id()), words="I like it here.", **about),
            ImportantPerson(id=EntityId(new_id()), child_id=child.id, name="A friend"),
        ]
        self.laptops[0].put(*self.things)
        self.laptops[0].sync()
        with self.hub.office() as office:
            office.cover(child.id, self.hub.people["Ben Made-up"], dt.date(2099, 1, 1))
        for laptop in self.laptops:
            laptop.sync()

    def _entities(self) -> list[str]:
        return [thing.id for thing in self.things]

    @rule(which=LAPTOPS, thing=st.integers(0, 4), place=st.sampled_from(["first", "last"]))
    def write(self, which: int, thing: int, place: str) -> None:
        """Someone writes, offline, a word that nobody wrote before."""
        laptop = self.laptops[which]
        word = f"Word{next(self._numbers)}"
        stands = laptop.find(self.things[thing])
        if stands is not None:
            laptop.put(_with_word(stands, word, at_end=place == "last"))

    @rule(which=LAPTOPS, thing=st.sampled_from([3, 4]))
    def take_away(self, which: int, thing: int) -> None:
        """Someone takes a thing away."""
        stands = self.laptops[which].find(self.things[thing])
        if stands is not None:
            self.laptops[which].withdraw(stands)

    @rule(which=LAPTOPS)
    def sync(self, which: int) -> None:
        """A round that nothing comes between."""
        self.laptops[which].sync()

    @rule(which=LAPTOPS, fate=FATES, at=st.integers(1, 6))
    def sync_over_a_bad_line(self, which: int, fate: Fate, at: int) -> None:
        """One request of a round meets with an accident."""
        with bad_line(self.hub.address) as line:
            _fail_at(line, fate, at)
            with suppress(KnownFault):
                self.laptops[which].sync(by=line.address)

    @rule(which=LAPTOPS, at=st.integers(1, 12))
    def give_up_half_way(self, which: int, at: int) -> None:
        """A round is cancelled, and the program started again."""
        try:
            self.laptops[which].sync(job=Job(stops_at=at))
        except Cancelled:
            self.laptops[which].start_again()

    @rule(which=LAPTOPS, days=st.integers(-3, 3))
    def set_the_clock(self, which: int, days: int) -> None:
        """A clock jumps."""
        self.laptops[which].clock.advance(days * 86_400)

    @rule(which=LAPTOPS, side=st.integers(0, 1))
    def decide(self, which: int, side: int) -> None:
        """A person settles what they are asked, one way or the other."""
        _settle_all(self.laptops[which], side)

    @precondition(lambda self: self._backup is None)
    @rule()
    def back_the_hub_up(self) -> None:
        """A night passes."""
        self._backup = self.hub.back_up()

    @precondition(lambda self: self._backup is not None)
    @rule()
    def restore_the_hub(self) -> None:
        """The hub is lost, and put back to what it was that night."""
        assert self._backup is not None
        self.hub.restore(self._backup)
        self._backup = None

    def teardown(self) -> None:
        """All meet at a hub that works, and compare."""
        try:
            made = {each.id for one in self.laptops for each in one.revisions(*self._entities())}
            self._come_to_rest()
            self._compare(made)
            for _ in range(_TURNS_TO_REST):
                if not any(open_conflicts(one.uow) for one in self.laptops):
                    break
                _settle_all(self.laptops[0], 0)
                self._come_to_rest()
            else:
                message = "conflicts have no end"
                raise AssertionError(message)
            self._compare(made)
        finally:
            self._stack.close()

    def _come_to_rest(self) -> None:
        for _ in range(_TURNS_TO_REST):
            before = self._held()
            for laptop in self.laptops:
                laptop.sync()
            if self._held() == before and not any(one.waiting() for one in self.laptops):
                return
        message = "they never agree"
        raise AssertionError(message)

    def _held(self) -> list[frozenset[str]]:
        """By each laptop, and by the hub: what one sent last is not at the others yet."""
        by_laptops = [
            frozenset(each.id for each in laptop.revisions(*self._entities()))
            for laptop in self.laptops
        ]
        return [*by_laptops, frozenset(self.hub.held(self.child.id))]

    def _compare(self, made: set[str]) -> None:
        first = self.laptops[0]
        revisions = first.revisions(*self._entities())
        assert made <= {each.id for each in revisions}, "a word is missing"
        assert set(self.hub.held(self.child.id)) == {each.id for each in revisions}
        for laptop in self.laptops[1:]:
            assert laptop.revisions(*self._entities()) == revisions
        for thing in self.things:
            of_thing = [each for each in revisions if each.entity == thing.id]
            _check_merges(of_thing)
            self._check_standing(thing, of_thing)

    def _check_standing(self, thing: Any, revisions: list[Revision]) -> None:
        """One newest revision, and it stands everywhere; or everybody is asked."""
        parents = {parent for each in revisions for parent in each.parents}
        heads = [each for each in revisions if each.id not in parents]
        for laptop in self.laptops:
            asked = {conflict.entity for conflict in open_conflicts(laptop.uow)}
            assert (thing.id in asked) == (len(heads) > 1)
            if len(heads) == 1:
                stands = laptop.find(thing)
                assert (stands is None) == heads[0].withdrawn
        if len(heads) == 1:
            standing = [laptop.find(thing) for laptop in self.laptops]
            assert standing[0] == standing[1] == standing[2]


def _check_merges(revisions: list[Revision]) -> None:
    """What nobody decided keeps every word that either side had added since they parted."""
    by_name = {each.id: each for each in revisions}
    for merge in revisions:
        if len(merge.parents) < 2 or merge.author:
            continue
        sides = [_ancestors(by_name, parent) for parent in merge.parents]
        shared = frozenset.intersection(*sides)
        known = {word for name in shared for word in _words(by_name[name])}
        for parent in merge.parents:
            added = _words(by_name[parent]) - known
            assert added <= _words(merge), "a merge that nobody made lost a word"
        assert merge.withdrawn == any(by_name[name].withdrawn for name in merge.parents)


def _ancestors(by_name: dict[str, Revision], name: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in by_name and one not in found:
            found.add(one)
            waiting.extend(by_name[one].parents)
    return frozenset(found)


def _words(revision: Revision) -> set[str]:
    texts = [value for value in revision.fields.values() if isinstance(value, str)]
    return {word.strip(".") for text in texts for word in text.split() if word.startswith("Word")}


def _with_word(stands: Any, word: str, *, at_end: bool) -> Any:
    """The thing with one word more: prose grows at either end, a single value is another."""
    match stands:
        case Answer():
            text = str(stands.value or "")
            return replace(stands, value=f"{text} {word}." if at_end else f"{word}. {text}")
        case View():
            return replace(stands, words=f"{stands.words} {word}")
        case ImportantPerson():
            if at_end:
                return replace(stands, notes=f"{stands.notes} {word}.".strip())
            return replace(stands, name=word)
        case _ if hasattr(stands, "known_as"):
            return replace(stands, **{"known_as" if at_end else "social_worker": word})
        case _:
            return replace(stands, **{"planned_at" if at_end else "next_place": word})


def _fail_at(line: BadLine, fate: Fate, at: int) -> None:
    numbers = itertools.count(1)
    line.fates = lambda _method, _path: fate if next(numbers) == at else Fate.PASSES


def _settle_all(laptop: MadeUpLaptop, side: int) -> None:
    for conflict in open_conflicts(laptop.uow):
        chosen = conflict.sides[side % len(conflict.sides)]
        settlement = Settlement(dict(chosen.fields), withdrawn=chosen.withdrawn)
        laptop.clock.advance(120)
        settle(laptop.uow, conflict, settlement, laptop.clock)


def test_that_three_laptops_agree_whatever_happens(postgres: TestCluster) -> None:
    class Machine(ThreeLaptops):
        cluster = postgres

    run_state_machine_as_test(
        Machine, settings=settings(max_examples=_EXAMPLES, stateful_step_count=_STEPS)
    )
