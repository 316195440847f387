"""From the start of the process to the unlock window on the screen, and the made-up caseload."""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from benches.figures import Figure, seconds
from benches.made_up_store import CLOCK, empty_store
from iro_desktop.demonstration import make_caseload
from iro_desktop.services.demonstrating import fill
from iro_desktop.services.reckoning import lawful

TIMES = 5
WINDOW_LIMIT_S = 1.0
CASELOAD_LIMIT_S = 3.0

SHOW_AND_LEAVE = """
import sys
from pathlib import Path
from iro_desktop import bootstrap
from iro_desktop.ui.surroundings import Surroundings
folder = Path(sys.argv[1])
around = Surroundings(
    bootstrap.laptop(folder), bootstrap.catalogue, bootstrap.CLOCK, bootstrap.restore, lambda: None
)
from PySide6.QtCore import QTimer
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.application import make_application
from iro_desktop.ui.runner import Runner
from iro_desktop.ui.start import build_window
app = make_application(sys.argv[:1], Appearance())
runner = Runner()
window = build_window(around, runner)
window.show()
window.begin(None)
window.grab()
QTimer.singleShot(0, app.quit)
app.exec()
runner.shutdown()
"""


def figures() -> Iterator[Figure]:
    """Whole processes, so that imports count."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", SHOW_AND_LEAVE, folder]
        middle = statistics.median(
            seconds(lambda: subprocess.run(command, check=True))  # noqa: S603  our own words
            for _ in range(TIMES)
        )
    yield Figure("start to unlock window", middle, WINDOW_LIMIT_S, "s")
    caseload = make_caseload(1, CLOCK.today(), lawful())
    with empty_store() as store:
        kept = seconds(lambda: fill(store.unit_of_work, caseload))
    yield Figure("made-up caseload kept", kept, CASELOAD_LIMIT_S, "s")
