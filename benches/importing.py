"""Taking in a whole return: twice, since the second time must change nothing and be no slower."""

import sys
from collections.abc import Iterator
from pathlib import Path

from benches.figures import Figure, seconds
from benches.made_up_store import CLOCK, empty_store
from iro_desktop.services.importing.tables import import_paths

NEARBY = Path(__file__).resolve().parents[2] / "shared" / "data" / "ssda903"
LIMIT_S = 10.0


def figures() -> Iterator[Figure]:
    """The folder named on the command line, or the one kept beside the project, if it is there."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else NEARBY
    if not folder.is_dir():
        sys.stdout.write("No return to import here. To measure one: python tasks.py bench FOLDER\n")
        return
    with empty_store() as store:
        for turn in ("first", "second"):
            taken = seconds(lambda: import_paths(store.unit_of_work, [folder], CLOCK))
            yield Figure(f"return imported, {turn} time", taken, LIMIT_S, "s")
