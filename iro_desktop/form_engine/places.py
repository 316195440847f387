"""Where a thing of a form stands, which may be in a file of shared sections."""

from dataclasses import dataclass

from iro_desktop.source_files.faults import Faults
from iro_desktop.source_files.tree import Spot


@dataclass(frozen=True, slots=True)
class Standing:
    """A file and a spot in it."""

    source: str
    spot: Spot

    def seen_from(self, faults: Faults) -> str:
        """The line, as a fault of that file names it: with the file, where it is another."""
        line = str(self.spot.line)
        return line if faults.source == self.source else f"{line} of {self.source}"
