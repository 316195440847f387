"""PySide6 6.12.0 loses references to True and None until the process dies (docs/decisions/0002)."""

import sys

from PySide6.QtCore import QObject, Signal

TIMES = 500
OTHERS = 50
"""References that the interpreter itself may drop meanwhile."""


class Bell(QObject):
    rung = Signal()


def test_that_ringing_a_bell_loses_no_reference_to_true() -> None:
    bell = Bell()
    bell.rung.connect(list)
    before = sys.getrefcount(True)
    for _ in range(TIMES):
        bell.rung.emit()
    assert before - sys.getrefcount(True) < OTHERS


def test_that_calls_that_return_nothing_lose_no_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(TIMES):
        thing.setObjectName("bell")
    assert before - sys.getrefcount(None) < OTHERS
