"""A text is looked at while it is written; only who writes it changes it."""

from collections.abc import Callable, Collection, Iterator

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import LOOKS
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from iro_desktop.plain_words.linter import Linter
from iro_desktop.plain_words.remarks import Remark
from iro_desktop.plain_words.situation import Situation
from iro_desktop.plain_words.spelling import Spelling
from iro_desktop.services.plain_words import starter_words
from iro_desktop.ui.widgets.findings import Shape
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.marked_text import Mark
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField

Shown = Callable[..., object]
Key, Modifier = Qt.Key, Qt.KeyboardModifier
TEXT = "😀 The placement is nice."
LONG_WAIT = 5000


class Checks:
    """The real linter and dictionary; counts how often it was asked to suggest."""

    def __init__(self) -> None:
        self._linter = Linter(Situation((starter_words(),), 10, ("Wren",)))
        self._spelling = Spelling(["Wren"])
        self.asked = self.looked = 0

    def remarks(self, text: str) -> tuple[Remark, ...]:
        self.looked += 1
        return self._linter.remarks(text)

    def misspelt(
        self, text: str, leave_out: Collection[tuple[int, int]] = ()
    ) -> tuple[tuple[int, int], ...]:
        return self._spelling.unknown(text, leave_out)

    def suggestions(self, word: str) -> tuple[str, ...]:
        self.asked += 1
        return self._spelling.suggestions(word)


@pytest.fixture
def checks() -> Checks:
    return Checks()


@pytest.fixture
def field(shown: Shown, checks: Checks) -> Iterator[RemarkedTextField]:
    made = RemarkedTextField(for_child=True)
    row = FormRow("How would I say this to the child?", made)
    shown(row, 700, 420)
    made.set_checks(checks)
    made.focus_first()
    yield made
    row.hide()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, key, modifier)


def words_marked(field: RemarkedTextField, mark: Mark) -> list[str]:
    text = field.text.exact_text()
    return [text[start:end] for start, end in field.text.marks(mark)]


def drawn(field: RemarkedTextField) -> list[str]:
    """The words beneath which Qt itself draws something."""
    return [one.cursor.selectedText() for one in field.text.extraSelections()]


def test_that_a_remark_shows_after_a_pause_and_not_while_one_types(
    field: RemarkedTextField, checks: Checks, qtbot: QtBot
) -> None:
    QTest.keyClicks(field.text, "The placement is nice.")
    assert not field.findings
    assert not checks.looked
    qtbot.waitUntil(lambda: bool(field.findings), timeout=LONG_WAIT)
    assert words_marked(field, Mark.WORDS) == ["placement"]
    assert field.count_button is not None
    assert field.count_button.text() == "1 remark"


def test_that_marks_stand_beneath_their_words_after_an_emoji(field: RemarkedTextField) -> None:
    field.text.insertPlainText(TEXT)
    field.look_now()
    assert drawn(field) == ["placement"]


def test_that_an_offer_takes_the_words_place_and_can_be_undone(
    field: RemarkedTextField,
) -> None:
    field.text.insertPlainText(TEXT)
    press(Key.Key_F7)
    assert field.panel is not None
    assert field.text.exact_text() == TEXT
    offer = field.findings[0].offers[0]
    press(Key.Key_Space)
    assert field.value() == TEXT.replace("placement", offer)
    assert not field.findings
    assert field.text.hasFocus()
    press(Key.Key_Z, Modifier.ControlModifier)
    assert field.value() == TEXT


def test_that_an_offer_is_told_as_a_change_and_kept_at_once(
    field: RemarkedTextField, qtbot: QtBot
) -> None:
    field.text.insertPlainText(TEXT)
    press(Key.Key_F7)
    with qtbot.waitSignals([field.answer_changed, field.left]):
        press(Key.Key_Space)


def test_that_nothing_is_replaced_by_itself(field: RemarkedTextField) -> None:
    field.text.insertPlainText(TEXT + " We recieve LAC reports.")
    field.look_now()
    for _turn in range(9):
        press(Key.Key_F7)
    press(Key.Key_Escape)
    assert field.value() == TEXT + " We recieve LAC reports."


def test_that_a_key_walks_from_one_to_the_next_and_round(field: RemarkedTextField) -> None:
    field.text.insertPlainText("The placement. The placement. My contact.")
    field.text.go_to(0)
    seen = []
    for _turn in range(4):
        press(Key.Key_F7)
        seen.append(field.text.marks(Mark.IN_FRONT))
    assert seen[0] != seen[1] != seen[2]
    assert seen[3] == seen[0]
    press(Key.Key_F7, Modifier.ShiftModifier)
    assert field.text.marks(Mark.IN_FRONT) == seen[2]
    press(Key.Key_Escape)
    assert field.text.hasFocus()
    assert field.panel is not None
    assert not field.panel.isVisible()
    assert not field.text.marks(Mark.IN_FRONT)


