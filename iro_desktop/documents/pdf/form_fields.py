"""Fields that are filled in on a screen: boxes for text, and boxes to tick.

ISO 32000-1, 12.7 (interactive forms); ISO 14289-1, 7.18.4: each stands in a Form element and has a
name that is read out; ISO 19005-2, 6.4.1: each has its appearance with it, and does nothing by
itself.
"""

from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

from iro_desktop.documents.pdf.objects import Stream, Text
from iro_desktop.documents.pdf.structure import Box

_PRINT = 4
_MULTI_LINE = 1 << 12
_FONT = "/Helv {size:.0f} Tf 0 g"
_TICKED, _NOT_TICKED = "Yes", "Off"
# A tick in a box of one by one.
_TICK = "q {size:.2f} 0 0 {size:.2f} 0 0 cm 0.12 w 0.2 0.5 m 0.42 0.25 l 0.82 0.8 l S Q"
REFERENCE = "iro"


@dataclass(frozen=True, slots=True)
class FieldToFill:
    """A field: its name in the file, and what is read out for it."""

    name: str
    said: str


def text_box(
    document: PDFDocument, field: FieldToFill, box: Box, *, lines: int, size: float
) -> PDFDictionary:
    """A box for text, of several lines where there is room for them."""
    width, height = box[2] - box[0], box[3] - box[1]
    appearance = _drawn(document, b"/Tx BMC EMC", width, height)
    return PDFDictionary(
        {
            **_widget(field, box),
            "FT": PDFName("Tx"),
            "Ff": _MULTI_LINE if lines > 1 else 0,
            "DA": PDFString(_FONT.format(size=size)),
            "AP": PDFDictionary({"N": appearance}),
        }
    )


def tick_box(document: PDFDocument, field: FieldToFill, box: Box) -> PDFDictionary:
    """A box to tick."""
    size = min(box[2] - box[0], box[3] - box[1])
    drawn = {
        _TICKED: _drawn(document, _TICK.format(size=size).encode(), size, size),
        _NOT_TICKED: _drawn(document, b"", size, size),
    }
    return PDFDictionary(
        {
            **_widget(field, box),
            "FT": PDFName("Btn"),
            "V": PDFName(_NOT_TICKED),
            "AS": PDFName(_NOT_TICKED),
            "AP": PDFDictionary({"N": PDFDictionary(drawn)}),
        }
    )


def reference_field(document: PDFDocument, said: str) -> object:
    """A field that stands on no page: of which form, version and meeting the file is."""
    field = {"T": Text(REFERENCE), "FT": PDFName("Tx"), "V": Text(said)}
    return document.Reference(PDFDictionary(field))


def fields_of_file(fields: list[object]) -> PDFDictionary:
    """What the file says of all its fields."""
    font = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type1"),
        "BaseFont": PDFName("Helvetica"),
        "Encoding": PDFName("WinAnsiEncoding"),
    }
    fonts = PDFDictionary({"Helv": PDFDictionary(font)})
    return PDFDictionary(
        {
            "Fields": PDFArray(fields),
            "DA": PDFString(_FONT.format(size=12)),
            "DR": PDFDictionary({"Font": fonts}),
        }
    )


def _widget(field: FieldToFill, box: Box) -> dict[str, object]:
    return {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Widget"),
        "Rect": PDFArray(list(box)),
        "F": _PRINT,
        "T": Text(field.name),
        "TU": Text(field.said),
    }


def _drawn(document: PDFDocument, content: bytes, width: float, height: float) -> object:
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Form"),
        "BBox": PDFArray([0, 0, width, height]),
        "Resources": PDFDictionary({}),
    }
    return document.Reference(Stream(content, entries))
