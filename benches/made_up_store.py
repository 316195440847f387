"""A store with the made-up caseload in it, in a folder that goes away."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from iro_desktop import paths
from iro_desktop.demonstration import make_caseload
from iro_desktop.form_engine.catalogue import read_catalogue
from iro_desktop.services.clock import SystemClock
from iro_desktop.services.demonstrating import fill
from iro_desktop.services.reckoning import lawful
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore, create_store

KEY = bytes(range(32))
CLOCK = SystemClock()


@contextmanager
def empty_store() -> Iterator[SqlStore]:
    """An open store with nothing in it."""
    with tempfile.TemporaryDirectory() as folder:
        store = create_store(Path(folder) / "store", KEY, clock=CLOCK, author="Bench")
        try:
            yield store
        finally:
            store.close()


@contextmanager
def made_up_workspace() -> Iterator[Workspace]:
    """The made-up caseload, ready to work on."""
    with empty_store() as store:
        fill(store.unit_of_work, make_caseload(1, CLOCK.today(), lawful()))
        yield Workspace(store.unit_of_work, CLOCK, read_catalogue(paths.forms()))
