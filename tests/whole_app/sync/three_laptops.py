"""Two laptops of one IRO and one of a colleague, their hub, and all that was ever written on them.

What the rules in the modules beside this one stand on: whose the child is, what must never be lost,
and how all come to rest.
"""

import datetime as dt
import itertools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine
from three_laptops_things import a_decision, things_of

from bad_lines_for_tests import Late
from iro_desktop.domain.child import ImportantPerson
from iro_desktop.domain.closing_seal import closing_seal_id
from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.services.closing_review import put_seal
from iro_desktop.services.faults import (
    AccessOver,
    FixedReview,
    NoSuchThing,
    NotYoursToWrite,
    SignedOut,
    SignedVersion,
)
from iro_desktop.services.syncing.purging import RETENTION
from iro_desktop.services.syncing.writing_beside import let_be_brought_together
from laptops_for_tests import Job, MadeUpLaptop, TeamHub, a_child, a_review
from postgres_for_tests import HubDatabase, TestCluster

PEOPLE = ("Ann Made-up", "Ann Made-up", "Ben Made-up")
ANN, BEN = "Ann Made-up", "Ben Made-up"
LAPTOPS = st.integers(0, len(PEOPLE) - 1)
FAR = dt.date(2099, 1, 1)
TURNS_TO_REST = 12

_WAITING_FOR_A_MANAGER = """
    SELECT convert_from(body, 'UTF8')::json ->> 'id'
      FROM hub.quarantine, unnest(bodies) AS body WHERE decision IS NULL
"""


@dataclass(frozen=True)
class Access:
    """Whose the child is, who covers, and who may not sign in any more."""

    owner: str = ANN
    covers: frozenset[str] = frozenset({BEN})
    gone: frozenset[str] = frozenset()

    def reads(self, person: str) -> bool:
        """Whether someone has the child's record."""
        return person not in self.gone and (person == self.owner or person in self.covers)


@dataclass(frozen=True)
class Night:
    """A backup of the hub, with what it says of access. `is_noted`: it was verified and noted."""

    database: HubDatabase
    access: Access
    is_noted: bool


