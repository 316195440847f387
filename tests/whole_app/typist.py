"""Someone who types without a break into the real window, until the plug is pulled.

Usage: python typist.py STORE_FOLDER REVIEW_ID. After each word it prints the number of words typed,
so that whoever pulls the plug knows what had been typed, and how long ago.
"""

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.services.clock import SystemClock
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import open_store
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.application import make_application
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.view import ReviewView

KEY = bytes(range(32))
SECTION, QUESTION = "iro_view", "iro_view_text"


def main(folder: Path, review: ReviewId) -> None:
    make_application(["typist"], Appearance(scheme="light"))
    clock = SystemClock()
    store = open_store(folder, KEY, clock=clock, author="Made-up Officer")
    workspace = Workspace(store.unit_of_work, clock, programs_forms())
    view = ReviewView(ReviewPresenter(workspace, lambda _changed: None))
    view.show_review(review)
    view.show()
    view.activateWindow()
    QTest.qWaitForWindowActive(view)
    view.go_to(view.order.index(SECTION))
    row = view.stack.currentWidget().rows[QUESTION, ""]
    row.focus_first()
    field = row.findChild(QPlainTextEdit)
    number = 0
    while True:
        number += 1
        QTest.keyClicks(field, f"w{number} ")
        sys.stdout.write(f"{number} {time.monotonic()}\n")
        sys.stdout.flush()
        QTest.qWait(15)


if __name__ == "__main__":
    main(Path(sys.argv[1]), ReviewId(sys.argv[2]))
