"""A team's hub and the laptops of its people, all real: PostgreSQL, the gateway, SQLCipher stores.

The hub can be stopped, killed, put back to an older day and set up anew; a laptop has a clock of
its own, and can be closed, copied and cut off. Nobody here exists.
"""

import atexit
import contextlib
import datetime as dt
import functools
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

import psycopg

from fixed_clock import FixedClock
from fresh_stores import KEY, NOW
from gateway_for_tests import running_gateway
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, ReviewId, new_id
from iro_desktop.domain.review import Review
from iro_desktop.form_engine.catalogue import Catalogue
from iro_desktop.hub.client import HttpDoor, HttpHub
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.services.ports import Sight, UnitOfWorkFactory
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.syncing.reports import RoundReport
from iro_desktop.services.syncing.whole_round import sync_round
from iro_desktop.services.team_hub import membership
from iro_desktop.services.team_hub.enrolling import enrol
from iro_desktop.services.team_hub.sealing import StoreSealer
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore, create_store, open_store
from iro_desktop.store.backup import RESTORED_NAME
from iro_desktop.vault.sealing import NaclBoxes
from iro_hub.database.office import Office
from postgres_for_tests import HubDatabase, TestCluster

PATIENCE_SECONDS = 30.0
_SERVE = (
    "import os, sys\n"
    "from iro_hub.gateway.configuration import configuration_from\n"
    "from iro_hub.gateway.serving import serve\n"
    "serve(configuration_from(os.environ), '127.0.0.1', int(sys.argv[1]))\n"
)


