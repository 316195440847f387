"""A council's stationery and theme: kept, refused, and worn by every kind of file."""

from io import BytesIO

import docx
import pytest

from iro_desktop.documents.blocks import Design, Document, Heading, Paragraph, plain
from iro_desktop.documents.formats import Format
from iro_desktop.documents.theme import PLAIN, Theme
from iro_desktop.services import council_look
from iro_desktop.services.council_look import CouncilLook
from iro_desktop.services.faults import CouncilLookRefused
from iro_desktop.store import SqlStore

LETTER = Document(
    title="T",
    language="en-GB",
    design=Design.LETTER,
    blocks=(Heading(1, "T"), Paragraph(plain("Made up."))),
)
THEME = Theme("#123456", "Lexend", 1)


def stationery() -> bytes:
    document, written = docx.Document(), BytesIO()
    document.sections[0].header.paragraphs[0].text = "Exampleshire"
    document.save(written)
    return written.getvalue()


def look(store: SqlStore) -> CouncilLook:
    with store.unit_of_work() as uow:
        return council_look.look_of(uow.settings)


def test_that_stationery_is_kept_as_it_came_and_written_on(store: SqlStore) -> None:
    data = stationery()
    assert council_look.take_stationery(store.unit_of_work, data, "ours.docx")
    assert not council_look.take_stationery(store.unit_of_work, data, "ours.docx")
    kept = look(store)
    assert (kept.stationery, kept.name) == (data, "ours.docx")
    written = council_look.write_in_look(LETTER, Format.DOCX, kept)
    header = docx.Document(BytesIO(written.data)).sections[0].header
    assert "Exampleshire" in [paragraph.text for paragraph in header.paragraphs]
    council_look.drop_stationery(store.unit_of_work)
    assert look(store) == CouncilLook()


@pytest.mark.parametrize("data", [b"", b"no document", b"x" * (council_look.MOST_BYTES + 1)])
def test_that_what_is_no_stationery_is_refused_and_changes_nothing(
    store: SqlStore, data: bytes
) -> None:
    with pytest.raises(CouncilLookRefused):
        council_look.take_stationery(store.unit_of_work, data, "x.docx")
    assert look(store) == CouncilLook()


def test_that_a_theme_is_kept_and_taken_off(store: SqlStore) -> None:
    assert council_look.keep_theme(store.unit_of_work, THEME)
    assert look(store).theme == THEME
    assert council_look.keep_theme(store.unit_of_work, PLAIN)
    assert look(store).theme == PLAIN


@pytest.mark.parametrize("theme", [Theme("#FFEEEE"), Theme("red"), Theme("", "None of ours")])
def test_that_a_theme_that_cannot_be_read_is_refused(store: SqlStore, theme: Theme) -> None:
    with pytest.raises(CouncilLookRefused):
        council_look.keep_theme(store.unit_of_work, theme)
    assert look(store).theme == PLAIN


@pytest.mark.parametrize("kept", ["[]", "{", '{"accent": "#FFFFFF"}', '{"size_step": "x"}'])
def test_that_a_kept_theme_that_is_refused_by_now_is_passed_over(
    store: SqlStore, kept: str
) -> None:
    with store.unit_of_work() as uow:
        uow.settings.set("documents_theme", kept)
    assert look(store).theme == PLAIN


@pytest.mark.parametrize("file_format", [Format.DOCX, Format.PDF, Format.HTML, Format.EPUB])
def test_that_every_kind_of_file_wears_the_theme(file_format: Format) -> None:
    ours = council_look.write_in_look(LETTER, file_format, CouncilLook())
    theirs = council_look.write_in_look(LETTER, file_format, CouncilLook(theme=THEME))
    assert ours.data != theirs.data
