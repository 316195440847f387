import re
import subprocess
import sys
import uuid
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from document_samples import a_document, everything
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    ListItems,
    Paragraph,
    Quotation,
    Row,
    Scale,
    Signature,
    Span,
    Table,
    facts,
    plain,
)
from iro_desktop.documents.docx.font_embedding import obfuscated
from iro_desktop.documents.fonts import LEXEND, NOTO_SANS, Cut
from iro_desktop.documents.formats import Format
from iro_desktop.documents.writers import write

HEADER = ("Number", "What")


def written(*blocks: Block, design: Design = Design.MINUTES, made_up: bool = False) -> WordDocument:
    return opened(a_document(*blocks, design=design, made_up=made_up))


def opened(document: Document) -> WordDocument:
    return docx.Document(BytesIO(write(document, Format.DOCX).data))


def parts_of(document: Document) -> dict[str, bytes]:
    with ZipFile(BytesIO(write(document, Format.DOCX).data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_that_the_file_keeps_every_rule_of_open_xml(tmp_path: Path) -> None:
    for name, document in {
        "letter": everything(Design.LETTER),
        "minutes": everything(Design.MINUTES),
        "right to left": everything(Design.MINUTES, right_to_left=True),
        "nothing": a_document(),
        "made up": a_document(made_up=True),
    }.items():
        (tmp_path / f"{name}.docx").write_bytes(write(document, Format.DOCX).data)
    audit = Path(sys.executable).parent / "openxml-audit"
    command = [audit, "-q", "-r", tmp_path]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, "")


def test_that_nothing_of_the_template_remains() -> None:
    parts = parts_of(everything(Design.LETTER))
    names = " ".join(parts)
    assert not re.search("stylesWithEffects|thumbnail|customXml|app.xml", names)
    assert b"python-docx" not in b"".join(
        data for name, data in parts.items() if name.endswith((".xml", ".rels"))
    )
    assert b"dcterms" not in parts["docProps/core.xml"].split(b">", 2)[2]


def test_that_the_file_names_its_title_author_and_language() -> None:
    properties = written(Paragraph(plain("Words"))).core_properties
    assert properties.title == "A made-up document"
    assert properties.author == "Made-up Officer"
    assert properties.language == "en-GB"
    assert properties.comments == ""
    language = parts_of(a_document())["word/styles.xml"]
    assert b'<w:lang w:val="en-GB"' in language


def test_that_blocks_take_real_styles() -> None:
    document = written(
        Heading(1, "Title"),
        Heading(2, "Part"),
        Heading(3, "Deeper"),
        Quotation("Words", "Source"),
        ListItems((plain("a"),)),
        ListItems((plain("b"),), numbered=True),
        Signature(("Name",)),
    )
    assert [paragraph.style.name for paragraph in document.paragraphs if paragraph.style] == [
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Quote",
        "IRO Quote Source",
        "List Bullet",
        "List Number",
        "Signature",
    ]


def test_that_headings_captions_and_questions_stay_with_what_follows() -> None:
    document = written()
    headings = (f"Heading {level}" for level in range(1, 5))
    for name in (*headings, "Caption", "IRO Scale Question"):
        assert document.styles[name].paragraph_format.keep_with_next


def test_that_a_tables_head_repeats_and_its_rows_stay_whole() -> None:
    rows = tuple(Row((plain(str(number)), plain("words"))) for number in range(9))
    (table,) = written(Table(plain("Caption"), HEADER, rows)).tables
    heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True] + [False] * 9
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)


def test_that_columns_fill_the_line_in_their_shares() -> None:
    (table,) = written(Table((), HEADER, (Row((plain("1"), plain("a"))),), (0.25, 0.75))).tables
    narrow, wide = (column.width or 0 for column in table.columns)
    assert narrow + wide == pytest.approx(170 * 36000, rel=0.001)
    assert wide / narrow == pytest.approx(3, rel=0.01)


def test_that_two_tables_do_not_grow_into_one() -> None:
    table = Table((), HEADER, (Row((plain("1"), plain("a"))),))
    body = written(table, table).element.body
    tags = [child.tag for child in body if child.tag != qn("w:sectPr")]
    assert tags == [qn("w:tbl"), qn("w:p"), qn("w:tbl"), qn("w:p")]