def test_that_a_text_for_the_file_is_looked_at_for_spelling_alone(
    field: RemarkedTextField,
) -> None:
    field.for_child = False
    field.text.insertPlainText("The placement will recieve a report.")
    field.look_now()
    assert [one.shape for one in field.findings] == [Shape.SPELLING]
    assert words_marked(field, Mark.SPELLING) == ["recieve"]


def test_that_own_words_are_never_remarked_on(shown: Shown, checks: Checks) -> None:
    own = RemarkedTextField(verbatim=True)
    shown(own)
    own.set_checks(checks)
    own.text.insertPlainText("i dont like the placment")
    own.look_now()
    assert not own.findings


def test_that_suggestions_are_asked_for_only_when_the_menu_opens(
    field: RemarkedTextField, checks: Checks
) -> None:
    field.text.insertPlainText("😀 You will recieve it. Good.")
    field.look_now()
    assert not checks.asked
    field.text.go_to(field.text.exact_text().index("ieve"))
    opened: list[QMenu] = []
    field.menu_opened.connect(lambda menu, _place: opened.append(menu))
    keyboard = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(field.text, QContextMenuEvent(keyboard, QPoint(5, 5), QPoint(5, 5)))
    assert checks.asked == 1
    action = opened[0].actions()[0]
    assert action.text() == "receive"
    action.trigger()
    opened[0].close()
    assert field.value() == "😀 You will receive it. Good."


def test_that_the_word_at_the_cursor_is_not_judged_before_it_is_finished(
    field: RemarkedTextField,
) -> None:
    QTest.keyClicks(field.text, "You will reciev")
    field.look_now()
    assert not field.findings
    QTest.keyClicks(field.text, "e it")
    field.look_now()
    assert words_marked(field, Mark.SPELLING) == ["recieve"]


def test_that_what_can_only_be_seen_is_not_remarked_on_and_can_be_selected_by_keys(
    field: RemarkedTextField,
) -> None:
    field.text.insertPlainText(TEXT)
    field.look_now()
    field.set_read_only(True)
    field.look_now()
    assert not field.findings
    press(Key.Key_A, Modifier.ControlModifier)
    assert field.text.selected() == TEXT


def test_that_a_screen_reader_is_told_how_many_there_are(field: RemarkedTextField) -> None:
    field.text.insertPlainText(TEXT)
    field.look_now()
    assert field.text.accessibleName() == "How would I say this to the child?"
    assert field.text.accessibleDescription().startswith("1 remark. F7 goes to them.")


def test_that_tab_goes_from_the_text_to_its_remarks_and_on(shown: Shown, checks: Checks) -> None:
    first, second = RemarkedTextField(for_child=True), RemarkedTextField()
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(FormRow("First?", first))
    column.addWidget(FormRow("Second?", second))
    shown(page, 700, 600)
    first.set_checks(checks)
    first.text.insertPlainText(TEXT)
    first.walk(1)
    assert first.panel is not None
    assert first.count_button is not None
    first.text.setFocus()
    press(Key.Key_Tab)
    assert first.count_button.hasFocus()
    seen = []
    while not second.text.hasFocus():
        press(Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert set(first.panel.offers) <= set(seen)


def test_that_whole_words_are_meant_where_parts_are_selected(field: RemarkedTextField) -> None:
    field.text.insertPlainText(TEXT)
    cursor = field.text.textCursor()
    cursor.setPosition(8)
    cursor.setPosition(18, cursor.MoveMode.KeepAnchor)
    field.text.setTextCursor(cursor)
    assert field.text.selected() == "placement is"


def test_that_a_plain_text_makes_nothing_more(shown: Shown, checks: Checks) -> None:
    plain = RemarkedTextField(for_child=True)
    shown(plain)
    plain.set_checks(checks)
    assert plain.count_button is None
    assert plain.panel is None
    assert not checks.looked


@pytest.mark.parametrize("look", LOOKS)
def test_that_everyone_can_use_the_remarks(
    field: RemarkedTextField, themed: Callable[..., object], look: str
) -> None:
    themed(LOOKS[look])
    field.window().resize(900, 800)
    field.text.insertPlainText("The placement was reviewed. You will recieve an assessment.")
    field.look_now()
    for _turn in range(len(field.findings)):
        field.walk(1)
        settle()
        for check in ALL_CHECKS:
            check(field.window())
