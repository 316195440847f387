"""A laptop with its store open, for tests of what syncing shows."""

from dataclasses import dataclass

from made_up_desk import surroundings

from fixed_clock import FixedClock
from iro_desktop.services.access import Laptop
from iro_desktop.services.ports import OpenStore
from iro_desktop.ui.desk import Desk
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.screens import build_desk


@dataclass
class Opened:
    """A laptop, its open store, and the desk over it."""

    laptop: Laptop
    store: OpenStore
    clock: FixedClock

    def desk(self) -> Desk:
        """The screens, as the program puts them together, without a way to any hub."""
        return build_desk(
            surroundings(self.laptop, self.clock), InlineRunner(), self.store, lambda _look: None
        )
