"""Wording, look, words and languages of documents as a person meets them in the settings."""

import datetime as dt
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from accessibility_checks import ALL_CHECKS, settle
from made_up_laptop import OWNER, PASSPHRASE, laptop_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from fixed_clock import FixedClock
from iro_desktop.documents.theme import Theme
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.services import bank_holidays, council_look, council_wording, plain_words
from iro_desktop.services.access import make_store
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.council_look import CouncilLook
from iro_desktop.services.ports import OpenStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.settings.documents.panels import DocumentsPanels
from iro_desktop.ui.settings.documents.wording_panel import WordingPanel
from iro_desktop.ui.settings.due_dates.removable import RemovableLine
from iro_desktop.ui.settings.presenter import SettingsPresenter
from iro_desktop.ui.settings.view import SettingsView

APPEARANCES = {
    "light": Appearance(scheme="light"),
    "dark": Appearance(scheme="dark"),
    "large": Appearance(scheme="light", text_percent=200),
    "mirrored": Appearance.for_language("ar-XB", "light"),
    "stretched": Appearance.for_language("en-XA", "light"),
}
GOOD = "# News for {{child}}\n\nWe met.\n\n{{decisions}}\n\n{{rights}}\n\n{{signature}}\n"
SENT = GOOD.replace("We met.", "We all met.")
WORDS = """council: Exampleshire
words:
  - word: quillwort
    offer: [plant]
    why: Nobody knows it.
allow: [siblings]
"""


@pytest.fixture
def opened(clock: FixedClock, tmp_path: Path) -> Iterator[OpenStore]:
    laptop = laptop_in(tmp_path / "laptop", clock)
    store = make_store(laptop, PASSPHRASE, OWNER).store
    yield store
    store.close()


@pytest.fixture
def presenter(opened: OpenStore, clock: FixedClock, tmp_path: Path) -> SettingsPresenter:
    laptop = laptop_in(tmp_path / "laptop", clock)
    return SettingsPresenter(opened, laptop, clock, InlineRunner(), lambda _change: None)


@pytest.fixture
def view(
    presenter: SettingsPresenter, shown: Callable[..., SettingsView]
) -> Iterator[SettingsView]:
    made = shown(SettingsView(presenter, Appearance("light")), 1000, 800)
    yield made
    assert made.leave()


@pytest.fixture
def panels(view: SettingsView) -> DocumentsPanels:
    return view.documents


def press(button: QWidget, qtbot: QtBot) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle()


def type_over(panel: WordingPanel, text: str) -> None:
    panel.field._text.setPlainText(text)
    panel.look_over()


def own_wording(opened: OpenStore, language: str = "en-GB") -> str:
    with opened.unit_of_work() as uow:
        return council_wording.wording_of(uow.settings, DocumentKind.LETTER, language)


def look(opened: OpenStore) -> CouncilLook:
    with opened.unit_of_work() as uow:
        return council_look.look_of(uow.settings)


def test_that_one_begins_from_the_standard_wording(panels: DocumentsPanels) -> None:
    panel = panels.wording
    assert panel.field.text() == council_wording.starting_text(DocumentKind.LETTER)
    assert panel.state.text() == "The standard wording is in use"
    assert not panel.back_button.isVisible()
    assert not panel.faults.isVisible()


def test_that_faults_stand_with_their_lines_and_lead_there(
    panels: DocumentsPanels, qtbot: QtBot
) -> None:
    panel = panels.wording
    type_over(panel, GOOD.replace("We met.", "Dear {{nobody}}"))
    assert panel.faults.isVisible()
    panel.faults.setFocus()
    qtbot.keyClick(panel.faults, Qt.Key.Key_Return)
    assert panel.field._text.textCursor().selectedText() == "Dear {{nobody}}"
    assert QApplication.focusWidget() is panel.field._text


def test_that_a_faulty_wording_is_not_kept(
    panels: DocumentsPanels, opened: OpenStore, qtbot: QtBot
) -> None:
    panel = panels.wording
    type_over(panel, "# Nothing else")
    press(panel.keep_button, qtbot)
    assert "Put right what is wrong" in panel.banner.text()
    assert own_wording(opened) == ""


