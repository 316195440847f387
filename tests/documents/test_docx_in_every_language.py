import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from accessible_docx import stumbling_blocks
from document_samples import a_document, everything
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from language_samples import WORDS, sample

from iro_desktop.documents.blocks import (
    Choices,
    Design,
    Document,
    Heading,
    Paragraph,
    Pictured,
    Quotation,
    Span,
    WritingSpace,
    plain,
)
from iro_desktop.documents.formats import Format
from iro_desktop.documents.writers import write
from iro_desktop.domain.reading import ReadingStyle

FACES = {
    "ar": "Noto Sans Arabic",
    "ur": "Noto Nastaliq Urdu",
    "zh-Hant": "Noto Sans TC",
    "hi": "Noto Sans Devanagari",
    "pa": "Noto Sans Gurmukhi",
    "bn": "Noto Sans Bengali",
}


def data_of(document: Document) -> bytes:
    return write(document, Format.DOCX).data


def opened(document: Document) -> WordDocument:
    return docx.Document(BytesIO(data_of(document)))


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("style", ReadingStyle)
def test_that_nobody_stumbles_in_any_design_and_style(style: ReadingStyle, design: Design) -> None:
    assert stumbling_blocks(data_of(sample("en-GB", style, design))) == []


@pytest.mark.parametrize("language", WORDS)
def test_that_nobody_stumbles_in_any_language(language: str) -> None:
    assert stumbling_blocks(data_of(sample(language))) == []


def test_that_the_search_for_stumbling_blocks_finds_them() -> None:
    document = docx.Document()
    document.add_heading("Deep", 3)
    document.add_table(1, 1)
    document.add_paragraph()
    document.add_paragraph()
    file = BytesIO()
    document.save(file)
    assert stumbling_blocks(file.getvalue()) == [
        "no title or language",
        "heading 3 after 0",
        "table without a head",
        "empty paragraphs for space",
    ]


def test_that_every_language_and_style_keeps_the_rules_of_open_xml(tmp_path: Path) -> None:
    for language in WORDS:
        (tmp_path / f"{language}.docx").write_bytes(data_of(sample(language)))
    for design, style in zip(Design, list(ReadingStyle)[1:4], strict=True):
        file = tmp_path / f"{design}-{style}.docx"
        file.write_bytes(data_of(sample("ar", style, design)))
    audit = Path(sys.executable).parent / "openxml-audit"
    command = [audit, "-q", "-r", tmp_path]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, "")


@pytest.mark.parametrize("language", FACES)
def test_that_the_face_of_a_script_comes_with_the_file_and_leaves_it_small(language: str) -> None:
    data = data_of(sample(language))
    with ZipFile(BytesIO(data)) as parts:
        table = parts.read("word/fontTable.xml").decode()
        styles = parts.read("word/styles.xml").decode()
    assert f'<w:font w:name="{FACES[language]}">' in table
    assert re.search(rf'w:(?:cs|eastAsia)="{FACES[language]}"', styles)
    assert len(data) < 1_000_000


def test_that_a_name_in_another_script_is_set_in_its_own_face() -> None:
    (paragraph,) = opened(a_document(Paragraph(plain("Dear माया and مايا, hello")))).paragraphs
    seen = [
        (run.text, run.font.rtl, run.font.complex_script, fonts.get(qn("w:cs")))
        for run in paragraph.runs
        if (fonts := run._r.find(f".//{qn('w:rFonts')}")) is not None
    ]
    assert seen == [("माया", None, True, "Noto Sans Devanagari")]
    assert [run.text for run in paragraph.runs if run.font.rtl] == ["مايا"]


@pytest.mark.parametrize(
    ("language", "latin", "east_asian", "complex_script"),
    [
        ("pl", "pl-PL", "zh-HK", "ar-SA"),
        ("zh-Hant", "en-GB", "zh-HK", "ar-SA"),
        ("ur", "en-GB", "zh-HK", "ur-PK"),
        ("pa", "en-GB", "zh-HK", "pa-IN"),
    ],
)
def test_that_a_file_says_its_language_for_the_kind_of_type_it_is_set_in(
    language: str, latin: str, east_asian: str, complex_script: str
) -> None:
    root = opened(sample(language)).styles.element
    (said,) = root.xpath("./w:docDefaults//w:lang")
    tags = [said.get(qn(f"w:{kind}")) for kind in ("val", "eastAsia", "bidi")]
    assert tags == [latin, east_asian, complex_script]


def test_that_untranslated_english_runs_its_own_way_in_an_arabic_letter() -> None:
    *_others, last = opened(sample("ar")).paragraphs
    (turned,) = last._p.iter(qn("w:bidi"))
    assert turned.get(qn("w:val")) == "0"
    assert not [run for run in last.runs if run.font.rtl]


