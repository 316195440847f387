"""Laptops of made-up people: real stores, each enrolled and synced as the application does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from iro_desktop.bootstrap import laptop
from iro_desktop.demonstration import MadeUpCaseload, make_caseload
from iro_desktop.domain.child import Child
from iro_desktop.domain.conflicts import Conflict, Settlement
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.review_record import Signatory
from iro_desktop.hub.client import HttpDoor, HttpHub
from iro_desktop.i18n import Translator
from iro_desktop.services import access
from iro_desktop.services.clock import SystemClock
from iro_desktop.services.demonstrating import fill
from iro_desktop.services.ports import OpenStore
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.reckoning import lawful
from iro_desktop.services.syncing import conflicts
from iro_desktop.services.syncing.reports import RoundReport, in_words
from iro_desktop.services.syncing.whole_round import sync_round
from iro_desktop.services.team_hub import membership
from iro_desktop.services.team_hub.enrolling import enrol
from iro_desktop.services.team_hub.sealing import StoreSealer
from iro_desktop.services.workspace import Workspace
from iro_desktop.vault.sealing import NaclBoxes

PASSPHRASE = "made up for the demonstration"  # noqa: S105  said to be so on the screen
_SEED = 903
_CLOCK = SystemClock()


class Quietly:
    """A round's job that nobody watches."""

    def progress(self, done: int, total: int, what: str = "") -> None:
        """Nothing is shown."""

    def check(self) -> None:
        """Nobody cancels."""


class DemoLaptop:
    """A laptop of `owner`, its store open in `folder`."""

    def __init__(self, folder: Path, owner: str, store: OpenStore) -> None:
        self.folder = folder
        self.owner = owner
        self._store = store
        self._uow = store.unit_of_work
        forms = Workspace(self._uow, _CLOCK, programs_forms())
        self._sealer = StoreSealer(self._uow, NaclBoxes(), forms.form_of)
        self._address = ""

    def take_on(self, caseload: MadeUpCaseload) -> None:
        """Keep a made-up caseload."""
        fill(self._uow, caseload)

    def enrol(self, address: str, code: str) -> None:
        """Belong to a hub from now on, by a single-use code."""
        self._address = address
        enrol(self._uow, HttpDoor, NaclBoxes(), address, code, _CLOCK)

    def sync(self) -> RoundReport:
        """One round with the hub."""
        with self._uow() as uow:
            token = membership.token_of(uow)
        with closing(HttpHub(self._address, token)) as hub:
            return sync_round(self._uow, hub, self._sealer, _CLOCK, Quietly())

    def children(self) -> tuple[Child, ...]:
        """The children whose record is here."""
        with self._uow() as uow:
            return tuple(uow.children.all())

    def child(self, name: ChildId) -> Child:
        """A child as they stand here."""
        with self._uow() as uow:
            found = uow.children.find(name)
        if found is None:
            raise LookupError(name)
        return found

    def edit(self, name: ChildId, change: Callable[[Child], Child]) -> None:
        """Change a child's page, whether the hub can be reached or not."""
        page = change(self.child(name))
        with self._uow() as uow:
            uow.children.put(page)

    def open_conflicts(self) -> tuple[Conflict, ...]:
        """What waits for a person here."""
        return conflicts.open_conflicts(self._uow)

    def settle_by_own(self, conflict: Conflict) -> None:
        """Decide for this laptop's own version."""
        mine = next(side for side in conflict.sides if side.is_mine)
        conflicts.settle(self._uow, conflict, Settlement(mine.fields), _CLOCK)

    def close(self) -> None:
        """Shut it."""
        self._store.close()


@contextmanager
def new_laptop(folder: Path, owner: str) -> Iterator[DemoLaptop]:
    """A laptop with an empty store, open while the block runs."""
    made = access.make_store(laptop(folder), PASSPHRASE, Signatory(name=owner))
    opened = DemoLaptop(folder, owner, made.store)
    try:
        yield opened
    finally:
        opened.close()


def two_caseloads(most_children: int) -> tuple[MadeUpCaseload, MadeUpCaseload]:
    """The made-up children, brothers and sisters together, half of them each."""
    whole = make_caseload(_SEED, _CLOCK.today(), lawful())
    children = sorted(whole.children, key=lambda child: (child.sibling_group, child.number))
    chosen = children[:most_children]
    half = len(chosen) // 2
    return _of(whole, chosen[:half]), _of(whole, chosen[half:])


def words_of(report: RoundReport) -> tuple[str, ...]:
    """What a round did, as the application says it."""
    return in_words(report, Translator())


def _of(whole: MadeUpCaseload, children: list[Child]) -> MadeUpCaseload:
    kept = {child.id for child in children}
    return replace(
        whole,
        **{
            name: tuple(thing for thing in getattr(whole, name) if _child_of(thing) in kept)
            for name in MadeUpCaseload.__dataclass_fields__
        },
    )


def _child_of(thing: object) -> object:
    return thing.id if isinstance(thing, Child) else getattr(thing, "child_id", None)
