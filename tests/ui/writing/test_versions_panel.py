"""A copy on its way as a person meets it: by keys, in every look, and nothing typed is lost."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from accessibility_checks import ALL_CHECKS, settle
from held_jobs import HeldJobs
from looks import HEIGHT, LOOKS
from on_its_way import LETTER, OnItsWay
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import BEGUN_REVIEW, CEDAR, CEDARS_REVIEW, workspace_of
from stray_windows import no_stray_windows

from fixed_clock import FixedClock
from iro_desktop.documents.pdf_pages import page_sizes
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.document_versions import SendingWay
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.withholding import ConfidentialDetail, Reader
from iro_desktop.services import withholding
from iro_desktop.services.sending import Recipient
from iro_desktop.services.what_changed import WhatChanged
from iro_desktop.store import SqlStore
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.widgets.surfaces import ScrollPage
from iro_desktop.ui.writing.versions.next_step import Action
from iro_desktop.ui.writing.versions.panel import VersionsPanel
from iro_desktop.ui.writing.versions.send_order import Order, Way

NARROW = 760
CHILD = Recipient("Cedar", Reader.CHILD)
PASSWORD = "maple-otter-cushion-fiddle-lantern-482937"
Open = Callable[..., VersionsPanel]
Wear = Callable[..., object]


@pytest.fixture
def way(store: SqlStore, clock: FixedClock) -> OnItsWay:
    return OnItsWay(workspace_of(store, clock))


@pytest.fixture
def open_panel(way: OnItsWay, shown: Callable[..., QWidget]) -> Open:
    windows: list[QWidget] = []  # Python would throw away what nobody holds

    def open_(runner: object = None, copy: object = LETTER) -> VersionsPanel:
        panel = VersionsPanel(way.presenter, runner or InlineRunner())  # type: ignore[arg-type]
        page, window = ScrollPage(), QWidget()
        page.add(panel)
        QVBoxLayout(window).addWidget(page)
        panel.show_copy(copy)  # type: ignore[arg-type]
        windows.append(shown(window, NARROW, HEIGHT))
        return panel

    return open_


def push(panel: VersionsPanel, action: Action) -> None:
    button = panel.state.buttons[action]
    assert button.isVisible(), action
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def press(key: Qt.Key) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, key)


def test_that_a_copy_is_signed_by_keys_alone(open_panel: Open, way: OnItsWay) -> None:
    panel = open_panel()
    push(panel, Action.DRAFT)
    assert panel.state.buttons[Action.CHECK].hasFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)  # the owner's name stands there
    assert panel.notice.text() == "It is checked."
    press(Qt.Key.Key_Space)
    assert "Letter to the child, Version 1" in panel.sign_form.shown
    assert panel.sign_form.button.text() == "Sign as Robin Example (made up)"
    press(Qt.Key.Key_Return)
    assert way.newest().is_signed
    assert panel.state.buttons[Action.SEND].hasFocus()
    assert [row.listed.version.number for row in panel.versions.rows] == [1]


def test_that_escape_puts_a_step_away_and_what_was_typed_stays(
    open_panel: Open, way: OnItsWay
) -> None:
    way.gone()
    panel = open_panel()
    push(panel, Action.REPLY)
    QTest.keyClicks(QApplication.focusWidget(), "I liked it")
    press(Qt.Key.Key_Escape)
    assert not panel.reply_form.isVisible()
    assert panel.state.buttons[Action.READ_TOGETHER].hasFocus()
    panel.show_copy(replace(LETTER, language="pl"))
    assert panel.reply_form.words_in("words") == ""
    panel.show_copy(LETTER)
    push(panel, Action.REPLY)
    assert panel.reply_form.words_in("words") == "I liked it"
    panel.reply_form.confirm()
    assert way.page.versions[0].replies[0].words == "I liked it"
    assert panel.reply_form.words_in("words") == ""


def test_that_what_is_missing_is_said_beside_its_field(open_panel: Open, way: OnItsWay) -> None:
    way.gone()
    panel = open_panel()
    for action, name, said in (
        (Action.CORRECT, "words", "Say in a few words what has changed."),
        (Action.REPLY, "words", "Write down what they said."),
    ):
        push(panel, action)
        form = panel.state.forms[action]
        form.confirm()
        assert form.rows[name].problem() == said
        press(Qt.Key.Key_Escape)
    push(panel, Action.SEND)
    panel.send_form.to.field.set_value(None)
    panel.send_form.confirm()
    assert panel.send_form.to.problem() == "Say to whom it goes."
    assert len(way.page.versions) == 1


def test_that_a_correction_in_another_language_asks_for_its_words(
    open_panel: Open, way: OnItsWay
) -> None:
    panel = open_panel()
    rows = panel.correct_form.rows
    assert rows["translated"].isHidden()
    panel.correct_form.show_language("pl")
    assert not rows["translated"].isHidden()
    rows["words"].field.set_value("The day")
    rows["translated"].field.set_value("Dzień")
    panel.correct_form.confirm()
    assert rows["translator"].problem() == "Say who translated it."
    said: list[object] = []
    panel.correct_form.confirmed.disconnect()
    panel.correct_form.confirmed.connect(said.append)
    rows["translator"].field.set_value("Made-up Translator")
    panel.correct_form.confirm()
    assert said == [WhatChanged("The day", "Dzień", "Made-up Translator")]


def test_that_choosing_someone_known_says_what_they_are(open_panel: Open, way: OnItsWay) -> None:
    way.signed()
    panel = open_panel()
    push(panel, Action.SEND)
    form = panel.send_form
    assert (form.words_in("to"), form.reader.field.value()) == ("Cedar", "child")
    form.to.field.set_value("Made-up Grandad")
    form.to.answer_changed.emit()
    assert form.reader.field.value() == "family"


def send(panel: VersionsPanel, how: Way) -> None:
    push(panel, Action.SEND)
    panel.send_form.way.field.set_value(how.value)
    panel.send_form.show_way()
    panel.send_form.confirm()


def test_that_a_password_is_shown_once_and_leaves_the_clipboard(
    open_panel: Open, way: OnItsWay, tmp_path: Path
) -> None:
    way.signed()
    panel = open_panel()
    send(panel, Way.PROTECTED)
    dialog = panel.dispatch.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "a.pdf"))
    dialog.close()
    card = panel.password
    assert card.isVisible()
    assert card.groups.hasFocus()
    password = card.groups.text()
    assert len(password.split("-")) == 6
    assert "by another road" in card._whom.text()
    card.copy_button.click()
    assert QGuiApplication.clipboard().text() == password
    card.done_button.click()
    assert not card.isVisible()
    assert card.groups.text() == ""
    assert QGuiApplication.clipboard().text() != password
    assert password not in str(way.page)


def test_that_what_was_copied_since_stays_on_the_clipboard(open_panel: Open) -> None:
    panel = open_panel()
    panel.password.show_password(PASSWORD, "Made-up Solicitor", "a.pdf")
    panel.password.copy_button.click()
    QGuiApplication.clipboard().setText("something else")
    panel.password._clipboard.clear()
    assert QGuiApplication.clipboard().text() == "something else"


def test_that_the_clipboard_is_cleared_by_the_clock(open_panel: Open, qtbot: QtBot) -> None:
    panel = open_panel()
    panel.password.show_password(PASSWORD, "Made-up Solicitor", "a.pdf")
    panel.password.copy_button.click()
    panel.password._clipboard._timer.start(1)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_that_what_is_printed_is_what_was_signed_and_is_noted(
    open_panel: Open, way: OnItsWay, tmp_path: Path
) -> None:
    signed = way.signed()
    panel = open_panel()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    order = Order(signed.id, CHILD, Way.PAPER)
    panel.dispatch.print_on(order, printer)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert len(page_sizes(printed)) == len(page_sizes(way.presenter.pages_to_print(order)))
    assert way.page.versions[0].sendings[0].way is SendingWay.PRINTED
    assert panel.notice.text() == "Noted: it has gone to Cedar."


@pytest.mark.qt_log_ignore("QPainter::begin", "This plugin does not", extend=True)
def test_that_a_printer_that_takes_nothing_notes_nothing(
    open_panel: Open, way: OnItsWay, tmp_path: Path
) -> None:
    signed = way.signed()
    panel = open_panel()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    panel.dispatch.print_on(Order(signed.id, CHILD, Way.PAPER), printer)
    assert "Nothing was printed" in panel.notice.text()
    assert way.page.versions[0].sendings == ()


def test_that_nothing_goes_to_someone_it_is_kept_from_and_the_way_out_is_said(
    open_panel: Open, way: OnItsWay, tmp_path: Path, qtbot: QtBot
) -> None:
    way.signed()
    detail = ConfidentialDetail(
        id=EntityId("club"), child_id=CEDAR, words="swimming club", kept_from=(Reader.SCHOOL,)
    )
    withholding.keep_detail(way.workspace.uow_factory, detail, way.workspace.clock)
    panel = open_panel()
    push(panel, Action.SEND)
    panel.send_form.reader.field.set_value(Reader.SCHOOL.value)
    panel.send_form.way.field.set_value(Way.FILE.value)
    panel.send_form.show_way()
    panel.send_form.confirm()
    dialog = panel.dispatch.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "a.pdf"))
    dialog.close()
    assert not (tmp_path / "a.pdf").exists()
    assert "Nothing was written" in panel.notice.text()
    with qtbot.waitSignal(panel.go_wanted) as went:
        panel.notice.go_button.click()
    assert went.args == ["withheld"]
    assert panel.send_form.isVisible()
    assert panel.send_form.button.isEnabled()


def test_that_nothing_is_ordered_twice_while_it_is_written(
    open_panel: Open, way: OnItsWay, tmp_path: Path
) -> None:
    way.signed()
    jobs = HeldJobs()
    panel = open_panel(jobs)
    send(panel, Way.FILE)
    dialog = panel.dispatch.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "a.pdf"))
    dialog.close()
    assert panel.notice.text() == "Writing…"
    assert not panel.send_form.button.isEnabled()
    jobs.let_go()
    assert panel.notice.text() == "a.pdf is saved, and noted as sent to Cedar."
    assert not panel.send_form.isVisible()


def test_that_a_language_without_a_voice_says_so(open_panel: Open, way: OnItsWay) -> None:
    way.signed()
    panel = open_panel(HeldJobs())
    push(panel, Action.SEND)
    form = panel.send_form
    form.way.field.set_value(Way.SOUND.value)
    form.way.answer_changed.emit()
    assert form.note.text() == "Looking for a voice…"
    assert not form.button.isEnabled()
    form.show_voice(has_voice=False, language="en-GB")
    assert "has no voice" in form.note.text()
    form.show_voice(has_voice=True, language="en-GB")
    assert form.button.isEnabled()


def test_that_an_old_version_opens_with_its_own_words(open_panel: Open, way: OnItsWay) -> None:
    signed = way.gone()
    with way.workspace.uow_factory() as uow:
        child = uow.children.find(CEDAR)
        assert child is not None
        uow.children.put(replace(child, known_as="Rose"))
    way.presenter.correct(signed.id, WhatChanged("The name"))
    panel = open_panel()
    panel.versions.rows[1].open_button.click()
    assert "Dear Cedar" in panel.reader.paper.toPlainText()
    assert panel.reader.close_button.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not panel.reader.isVisible()
    assert panel.versions.rows[1].open_button.hasFocus()


def test_that_what_stands_against_a_signature_leads_there(
    open_panel: Open, way: OnItsWay, qtbot: QtBot
) -> None:
    way.presenter.open(replace(LETTER, review=BEGUN_REVIEW))
    way.checked()
    panel = open_panel(copy=replace(LETTER, review=BEGUN_REVIEW))
    (hindrance,) = panel.state.hindrances.shown
    assert hindrance.sentence == "The review is not closed yet."
    with qtbot.waitSignal(panel.go_wanted) as went:
        panel.state.hindrances.links[0].click()
    assert went.args == ["review"]


def test_that_what_waits_without_a_version_is_marked_as_sent(
    open_panel: Open, way: OnItsWay
) -> None:
    panel = open_panel()
    (row,) = panel.state.waiting.rows
    row.to_row.focus_first()
    assert row.to_row.field.value() == "Cedar"
    press(Qt.Key.Key_Return)
    assert way.page.waiting == ()
    assert panel.notice.text() == "Marked as sent on 22 November 2026."


def test_that_a_managers_answer_is_noted_and_taken_back(open_panel: Open, way: OnItsWay) -> None:
    panel = open_panel(copy=replace(LETTER, kind=DocumentKind.DECISIONS, reader=Reader.FILE))
    card = panel.manager
    card.add_button.click()
    card.form.confirm()
    assert card.form.rows["by"].problem() == "Say which manager answered."
    card.form.rows["by"].field.set_value("Made-up Manager")
    card.form.rows["agrees"].field.set_value("agrees")
    card.form.confirm()
    assert card.state.text() == "Agreed"
    assert not card.form.isVisible()
    with way.workspace.uow_factory() as uow:
        (said,) = uow.managers_confirmations.of_review(CEDARS_REVIEW)
    assert said.agrees
    card.taken_back.emit(said)
    assert card.state.text() == "They stand: the time to answer is over"


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_that_everyone_can_send_a_version(
    open_panel: Open, way: OnItsWay, themed: Wear, look: object
) -> None:
    themed(look)
    way.gone()
    panel = open_panel()
    push(panel, Action.SEND)
    panel.password.show_password(PASSWORD, "Made-up Solicitor", "letter-v1-9f03aa.pdf")
    panel.notice.say("It is signed.")
    settle()
    for check in ALL_CHECKS:
        check(panel.window())


@pytest.mark.parametrize("look", ["large"])
def test_that_everyone_can_correct_and_note_what_came_back(
    open_panel: Open, way: OnItsWay, themed: Wear, look: str
) -> None:
    themed(LOOKS[look])
    decisions = replace(LETTER, kind=DocumentKind.DECISIONS, reader=Reader.CHILD)
    way.presenter.open(decisions)
    signed = way.gone()
    way.presenter.note_read(signed.id, "Made-up Grandad", way.presenter.today, "Twice")
    panel = open_panel(copy=decisions)
    for action in (Action.CORRECT, Action.READ_TOGETHER, Action.REPLY):
        push(panel, action)
        panel.manager.open_form()
        settle()
        for check in ALL_CHECKS:
            check(panel.window())
        panel.state.close_forms()


def test_that_nothing_shows_as_a_window_of_its_own(open_panel: Open, way: OnItsWay) -> None:
    way.checked()
    panel = open_panel()
    with no_stray_windows(panel.window()):
        push(panel, Action.SIGN)
        panel.sign_form.confirm()
        panel.password.show_password(PASSWORD, "Made-up Solicitor", "a.pdf")
        panel.versions.rows[0].open_button.click()
        settle()


def test_that_what_changed_is_not_lost_with_the_correction(open_panel: Open, way: OnItsWay) -> None:
    way.presenter.correct(way.gone().id, WhatChanged("The day of the dentist"))
    panel = open_panel()
    push(panel, Action.DISCARD)
    push(panel, Action.CORRECT)
    assert panel.correct_form.words_in("words") == "The day of the dentist"
