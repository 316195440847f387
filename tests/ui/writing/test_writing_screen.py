"""The letter and the minutes as a person meets them: read, saved, sent."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
import shiboken6
from accessibility_checks import ALL_CHECKS, settle
from held_jobs import HeldJobs
from looks import HEIGHT, LOOKS, WIDTH
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import BEGUN_REVIEW, CEDAR, CEDARS_REVIEW, workspace_of
from stray_windows import no_stray_windows

from fixed_clock import FixedClock
from iro_desktop.documents.formats import Format
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.reading import Length
from iro_desktop.domain.withholding import Reader
from iro_desktop.services import document_texts
from iro_desktop.services.changed import Changed
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.rehearsal import keyboard
from iro_desktop.ui.runner import InlineRunner, Runner
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.writing.presenter import WritingPresenter
from iro_desktop.ui.writing.remarks_panel import OfferRow
from iro_desktop.ui.writing.subjects import Subject
from iro_desktop.ui.writing.translating.panel import TranslationPanel
from iro_desktop.ui.writing.translating.presenter import TranslationPresenter
from iro_desktop.ui.writing.versions.panel import VersionsPanel
from iro_desktop.ui.writing.versions.presenter import VersionsPresenter
from iro_desktop.ui.writing.view import WritingView

Show = Callable[..., WritingView]
Open = Callable[..., WritingView]
Wear = Callable[..., object]
Key = Qt.Key
UNHEARD_OF = "\U00013000"  # an Egyptian hieroglyph


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def open_view(workspace: Workspace, shown: Show) -> Open:
    def open_(review: ReviewId = CEDARS_REVIEW, runner: object = None) -> WritingView:
        jobs = cast("JobRunner", runner or InlineRunner())
        presenter = WritingPresenter(workspace, _tell_nobody)
        panels = {
            Subject.TRANSLATION: TranslationPanel(
                TranslationPresenter(workspace, _tell_nobody), jobs
            ),
            Subject.VERSIONS: VersionsPanel(VersionsPresenter(workspace, _tell_nobody), jobs),
        }
        view = WritingView(presenter, jobs, panels)
        shown(view, WIDTH, HEIGHT)
        view.show_review(review)
        return view

    return open_


def _tell_nobody(_change: Changed) -> None:
    """No other screen is there."""


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _push(button: QWidget) -> None:
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)


def test_that_the_screen_opens_with_the_focus_on_which_document(open_view: Open) -> None:
    view = open_view()
    assert view.kinds.isAncestorOf(_focus())


def test_that_an_arrow_turns_from_the_letter_to_the_minutes(open_view: Open) -> None:
    view = open_view()
    QTest.keyClick(_focus(), Key.Key_Home)
    assert view.kind is DocumentKind.LETTER
    assert "Dear Cedar" in view.page.preview.toPlainText()
    QTest.keyClick(_focus(), Key.Key_Down)
    assert view.kind is DocumentKind.MINUTES
    assert "Dear Cedar" not in view.page.preview.toPlainText()
    assert "Cedar" in view.page.preview.toPlainText()


def test_that_the_whole_document_is_read_by_scrolling_the_page_alone(open_view: Open) -> None:
    view = open_view()
    view.resize(WIDTH, 500)
    view.show_kind(DocumentKind.LETTER)
    settle()
    assert view.page.preview.verticalScrollBar().maximum() == 0
    view.page.preview.setFocus()
    page = view.page.verticalScrollBar()
    before = page.value()
    QTest.keyClick(view.page.preview, Key.Key_PageDown)
    assert page.value() > before


def test_that_a_draft_says_so(open_view: Open) -> None:
    assert open_view(BEGUN_REVIEW).page.state.text() == "Draft, the review is not closed"
    assert open_view(CEDARS_REVIEW).page.state.text() == "From the closed record"


@pytest.mark.parametrize("file_format", [Format.DOCX, Format.PDF])
def test_that_a_file_is_saved_by_keys_alone(
    open_view: Open, runner: Runner, tmp_path: Path, qtbot: QtBot, file_format: Format
) -> None:
    view = open_view(runner=runner)
    out = tmp_path / f"letter.{file_format.value}"
    _push(view.foot.word if file_format is Format.DOCX else view.foot.pdf)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    assert "edar" not in dialog.selectedFiles()[0].replace(CEDARS_REVIEW[:8], "")
    keyboard.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keyboard.write(str(out))
    saved: list[str] = []
    view.saved.connect(saved.append)

    def confirmed() -> bool:
        if QApplication.activeModalWidget() is dialog:  # Return may first close a list of names
            keyboard.press(Key.Key_Return)
        return bool(saved)

    qtbot.waitUntil(confirmed)
    assert saved == [str(out)]
    assert out.stat().st_size > 0
    assert view.message.text() == f"Saved as {out.name}."


def test_that_nothing_else_can_be_ordered_while_a_file_is_written(
    open_view: Open, tmp_path: Path
) -> None:
    jobs = HeldJobs()
    view = open_view(runner=jobs)
    jobs.let_go()
    view.save_to(Format.PDF, tmp_path / "x.pdf")
    assert view.is_writing
    assert view.message.text() == "Writing…"
    assert not view.foot.pdf.isEnabled()
    jobs.let_go()
    assert not view.is_writing
    assert view.foot.pdf.isEnabled()


def test_that_a_file_that_cannot_be_written_is_said_and_can_be_tried_again(
    open_view: Open, tmp_path: Path
) -> None:
    view = open_view()
    (tmp_path / "file").write_bytes(b"in the way")
    view.save_to(Format.PDF, tmp_path / "file" / "x.pdf")
    assert "cannot be written" in view.message.text()
    assert view.foot.pdf.isEnabled()
    view.save_to(Format.PDF, tmp_path / "x.pdf")
    assert view.message.text() == "Saved as x.pdf."


def test_that_a_character_no_font_here_has_is_named(
    workspace: Workspace, open_view: Open, tmp_path: Path
) -> None:
    with workspace.uow_factory() as uow:
        child = uow.children.find(CEDAR)
        assert child is not None
        uow.children.put(replace(child, known_as=f"Cedar {UNHEARD_OF}"))
    view = open_view()
    view.save_to(Format.PDF, tmp_path / "x.pdf")
    assert UNHEARD_OF in view.message.text()


# Which document, for whom


def test_that_rare_documents_come_when_asked_for(open_view: Open) -> None:
    view = open_view()
    before = view.kinds.list.count()
    assert view.kinds.more.text() == "11 more documents"
    _push(view.kinds.more)
    assert view.kinds.list.count() == len(DocumentKind)
    view.show_kind(DocumentKind.RESOLUTION)
    _push(view.kinds.more)
    assert view.kinds.list.count() == before + 1  # what is in front stays listed
    assert view.kind is DocumentKind.RESOLUTION


def test_that_a_narrow_screen_has_a_list_that_opens(open_view: Open) -> None:
    view = open_view()
    view.resize(600, HEIGHT)
    settle()
    assert not view.kinds.isVisible()
    view.show_review(BEGUN_REVIEW)
    assert view.kinds.row.isAncestorOf(_focus())
    view.kinds.pick.set_value(DocumentKind.MINUTES.value)
    view.kinds.pick.answer_changed.emit()
    assert view.kind is DocumentKind.MINUTES


def test_that_another_language_says_that_nobody_checked_it(open_view: Open) -> None:
    view = open_view()
    view.show_kind(DocumentKind.LETTER)
    bar = view.page.copy_bar
    assert bar.summary.text() == "The child · English · Standard · Everything"
    _push(bar.summary)
    assert bar.language.isVisible()
    assert not bar.unchecked.isVisible()
    bar.language.set_value("pl")
    bar.language.answer_changed.emit()
    assert "in Polish are not yet checked by a native reader" in bar.unchecked.text()
    assert view.page.preview.toPlainText().find("Dear Cedar") == -1


def test_that_a_name_given_to_the_reader_is_in_the_summary(open_view: Open) -> None:
    view = open_view()
    bar = view.page.copy_bar
    _push(bar.summary)
    bar.reader.set_value(Reader.CARER.value)
    bar.reader.answer_changed.emit()
    bar.name.focus_first()
    QTest.keyClicks(_focus(), "Made-up Carer")
    bar.language.focus_first()
    assert bar.summary.text().startswith("Made-up Carer (A carer)")


def test_that_an_option_leaves_one_where_one_was(open_view: Open) -> None:
    view = open_view()
    view.resize(WIDTH, 500)
    view.show_kind(DocumentKind.LETTER)
    view.page.preview.setFocus()
    settle()
    bar = view.page.verticalScrollBar()
    bar.setValue(300)
    view.page.copy_bar.length_wanted.emit(Length.FULL)
    settle()
    assert bar.value() == 300


# What is written, what stands in the way, how it reads


def test_that_what_is_typed_is_kept_and_shows_in_the_text(
    open_view: Open, workspace: Workspace
) -> None:
    view = open_view()
    view.show_kind(DocumentKind.GOODBYE)
    view.page.parts.focus_on("why")
    QTest.keyClicks(_focus(), "I move to another town.")
    assert view.leave()
    kept = document_texts.read(workspace.uow_factory, CEDARS_REVIEW, DocumentKind.GOODBYE)
    assert kept == {"why": "I move to another town."}
    assert "I move to another town." in view.page.preview.toPlainText()
    assert view.page.parts.isAncestorOf(_focus())


def test_that_a_part_not_written_is_listed_until_it_is(open_view: Open) -> None:
    view = open_view()
    view.show_kind(DocumentKind.GOODBYE)
    listed = [row.obstacle.sentence for row in view.page.obstacles.rows]
    assert "“Why I am going” is not written yet." in listed
    first = view.page.obstacles.rows[0]
    assert first.go is not None
    _push(first.go)
    assert view.page.parts.rows["why"].isAncestorOf(_focus())
    QTest.keyClicks(_focus(), "I move.")
    view.leave()
    listed = [row.obstacle.sentence for row in view.page.obstacles.rows]
    assert "“Why I am going” is not written yet." not in listed


def test_that_an_open_review_is_one_step_away(open_view: Open, qtbot: QtBot) -> None:
    view = open_view(BEGUN_REVIEW)
    view.show_kind(DocumentKind.LETTER)
    (row,) = view.page.obstacles.rows
    with qtbot.waitSignal(view.record_wanted) as wanted:
        _push(row.go)
    assert wanted.args == [BEGUN_REVIEW, None]


def test_that_a_remark_shows_its_sentence_in_the_text(open_view: Open) -> None:
    view = open_view()
    view.show_kind(DocumentKind.GOODBYE)
    view.page.parts.focus_on("why")
    QTest.keyClicks(_focus(), "The panel decided that the placement will be reviewed soon.")
    view.leave()
    _push(view.page.subjects.chips[Subject.WORDS])
    panel = view.page.remarks
    assert panel.isVisible()
    assert not view.page.preview.isVisible()
    assert view.page.subjects.chips[Subject.WORDS].text().startswith("Plain words (")
    button = next(
        button
        for button in panel.findChildren(ActionButton)
        if button.accessibleName() == "Show in the text: soon"
    )
    _push(button)
    assert view.page.preview.textCursor().selectedText() == "soon"
    assert _focus() is view.page.preview


def test_that_an_offer_is_copied_and_nothing_is_rewritten(open_view: Open) -> None:
    view = open_view()
    view.show_kind(DocumentKind.GOODBYE)
    view.page.parts.focus_on("why")
    QTest.keyClicks(_focus(), "Your placement was good.")
    view.leave()
    _push(view.page.subjects.chips[Subject.WORDS])
    settle()  # what was remarked while it was typed goes
    offer = view.page.remarks.findChildren(OfferRow)[0]
    text = view.page.preview.toPlainText()
    _push(offer.button)
    assert QApplication.clipboard().text() == offer.button.text()
    assert offer.copied.isVisible()
    assert view.page.preview.toPlainText() == text


def test_that_the_pages_have_a_button_only_where_they_are_not_beside_the_text(
    open_view: Open,
) -> None:
    view = open_view()
    settle()
    assert not view.page.pages.isVisible()
    _push(view.page.subjects.chips[Subject.PAGES])
    assert view.page.pages.isVisible()
    assert view.page.pages.place.text().startswith("Page 1 of ")
    view.resize(1700, HEIGHT)
    settle()
    assert view.page.pages.isVisible()
    assert view.page.preview.isVisible()
    assert not view.page.subjects.chips[Subject.PAGES].isVisible()


def test_that_text_comes_first_and_only_the_last_wish_is_composed(open_view: Open) -> None:
    jobs = HeldJobs()
    view = open_view(runner=jobs)
    for code in ("pl", "cy", "de"):
        view.page.copy_bar.language_wanted.emit(code)
    assert len(jobs.held) == 1  # the others wait, and the newest takes their place
    assert view.page.preview.toPlainText() == ""
    jobs.held.pop(0).let_go()
    jobs.held.pop(0).let_go()
    assert "Cedar" in view.page.preview.toPlainText()
    assert not view.page.pages.sheets
    jobs.let_go()
    assert view.page.pages.sheets
    assert not view.is_composing


def test_that_a_document_that_is_done_after_the_screen_has_gone_is_told_to_nobody(
    open_view: Open,
) -> None:
    jobs = HeldJobs()
    view = open_view(runner=jobs)
    shiboken6.delete(view)
    jobs.let_go()
    assert not jobs.held


@pytest.mark.parametrize("file_format", [Format.HTML, Format.EPUB, Format.TEXT])
def test_that_other_formats_are_in_the_menu(open_view: Open, file_format: Format) -> None:
    view = open_view()
    wanted: list[Format] = []
    view.foot.format_wanted.disconnect()
    view.foot.format_wanted.connect(wanted.append)
    view.foot.other_formats[file_format].trigger()
    assert wanted == [file_format]


def test_that_only_what_others_change_is_looked_at_anew(
    open_view: Open, workspace: Workspace
) -> None:
    view = open_view()
    view.show_kind(DocumentKind.GOODBYE)
    change = document_texts.save(
        workspace.uow_factory, CEDARS_REVIEW, DocumentKind.GOODBYE, "why", "Written elsewhere."
    )
    view.on_changed(replace(change, reviews=frozenset({BEGUN_REVIEW})))
    assert "Written elsewhere." not in view.page.preview.toPlainText()
    view.on_changed(replace(change, reviews=frozenset()))  # as a round with the hub says it
    assert "Written elsewhere." in view.page.preview.toPlainText()


# What becomes of the copy


def test_that_versions_are_of_the_copy_in_front(open_view: Open) -> None:
    view = open_view()
    view.show_kind(DocumentKind.MINUTES)
    _push(view.page.subjects.chips[Subject.VERSIONS])
    panel = view.page.panels[Subject.VERSIONS]
    assert panel.isVisible()
    assert not view.page.room.isVisible()
    assert panel._presenter.wanted == view.page._presenter.wanted
    view.show_kind(DocumentKind.LETTER)
    assert panel._presenter.wanted.kind is DocumentKind.LETTER


def test_that_a_translation_is_offered_for_another_language_alone(open_view: Open) -> None:
    view = open_view()
    assert not view.page.subjects.is_offered(Subject.TRANSLATION)
    view.page.copy_bar.language_wanted.emit("pl")
    _push(view.page.subjects.chips[Subject.TRANSLATION])
    assert view.page.panels[Subject.TRANSLATION].isVisible()
    view.page.copy_bar.language_wanted.emit("en-GB")
    assert view.page.subjects.here is Subject.TEXT


def test_that_a_refusal_leads_to_where_it_is_put_right(open_view: Open, qtbot: QtBot) -> None:
    view = open_view()
    versions = view.page.panels[Subject.VERSIONS]
    with qtbot.waitSignal(view.record_wanted) as record:
        versions.go_wanted.emit("review")
    assert record.args == [CEDARS_REVIEW, None]
    with qtbot.waitSignal(view.settings_wanted):
        versions.go_wanted.emit("settings")
    view.page.copy_bar.language_wanted.emit("pl")
    versions.go_wanted.emit("translation")
    assert view.page.subjects.here is Subject.TRANSLATION
    view.show_kind(DocumentKind.GOODBYE)
    versions.go_wanted.emit("withheld")
    assert view.page.obstacles.isAncestorOf(_focus())


# Ways back, and all looks


def test_that_the_way_back_leads_to_the_review(open_view: Open, qtbot: QtBot) -> None:
    view = open_view()
    with qtbot.waitSignal(view.back_wanted) as wanted:
        _push(next(b for b in view.findChildren(type(view.foot.pdf)) if "Back" in b.text()))
    assert wanted.args == [CEDARS_REVIEW]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_that_everyone_can_use_the_screen(open_view: Open, themed: Wear, look: object) -> None:
    themed(look)
    view = open_view()
    view.message.say("Saved as letter.pdf.", "success")
    settle()
    for check in ALL_CHECKS:
        check(view)


@pytest.mark.parametrize(
    ("look", "subject"),
    [
        ("light", Subject.TEXT),
        ("large", Subject.TEXT),
        ("mirrored", Subject.TEXT),
        ("dark", Subject.PAGES),
        ("large", Subject.PAGES),
        ("large", Subject.WORDS),
        ("stretched", Subject.WORDS),
    ],
)
def test_that_everyone_can_write_read_and_check(
    open_view: Open, themed: Wear, look: str, subject: Subject
) -> None:
    themed(LOOKS[look])
    view = open_view()
    view.show_kind(DocumentKind.GOODBYE)
    view.page.copy_bar.summary.setChecked(True)
    view.page.copy_bar.language_wanted.emit("en-GB" if subject is Subject.WORDS else "ar")
    view.page.show_subject(subject)
    settle()
    for check in ALL_CHECKS:
        check(view)


def test_that_nothing_shows_as_a_window_of_its_own(open_view: Open, tmp_path: Path) -> None:
    view = open_view(BEGUN_REVIEW)
    with no_stray_windows(view):
        view.show_review(CEDARS_REVIEW)
        view.save_to(Format.DOCX, tmp_path / "x.docx")
        settle()
