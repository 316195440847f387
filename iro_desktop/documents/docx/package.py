"""A blank document with nothing of a template in it, and its bytes, the same for the same text."""

from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships
from docx.shared import Mm

from iro_desktop.documents.docx.elements import element, refill
from iro_desktop.documents.look import Look

TOP_MM, BOTTOM_MM, HEAD_MM, FOOT_MM = 22, 24, 10, 12
PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210, 297
# The oldest time that a zip file can hold.
_NO_TIME = (1980, 1, 1, 0, 0, 0)

_KEPT_RELATIONS = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THEME,
}
_KEPT_PACKAGE_RELATIONS = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}

# ECMA-376 part 1, 17.15.1. Mode 15: laid out as Word has done it since 2013.
_SETTINGS = (
    "<w:embedTrueTypeFonts/>",
    "<w:saveSubsetFonts/>",
    '<w:defaultTabStop w:val="720"/>',
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    (
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    ),
    "<w:themeFontLang w:val={language}/>",
    '<w:decimalSymbol w:val="."/>',
    '<w:listSeparator w:val=","/>',
)


def blank(look: Look, language: str) -> Document:
    """An A4 document with settings and no styles."""
    document = docx.Document()
    package = document.part.package
    _keep(document.part.rels, _KEPT_RELATIONS)
    _keep(package.rels, _KEPT_PACKAGE_RELATIONS)
    # The template names its maker and 2013 as the year of writing.
    refill(package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element, ())
    refill(
        document.settings.element,
        (element(part.format(language=quoteattr(language))) for part in _SETTINGS),
    )
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH_MM), Mm(PAGE_HEIGHT_MM)
    section.left_margin = section.right_margin = Mm(look.side_margin_mm)
    section.top_margin, section.bottom_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
    section.header_distance, section.footer_distance = Mm(HEAD_MM), Mm(FOOT_MM)
    return document


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
