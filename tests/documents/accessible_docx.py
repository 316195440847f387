"""What a screen reader would stumble over in a .docx file."""

import re
from io import BytesIO

import docx
from docx.oxml.ns import qn

_ALTERNATIVE = qn("wp:docPr")


def stumbling_blocks(data: bytes) -> list[str]:
    """Everything that is wrong, in words."""
    document = docx.Document(BytesIO(data))
    found = []
    if not (document.core_properties.title and document.core_properties.language):
        found.append("no title or language")
    levels = [
        int(name[1])
        for paragraph in document.paragraphs
        if paragraph.style and (name := re.fullmatch(r"Heading (\d)", paragraph.style.name or ""))
    ]
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            found.append(f"heading {level} after {before}")
    found += (
        "picture without words"
        for described in document.element.body.iter(_ALTERNATIVE)
        if not described.get("descr")
    )
    found += (
        "table without a head"
        for table in document.tables
        if next(table._tbl.iter(qn("w:tblHeader")), None) is None
    )
    empty = 0
    for paragraph in document.paragraphs:
        drawn = paragraph._p.xpath(".//w:drawing | .//w:br | .//w:tab[not(parent::w:tabs)]")
        empty = 0 if paragraph.text.strip() or drawn else empty + 1
        if empty > 1:
            found.append("empty paragraphs for space")
    return found