class World(RuleBasedStateMachine):
    """Laptops, hub and child. `made` are the revisions that may not be lost any more."""

    cluster: TestCluster

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.folder = Path(tempfile.mkdtemp(prefix="three-laptops-", dir=_quick_folder()))
        self.stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self.numbers = itertools.count(1)
        self.night: Night | None = None
        self.last_noted: HubDatabase | None = None
        self.access = Access()
        self.made: set[str] = set()
        self.purged: set[int] = set()
        self.believes_an_older_hub: set[int] = set()
        self.late: list[Late] = []
        self.copies: dict[int, Path] = {}
        self.signed: tuple[dict[str, DocumentVersion], ...] = ({}, {}, {})
        self.hub = self.stack.enter_context(TeamHub(self.cluster))
        self.laptops = [self._laptop(person) for person in PEOPLE]
        self._have_a_child()

    def _laptop(self, person: str) -> MadeUpLaptop:
        folder = self.folder / f"laptop-{next(self.numbers)}"
        laptop = self.stack.enter_context(MadeUpLaptop(folder))
        with laptop.uow() as uow:
            uow.settings.set(RETENTION, "90")
            uow.settings.set("iro_name", person)
        return laptop.enrol(self.hub, person)

    def _have_a_child(self) -> None:
        self.child = a_child(known_as="Robin")
        self.past = a_review(self.child, form="cla-review", form_version=2)
        self.review = a_review(
            self.child, form="cla-review", form_version=2, status=ReviewStatus.OPEN
        )
        self.things: list[Any] = [
            self.child,
            self.review,
            *things_of(self.review),
            ImportantPerson(id=EntityId(new_id()), child_id=self.child.id, name="A friend"),
            self.past,
            a_decision(self.past, 0),
        ]
        first = self.laptops[0]
        first.put(*self.things)
        self.close(first, self.past, dt.date(2025, 11, 2))
        first.sync()
        with self.hub.office() as office:
            office.cover(self.child.id, self.hub.people[BEN], FAR)
        for which, laptop in enumerate(self.laptops):
            laptop.sync()
            self.note(which)

    def close(self, laptop: MadeUpLaptop, review: Review, day: dt.date) -> None:
        """Close a review on a laptop, with its seal. Raises as the store does."""
        stands = laptop.find(review)
        closed = replace(
            stands, status=ReviewStatus.CLOSED, held_on=day, closed_on=day, closed_by="An IRO"
        )
        laptop.put(closed)
        with laptop.uow() as uow:
            put_seal(uow, closed)

    def word(self) -> str:
        """A word that nobody wrote before."""
        return f"Word{next(self.numbers)}"

    def thing(self, number: int) -> Any:
        """One of the things that there are by now."""
        return self.things[number % len(self.things)]

    def reads(self, which: int) -> bool:
        """Whether a laptop's person has the child now."""
        return self.access.reads(PEOPLE[which])

    def entities(self) -> list[str]:
        """The names of all things, and of the seals of their reviews."""
        reviews = [thing for thing in self.things if isinstance(thing, Review)]
        return [*(thing.id for thing in self.things), *(closing_seal_id(r.id) for r in reviews)]

    def ids_on(self, which: int) -> frozenset[str]:
        """The revisions that a laptop holds."""
        return frozenset(each.id for each in self.laptops[which].revisions(*self.entities()))

    @contextmanager
    def on(self, which: int) -> Iterator[MadeUpLaptop]:
        """Do something on a laptop that the program may refuse; what came of it must stay."""
        with suppress(FixedReview, SignedVersion, NotYoursToWrite, AccessOver, NoSuchThing):
            yield self.laptops[which]
        self.note(which)

    def note(self, which: int) -> None:
        """Remember what a laptop holds, and that what is signed there stays as it is."""
        laptop, signed = self.laptops[which], self.signed[which]
        self.made |= self.ids_on(which)
        if laptop.find(self.child) is None:
            signed.clear()
        for thing in self.things:
            if isinstance(thing, DocumentVersion):
                row = laptop.find(thing)
                if row is not None and row.is_signed:
                    signed.setdefault(thing.id, row)
                assert signed.get(thing.id) in {None, row}, "what was signed has changed"

    def something_was_lost(self) -> None:
        """A disk is gone, or a hub: what was nowhere else cannot be had again."""
        waiting = self.hub.ask(_WAITING_FOR_A_MANAGER)
        held = {*self.hub.held(self.child.id), *waiting}
        self.made &= held.union(*(self.ids_on(which) for which in range(len(PEOPLE))))

    def round(self, which: int, *, by: str = "", job: Job | None = None) -> None:
        """A round; who is signed out signs in again, if the hub lets them, and has another."""
        laptop = self.laptops[which]
        with laptop.uow() as uow:
            let_be_brought_together(uow)  # as whoever begins a round in the program
        try:
            laptop.sync(by=by, job=job)
        except SignedOut:
            if PEOPLE[which] in self.access.gone:
                return
            laptop.enrol(self.hub, PEOPLE[which])
            laptop.sync()
        finally:
            self.note(which)
        self.believes_an_older_hub.discard(which)

    def release(self) -> bool:
        """The manager lets all join the record that was kept aside. Says whether there was any."""
        with self.hub.office() as office:
            waiting = office.quarantine()
            for each in waiting:
                office.decide_quarantine(each.bundle, "release", "It belongs to the record.")
        return bool(waiting)

    def come_to_rest(self) -> None:
        """Rounds at a hub that works, until nothing moves any more."""
        for _ in range(TURNS_TO_REST):
            before = self._held()
            for which in range(len(PEOPLE)):
                self.round(which)
            was_aside = self.release()
            is_waiting = any(one.waiting() for one in self.laptops)
            if self._held() == before and not is_waiting and not was_aside:
                return
        message = "they never agree"
        raise AssertionError(message)

    def _held(self) -> list[frozenset[str]]:
        """By each laptop, and by the hub: what one sent last is not at the others yet."""
        held = [self.ids_on(which) for which in range(len(PEOPLE))]
        return [*held, frozenset(self.hub.held(self.child.id))]


def _quick_folder() -> Path | None:
    memory = Path("/dev/shm")  # noqa: S108 - where Linux has a disk that is memory
    return memory if memory.is_dir() else None
