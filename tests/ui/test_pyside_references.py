"""PySide6 6.12.0 takes one reference from True or None at each emit, and so ends the process."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer, Signal
from pytestqt.qtbot import QtBot


class Emitter(QObject):
    """Has a signal."""

    emitted = Signal()


def test_that_emitting_takes_no_references_from_true_and_none(qtbot: QtBot) -> None:
    emitter, timer = Emitter(), QTimer()
    emitter.emitted.connect(lambda: None)
    gc.collect()  # what others left behind goes first, and nothing is collected meanwhile
    gc.disable()
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _round in range(200):
        emitter.emitted.emit()
        timer.stop()
    after = sys.getrefcount(True), sys.getrefcount(None)
    gc.enable()
    assert after[0] > before[0] - 100
    assert after[1] > before[1] - 100