def test_that_a_wording_is_kept_and_given_up_again_once_what_is_lost_was_said(
    panels: DocumentsPanels, opened: OpenStore, qtbot: QtBot
) -> None:
    panel = panels.wording
    type_over(panel, GOOD)
    press(panel.keep_button, qtbot)
    assert own_wording(opened) == GOOD
    assert panel.state.text() == "The council’s wording is in use"
    press(panel.back_button, qtbot)
    assert "5 lines" in panel.asked.banner.text()
    assert QApplication.focusWidget() is panel.asked.leave_it
    press(panel.asked.leave_it, qtbot)
    assert own_wording(opened) == GOOD
    press(panel.back_button, qtbot)
    press(panel.asked.go_on, qtbot)
    assert own_wording(opened) == ""
    assert panel.field.text() == council_wording.starting_text(DocumentKind.LETTER)


def test_that_what_is_typed_waits_as_a_draft_and_in_its_own_language(
    view: SettingsView, panels: DocumentsPanels, opened: OpenStore, qtbot: QtBot
) -> None:
    panel = panels.wording
    panel.field.focus_first()
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    typed = panel.field.text()
    assert panel.state.text() == "Not kept yet: no document is made of it"
    assert view.leave()
    assert own_wording(opened) == ""
    panel.language.set_value("cy")
    panel.language.answer_changed.emit()
    assert panel.field.text() != typed
    panel.language.set_value("en-GB")
    panel.language.answer_changed.emit()
    assert panel.field.text() == typed
    assert panel.state.text() == "Not kept yet: no document is made of it"


def test_that_a_wording_that_the_council_sent_meanwhile_is_told_of_before_it_is_replaced(
    panels: DocumentsPanels, opened: OpenStore, qtbot: QtBot
) -> None:
    panel = panels.wording
    type_over(panel, GOOD)
    assert panel.leave()
    council_wording.keep(opened.unit_of_work, DocumentKind.LETTER, "en-GB", SENT)
    press(panel.keep_button, qtbot)
    assert "another wording" in panel.banner.text()
    assert own_wording(opened) == SENT
    assert panel.field.text() == GOOD
    press(panel.keep_button, qtbot)
    assert own_wording(opened) == GOOD


def test_that_a_wording_that_the_council_sent_meanwhile_is_told_of_before_it_is_given_up(
    panels: DocumentsPanels, opened: OpenStore, qtbot: QtBot
) -> None:
    panel = panels.wording
    type_over(panel, GOOD)
    press(panel.back_button, qtbot)
    council_wording.keep(opened.unit_of_work, DocumentKind.LETTER, "en-GB", SENT)
    press(panel.asked.go_on, qtbot)
    assert "another wording" in panel.banner.text()
    assert own_wording(opened) == SENT
    assert panel.field.text() == GOOD
    press(panel.back_button, qtbot)
    press(panel.asked.go_on, qtbot)
    assert own_wording(opened) == ""


def test_that_what_the_council_sends_shows_at_once_but_over_nothing_that_is_being_written(
    view: SettingsView, panels: DocumentsPanels, opened: OpenStore
) -> None:
    factory, came = opened.unit_of_work, Changed(frozenset({Topic.SETTINGS}))
    panels.look.accent.set_value("#0B")
    council_wording.keep(factory, DocumentKind.LETTER, "en-GB", SENT)
    bank_holidays.add_holiday(factory, dt.date(2026, 12, 29), "Council closed")
    plain_words.take_local_words(factory, WORDS, "hub")
    view.on_changed(Changed(frozenset({Topic.CHILD})))
    assert panels.wording.field.text() != SENT
    view.on_changed(came)
    assert panels.wording.field.text() == SENT
    assert panels.wording.state.text() == "The council’s wording is in use"
    assert "Exampleshire" in panels.words.state.text()
    assert len(view.due_dates.holidays.findChildren(RemovableLine)) == 1
    type_over(panels.wording, GOOD)
    council_wording.drop(factory, DocumentKind.LETTER, "en-GB")
    view.on_changed(came)
    assert panels.wording.field.text() == GOOD
    assert panels.look.accent.value() == "#0B"


def test_that_a_part_is_put_in_on_a_line_of_its_own(panels: DocumentsPanels) -> None:
    panel = panels.wording
    type_over(panel, "# T\n\nDear")
    panel.field.go_to_line(3)
    actions = panel.parts_button.menu().actions()
    next(each for each in actions if "{{decisions}}" in each.text()).trigger()
    assert panel.field.text() == "# T\n\nDear\n\n{{decisions}}"
    actions = panel.fields_button.menu().actions()
    next(each for each in actions if "{{child}}" in each.text()).trigger()
    assert panel.field.text().endswith("{{decisions}}{{child}}")


