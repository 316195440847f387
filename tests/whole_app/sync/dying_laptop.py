"""A laptop in a process of its own, which syncs until it is killed: `FOLDER ADDRESS`."""

import sys
from pathlib import Path

from fixed_clock import FixedClock
from fresh_stores import KEY, NOW
from iro_desktop.hub.client import HttpHub
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.syncing.whole_round import sync_round
from iro_desktop.services.team_hub import membership
from iro_desktop.services.team_hub.sealing import StoreSealer
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import open_store
from iro_desktop.vault.sealing import NaclBoxes
from laptops_for_tests import Job


def main(folder: str, address: str) -> None:
    """Sync once, and say so if it is not killed before."""
    clock = FixedClock(NOW)
    store = open_store(Path(folder), KEY, clock=clock)
    with store.unit_of_work() as uow:
        token = membership.token_of(uow)
    workspace = Workspace(store.unit_of_work, clock, programs_forms())
    sealer = StoreSealer(store.unit_of_work, NaclBoxes(), workspace.form_of)
    sync_round(store.unit_of_work, HttpHub(address, token), sealer, clock, Job())
    sys.stdout.write("it lived\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
