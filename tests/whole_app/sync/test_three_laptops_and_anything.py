"""Three laptops, one hub, and whatever may happen between them, in any order.

Two laptops of one IRO and one of a colleague write about one child, offline and online, in newer
programs and from screens that are behind. Lines break at any request, answers are lost or come
twice, clocks are days off, programs and databases are killed, laptops and the hub are put back to
older copies, the child is given to the other IRO, cover ends, people leave and come back. In the
end all meet at a hub that works:

- every laptop whose person has the child, and the hub, hold the same revisions, and every one that
  was ever made and not burnt with the only disk that had it; nobody else holds any;
- things that stand at one revision stand the same everywhere, and the others are everybody's
  conflicts: none is hidden, no merge that nobody made lost a word that somebody had added, and
  nobody's words were put together with a child's own;
- what was signed is what was signed.
"""

from typing import Any

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from three_laptops import PEOPLE, TURNS_TO_REST
from three_laptops_access import Changing
from three_laptops_agreeing import check_history, heads_of, settle_all
from three_laptops_failing import Failing
from three_laptops_writing import Writing

from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.services.history_port import Revision
from iro_desktop.services.syncing.conflicts import open_conflicts
from postgres_for_tests import TestCluster

_EXAMPLES = 5
_STEPS = 25
_IS_SEARCH = not settings.default.derandomize


class ThreeLaptops(Writing, Failing, Changing):
    """Whatever may happen, and what must hold once it is over."""

    def teardown(self) -> None:
        """All meet at a hub that works, and compare."""
        try:
            if self.access.gone:
                self.deactivate_or_reactivate()
            self.come_to_rest()
            self._compare()
            for _ in range(TURNS_TO_REST):
                if not any(open_conflicts(one.uow) for one in self.laptops):
                    break
                settle_all(self.laptops[self._readers()[0]], 0)
                self.come_to_rest()
            else:
                message = "conflicts have no end"
                raise AssertionError(message)
            self._compare()
        finally:
            self.stack.close()

    def _readers(self) -> list[int]:
        return [which for which in range(len(PEOPLE)) if self.reads(which)]

    def _compare(self) -> None:
        held = set(self.hub.held(self.child.id))
        assert self.made <= held, "a word is missing"
        entities = self.entities()
        on_laptops = [laptop.revisions(*entities) for laptop in self.laptops]
        every = {each.id: each for revisions in on_laptops for each in revisions}
        past = {each.id for each in every.values() if each.review == self.past.id}
        assert held >= set(every)
        for which, laptop in enumerate(self.laptops):
            names = {each.id for each in on_laptops[which]}
            if not self.reads(which):
                assert not names, "someone holds what is not theirs"
                assert laptop.find(self.child) is None
            elif which in self.purged and laptop.find(self.past) is None:
                assert names == set(every) - past
            else:
                assert names == set(every)
                assert names == held or not self._is_known_here(entities, held)
            for each in on_laptops[which]:
                assert each == every[each.id]
        for thing in self.things:
            of_thing = [each for each in every.values() if each.entity == thing.id]
            check_history(of_thing)
            self._check_standing(thing, of_thing)

    def _is_known_here(self, entities: list[str], held: set[str]) -> bool:
        told = self.hub.ask("SELECT DISTINCT entity FROM hub.revision")
        return set(map(str, told)) <= set(entities)

    def _check_standing(self, thing: Any, revisions: list[Revision]) -> None:
        """One newest revision, and it stands everywhere; or everybody is asked."""
        heads = heads_of(revisions)
        readers = [
            which
            for which in self._readers()
            if not (which in self.purged and self.laptops[which].find(self.past) is None)
            or getattr(thing, "review_id", thing.id) != self.past.id
        ]
        if not readers:
            return
        asked = [
            thing.id in {conflict.entity for conflict in open_conflicts(self.laptops[which].uow)}
            for which in readers
        ]
        assert len(set(asked)) <= 1, "one is asked what another is not"
        assert asked[0] or len(heads) <= 1, "something was chosen in silence"
        rows = [self.laptops[which].find(thing) for which in readers]
        if not asked[0] and not isinstance(thing, DocumentVersion):
            assert all(row == rows[0] for row in rows)


def test_that_three_laptops_agree_whatever_happens(postgres: TestCluster) -> None:
    class Machine(ThreeLaptops):
        cluster = postgres

    run_state_machine_as_test(
        Machine,
        settings=settings()
        if _IS_SEARCH
        else settings(max_examples=_EXAMPLES, stateful_step_count=_STEPS),
    )
