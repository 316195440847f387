"""A store opened for one command, and let go of afterwards."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from iro_desktop.command_line import passphrases
from iro_desktop.command_line.means import Means
from iro_desktop.services.access import unlock
from iro_desktop.services.faults import NoStore, NotWritable
from iro_desktop.services.ports import OpenStore
from iro_desktop.services.workspace import Workspace

_STORES_OWN = ("store.", "vault.")


@contextmanager
def opened(said: argparse.Namespace, means: Means) -> Iterator[OpenStore]:
    """The store the command names, unlocked. Raises what `access.unlock` raises."""
    laptop = means.laptop(said.store)
    if not laptop.keys.exists():
        raise NoStore
    store = unlock(laptop, passphrases.read(said.passphrase_file))
    try:
        yield store
    finally:
        store.close()


def not_the_stores_own(out: Path, store: Path) -> Path:
    """`out`, unless writing there would write over the store itself. Raises NotWritable."""
    target = out.resolve()
    if target.parent == store.resolve() and target.name.lower().startswith(_STORES_OWN):
        raise NotWritable(what=out.name)
    return out


def workspace(store: OpenStore, means: Means) -> Workspace:
    """What use-cases work with, from an open store."""
    return Workspace(store.unit_of_work, means.clock, means.catalogue())