def test_that_each_record_has_a_bookmark_of_its_own_that_word_takes() -> None:
    anchors = ("decision_1", "a5b9c8de-1f2e-4f6a-9d3e-7c1b2a3d4e5f", "x" * 60, "decision_1")
    rows = tuple(Row((plain("1"), plain("a")), anchor) for anchor in anchors)
    body = written(Table((), HEADER, rows)).element.body
    starts = list(body.iter(qn("w:bookmarkStart")))
    names = [start.get(qn("w:name")) for start in starts]
    assert len(names) == len(set(names)) == 3
    assert names[0] == "decision_1"
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in names)
    ends = [end.get(qn("w:id")) for end in body.iter(qn("w:bookmarkEnd"))]
    assert ends == [start.get(qn("w:id")) for start in starts]


def test_that_each_numbered_list_starts_again() -> None:
    items = ListItems((plain("a"), plain("b")), numbered=True)
    document = written(items, items)
    numbers = [
        paragraph._p.pPr.numPr.numId.val
        for paragraph in document.paragraphs
        if paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    ]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    numbering = document.part.numbering_part.element
    (restarted,) = numbering.xpath(f"./w:num[@w:numId='{numbers[2]}']//w:startOverride")
    assert restarted.get(qn("w:val")) == "1"


def test_that_a_scale_is_a_picture_with_its_meaning_in_words() -> None:
    scale = Scale("Question?", "Worst", "Best", (), 'A line from 0 to 10. "Nobody" <answered>.')
    body = written(scale).element.body
    (about,) = body.iter(qn("wp:docPr"))
    assert about.get("descr") == 'A line from 0 to 10. "Nobody" <answered>.'


def test_that_the_foot_holds_the_running_title_and_living_page_numbers() -> None:
    document = written(Paragraph(plain("Words")), made_up=True)
    section = document.sections[0]
    foot = section.footer.paragraphs[0]
    fields = [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    words = "".join(text.text or "" for text in foot._p.iter(qn("w:t")))
    assert words == "Running titlePage 1 of 1"
    assert section.header.paragraphs[0].text == "Made-up data – not a real child"


def test_that_facts_are_lines_of_label_and_value() -> None:
    first, second = written(facts(("Name", plain("Maya")), ("Born", plain("2016")))).paragraphs
    assert (first.text, second.text) == ("Name\tMaya", "Born\t2016")
    assert first.runs[0].style.name == "IRO Label"


def test_that_line_ends_are_kept_and_control_characters_are_not() -> None:
    (paragraph,) = written(Quotation("one\r\ntwo\x00\x0bthree")).paragraphs
    assert paragraph.text == "one\ntwo\nthree"


def test_that_a_passage_in_another_language_says_which() -> None:
    (paragraph,) = written(Paragraph((Span("Dzień dobry", language="pl"),))).paragraphs
    (language,) = paragraph._p.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "pl-PL"


@pytest.mark.parametrize(
    ("design", "family", "cuts"),
    [
        (Design.LETTER, LEXEND, (Cut.REGULAR, Cut.BOLD)),
        (Design.MINUTES, NOTO_SANS, (Cut.REGULAR, Cut.BOLD, Cut.ITALIC)),
    ],
)
def test_that_the_fonts_come_with_the_file(design: Design, family: object, cuts: object) -> None:
    spans = (Span("plain"), Span("bold", bold=True), Span("slanted", italic=True))
    parts = parts_of(a_document(Paragraph(spans), design=design))
    table = parts["word/fontTable.xml"].decode()
    embedded = re.findall(r"<w:embed(\w+) r:id=\"\w+\" w:fontKey=\"{([0-9A-F-]+)}\"", table)
    assert tuple(name for name, _key in embedded) == cuts
    for name, key in embedded:
        file = family.file(Cut(name))
        hidden = parts[f"word/fonts/{file.stem.replace('_', '-')}.odttf"]
        font = file.read_bytes()
        assert hidden != font
        assert obfuscated(hidden, uuid.UUID(key)) == font
    assert b"embedTrueTypeFonts" in parts["word/settings.xml"]


def test_that_text_of_a_right_to_left_document_runs_so() -> None:
    table = Table((), HEADER, (Row((plain("1"), plain("a"))),))
    document = opened(a_document(Paragraph(plain("كلمات")), table, right_to_left=True))
    assert document.styles["Normal"].element.find(f".//{qn('w:bidi')}") is not None
    assert document.tables[0]._tbl.find(f".//{qn('w:bidiVisual')}") is not None
    assert document.paragraphs[0].runs[0].font.rtl
