"""A council's own forms in the settings: added, refused with every reason, retired, used again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility_checks import settle
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fixed_clock import FixedClock
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.store import SqlStore
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.settings.forms.lines import OwnForm
from iro_desktop.ui.settings.forms.panel import FormsPanel
from iro_desktop.ui.settings.forms.presenter import FormsPresenter
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.sections import Section, SectionWork

OURS = """\
form: our-check
version: 1
title: Our check between reviews
review_kinds: [midway]
sections:
  - id: asked
    title: What we ask
    stage: chair
    questions:
      - {id: what_came, kind: long_text, text: What came of it?}
"""


class Said:
    """What the settings' page is told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.own: tuple[OwnForm, ...] = ()
        self.in_force: tuple[Line, ...] = ()
        self.reasons: tuple[Line, ...] = ()

    def show_done(self, _section: Section, text: str) -> None:
        self.told.append(text)

    show_note = show_fault = show_done

    def show_busy(self, _section: Section, busy: bool) -> None:  # noqa: FBT001 - as the screen
        assert isinstance(busy, bool)

    def show_forms(self, own: tuple[OwnForm, ...], in_force: tuple[Line, ...]) -> None:
        self.own, self.in_force = own, in_force

    def show_reasons(self, reasons: tuple[Line, ...]) -> None:
        self.reasons = reasons

    def midway(self) -> tuple[str, ...]:
        (line,) = (line for line in self.in_force if line.title == "Midway check")
        return line.details


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def changes() -> list[Changed]:
    return []


@pytest.fixture
def presenter(
    store: SqlStore, clock: FixedClock, said: Said, changes: list[Changed]
) -> FormsPresenter:
    work = SectionWork(InlineRunner())
    work.begin(said)
    made = FormsPresenter(store.unit_of_work, clock, work, changes.append)
    made.begin(said)
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(OURS, "utf-8")
    return path


def test_that_a_form_is_added_retired_and_used_again(
    presenter: FormsPresenter, said: Said, changes: list[Changed], file: Path
) -> None:
    programs = said.midway()
    assert len(said.in_force) > 20
    presenter.add_file(file)
    assert said.midway() == ("Our check between reviews, version 1", "A form of the council’s own")
    presenter.add_file(file)
    assert said.told[-1] == "This form is in force already."
    presenter.retire("our-check")
    assert (said.midway(), [form.is_in_force for form in said.own]) == (programs, [False])
    presenter.use_again("our-check")
    assert [form.is_in_force for form in said.own] == [True]
    assert [Topic.REVIEW in changed.topics for changed in changes if changed] == [True] * 3


def test_that_every_reason_of_a_refusal_is_listed_with_its_line_and_column(
    presenter: FormsPresenter, said: Said, file: Path
) -> None:
    file.write_text(OURS.replace("midway", "midwai").replace("text:", "txt:"), "utf-8")
    presenter.add_file(file)
    assert [line.title for line in said.reasons] == [
        "ours.yaml, line 4, column 16 (F021)",
        "ours.yaml, line 10, column 9 (F013)",
        "ours.yaml, line 10, column 42 (F012)",
    ]
    assert said.reasons[0].details == ("'midwai' is not a kind of review; did you mean 'midway'?",)
    assert said.own == ()
    file.write_text(OURS, "utf-8")
    presenter.add_file(file)
    assert said.reasons == ()


def test_that_the_focus_stays_with_a_form_that_is_retired(
    qtbot: QtBot, shown: Callable[..., FormsPanel]
) -> None:
    panel = shown(FormsPanel(), 800, 600)
    panel.retire_wished.connect(
        lambda name: panel.show_forms((OwnForm(name, "Ours", "Ours, retired", False),), ())
    )
    panel.show_forms((OwnForm("ours", "Ours", "Ours, in force", True),), ())
    settle()
    button = panel.buttons["ours"]
    assert button.accessibleName() == "Retire Ours"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert panel.buttons["ours"].hasFocus()
    assert panel.buttons["ours"].accessibleName() == "Use Ours again"
