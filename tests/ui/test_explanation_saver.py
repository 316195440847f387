"""Why a date is due, saved to print: where is asked, and how it went is said."""

import datetime as dt
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from held_jobs import HeldJobs
from pytestqt.qtbot import QtBot

from iro_desktop.i18n import Translator
from iro_desktop.services.explaining import Explanation, explanation_of
from iro_desktop.services.reckoning import lawful
from iro_desktop.ui.explanation_saver import ExplanationSaver
from iro_desktop.ui.runner import InlineRunner, Runner

Shown = Callable[..., ExplanationSaver]
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def explanation() -> Explanation:
    return explanation_of(lawful().due("cla_first_review", dt.date(2026, 11, 2)), Translator())


@pytest.fixture
def saver(shown: Shown) -> ExplanationSaver:
    made = ExplanationSaver(InlineRunner(), lambda: TODAY)
    shown(made, 600, 80)
    return made


@pytest.mark.parametrize(
    ("name", "begins"), [("why.pdf", b"%PDF"), ("why.docx", b"PK"), ("why", b"%PDF")]
)
def test_that_the_file_is_of_the_kind_its_name_says(
    saver: ExplanationSaver, explanation: Explanation, tmp_path: Path, name: str, begins: bytes
) -> None:
    saver.save_to((explanation,), tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert saver.message.text() == f"Saved as {name}."
    assert saver.isVisible()


def test_that_a_file_that_cannot_be_written_says_why(
    saver: ExplanationSaver, explanation: Explanation, tmp_path: Path
) -> None:
    (tmp_path / "a-file").write_bytes(b"")
    saver.save_to((explanation,), tmp_path / "a-file" / "why.pdf")
    assert saver.message.property("tone") == "danger"


def test_that_the_window_stays_free_while_it_is_written(
    shown: Shown, explanation: Explanation, tmp_path: Path
) -> None:
    jobs = HeldJobs()
    saver = ExplanationSaver(jobs, lambda: TODAY)
    shown(saver, 600, 80)
    saver.save_to((explanation,), tmp_path / "why.pdf")
    assert saver.message.text() == "Writing…"
    jobs.let_go()
    assert saver.message.text() == "Saved as why.pdf."


def test_that_a_thread_of_its_own_writes_in_the_language_of_the_words(
    shown: Shown, runner: Runner, explanation: Explanation, tmp_path: Path, qtbot: QtBot
) -> None:
    saver = ExplanationSaver(runner, lambda: TODAY)
    shown(saver, 600, 80)
    saver.save_to((explanation,), tmp_path / "why.pdf")
    qtbot.waitUntil(lambda: not runner.is_busy())
    assert (tmp_path / "why.pdf").read_bytes().startswith(b"%PDF")


def test_that_the_name_proposed_says_nothing_of_anyone(
    saver: ExplanationSaver, explanation: Explanation
) -> None:
    saver.ask_where(explanation)
    assert saver.dialog is not None
    assert [Path(name).name for name in saver.dialog.selectedFiles()] == ["due-date-explained.pdf"]
    saver.dialog.filterSelected.emit("Word, to write in (*.docx)")
    assert [Path(name).name for name in saver.dialog.selectedFiles()] == ["due-date-explained.docx"]
    saver.dialog.reject()


def test_that_several_dates_go_into_one_file(
    saver: ExplanationSaver, explanation: Explanation, tmp_path: Path
) -> None:
    saver.ask_where((explanation, replace(explanation, title="Second review")))
    assert saver.dialog is not None
    saver.dialog.fileSelected.emit(str(tmp_path / "why.docx"))
    saver.dialog.reject()
    with zipfile.ZipFile(tmp_path / "why.docx") as file:
        words = file.read("word/document.xml").decode()
    assert "First review" in words
    assert "Second review" in words


def test_that_it_is_saved_where_the_dialog_says(
    saver: ExplanationSaver, explanation: Explanation, tmp_path: Path
) -> None:
    saver.ask_where(explanation)
    assert saver.dialog is not None
    saver.dialog.fileSelected.emit(str(tmp_path / "why.pdf"))
    saver.dialog.reject()
    assert (tmp_path / "why.pdf").exists()


def test_that_it_goes_away_when_its_message_is_hidden(
    saver: ExplanationSaver, explanation: Explanation, tmp_path: Path
) -> None:
    saver.save_to((explanation,), tmp_path / "why.pdf")
    saver.message.dismissed.emit()
    assert not saver.isVisible()
