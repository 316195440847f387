from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from accessible_docx import stumbling_blocks
from document_samples import A_PICTURE, a_document, everything
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from language_samples import sample

from iro_desktop.documents.blocks import Design, Document, Heading, Paragraph, plain
from iro_desktop.documents.docx import StationeryRefused, write_docx
from iro_desktop.documents.docx.elements import element
from iro_desktop.documents.docx.stationery import Unusable
from iro_desktop.domain.reading import ReadingStyle


def a_council_file() -> WordDocument:
    """Paper of a council that does not exist."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Mm(210), Mm(40), Mm(30)
    head = section.header.paragraphs[0]
    head.add_run("Made-up Council ").add_picture(BytesIO(A_PICTURE), width=Mm(20))
    section.footer.paragraphs[0].text = "Civic Centre, Madeuptown"
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x90, 0, 0x30)
    document.add_paragraph("Old words")
    document.add_picture(BytesIO(A_PICTURE))
    document.core_properties.author = "A clerk of the council"
    return document


def saved(document: WordDocument) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


PAPER = saved(a_council_file())


def written(document: Document) -> WordDocument:
    return docx.Document(BytesIO(write_docx(document, PAPER)[0]))


def test_that_head_foot_page_and_styles_are_the_councils() -> None:
    document = written(a_document(Heading(1, "Letter"), Paragraph(plain("Words"))))
    section = document.sections[0]
    assert section.left_margin == pytest.approx(Mm(40), rel=0.001)
    assert section.header.paragraphs[0].text == "Made-up Council "
    assert next(section.header._element.iter(qn("a:blip")), None) is not None
    assert [each.text for each in section.footer.paragraphs] == ["Civic Centre, Madeuptown"]
    assert document.styles["Heading 1"].font.color.rgb == RGBColor(0x90, 0, 0x30)
    assert document.styles["Normal"].font.name == "Georgia"
    assert [each.text for each in document.paragraphs] == ["Letter", "Words"]


def test_that_nothing_of_the_file_remains_but_its_paper() -> None:
    data = write_docx(everything(Design.LETTER), PAPER)[0]
    with ZipFile(BytesIO(data)) as parts:
        held = b"".join(parts.read(name) for name in parts.namelist())
        names = " ".join(parts.namelist())
    assert b"Old words" not in held
    assert b"clerk of the council" not in held
    assert "thumbnail" not in names
    assert write_docx(everything(Design.LETTER), PAPER)[0] == data


@pytest.mark.parametrize("language", ["en-GB", "ar", "zh-Hant"])
def test_that_nobody_stumbles_on_stationery(language: str) -> None:
    assert stumbling_blocks(write_docx(sample(language), PAPER)[0]) == []


def test_that_large_print_is_large_on_stationery_too() -> None:
    document = written(replace(everything(Design.LETTER), style=ReadingStyle.LARGE_PRINT))
    size = document.styles["Normal"].font.size
    assert size is not None
    assert size.pt == 18
    assert document.sections[0].header.paragraphs[0].text == "Made-up Council "


def test_that_made_up_data_say_so_on_every_kind_of_page() -> None:
    paper = a_council_file()
    paper.sections[0].different_first_page_header_footer = True
    paper.sections[0].first_page_header.paragraphs[0].text = "First page"
    document = docx.Document(BytesIO(write_docx(a_document(made_up=True), saved(paper))[0]))
    section = document.sections[0]
    for head in (section.header, section.first_page_header):
        assert "Made-up data – not a real child" in [each.text for each in head.paragraphs]


def with_part(name: str, content: bytes = b"x") -> bytes:
    file = BytesIO(PAPER)
    with ZipFile(file, "a") as archive:
        archive.writestr(name, content)
    return file.getvalue()


def changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(BytesIO(PAPER)) as old, ZipFile(file, "w") as new:
        for entry in old.namelist():
            data = old.read(entry)
            new.writestr(entry, change(data) if entry == name else data)
    return file.getvalue()


def with_relation(kind: str, target: str) -> bytes:
    relation = (
        f'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    ).encode()
    name = "word/_rels/document.xml.rels"
    return changed(name, lambda data: data.replace(b"</Relationships>", relation))


def with_field(instruction: str) -> bytes:
    paper = a_council_file()
    head = paper.sections[0].header.paragraphs[0]
    head._p.append(element(f'<w:fldSimple w:instr="{instruction}"/>'))
    return saved(paper)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Unusable.NOT_A_DOCUMENT),
        (b"PK\x03\x04 no more than that", Unusable.NOT_A_DOCUMENT),
        (PAPER[: len(PAPER) // 2], Unusable.NOT_A_DOCUMENT),
        (
            with_part("word/evil.xml", b"<!DOCTYPE x [<!ENTITY y 'z'>]><x/>"),
            Unusable.NOT_A_DOCUMENT,
        ),
        (with_part("word/vbaProject.bin"), Unusable.RUNS_SOMETHING),
        (with_part("word/embeddings/oleObject1.bin"), Unusable.RUNS_SOMETHING),
        (
            changed(
                "[Content_Types].xml",
                lambda data: data.replace(
                    b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
                ),
            ),
            Unusable.RUNS_SOMETHING,
        ),
        (with_relation("attachedTemplate", "https://example.org/a.dotm"), Unusable.REACHES_OUTSIDE),
        (with_relation("image", "https://example.org/seen.png"), Unusable.REACHES_OUTSIDE),
        (with_relation("hyperlink", "file:///c:/secret"), Unusable.REACHES_OUTSIDE),
        (with_field("INCLUDEPICTURE https://example.org/seen.png"), Unusable.REACHES_OUTSIDE),
        (with_field(" DDEAUTO cmd x"), Unusable.REACHES_OUTSIDE),
    ],
    ids=[
        *("nothing", "broken zip", "half", "doctype", "macros", "object", "macro type"),
        *("template", "picture elsewhere", "link to a file", "field of a picture", "field of DDE"),
    ],
)
def test_that_stationery_that_runs_or_reaches_outside_is_refused(
    data: bytes, why: Unusable
) -> None:
    with pytest.raises(StationeryRefused) as refused:
        write_docx(a_document(), data)
    assert refused.value.why is why
    assert str(refused.value)


def test_that_a_link_to_the_councils_page_is_no_reason_to_refuse() -> None:
    write_docx(a_document(), with_relation("hyperlink", "https://example.org/council"))