class TeamHub:
    """A hub of one team, with a gateway in this process or (`is_apart`) in one of its own."""

    def __init__(self, cluster: TestCluster, *, is_apart: bool = False) -> None:
        self._cluster = cluster
        self._is_apart = is_apart
        self._stop: Callable[[], None] = _nothing
        self._process: subprocess.Popen[bytes] | None = None
        self._backups = 0
        self.database: HubDatabase = cluster.new_database()
        self.address = ""
        self.people: dict[str, str] = {}
        self._begin()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._cluster.drop(self.database)

    def start(self) -> None:
        """Serve, at an address of its own."""
        if self._is_apart:
            self._start_apart()
            return
        stack = contextlib.ExitStack()
        self.address = stack.enter_context(running_gateway(self.database))
        self._stop = stack.close

    def stop(self) -> None:
        """End in good order. Safe to call twice."""
        stop, self._stop = self._stop, _nothing
        stop()

    def kill(self) -> None:
        """End the gateway's process at once, whatever it is at (`is_apart`)."""
        assert self._process is not None, "only a gateway of a process of its own can be killed"
        self._process.kill()
        self.stop()

    def office(self) -> Office:
        """The operator's desk: use it in a `with`."""
        return Office(self.database.operator)

    def person(self, name: str, role: str = "iro", **more: Any) -> str:
        """Someone of the team. Their id."""
        with self.office() as office:
            self.people[name] = office.add_person(name, role, "North", **more)
        return self.people[name]

    def code(self, name: str) -> str:
        """A code for one more device of someone, whom the hub knows from now on."""
        if name not in self.people:
            self.person(name)
        with self.office() as office:
            return office.enrol_code(self.people[name])

    def back_up(self) -> HubDatabase:
        """A copy of all it has now."""
        with self._at_rest():
            self._backups += 1
            copy = f"{self.database.name}_{self._backups}"
            self._run(f"CREATE DATABASE {copy} TEMPLATE {self.database.name} STRATEGY FILE_COPY")
        return HubDatabase(copy, "", "", "", "")

    def note_backup(self) -> None:
        """As `iro-hub backup --check` does when it ended well, of all that it has now."""
        with self.database.connect() as connection:
            connection.execute("SELECT hub.note_backup(now())")

    def restore(self, backup: HubDatabase) -> None:
        """Put it back to what it had then. The backup stays."""
        with self._at_rest():
            self._run(f"DROP DATABASE {self.database.name} WITH (FORCE)")
            self._run(
                f"CREATE DATABASE {self.database.name} TEMPLATE {backup.name} STRATEGY FILE_COPY"
            )

    def set_up_anew(self) -> None:
        """Another hub at the same place, which knows nobody."""
        with self._at_rest():
            self._cluster.drop(self.database)
            self.database = self._cluster.new_database()
            self.people = {}
            self._begin()

    def ask(self, query: str, *values: object) -> list[Any]:
        """The first column of what the database has, as its owner sees it."""
        with self.database.connect() as connection:
            return [row[0] for row in connection.execute(query.encode(), values)]

    def held(self, child: str) -> list[str]:
        """Ids of a child's revisions, by number."""
        found = self.ask("SELECT id FROM hub.revision WHERE child = %s ORDER BY seq", child)
        return [str(name) for name in found]

    def _begin(self) -> None:
        with self.database.connect() as connection:  # databases of tests are copies of one hub
            connection.execute("SET session_replication_role = replica")
            connection.execute("UPDATE hub.itself SET id = gen_random_uuid()")
        with self.office() as office:
            office.name_hub("Made-up Council")
            office.add_team("North")

    @contextlib.contextmanager
    def _at_rest(self) -> Iterator[None]:
        was_running = self._stop is not _nothing
        self.stop()
        yield
        if was_running:
            self.start()

    def _run(self, statement: str) -> None:
        with psycopg.connect(self._cluster.cluster().dsn(), autocommit=True) as connection:
            connection.execute(statement.encode())

    def _start_apart(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        environment = {
            **os.environ,
            "IRO_HUB_GATEWAY_DSN": self.database.gateway,
            "IRO_HUB_SIGN_IN_DSN": self.database.sign_in,
        }
        process = subprocess.Popen(
            [sys.executable, "-c", _SERVE, str(port)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._process = process

        def stop() -> None:
            process.terminate()
            process.wait(PATIENCE_SECONDS)

        self._stop = stop
        self.address = f"http://127.0.0.1:{port}"
        wait_for(lambda: _is_alive(self.address))


class MadeUpLaptop:
    """One person's laptop: a store in `folder`, and a clock that is `skew` off."""

    def __init__(self, folder: Path, *, skew: dt.timedelta = dt.timedelta()) -> None:
        shutil.copytree(_fresh_store(), folder)
        (folder / RESTORED_NAME).touch()  # or all would have the name of the one device
        self.folder = folder
        self.clock = FixedClock(NOW + skew)
        self.hub: TeamHub | None = None
        self._open()

    def _open(self) -> None:
        self.store: SqlStore = open_store(self.folder, KEY, clock=self.clock)
        self.uow: UnitOfWorkFactory = self.store.unit_of_work
        workspace = Workspace(self.uow, self.clock, _catalogue())
        self.sealer = StoreSealer(self.uow, NaclBoxes(), workspace.form_of)

    def close(self) -> None:
        """Shut it down."""
        self.store.close()

    def start_again(self) -> None:
        """Shut it down and open it."""
        self.store.close()
        self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def enrol(self, hub: TeamHub, person: str) -> Self:
        """Belong to a hub as someone, whom the hub may not know yet."""
        self.hub = hub
        enrol(self.uow, HttpDoor, NaclBoxes(), hub.address, hub.code(person), self.clock)
        return self

    def reach(self, address: str = "") -> HttpHub:
        """The hub with this laptop's token, at its own address or by way of another."""
        assert self.hub is not None
        with self.uow() as uow:
            token = membership.token_of(uow)
        return HttpHub(address or self.hub.address, token)

    def sync(self, *, by: str = "", job: "Job | None" = None) -> RoundReport:
        """One round, perhaps by way of another address. Raises as `sync_round`."""
        reached = self.reach(by)
        try:
            return sync_round(self.uow, reached, self.sealer, self.clock, job or Job())
        finally:
            reached.close()

    def put(self, *things: Any, seconds: float = 120, sight: Sight | None = None) -> None:
        """Keep things, a while later than what was kept before: each is a revision of its own.

        With a `sight`, as from a screen that shows what came in only up to there.
        """
        self.clock.advance(seconds)
        with self.store.unit_of_work(sight) as uow:
            for thing in things:
                _records_of(uow, thing).put(thing)

    def withdraw(self, thing: Any, seconds: float = 120) -> None:
        """Take a thing away, a while later."""
        self.clock.advance(seconds)
        with self.uow() as uow:
            _records_of(uow, thing).withdraw(thing)

    def find(self, thing: Any) -> Any:
        """The thing of that id as it stands here, or None."""
        with self.uow() as uow:
            return _records_of(uow, thing).find(thing.id)

    def revisions(self, *entities: str) -> list[Revision]:
        """Revisions of things as this laptop has them, in the order of their ids."""
        with self.uow() as uow:
            found = uow.history.looked_at(entities)
        return sorted(found, key=lambda each: each.id)

    def acknowledged(self, child: str) -> frozenset[str]:
        """Ids of a child's revisions that the hub holds, as far as this laptop knows."""
        with self.uow() as uow:
            return uow.ledger.acknowledged(ChildId(child))

    def waiting(self) -> int:
        """How many revisions wait in the outbox."""
        with self.uow() as uow:
            return uow.history.unsent()

    def states(self) -> dict[ChildId, RecordState]:
        """Where the newest words of each child are."""
        with self.uow() as uow:
            return dict(uow.ledger.states_of_children())

    def setting(self, name: str) -> str:
        """A setting."""
        with self.uow() as uow:
            return uow.settings.get(name)


class Cancelled(Exception):
    """What a test's job raises where it is cancelled."""


class Job:
    """A job that says nothing, and stops at its n-th check where one is given."""

    def __init__(self, stops_at: int | None = None) -> None:
        self.checks = 0
        self.said: list[str] = []
        self._stops_at = stops_at

    def progress(self, done: int, total: int, what: str = "") -> None:
        """Remember what it was at."""
        self.said.append(what)

    def check(self) -> None:
        """Stop where it was to."""
        self.checks += 1
        if self.checks == self._stops_at:
            raise Cancelled


def a_child(number: str = "M-1", **more: Any) -> Child:
    """A child who does not exist."""
    fields = {"id": ChildId(new_id()), "date_of_birth": dt.date(2014, 5, 4), **more}
    return Child(number=number, **fields)


def a_review(child: Child, **more: Any) -> Review:
    """A review of a child, planned."""
    fields = {"id": ReviewId(new_id()), "planned_for": dt.date(2026, 12, 1), **more}
    return Review(child_id=child.id, **fields)


def wait_for(condition: Callable[[], bool]) -> None:
    """Return once it holds; a fault where it never does."""
    ends = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > ends:
            message = "what was waited for never came"
            raise AssertionError(message)
        time.sleep(0.01)


def _nothing() -> None:
    pass


def _is_alive(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/v1/alive", timeout=5) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except OSError:
        return False


_FIELDS = {
    "Child": "children",
    "ImportantPerson": "people",
    "Review": "reviews",
    "Participant": "participants",
    "Answer": "answers",
    "View": "views",
    "Decision": "decisions",
    "Addendum": "addenda",
    "KeptPicture": "kept_pictures",
    "ConfidentialDetail": "confidential_details",
    "RecordedHappening": "happenings",
    "DocumentVersion": "document_versions",
    "ManagersConfirmation": "managers_confirmations",
    "Sending": "sendings",
    "WrittenDocument": "written_documents",
}


def _records_of(uow: Any, thing: Any) -> Any:
    return getattr(uow, _FIELDS[type(thing).__name__])


@functools.cache
def _fresh_store() -> Path:
    """An empty store, made once in a process: making its tables takes longer than most tests."""
    folder = Path(tempfile.mkdtemp(prefix="iro-laptops-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    clock = FixedClock(NOW)
    store = create_store(folder / "store", KEY, clock=clock)
    store.close()
    return folder / "store"


@functools.cache
def _catalogue() -> Catalogue:
    return programs_forms()