def test_that_an_arabic_quotation_runs_its_own_way_in_an_english_letter() -> None:
    quotation = Quotation("أريد أن أرى أختي.", "Maya", "ar", "I want to see my sister.")
    words, translation, source = opened(a_document(quotation)).paragraphs
    assert words._p.find(f".//{qn('w:bidi')}").get(qn("w:val")) == "1"
    assert translation._p.find(f".//{qn('w:bidi')}") is None
    assert (translation.text, source.text) == ("I want to see my sister.", "Maya")


def test_that_bold_is_bold_in_scripts_that_join() -> None:
    (paragraph,) = opened(a_document(Paragraph((Span("ماया", bold=True),)))).paragraphs
    assert all(run.font.bold and run.font.cs_bold for run in paragraph.runs)


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("mailto:made-up@example.org", True),
        ("tel:+440000000000", True),
        ("https://example.org/a?b=c", True),
        ("http://example.org", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://a b", False),
    ],
)
def test_that_only_addresses_that_may_be_followed_become_links(
    address: str,
    followed: bool,  # noqa: FBT001 - a table of cases
) -> None:
    document = opened(a_document(Paragraph((Span("Write to us", link=address),))))
    (paragraph,) = document.paragraphs
    assert [link.address for link in paragraph.hyperlinks] == ([address] if followed else [])
    assert paragraph.text == "Write to us"


def test_that_room_to_write_is_as_many_lines_as_asked_for_in_one_paragraph() -> None:
    _prompt, room = opened(a_document(WritingSpace(plain("Write?"), 4))).paragraphs
    assert room.text == "\t\n\t\n\t\n\t"


def test_that_choices_are_a_list_with_boxes() -> None:
    document = opened(a_document(Choices(plain("Which?"), (plain("One"), plain("Two")))))
    _prompt, *items = document.paragraphs
    assert {item.style.name for item in items if item.style} == {"IRO Choice"}
    (number,) = {item._p.pPr.numPr.numId.val for item in items}
    numbering = document.part.numbering_part.element
    (definition,) = numbering.xpath(f"./w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    path = f"./w:abstractNum[@w:abstractNumId='{definition}']//w:lvlText/@w:val"
    assert numbering.xpath(path) == ["☐"]


def test_that_a_picture_stands_beside_its_sentence_in_a_table_without_lines() -> None:
    pictured = Pictured("home", "A house", plain("Where you live."), "wish_1")
    document = opened(a_document(pictured))
    (table,) = document.tables
    picture, words = table.rows[0].cells
    assert words.text == "Where you live."
    (seen,) = picture._tc.iter(qn("wp:docPr"))
    assert seen.get("descr") == "A house"
    assert table._tbl.find(f".//{qn('w:tblBorders')}") is None
    assert words._tc.find(f".//{qn('w:bookmarkStart')}").get(qn("w:name")) == "wish_1"


def test_that_quoted_words_and_who_said_them_stand_beside_one_picture() -> None:
    quoted = Quotation("I like it here.", "Maya", pictogram="home", description="A house")
    (table,) = opened(a_document(quoted)).tables
    picture, words = table.rows[0].cells
    assert [paragraph.text for paragraph in words.paragraphs] == ["I like it here.", "Maya"]
    (seen,) = picture._tc.iter(qn("wp:docPr"))
    assert seen.get("descr") == "A house"


def test_that_a_picture_that_nobody_has_leaves_its_sentence() -> None:
    document = opened(a_document(Pictured("no-such-picture", "?", plain("Where you live."))))
    assert [paragraph.text for paragraph in document.paragraphs] == ["Where you live."]


def test_that_large_print_slants_nothing_and_underlines_nothing() -> None:
    span = Span("so", italic=True, link="https://example.org")
    for style, plainly in ((ReadingStyle.STANDARD, False), (ReadingStyle.LARGE_PRINT, True)):
        document = Document("T", "en-GB", Design.MINUTES, (Paragraph((span,)),), style=style)
        (paragraph,) = opened(document).paragraphs
        (run,) = paragraph.hyperlinks[0].runs
        assert (run.font.italic, run.font.bold) == ((None, True) if plainly else (True, None))
        assert (opened(document).styles["Hyperlink"].font.underline is None) is plainly


def test_that_a_certificate_stands_in_a_frame() -> None:
    certificate, letter = (
        opened(everything(design)).sections[0]._sectPr.find(qn("w:pgBorders"))
        for design in (Design.CERTIFICATE, Design.LETTER)
    )
    assert certificate is not None
    assert letter is None


def test_that_a_certificate_stands_in_the_middle_of_its_page_and_has_no_number() -> None:
    for design, framed in ((Design.CERTIFICATE, True), (Design.LETTER, False)):
        section = opened(everything(design)).sections[0]
        middle = section._sectPr.find(qn("w:vAlign"))
        assert (middle is not None and middle.get(qn("w:val")) == "center") is framed
        assert bool(section.footer._element.xpath(".//w:fldSimple")) is not framed


def test_that_headings_are_headings_from_the_first_level_on() -> None:
    document = opened(a_document(Heading(1, "Letter"), Heading(2, "Part")))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles == ["Heading 1", "Heading 2"]
