"""A Word file for a translator: English, room for the translation, and the text's number."""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.table import Table as WordTable
from docx.table import _Cell

from iro_desktop.documents.blocks import (
    Design,
    Document,
    Heading,
    Paragraph,
    Row,
    Span,
    Spans,
    Table,
    plain,
)
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
from iro_desktop.i18n.languages import ENGLISH, LANGUAGES

_WIDTHS = (0.43, 0.43, 0.14)
_NUMBER = "Number"
# A package holds a few pages; more than this unpacked is no such file.
_LARGEST = 50_000_000
_LANGUAGE = re.compile(r"\(([\w-]+)\)\s*$")
_HOW = (
    "Please write the translation into the middle column, beside its English. Leave the English "
    "and the numbers as they are. Keep names, numbers, e-mail and web addresses. Translate what a "
    "child said as the child said it."
)


def write_two_columns(package: Package) -> bytes:
    """The package as a Word file: a table with a row for each text."""
    written, _ = write_docx(_document(package))
    document = docx.Document(BytesIO(written))
    for row in document.tables[0].rows[1:]:
        _make_room(row.cells[1], package.language)
    return packed(document)


def _document(package: Package) -> Document:
    language = LANGUAGES[package.language]
    title = f"Texts to translate into {language.english_name}"
    header = ("English", f"{language.english_name} ({language.code})", _NUMBER)
    rows = tuple(
        Row(
            (
                plain(segment.text),
                _said(package.translations.get(segment.id, ""), language.code),
                plain(segment.id),
            )
        )
        for segment in package.segments
    )
    blocks = (Heading(1, title), Paragraph(plain(_HOW)), Table((), header, rows, _WIDTHS))
    return Document(title, ENGLISH, Design.MINUTES, blocks, running_title=title)


def _said(text: str, language: str) -> Spans:
    return (Span(text, language=language),) if text else ()


def _make_room(cell: _Cell, code: str) -> None:
    """Let what is typed here be known as the language, and begin at its own side."""
    said = tags(code)
    right_to_left = LANGUAGES[code].right_to_left
    for paragraph in cell.paragraphs:
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # no public way
        if right_to_left and properties.find(element("<w:bidi/>").tag) is None:
            properties.insert_element_before(element("<w:bidi/>"), *_AFTER_BIDI)
        if properties.find(element("<w:rPr/>").tag) is None:
            mark = element(
                f'<w:rPr>{"<w:rtl/>" if right_to_left else ""}<w:lang w:val="{said.latin}"'
                f' w:eastAsia="{said.east_asian}" w:bidi="{said.complex}"/></w:rPr>'
            )
            properties.insert_element_before(mark, "w:sectPr", "w:pPrChange")


# ECMA-376 part 1, 17.3.1.26: what follows w:bidi in a paragraph's properties.
_AFTER_BIDI = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing"),
    *("w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment"),
    *("w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr"),
    "w:pPrChange",
)


def read_two_columns(content: bytes) -> Returned:
    """What a translator filled in.

    Raises:
        NotFromATranslator: it is no Word file, or has no table such as was sent out.
    """
    for table in _opened(content).tables:
        rows = _rows(table)
        if rows and len(rows[0]) == len(_WIDTHS) and rows[0][-1] == _NUMBER:
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
    return [cells for cells in rows if len(cells) == len(_WIDTHS)]
