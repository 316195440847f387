"""A council's practice pack in the settings: taken in, refused with every reason, put away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility_checks import settle
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from iro_desktop.services.changed import Changed, Topic
from iro_desktop.store import SqlStore
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.practice.panel import PracticePanel
from iro_desktop.ui.settings.practice.presenter import PracticePresenter
from iro_desktop.ui.settings.sections import Section, SectionWork

OURS = "pack: ours\nversion: 3\ntitle: Our way\ntitles: {map: Our board}\n"


class Said:
    """What the settings' page is told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.title, self.is_councils = "", False
        self.lines: tuple[Line, ...] = ()
        self.reasons: tuple[Line, ...] = ()

    def show_done(self, _section: Section, text: str) -> None:
        self.told.append(text)

    show_note = show_fault = show_done

    def show_busy(self, _section: Section, busy: bool) -> None:  # noqa: FBT001 - as the screen
        assert isinstance(busy, bool)

    def show_pack(self, title: str, is_councils: bool, lines: tuple[Line, ...]) -> None:  # noqa: FBT001
        self.title, self.is_councils, self.lines = title, is_councils, lines

    def show_reasons(self, reasons: tuple[Line, ...]) -> None:
        self.reasons = reasons


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def changes() -> list[Changed]:
    return []


@pytest.fixture
def presenter(store: SqlStore, said: Said, changes: list[Changed]) -> PracticePresenter:
    work = SectionWork(InlineRunner())
    work.begin(said)
    made = PracticePresenter(store.unit_of_work, work, changes.append)
    made.begin(said)
    return made


def a_file(folder: Path, text: str) -> Path:
    file = folder / "ours.yaml"
    file.write_text(text, "utf-8")
    return file


def test_that_a_councils_pack_is_in_force_until_it_is_put_away(
    presenter: PracticePresenter, said: Said, changes: list[Changed], tmp_path: Path
) -> None:
    assert not said.is_councils
    presenter.use_file(a_file(tmp_path, OURS))
    assert (said.title, said.is_councils) == ("Our way, version 3", True)
    assert "Our board" in said.lines[0].details[0]
    presenter.use_file(a_file(tmp_path, OURS))
    presenter.use_own()
    assert not said.is_councils
    assert "Our board" not in said.lines[0].details[0]
    assert [change.topics for change in changes] == [{Topic.TOOLS}, {Topic.TOOLS}]
    assert len(said.told) == 3


def test_that_a_refused_pack_is_told_with_every_reason_and_changes_nothing(
    presenter: PracticePresenter, said: Said, changes: list[Changed], tmp_path: Path
) -> None:
    presenter.use_file(a_file(tmp_path, OURS.replace("version: 3", "version: x") + "colour: red\n"))
    assert [line.title for line in said.reasons] == [
        "ours.yaml, line 2, column 10 (F017)",
        "ours.yaml, line 5, column 1 (F012)",
    ]
    assert changes == []
    assert not said.is_councils


def test_that_a_kept_pack_that_is_refused_by_now_is_said_and_passed_over(
    store: SqlStore, presenter: PracticePresenter, said: Said, tmp_path: Path
) -> None:
    presenter.use_file(a_file(tmp_path, OURS))
    with store.unit_of_work() as uow:
        uow.settings.set("practice_pack", OURS + "colour: red\n")
    presenter.begin(said)
    assert not said.is_councils
    assert "no longer" in said.told[-1]
    assert len(said.reasons) == 1


def test_that_the_focus_stays_on_the_card_when_its_button_goes(
    qtbot: QtBot, shown: Callable[..., PracticePanel]
) -> None:
    panel = shown(PracticePanel(), 800, 600)
    panel.own_wished.connect(lambda: panel.show_pack("", False, ()))
    panel.show_pack("Our way, version 3", True, ())
    settle()
    panel.own_button.setFocus()
    qtbot.keyClick(panel.own_button, Qt.Key.Key_Space)
    assert not panel.own_button.isVisible()
    assert panel.file_button.hasFocus()
