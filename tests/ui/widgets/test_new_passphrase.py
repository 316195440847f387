"""What is asked of a new passphrase, and what is said while it is made up."""

from collections.abc import Callable

import pytest
from accessibility_checks import ALL_CHECKS
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.widgets.new_passphrase import NewPassphrase
from iro_desktop.ui.widgets.passphrase_advice import (
    LEAST_CHARACTERS,
    Strength,
    advise,
    check_new,
    words_of,
)
from iro_desktop.ui.widgets.passphrase_field import PassphraseField
from iro_desktop.vault import key_envelope


def test_that_the_screen_asks_for_as_many_characters_as_the_vault() -> None:
    assert LEAST_CHARACTERS == key_envelope.LEAST_CHARACTERS


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.NONE),
        ("plum kettle", Strength.SHORT),
        ("aaaaaaaaaaaaaaaa", Strength.EASY),
        ("abcdefghijklmnop", Strength.EASY),
        ("qwertyuiopasdf", Strength.EASY),
        ("987654321098", Strength.EASY),
        ("robin example 1", Strength.EASY),
        ("plum kettle 7", Strength.ENOUGH),
        ("xK9#mmP2vv!Q", Strength.ENOUGH),
        ("plum kettle harbour", Strength.STRONG),
        ("llyfr gwyrdd cadair", Strength.STRONG),
    ],
)
def test_that_a_passphrase_is_judged_by_length_and_by_how_easily_it_is_guessed(
    passphrase: str, strength: Strength
) -> None:
    assert advise(passphrase, ["Robin Example"]).strength is strength


@given(st.text(max_size=LEAST_CHARACTERS - 1).filter(lambda text: text.isascii()))
def test_that_nothing_shorter_than_the_vault_takes_is_called_usable(passphrase: str) -> None:
    advice = advise(passphrase)
    assert not advice.usable
    assert advice.missing == LEAST_CHARACTERS - len(passphrase)


@given(st.text(max_size=40))
def test_that_every_judgement_has_words(passphrase: str) -> None:
    assert words_of(advise(passphrase))


@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30))
def test_that_two_that_differ_are_never_taken(passphrase: str, again: str) -> None:
    assert bool(check_new(passphrase, again)) or passphrase == again


def test_that_a_repetition_left_out_is_asked_for() -> None:
    faults = check_new("plum kettle harbour", "")
    assert not faults.passphrase
    assert faults.again


@pytest.fixture
def row(shown: Callable[[NewPassphrase], NewPassphrase]) -> NewPassphrase:
    return shown(NewPassphrase())


def test_that_advice_follows_the_typing(row: NewPassphrase, qtbot: QtBot) -> None:
    row.focus_first()
    line = QApplication.focusWidget()
    qtbot.keyClicks(line, "plum")
    assert words_of(advise("plum")) in _words(row)
    qtbot.keyClicks(line, " kettle harbour")
    assert "A strong passphrase." in _words(row)


def test_that_enter_goes_to_the_repetition_and_then_submits(
    row: NewPassphrase, qtbot: QtBot
) -> None:
    row.focus_first()
    qtbot.keyClicks(QApplication.focusWidget(), "plum kettle harbour")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "plum kettle harbour")
    with qtbot.waitSignal(row.submitted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert row.passphrase() == row.again() == "plum kettle harbour"


def test_that_a_passphrase_is_hidden_until_the_eye_is_pressed(
    shown: Callable[[PassphraseField], PassphraseField], qtbot: QtBot
) -> None:
    field = shown(PassphraseField())
    field.set_names("Passphrase")
    line = field.findChild(QLineEdit)
    eye = field._eye
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert eye.accessibleName() == "Show: Passphrase"
    eye.setFocus()
    qtbot.keyClick(eye, Qt.Key.Key_Space)
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide: Passphrase"
    field.clear()
    assert line.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize("percent", [100, 200])
def test_that_everyone_can_make_up_a_passphrase(
    shown: Callable[[NewPassphrase], NewPassphrase],
    themed: Callable[[Appearance], object],
    percent: int,
) -> None:
    themed(Appearance("light", percent))
    field = shown(NewPassphrase())
    for check in ALL_CHECKS:
        check(field)


def _words(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}
