"""A real PostgreSQL for tests: one cluster a test process, and a fresh, migrated database a test.

Roles belong to the cluster, not to a database: a test that changes one (its password, its rights as
a role) changes it for all after it, and makes a cluster of its own instead (`throwaway_cluster`).
"""

import atexit
import contextlib
import itertools
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psycopg

from iro_hub.database.migrate import migrate
from iro_hub.private_cluster import PrivateCluster

_PREFIX = "iro-hub-tests-"
_TEMPLATE = "hub_as_migrated"


@dataclass(frozen=True, slots=True)
class HubDatabase:
    """A migrated database, and how each role reaches it (over a socket: no password is asked).

    `owner` is the cluster's superuser, who migrates; `operator` is who `iro-hub` connects as.
    """

    name: str
    owner: str
    operator: str
    gateway: str
    sign_in: str

    def connect(self) -> psycopg.Connection:
        """A connection as the owner, each statement a transaction. Close it."""
        return psycopg.connect(self.owner, autocommit=True)


class TestCluster:
    """The cluster of this test process, started by the first test that wants a database."""

    __test__ = False

    def __init__(self) -> None:
        self._cluster: PrivateCluster | None = None
        self._numbers = itertools.count(1)
        self._has_template = False

    def cluster(self) -> PrivateCluster:
        """The cluster, running."""
        if self._cluster is None:
            self._cluster = _started_cluster()
        elif self._cluster.process is None:  # a test stopped it
            self._cluster.start()
        return self._cluster

    def new_database(self) -> HubDatabase:
        """A migrated database that no one used before."""
        self._have_template()
        return self._make(f"CREATE DATABASE {{}} TEMPLATE {_TEMPLATE} STRATEGY FILE_COPY")

    def new_empty_database(self) -> HubDatabase:
        """A database with nothing in it yet. The roles may be there already: see the top."""
        return self._make("CREATE DATABASE {} TEMPLATE template0 STRATEGY FILE_COPY")

    def drop(self, database: HubDatabase) -> None:
        """Throw it away, whoever is connected."""
        self._run(f"DROP DATABASE IF EXISTS {database.name} WITH (FORCE)")

    def remove(self) -> None:
        """Stop it and delete all it wrote. Safe to call twice."""
        if self._cluster is not None:
            self._cluster.remove()
            self._cluster = None
            self._has_template = False

    def _have_template(self) -> None:
        if self._has_template:
            return
        self._run(f"DROP DATABASE IF EXISTS {_TEMPLATE}")
        self._run(f"CREATE DATABASE {_TEMPLATE} TEMPLATE template0")
        migrate(self.cluster().dsn(database=_TEMPLATE))
        self._has_template = True

    def _make(self, statement: str) -> HubDatabase:
        name = f"hub_{next(self._numbers)}"
        self._run(statement.format(name))
        dsn = self.cluster().dsn
        return HubDatabase(
            name,
            owner=dsn(database=name),
            operator=dsn("iro_operator", name),
            gateway=dsn("iro_gateway", name),
            sign_in=dsn("iro_sign_in", name),
        )

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.cluster().dsn(), autocommit=True) as connection:
            connection.execute(statement)  # names made here


def _started_cluster() -> PrivateCluster:
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    cluster = PrivateCluster.make(folder, is_durable=False)
    atexit.register(cluster.remove)  # where a session ends before its fixtures do
    cluster.start()
    return cluster


def _sweep() -> None:
    """End and delete what test processes left behind that were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        owner = int(folder.name.removeprefix(_PREFIX).split("-")[0])
        with contextlib.suppress(OSError):  # it runs, or is another user's
            if not _runs(owner):
                PrivateCluster(folder).remove()


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