def test_that_a_wording_is_tried_on_a_made_up_child_with_what_they_would_stumble_over(
    panels: DocumentsPanels, qtbot: QtBot
) -> None:
    panel = panels.wording
    press(panel.example_button, qtbot)
    assert str(panel.preview.value()).startswith("Made-up data")
    type_over(panel, GOOD.replace("We met.", "Your placement was discussed."))
    assert "Your placement was discussed." in str(panel.preview.value())
    assert panel.remarks.isVisible()
    assert "This wording leaves out" in panel._left_out.text()
    type_over(panel, council_wording.starting_text(DocumentKind.LETTER))
    assert not panel._left_out.isVisible()
    assert not panel.remarks.isVisible()


def test_that_a_theme_too_pale_to_read_is_refused_beside_the_colour(
    panels: DocumentsPanels, opened: OpenStore, qtbot: QtBot
) -> None:
    panel = panels.look
    panel.accent.set_value("#ffd0d0")
    press(panel.keep_button, qtbot)
    assert "4.5 is needed" in panel.accent_row.problem()
    assert look(opened).theme == Theme()
    panel.accent.set_value("#123456")
    panel.size_step.set_value("1")
    press(panel.keep_button, qtbot)
    assert panel.accent_row.problem() == ""
    assert look(opened).theme == Theme("#123456", "", 1)


def test_that_stationery_is_taken_and_put_away(
    panels: DocumentsPanels, opened: OpenStore, tmp_path: Path, qtbot: QtBot
) -> None:
    panel, file = panels.look, tmp_path / "exampleshire.docx"
    written = BytesIO()
    docx.Document().save(written)
    file.write_bytes(written.getvalue())
    panel.stationery_chosen.emit(file)
    assert panel.state.text() == "On exampleshire.docx"
    assert look(opened).stationery == written.getvalue()
    file.write_bytes(b"no document")
    panel.stationery_chosen.emit(file)
    assert "not a Word document" in panel.banner.text()
    assert look(opened).stationery == written.getvalue()
    panel.stationery_chosen.emit(tmp_path / "gone.docx")
    assert "gone.docx" in panel.banner.text()
    press(panel.blank_button, qtbot)
    assert look(opened) == CouncilLook()


def test_that_a_councils_words_are_taken_shown_and_taken_out(
    panels: DocumentsPanels, tmp_path: Path, qtbot: QtBot
) -> None:
    panel, file = panels.words, tmp_path / "words.yaml"
    file.write_text(WORDS, encoding="utf-8")
    panel.file_chosen.emit(file)
    assert panel.state.text() == "The list of Exampleshire, and ours"
    model = panel.own.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "quillwort",
        "Never remarked on",
    ]
    file.write_text(WORDS.replace("word: quillwort", "wird: quillwort"), encoding="utf-8")
    panel.file_chosen.emit(file)
    assert panel.reasons.isVisible()
    press(panel.ours_button, qtbot)
    assert panel.state.text() == "Our list alone"
    assert not panel.reasons.isVisible()


def test_that_every_language_says_whether_a_native_reader_has_checked_it(
    panels: DocumentsPanels,
) -> None:
    model = panels.languages.languages.model()
    spoken = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert len(spoken) == sum(language.is_spoken for language in LANGUAGES.values())
    assert all("not yet checked" in text or "hecked by" in text for text in spoken[1:])


def test_that_a_licence_can_be_read_in_full(view: SettingsView, qtbot: QtBot) -> None:
    panel = view.about_panel
    pictures = panel.lists[0]
    pictures.setFocus()
    assert panel.licence_button.isVisible()
    press(panel.licence_button, qtbot)
    assert "Attribution-ShareAlike" in str(panel.licence.value())


@pytest.mark.parametrize("appearance", APPEARANCES.values(), ids=APPEARANCES)
def test_that_the_page_can_be_read_and_used_however_it_looks(
    presenter: SettingsPresenter,
    themed: Callable[[Appearance], object],
    shown: Callable[..., SettingsView],
    appearance: Appearance,
) -> None:
    themed(appearance)
    view = shown(SettingsView(presenter, appearance), 900, 700)
    press_all(view)
    settle()
    for check in ALL_CHECKS:
        check(view)
    area = view.findChild(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert view.leave()


def press_all(view: SettingsView) -> None:
    panel = view.documents.wording
    panel.example_button.click()
    type_over(panel, GOOD.replace("We met.", "Your {{nobody}} placement was discussed."))
    panel.asked.ask("This would be lost.")
