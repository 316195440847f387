"""A due date that says why, by mouse, by key and to a screen reader."""

import datetime as dt
from collections.abc import Callable

import pytest
from accessibility_checks import ALL_CHECKS
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from iro_desktop.i18n import Translator
from iro_desktop.services.explaining import Explanation, explanation_of
from iro_desktop.services.reckoning import lawful
from iro_desktop.ui import accessibility
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.link_button import LinkButton

Shown = Callable[..., QWidget]
Key = Qt.Key


def explanation(rule: str, start: str) -> Explanation:
    return explanation_of(lawful().due(rule, dt.date.fromisoformat(start)), Translator())


FIRST = explanation("cla_first_review", "2025-08-29")  # counted over no holiday, three weekends
SECOND = explanation("cla_second_review", "2025-09-26")


@pytest.fixture
def date(shown: Shown) -> ExplainedDate:
    found = ExplainedDate(FIRST)
    shown(found, 600, 500)
    found.button.setFocus()
    return found


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(accessibility, "announce", lambda _widget, text: said.append(text))
    return said


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_that_a_screen_reader_hears_the_day_the_question_and_the_short_reason(
    date: ExplainedDate,
) -> None:
    assert date.button.text() == FIRST.day
    assert date.button.accessibleName() == f"Due {FIRST.day}. Why that day?"
    assert date.button.accessibleDescription() == FIRST.short


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_F1])
def test_that_each_key_shows_the_explanation_and_hides_it(date: ExplainedDate, key: Key) -> None:
    QTest.keyClick(date.button, key)
    assert FIRST.why in texts(date)
    QTest.keyClick(date.button, key)
    assert FIRST.why not in texts(date)


def test_that_a_click_shows_everything_there_is_to_say(date: ExplainedDate) -> None:
    QTest.mouseClick(date.button, Qt.MouseButton.LeftButton)
    said = " ".join(texts(date))
    for part in (*FIRST.counting, *FIRST.caveats, *FIRST.law, *FIRST.changes):
        assert part in said


def test_that_it_is_said_aloud_as_it_opens(date: ExplainedDate, heard: list[str]) -> None:
    QTest.keyClick(date.button, Key.Key_Space)
    assert heard == [FIRST.whole]


def test_that_each_day_passed_over_is_listed_for_whoever_asks(
    date: ExplainedDate, heard: list[str]
) -> None:
    date.open_explanation()
    assert date.panel is not None
    assert FIRST.passed_over[0] not in " ".join(texts(date))
    date.panel.days_button.setFocus()
    QTest.keyClick(date.panel.days_button, Key.Key_Return)
    assert "\n".join(FIRST.passed_over) in texts(date)
    assert heard[-1] == "; ".join(FIRST.passed_over)
    assert date.is_open


def test_that_escape_closes_it_from_inside_and_gives_the_focus_back(date: ExplainedDate) -> None:
    date.open_explanation()
    assert date.panel is not None
    date.panel.paper_button.setFocus()
    QTest.keyClick(date.panel.paper_button, Key.Key_Escape)
    assert not date.panel.isVisible()
    assert QApplication.focusWidget() is date.button


def test_that_its_own_button_closes_it_too(date: ExplainedDate) -> None:
    date.open_explanation()
    assert date.panel is not None
    QTest.mouseClick(date.panel.close_button, Qt.MouseButton.LeftButton)
    assert not date.is_open
    assert QApplication.focusWidget() is date.button


def test_that_escape_is_left_to_others_while_nothing_is_open(date: ExplainedDate) -> None:
    class Around(QWidget):
        escapes = 0

        def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
            self.escapes += 1

    around = Around()
    date.setParent(around)
    QTest.keyClick(date.button, Key.Key_Escape)
    assert around.escapes == 1
    date.setParent(None)


def test_that_paper_is_wanted_of_this_date(date: ExplainedDate) -> None:
    wanted: list[object] = []
    date.paper_wanted.connect(wanted.append)
    date.open_explanation()
    assert date.panel is not None
    date.panel.paper_button.setFocus()
    QTest.keyClick(date.panel.paper_button, Key.Key_Return)
    assert wanted == [FIRST]
    assert date.is_open


def test_that_what_is_open_follows_the_date_as_it_moves(date: ExplainedDate) -> None:
    date.open_explanation()
    date.show_date(SECOND)
    assert SECOND.why in texts(date)
    assert FIRST.why not in texts(date)
    assert date.is_open


def test_that_no_date_is_no_button(date: ExplainedDate) -> None:
    date.open_explanation()
    date.show_date(None)
    assert not date.button.isVisible()
    assert texts(date) == []


def test_that_a_limit_that_counts_every_day_lists_none(shown: Shown) -> None:
    date = ExplainedDate(SECOND)
    shown(date, 600, 500)
    date.open_explanation()
    assert date.panel is not None
    assert not date.panel.days_button.isVisible()


@pytest.mark.parametrize("check", ALL_CHECKS)
def test_that_it_can_be_reached_read_and_hit(
    shown: Shown, check: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    date = ExplainedDate(FIRST, before=(LinkButton("A review"),))
    layout.addWidget(date)
    shown(window, 600, 800)
    date.open_explanation()
    assert date.panel is not None
    date.panel.days_button.setChecked(True)
    check(window)
