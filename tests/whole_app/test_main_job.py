"""The main job as a user starts it: from nothing to a letter and minutes, by keys alone."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest

from iro_desktop.ui.rehearsal import script

ROOT = Path(__file__).parents[2]
SCREENS = {"unlock", "today", "children", "child", "scaling", "decisions", "close", "letter"}
LOOKS = {"dark", "large-text", "right-to-left"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demonstration")
    done = subprocess.run(
        [sys.executable, "-m", "iro_desktop", "demo", "--headless", "--out", str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for line in done.stdout.splitlines():
        assert Path(line).exists()
    return folder


def test_that_every_decision_stands_in_each_of_the_four_documents(out: Path) -> None:
    letters = (_text_of_docx(out / "letter.docx"), _text_of_pdf(out / "letter.pdf"))
    minutes = (_text_of_docx(out / "minutes.docx"), _text_of_pdf(out / "minutes.pdf"))
    for what, owner, words in script.DECISIONS:
        for letter in letters:
            assert _plain(words) in letter
            assert _plain(owner) in letter
        for record in minutes:
            assert _plain(what) in record


def test_that_the_child_is_quoted_word_for_word_in_each_document(out: Path) -> None:
    for name in ("letter", "minutes"):
        assert _plain(script.VIEW) in _text_of_docx(out / f"{name}.docx")
        assert _plain(script.VIEW) in _text_of_pdf(out / f"{name}.pdf")


def test_that_the_documents_say_that_they_are_made_up(out: Path) -> None:
    for name in ("letter", "minutes"):
        assert _plain("Made-up data") in _text_of_pdf(out / f"{name}.pdf")


def test_that_pictures_of_the_screens_are_left_in_every_look(out: Path) -> None:
    names = {path.stem.split("-", 1)[1] for path in (out / "screens").glob("*.png")}
    assert names >= SCREENS
    assert {f"review-{look}" for look in LOOKS} <= names


def test_that_the_store_holds_no_readable_text(out: Path) -> None:
    needles = [script.VIEW, script.DECISIONS[0][0], "DEMO-0001", "Made-up", "CREATE TABLE"]
    for path in (out / "store").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            for needle in needles:
                assert needle.encode() not in data
                assert needle.encode("utf-16-le") not in data


def test_that_the_passphrase_left_behind_opens_the_store_and_says_it_is_made_up(
    out: Path,
) -> None:
    note = out / "store.passphrase"
    done = subprocess.run(
        [
            sys.executable,
            *("-m", "iro_desktop", "--store", str(out / "store")),
            *("--passphrase-file", str(note), "verify"),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "made up" in note.read_text()


def _text_of_docx(path: Path) -> str:
    document = docx.Document(str(path))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
    return _plain(" ".join((*paragraphs, *cells)))


def _text_of_pdf(path: Path) -> str:
    pages = pypdfium2.PdfDocument(path)
    try:
        return _plain(" ".join(page.get_textpage().get_text_range() for page in pages))
    finally:
        pages.close()


def _plain(text: str) -> str:
    """The characters alone: where a line breaks is the layout's affair."""
    return "".join(text.split())
