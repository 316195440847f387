"""A copy in another language: how it stands, out to a translator, and back with what was found."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import HEIGHT, LOOKS
from on_its_way import LETTER, POLISH
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import CEDAR, CEDARS_REVIEW, workspace_of
from stray_windows import no_stray_windows

from fixed_clock import FixedClock
from iro_desktop.documents.docx.two_columns import read_two_columns
from iro_desktop.documents.exchange.package import ExchangeFormat, Package
from iro_desktop.documents.exchange.xliff import read_xliff, write_xliff
from iro_desktop.documents.translating import segment_of
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.withholding import Reader, WithheldBecause, WithheldPassage
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.copies import copy_of
from iro_desktop.services.faults import UnreadableFile
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.widgets.surfaces import ScrollPage
from iro_desktop.ui.writing.translating.findings import Severity, found_texts, outcome
from iro_desktop.ui.writing.translating.page import by_whom_in_words, how_it_stands
from iro_desktop.ui.writing.translating.panel import TranslationPanel
from iro_desktop.ui.writing.translating.presenter import TranslationPresenter

NARROW = 760
BY = "Made-up Translator"
CLUB, GRANDAD = "Find a swimming club", "See Grandad each month"
Open = Callable[..., TranslationPanel]


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def told() -> list[Changed]:
    return []


@pytest.fixture
def presenter(workspace: Workspace, told: list[Changed]) -> TranslationPresenter:
    made = TranslationPresenter(workspace, told.append)
    made.open(POLISH)
    return made


@pytest.fixture
def open_panel(presenter: TranslationPresenter, shown: Callable[..., QWidget]) -> Open:
    windows: list[QWidget] = []  # Python would throw away what nobody holds

    def open_(copy: CopyWanted = POLISH) -> TranslationPanel:
        panel = TranslationPanel(presenter, InlineRunner())
        page, window = ScrollPage(), QWidget()
        page.add(panel)
        QVBoxLayout(window).addWidget(page)
        panel.show_copy(copy)
        windows.append(shown(window, NARROW, HEIGHT))
        return panel

    return open_


def came_back(presenter: TranslationPresenter, folder: Path, said: Mapping[str, str]) -> Path:
    """The file that went out, with these texts translated and no others."""
    out = folder / "out.xlf"
    presenter.make(POLISH, ExchangeFormat.XLIFF, out)
    segments = tuple(segment_of(text.source) for text in read_xliff(out.read_bytes()).texts)
    texts = {one.id: said.get(one.text, "") for one in segments}
    file = folder / "back.xlf"
    file.write_bytes(write_xliff(Package("pl", segments, texts)))
    return file


def test_that_a_copy_in_english_needs_no_translator(presenter: TranslationPresenter) -> None:
    presenter.open(LETTER)
    assert presenter.page().language == ""
    assert presenter.page().texts == ()


def test_that_it_is_said_how_many_texts_are_missing_and_who_translated_which(
    presenter: TranslationPresenter, workspace: Workspace, told: list[Changed], tmp_path: Path
) -> None:
    before = presenter.page()
    assert before.missing == len(before.texts) > 1
    assert before.by_whom == ()
    file = came_back(presenter, tmp_path, {CLUB: "Znaleźć klub pływacki"})
    back = presenter.read_back(POLISH, file, BY)
    presenter.settle(back)
    after = presenter.page()
    assert after.missing == before.missing - 1
    assert how_it_stands(after).endswith("missing")
    (line,) = by_whom_in_words(after.by_whom)
    assert line == "Made-up Translator translated 1 text, last on 22 November 2026."
    assert presenter.translator(after) == BY
    assert [change.topics for change in told] == [{Topic.DOCUMENTS}]
    assert CLUB not in copy_of(workspace, POLISH).untranslated


def test_that_phrases_no_native_reader_has_checked_are_said_to_be_so(
    presenter: TranslationPresenter,
) -> None:
    assert "not yet checked by a native reader" in presenter.page().unchecked


def test_that_what_was_found_stands_in_the_order_of_how_grave_it_is(
    presenter: TranslationPresenter, tmp_path: Path
) -> None:
    said = {CLUB: "Znaleźć klub 7", GRANDAD: "Spotkać dziadka \u202e"}
    back = presenter.read_back(POLISH, came_back(presenter, tmp_path, said), BY)
    texts = found_texts(back.taken)
    assert [text.severity for text in texts][:2] == [Severity.STOPPED, Severity.TO_LOOK_AT]
    assert {text.severity for text in texts[2:]} <= {Severity.MISSING}
    stopped, waiting = texts[:2]
    assert (stopped.english, stopped.came) == (GRANDAD, "")
    assert (waiting.english, waiting.came) == (CLUB, "Znaleźć klub 7")
    assert waiting.said == ("Numbers differ: 7.",)
    assert all("accept" not in step for step in stopped.steps)
    assert outcome(back.taken).startswith("Nothing new is kept.")


def test_that_a_text_someone_looked_at_is_kept_and_no_other(
    presenter: TranslationPresenter, tmp_path: Path
) -> None:
    said = {CLUB: "Znaleźć klub 7", GRANDAD: "Spotkać dziadka 8"}
    back = presenter.read_back(POLISH, came_back(presenter, tmp_path, said), BY)
    again = presenter.keep_anyway(back, segment_of(CLUB).id)
    assert again.taken.kept == 1
    assert [text.english for text in found_texts(again.taken) if text.came] == [GRANDAD]
    both = presenter.keep_anyway(again, segment_of(GRANDAD).id)
    assert both.taken.to_look_at == ()


def test_that_a_file_that_cannot_be_opened_is_a_fault_one_can_mend(
    presenter: TranslationPresenter, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableFile):
        presenter.read_back(POLISH, tmp_path / "nowhere.xlf", BY)


def test_that_nothing_goes_out_while_a_mark_is_lost_and_the_way_there_is_said(
    open_panel: Open, workspace: Workspace, qtbot: QtBot
) -> None:
    passage = WithheldPassage(
        id=EntityId("club"),
        child_id=CEDAR,
        review_id=CEDARS_REVIEW,
        thing="kept",
        field="what",
        words="what stood there once",
        because=WithheldBecause.THIRD_PARTY,
        kept_from=(Reader.CHILD,),
    )
    with workspace.uow_factory() as uow:
        uow.withheld_passages.put(passage)
    panel = open_panel()
    assert not panel.out_card.isVisible()
    assert not panel.back_card.isVisible()
    with qtbot.waitSignal(panel.go_wanted) as went:
        panel.notice.go_button.click()
    assert went.args == ["withheld"]


@pytest.mark.parametrize("file_format", list(ExchangeFormat))
def test_that_the_texts_go_out_as_a_file_that_says_nothing_of_the_child(
    open_panel: Open, tmp_path: Path, file_format: ExchangeFormat
) -> None:
    panel = open_panel()
    is_word = file_format is ExchangeFormat.WORD
    (panel.word_button if is_word else panel.xliff_button).click()
    assert panel.dialog is not None
    name = Path(panel.dialog.selectedFiles()[0]).name
    assert name == f"texts-to-translate-pl.{file_format.value}"
    panel.dialog.fileSelected.emit(str(tmp_path / name))
    panel.dialog.close()
    content = (tmp_path / name).read_bytes()
    returned = read_two_columns(content) if is_word else read_xliff(content)
    assert CLUB in [text.source for text in returned.texts]
    assert panel.notice.text() == (
        f"{name} is saved, with {len(returned.texts)} texts to translate."
    )


def test_that_the_translators_name_is_asked_once(open_panel: Open, tmp_path: Path) -> None:
    panel = open_panel()
    card = panel.back_card
    card.by.focus_first()
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, Qt.Key.Key_Return)
    assert card.by.problem() == "Say who translated it."
    assert panel.dialog is None
    QTest.keyClicks(here, BY)
    QTest.keyClick(here, Qt.Key.Key_Return)
    assert isinstance(panel.dialog, QFileDialog)
    panel.dialog.close()
    panel.show_copy(replace(POLISH, reader=Reader.PARENT))
    assert card.by.field.value() == BY
    panel.show_copy(replace(POLISH, language="ar"))
    assert card.by.field.value() is None


def test_that_what_waits_is_kept_by_a_press_and_the_next_one_has_the_focus(
    open_panel: Open, presenter: TranslationPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = open_panel()
    panel.back_card.by.field.set_value(BY)
    said = {CLUB: "Znaleźć klub 7", GRANDAD: "Spotkać dziadka 8"}
    panel.take_back(came_back(presenter, tmp_path, said))
    rows = [row for row in panel.back_card.findings.rows if row.keep_button is not None]
    assert len(rows) == 2
    assert rows[0].keep_button is not None
    assert rows[0].keep_button.hasFocus()
    with qtbot.waitSignal(panel.taken):
        QTest.keyClick(rows[0].keep_button, Qt.Key.Key_Space)
    (left,) = [row for row in panel.back_card.findings.rows if row.keep_button is not None]
    assert left.keep_button is not None
    assert left.keep_button.hasFocus()
    assert presenter.page().by_whom[0].texts == 1


def test_that_another_copy_begins_anew(
    open_panel: Open, presenter: TranslationPresenter, tmp_path: Path
) -> None:
    panel = open_panel()
    panel.back_card.by.field.set_value(BY)
    panel.take_back(came_back(presenter, tmp_path, {CLUB: "Klub 7"}))
    panel.show_copy(LETTER)
    assert panel.english.isVisible()
    assert not panel.standing.isVisible()
    panel.show_copy(POLISH)
    assert panel.back_card.findings.rows == []


def test_that_the_texts_are_shown_with_their_translations_when_asked_for(
    open_panel: Open, presenter: TranslationPresenter, tmp_path: Path
) -> None:
    file = came_back(presenter, tmp_path, {CLUB: "Znaleźć klub pływacki"})
    presenter.read_back(POLISH, file, BY)
    panel = open_panel()
    panel.standing.texts_button.click()
    shown = [panel.standing._list.itemAt(n).widget() for n in range(panel.standing._list.count())]
    words = [widget.text() for widget in shown if hasattr(widget, "text")]
    assert "Znaleźć klub pływacki" in words
    assert "No translation yet" in words


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_that_everyone_can_take_a_translation_in(
    open_panel: Open,
    presenter: TranslationPresenter,
    themed: Callable[..., object],
    look: object,
    tmp_path: Path,
) -> None:
    themed(look)
    panel = open_panel()
    panel.back_card.by.field.set_value(BY)
    said = {CLUB: "Znaleźć klub 7", GRANDAD: "Spotkać dziadka \u202e"}
    panel.take_back(came_back(presenter, tmp_path, said))
    settle()
    for check in ALL_CHECKS:
        check(panel.window())


def test_that_nothing_shows_as_a_window_of_its_own(
    open_panel: Open, presenter: TranslationPresenter, tmp_path: Path
) -> None:
    file = came_back(presenter, tmp_path, {CLUB: "Klub 7"})
    panel = open_panel()
    panel.back_card.by.field.set_value(BY)
    with no_stray_windows(panel.window()):
        panel.take_back(file)
        panel.standing.texts_button.click()
        settle()
