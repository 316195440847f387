"""A blank document with nothing of a template in it, and its bytes, the same for the same text."""

from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from iro_desktop.documents.docx.elements import element, refill
from iro_desktop.documents.docx.scripts import tags
from iro_desktop.documents.docx.units import plain_hex
from iro_desktop.documents.look import WHITE, Look

TOP_MM, BOTTOM_MM, HEAD_MM, FOOT_MM = 22, 24, 10, 12
_FRAMED_BOTTOM_MM, _FRAMED_FOOT_MM = 32, 17
PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210, 297
# The oldest time that a zip file can hold.
_NO_TIME = (1980, 1, 1, 0, 0, 0)

_KEPT_RELATIONS = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THEME,
}
_AFTER_ALIGNMENT = (
    *("w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi", "w:rtlGutter", "w:docGrid"),
    *("w:printerSettings", "w:sectPrChange"),
)
_AFTER_BORDERS = (
    *("w:lnNumType", "w:pgNumType", "w:cols", "w:formProt", "w:vAlign"),
    *_AFTER_ALIGNMENT,
)
_KEPT_PACKAGE_RELATIONS = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}

# ECMA-376 part 1, 17.15.1. Mode 15: laid out as Word has done it since 2013.
_SHOW_PAPER = "<w:displayBackgroundShape/>"
_SETTINGS = (
    _SHOW_PAPER,
    "<w:embedTrueTypeFonts/>",
    "<w:saveSubsetFonts/>",
    '<w:defaultTabStop w:val="720"/>',
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    (
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    ),
    "<w:themeFontLang w:val={language} w:eastAsia={east_asian} w:bidi={complex}/>",
    '<w:decimalSymbol w:val="."/>',
    '<w:listSeparator w:val=","/>',
)


def blank(look: Look, language: str) -> Document:
    """An A4 document with settings and no styles."""
    said = tags(language)
    document = docx.Document()
    package = document.part.package
    _keep(document.part.rels, _KEPT_RELATIONS)
    _keep(package.rels, _KEPT_PACKAGE_RELATIONS)
    # The template names its maker and 2013 as the year of writing.
    refill(package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element, ())
    refill(
        document.settings.element,
        (
            element(
                part.format(
                    language=quoteattr(said.latin),
                    east_asian=quoteattr(said.east_asian),
                    complex=quoteattr(said.complex),
                )
            )
            for part in _SETTINGS
            if look.paper != WHITE or part != _SHOW_PAPER
        ),
    )
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH_MM), Mm(PAGE_HEIGHT_MM)
    section.left_margin = section.right_margin = Mm(look.side_margin_mm)
    section.top_margin, section.bottom_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
    section.header_distance, section.footer_distance = Mm(HEAD_MM), Mm(FOOT_MM)
    if look.paper != WHITE:
        colour = plain_hex(look.paper)
        document.element.insert(0, element(f'<w:background w:color="{colour}"/>'))
    if look.framed:
        section.bottom_margin, section.footer_distance = Mm(_FRAMED_BOTTOM_MM), Mm(_FRAMED_FOOT_MM)
        properties = section._sectPr  # noqa: SLF001  # no public way
        properties.insert_element_before(_frame(look), *_AFTER_BORDERS)
        properties.insert_element_before(element('<w:vAlign w:val="center"/>'), *_AFTER_ALIGNMENT)
    return document


def _frame(look: Look) -> BaseOxmlElement:
    """A line around the page, between its edge and its foot."""
    rule = plain_hex(look.ink.rule)
    edges = "".join(
        f'<w:{edge} w:val="thinThickSmallGap" w:sz="36" w:space="20" w:color="{rule}"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    return element(f'<w:pgBorders w:offsetFrom="page">{edges}</w:pgBorders>')


def packed(document: Document) -> bytes:
    """The document as a file, with no time in it."""
    saved, dateless = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as parts, ZipFile(dateless, "w", ZIP_DEFLATED) as copy:
        for name in parts.namelist():
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            copy.writestr(entry, parts.read(name))
    return dateless.getvalue()


def _keep(relations: Relationships, kinds: set[str]) -> None:
    for key, relation in list(relations.items()):
        if relation.reltype not in kinds:
            del relations[key]
