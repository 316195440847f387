"""Typing is kept."""

from pytestqt.qtbot import QtBot

from iro_desktop.services.faults import NoSpace
from iro_desktop.ui.saving import Autosave


class Disk:
    """Keeps what is saved; full while told to be."""

    def __init__(self) -> None:
        self.saved: list[tuple[object, object]] = []
        self.full = False

    def save(self, key: object, value: object) -> None:
        if self.full:
            raise NoSpace
        self.saved.append((key, value))


def test_that_a_pause_in_typing_saves_the_latest_of_each(qtbot: QtBot) -> None:
    disk = Disk()
    autosave = Autosave(disk.save, pause_ms=1)
    with qtbot.waitSignal(autosave.saved):
        for value in ("A", "As", "Ash"):
            autosave.touch("name", value)
        autosave.touch("likes", "bikes")
    assert disk.saved == [("name", "Ash"), ("likes", "bikes")]


def test_that_nothing_is_saved_while_the_typing_goes_on(qtbot: QtBot) -> None:
    disk = Disk()
    Autosave(disk.save, pause_ms=60_000).touch("name", "A")
    assert disk.saved == []


def test_that_a_flush_saves_at_once(qtbot: QtBot) -> None:
    disk = Disk()
    autosave = Autosave(disk.save, pause_ms=60_000)
    autosave.touch("name", "Ash")
    assert autosave.flush()
    assert disk.saved == [("name", "Ash")]
    assert not autosave.is_pending()


def test_that_what_could_not_be_saved_is_kept_and_tried_again(qtbot: QtBot) -> None:
    disk, failures = Disk(), []
    autosave = Autosave(disk.save, pause_ms=60_000)
    autosave.failed.connect(failures.append)
    autosave.touch("name", "Ash")
    disk.full = True
    assert not autosave.flush()
    assert [type(fault) for fault in failures] == [NoSpace]
    assert autosave.is_pending()
    disk.full = False
    assert autosave.flush()
    assert disk.saved == [("name", "Ash")]


def test_that_saving_is_told_once_for_a_run_of_keys(qtbot: QtBot) -> None:
    autosave, told = Autosave(Disk().save, pause_ms=60_000), []
    autosave.saving_started.connect(lambda: told.append("started"))
    autosave.saved.connect(lambda: told.append("saved"))
    autosave.touch("name", "A")
    autosave.touch("name", "As")
    autosave.flush()
    autosave.flush()
    assert told == ["started", "saved"]


def test_that_typing_without_a_break_is_saved_all_the_same(qtbot: QtBot) -> None:
    disk = Disk()
    autosave = Autosave(disk.save, pause_ms=40)
    typed = 0

    def type_on() -> bool:
        nonlocal typed
        typed += 1
        autosave.touch("words", typed)
        return bool(disk.saved)

    qtbot.waitUntil(type_on, timeout=5_000)
    assert disk.saved[0] > ("words", 1)
