"""What the commands need, handed to them at start: the command line builds nothing itself."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from iro_desktop.services.access import Laptop
from iro_desktop.services.ports import Clock, OpenStore

if TYPE_CHECKING:  # reading forms brings in YAML, which the lock does without
    from iro_desktop.form_engine.catalogue import Catalogue
    from iro_desktop.services.syncing.roads import Roads


@dataclass(frozen=True, slots=True)
class Means:
    """Stores, forms, time, and the two ways to start the windows.

    `start_application` takes a folder and, for a demonstration, a store that is open already;
    `play_main_job` takes the demonstration's folder, passphrase and where the results go. `roads`
    lead to a team's hub; None where there are none.
    """

    laptop: Callable[[Path], Laptop]
    restore: Callable[[Path, Path], None]
    catalogue: Callable[[], "Catalogue"]
    clock: Clock
    start_application: Callable[[Path, OpenStore | None], int]
    play_main_job: Callable[[Path, str, Path], tuple[Path, ...]]
    has_display: Callable[[], bool]
    roads: "Callable[[], Roads] | None" = None
