"""What the windows are built from. No Qt here: it is handed over before Qt is loaded."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from iro_desktop.services.access import Laptop
from iro_desktop.services.ports import Clock
from iro_desktop.ui.sync.roads import HubRoads

if TYPE_CHECKING:  # reading forms brings in YAML, which the lock does without
    from iro_desktop.form_engine.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`restore` makes a store of a backup; `warm_up` loads what is slow, while a person types.

    `hub` are the ways to a team's hub; None where there are none.
    """

    laptop: Laptop
    catalogue: Callable[[], "Catalogue"]
    clock: Clock
    restore: Callable[[Path, Path], None]
    warm_up: Callable[[], None]
    hub: HubRoads | None = None
