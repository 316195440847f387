"""The real screens on a real laptop's store, as the program puts them together."""

from pathlib import Path

from made_up_laptop import OWNER, PASSPHRASE, laptop_in
from small_caseload import workspace_of

from fixed_clock import FixedClock
from iro_desktop.services.access import Laptop, make_store
from iro_desktop.services.ports import OpenStore
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.store import SqlStore
from iro_desktop.ui.surroundings import Surroundings


def surroundings(laptop: Laptop, clock: FixedClock) -> Surroundings:
    """What the windows are built from."""
    return Surroundings(
        laptop,
        programs_forms,
        clock,
        restore=_cannot_restore,
        warm_up=lambda: None,
    )


def _cannot_restore(_backup: Path, _folder: Path) -> None:
    raise NotImplementedError


def laptop_with_caseload(folder: Path, clock: FixedClock) -> tuple[Laptop, OpenStore]:
    """A laptop whose store, still open, holds the small caseload. PASSPHRASE opens it again."""
    laptop = laptop_in(folder, clock)
    store = make_store(laptop, PASSPHRASE, OWNER).store
    assert isinstance(store, SqlStore)
    workspace_of(store, clock)
    return laptop, store
