"""A Word file for a translator: English, room for the translation, and the text's number."""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Cell

from iro_desktop.documents.blocks import Design, Document, Heading, Paragraph, plain
from iro_desktop.documents.characters import writable
from iro_desktop.documents.docx.elements import element
from iro_desktop.documents.docx.package import packed
from iro_desktop.documents.docx.scripts import tags
from iro_desktop.documents.docx.writer import write_docx
from iro_desktop.documents.exchange.package import (
    NotFromATranslator,
    Package,
    Returned,
    ReturnedText,
)
from iro_desktop.i18n.languages import ENGLISH, LANGUAGES, Language

_WIDTHS_MM = (70, 70, 26)
_NUMBER = "Number"
# A package holds a few pages; more than this unpacked is no such file.
_LARGEST = 50_000_000
_LANGUAGE = re.compile(r"\(([\w-]+)\)\s*$")
_HOW = (
    "Please write the translation into the middle column, beside its English. Leave the English "
    "and the numbers as they are. Keep names, numbers, e-mail and web addresses. Translate what a "
    "child said as the child said it."
)
# ECMA-376 part 1, 17.4.38 and 17.4.42: a thin line round each cell, and room in it.
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8A939A"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_ROOM = "".join(f'<w:{side} w:w="80" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
_NO_FONTS = f"<w:fonts {nsdecls('w')}/>".encode()
_FONTS = ("w:embedTrueTypeFonts", "w:saveSubsetFonts")


def write_two_columns(package: Package) -> bytes:
    """The package as a Word file: a table with a row for each text."""
    language = LANGUAGES[package.language]
    title = f"Texts to translate into {language.english_name}"
    head = (Heading(1, title), Paragraph(plain(_HOW)))
    written, _ = write_docx(Document(title, ENGLISH, Design.MINUTES, head, running_title=title))
    document = docx.Document(BytesIO(written))
    _leave_out_fonts(document)
    table = _add_table(document, title)
    _add_row(table, ("English", f"{language.english_name} ({language.code})", _NUMBER))
    for segment in package.segments:
        target = package.translations.get(segment.id, "")
        cells = _add_row(table, (segment.text, target, segment.id))
        _make_room(cells[1], language)
    table.rows[0]._tr.get_or_add_trPr().append(element("<w:tblHeader/>"))  # noqa: SLF001  # no public way
    document.add_paragraph()
    return packed(document)


def _leave_out_fonts(document: WordDocument) -> None:
    """Embedded fonts hold the letters of the instructions alone, none of what is typed here."""
    fonts = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts.rels.clear()
    fonts._blob = _NO_FONTS  # noqa: SLF001  # no public way
    settings = document.settings.element
    for found in settings.xpath(" | ".join(f"./{tag}" for tag in _FONTS)):
        settings.remove(found)


def _add_table(document: WordDocument, caption: str) -> WordTable:
    table: WordTable = document.add_table(0, len(_WIDTHS_MM))
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS_MM, strict=True):
        column.width = Mm(width)
    properties = table._tbl.tblPr  # noqa: SLF001  # no public way
    for found in properties.xpath("./w:tblLook"):
        properties.remove(found)
    for text in (
        f"<w:tblBorders>{_LINES}</w:tblBorders>",
        '<w:tblLayout w:type="fixed"/>',
        f"<w:tblCellMar>{_ROOM}</w:tblCellMar>",
        '<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>',
        f'<w:tblCaption w:val="{caption}"/>',
    ):
        made = element(text)
        for found in properties.findall(made.tag):
            properties.remove(found)
        properties.append(made)
    return table


def _add_row(table: WordTable, texts: tuple[str, str, str]) -> tuple[_Cell, ...]:
    row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx left it out
    row._tr.get_or_add_trPr().append(element("<w:cantSplit/>"))  # noqa: SLF001  # no public way
    cells: tuple[_Cell, ...] = row.cells
    for cell, text, width in zip(cells, texts, _WIDTHS_MM, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].add_run(text)
    return cells


def _make_room(cell: _Cell, language: Language) -> None:
    """Let what is typed here be known as the language, and begin at its own side."""
    paragraph = cell.paragraphs[0]
    if language.right_to_left:
        paragraph._p.get_or_add_pPr().append(element("<w:bidi/>"))  # noqa: SLF001  # no public way
    mark = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # no public way
    mark.append(_spoken(language))
    for run in paragraph.runs:
        run._r.insert(0, _spoken(language))  # noqa: SLF001  # no public way


def _spoken(language: Language) -> BaseOxmlElement:
    said = tags(language.code)
    turned = "<w:rtl/>" if language.right_to_left else ""
    return element(
        f'<w:rPr>{turned}<w:lang w:val="{said.latin}" w:eastAsia="{said.east_asian}"'
        f' w:bidi="{said.complex}"/></w:rPr>'
    )


def read_two_columns(content: bytes) -> Returned:
    """What a translator filled in.

    Raises:
        NotFromATranslator: it is no Word file, or has no table such as was sent out.
    """
    for table in _opened(content).tables:
        rows = _rows(table)
        if rows and len(rows[0]) == len(_WIDTHS_MM) and rows[0][-1] == _NUMBER:
            texts = (ReturnedText(cells[2], cells[0], cells[1]) for cells in rows[1:])
            named = _LANGUAGE.search(rows[0][1])
            return Returned(named[1] if named else "", tuple(texts))
    raise NotFromATranslator


def _opened(content: bytes) -> WordDocument:
    try:
        with ZipFile(BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST:
                raise NotFromATranslator
        return docx.Document(BytesIO(content))
    except (BadZipFile, OpcError, SyntaxError, KeyError, ValueError) as fault:
        raise NotFromATranslator from fault


def _rows(table: WordTable) -> list[list[str]]:
    rows = [[writable(cell.text).strip() for cell in row.cells] for row in table.rows]
    return [cells for cells in rows if len(cells) == len(_WIDTHS_MM)]
