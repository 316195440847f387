import re
import unicodedata
from collections import Counter
from io import BytesIO
from typing import get_args
from zipfile import ZipFile

import pytest
from defusedxml import ElementTree
from document_samples import LATIN, ONE_OF_EACH, a_document, any_document, everything
from hypothesis import given, settings

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    Paragraph,
    Quotation,
    Scale,
    Table,
    plain,
    text_of,
)
from iro_desktop.documents.formats import Format
from iro_desktop.documents.writers import write
from written_text import words_in

WORDS_OF = {
    "Heading": ("Heading words",),
    "Paragraph": ("Paragraph words!",),
    "Quotation": ("Quoted words <3 & more", "Said by a made-up child"),
    "ListItems": ("First item", "Second item"),
    "Table": ("Caption words", "Cell one", "Cell four"),
    "Facts": ("Label one Value one", "Label two Value two"),
    "Scale": ("Question words?",),
    "Timeline": (),
    "Picture": ("Picture caption",),
    "Pictured": ("Pictured sentence.",),
    "WritingSpace": ("Room to write?",),
    "Choices": ("Choose some?", "First choice", "Second choice"),
    "Notice": ("Notice words",),
    "Signature": ("Signing words Made-up Officer",),
    "PageBreak": (),
}


def test_that_the_samples_hold_every_kind_of_block() -> None:
    assert set(ONE_OF_EACH) == set(get_args(Block))
    assert set(WORDS_OF) == {kind.__name__ for kind in get_args(Block)}


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("file_format", Format)
@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_that_every_writer_writes_every_kind_of_block(
    kind: type, file_format: Format, design: Design
) -> None:
    before, after = Paragraph(plain("Words before.")), Paragraph(plain("Words after."))
    document = a_document(before, ONE_OF_EACH[kind], after, design=design)
    words = words_in(write(document, file_format).data, file_format)
    if file_format is Format.TEXT:
        words = words.replace(":", "")
    expected = ("Words before.", *WORDS_OF[kind.__name__], "Words after.")
    found = [words.find(each) for each in expected]
    assert -1 not in found
    assert kind is not Table or "Column two" in words
    assert found == sorted(found)


@pytest.mark.parametrize("file_format", Format)
def test_that_the_same_document_gives_the_same_bytes(file_format: Format) -> None:
    document = everything(Design.LETTER)
    assert write(document, file_format).data == write(document, file_format).data


@pytest.mark.parametrize("file_format", Format)
def test_that_a_document_of_nothing_is_still_a_file(file_format: Format) -> None:
    assert "Nothing" not in words_in(write(a_document(), file_format).data, file_format)


@pytest.mark.parametrize("file_format", Format)
@pytest.mark.parametrize(
    "words",
    ["<b>&{{x}}</b>", "<br/>&amp;&lt;", "{% if x %}%(y)s{0}", "<script>a()</script>", "]]>"],
)
def test_that_a_childs_words_are_never_read_as_markup(words: str, file_format: Format) -> None:
    document = a_document(
        Heading(1, f"1 {words}"),
        Quotation(f"2 {words}", f"3 {words}"),
        Table(plain(f"4 {words}"), (f"5 {words}",), ()),
        Scale(f"6 {words}", words, words, (), words),
    )
    read = words_in(write(document, file_format).data, file_format)
    assert [number for number in range(1, 7) if f"{number} {words}" not in read] == []


@given(document=any_document())
@settings(max_examples=60, deadline=None)
def test_that_no_text_whatever_stops_the_pdf_writer(document: Document) -> None:
    assert write(document, Format.PDF).data.startswith(b"%PDF-")


@given(document=any_document())
@settings(max_examples=30, deadline=None)
def test_that_no_text_whatever_stops_the_docx_writer(document: Document) -> None:
    words_in(write(document, Format.DOCX).data, Format.DOCX)


@given(document=any_document())
@settings(max_examples=60, deadline=None)
def test_that_no_text_whatever_stops_the_html_writer(document: Document) -> None:
    assert write(document, Format.HTML).data.endswith(b"</html>\n")


@given(document=any_document())
@settings(max_examples=30, deadline=None)
def test_that_no_text_whatever_stops_the_writers_of_books_and_of_plain_text(
    document: Document,
) -> None:
    with ZipFile(BytesIO(write(document, Format.EPUB).data)) as book:
        for name in book.namelist():
            if name.endswith((".xhtml", ".opf", ".xml")):
                ElementTree.fromstring(book.read(name))
    assert write(document, Format.TEXT).data.endswith(b"\n")


def letters(text: str) -> Counter[str]:
    # PDFium marks a hyphen at a line's end as one that may go, and may turn a bracket round where
    # text runs from right to left.
    text = re.sub(r"[\s\x02\xad\ufffe-]", "", unicodedata.normalize("NFKC", text))
    return Counter(text.translate(str.maketrans(")]}>»›", "([{<«‹")))


def texts_of(block: Block) -> list[str]:
    match block:
        case Heading():
            return [block.text]
        case Paragraph():
            return [text_of(block.spans)]
        case Quotation():
            return [block.words, block.translation, block.source]
        case Table():
            return [text_of(block.caption), *block.header] + [
                text_of(cell) for row in block.rows for cell in row.cells
            ]
        case _:
            return []


@pytest.mark.parametrize("file_format", Format)
@given(document=any_document(LATIN))
@settings(max_examples=25, deadline=None)
def test_that_every_letter_typed_can_be_read_back(file_format: Format, document: Document) -> None:
    read = letters(words_in(write(document, file_format).data, file_format))
    typed = letters("".join(text for block in document.blocks for text in texts_of(block)))
    assert typed - read == Counter()
