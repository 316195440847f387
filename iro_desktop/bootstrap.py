"""Build the objects and hand them to each other: the only module that sees every part.

What is slow to import (Qt, SQLAlchemy) comes in inside the function that needs it, so that a
command pays only for what it uses and the first window shows at once.
"""

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from iro_desktop.command_line.means import Means
from iro_desktop.command_line.run import run
from iro_desktop.services.access import Laptop
from iro_desktop.services.clock import SystemClock
from iro_desktop.services.faults import NoDisplay
from iro_desktop.services.ports import OpenStore
from iro_desktop.ui.surroundings import Surroundings
from iro_desktop.ui.sync.roads import HubRoads
from iro_desktop.vault.key_envelope import KeyEnvelope

if TYPE_CHECKING:  # reading forms brings in YAML, which the lock does without
    from iro_desktop.form_engine.catalogue import Catalogue
    from iro_desktop.services.syncing.roads import Roads
    from iro_desktop.services.team_hub.boxes import Boxes
    from iro_desktop.services.team_hub.port import Hub, HubDoor
    from iro_desktop.services.team_hub.signing_in import SignInPages

CLOCK = SystemClock()


def main(argv: Sequence[str]) -> int:
    """Do what the command line asks. Returns the exit code."""
    means = Means(
        laptop=laptop,
        restore=restore,
        catalogue=catalogue,
        clock=CLOCK,
        start_application=start_application,
        play_main_job=play_main_job,
        has_display=has_display,
        roads=roads,
    )
    return run(argv, means)


def laptop(folder: Path) -> Laptop:
    """The means to make and open a store in a folder."""
    return Laptop(folder, KeyEnvelope(folder, CLOCK), _create_store, _open_store)


def catalogue() -> "Catalogue":
    """The forms, read once."""
    from iro_desktop.services.programs_forms import programs_forms  # noqa: PLC0415 - see above

    return programs_forms()


def restore(file: Path, folder: Path) -> None:
    """Make a store from a backup."""
    from iro_desktop.store.backup import restore as restore_backup  # noqa: PLC0415 - see above

    restore_backup(file, folder)


def start_application(folder: Path, store: OpenStore | None) -> int:
    """Open the windows. Raises NoDisplay where nobody would see them."""
    if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
        raise NoDisplay
    from iro_desktop.ui.start import start  # noqa: PLC0415 - see above

    return start(_surroundings(folder), store)


def play_main_job(folder: Path, passphrase: str, out: Path) -> tuple[Path, ...]:
    """Play the main job through the real windows, with no screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from iro_desktop.ui.rehearsal.main_job import play  # noqa: PLC0415 - see above

    return play(_surroundings(folder), passphrase, out)


def roads() -> "Roads":
    """The ways to a team's hub, for commands."""
    from iro_desktop.services.syncing.roads import Roads  # noqa: PLC0415 - see above
    from iro_desktop.services.team_hub.signing_in import WaysIn  # noqa: PLC0415 - see above

    ways_in = WaysIn(_hub_door, _boxes, _sign_in_pages, _reach_hub)
    return Roads(ways_in, _reach_hub, _boxes, _is_signed_by)


def has_display() -> bool:
    """Whether a window would be seen."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _create_store(folder: Path, key: bytes) -> OpenStore:
    from iro_desktop.store.sql_store import create_store  # noqa: PLC0415 - see above

    return create_store(folder, key, clock=CLOCK)


def _open_store(folder: Path, key: bytes) -> OpenStore:
    from iro_desktop.store.sql_store import open_store  # noqa: PLC0415 - see above

    return open_store(folder, key, clock=CLOCK)


def _surroundings(folder: Path) -> Surroundings:
    hub = HubRoads(_reach_hub, _hub_door, _boxes, _sign_in_pages, _is_signed_by)
    return Surroundings(laptop(folder), catalogue, CLOCK, restore, _warm_up, hub)


def _reach_hub(address: str, token: str) -> "Hub":
    from iro_desktop.hub.client import HttpHub  # noqa: PLC0415 - HTTP loads where it is used

    return HttpHub(address, token)


def _hub_door(address: str) -> "HubDoor":
    from iro_desktop.hub.client import HttpDoor  # noqa: PLC0415 - see above

    return HttpDoor(address)


def _boxes() -> "Boxes":
    from iro_desktop.vault.sealing import NaclBoxes  # noqa: PLC0415 - see above

    return NaclBoxes()


def _sign_in_pages() -> "SignInPages":
    from iro_desktop.hub.browser_sign_in import HttpSignInPages  # noqa: PLC0415 - see above

    return HttpSignInPages()


def _is_signed_by(key: str, message: bytes, signature: str) -> bool:
    from iro_desktop.vault.signatures import is_signed_by  # noqa: PLC0415 - see above

    return is_signed_by(key, message, signature)


def _warm_up() -> None:
    """Load what opening a store needs, while the person still types the passphrase."""
    importlib.import_module("iro_desktop.store.sql_store")
    importlib.import_module("iro_desktop.ui.screens")
    catalogue()
