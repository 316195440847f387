"""What was written into the fields of a Word file, whichever program kept it."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from iro_desktop.documents.docx.form_fields import W14
from iro_desktop.documents.filled_form import FilledForm, NotAFilledForm

# A form holds a few pages; more than this unpacked is no such file.
_LARGEST = 50_000_000
_ABOUT = "docProps/core.xml"
_KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"
_BREAKS = frozenset({qn("w:br"), qn("w:cr")})
_YES = frozenset({"1", "true", "on"})


def read_docx_form(data: bytes) -> FilledForm:
    """The fields of the file, and what they belong to. Raises NotAFilledForm."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _LARGEST:
                raise NotAFilledForm
            # LibreOffice leads here by another name, by which python-docx does not look.
            about = parse_xml(parts.read(_ABOUT))
        document = docx.Document(BytesIO(data))
    except (BadZipFile, OpcError, KeyError, ValueError, SyntaxError) as fault:
        raise NotAFilledForm from fault
    reference = about.find(_KEYWORDS)
    controls = tuple(document.element.body.iter(qn("w:sdt")))
    fields = tuple((_name(control), _answer(control)) for control in controls)
    return FilledForm("" if reference is None else reference.text or "", fields)


def _name(control: BaseOxmlElement) -> str:
    tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return "" if tag is None else str(tag.get(qn("w:val")))


def _answer(control: BaseOxmlElement) -> str | bool:
    ticked = control.find(f"{qn('w:sdtPr')}/{{{W14}}}checkbox/{{{W14}}}checked")
    if ticked is not None:
        return str(ticked.get(f"{{{W14}}}val")) in _YES
    if control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None:
        return ""
    return "".join(_written(control)).strip()


def _written(control: BaseOxmlElement) -> Iterator[str]:
    for part in control.iter():
        if part.tag == qn("w:t"):
            yield part.text or ""
        elif part.tag in _BREAKS or _is_a_further_paragraph(part):
            yield "\n"


def _is_a_further_paragraph(part: BaseOxmlElement) -> bool:
    return part.tag == qn("w:p") and part.getprevious() is not None
