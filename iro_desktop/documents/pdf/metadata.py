"""What a file says of itself: as XMP and as the older Info, and which colours it means.

XMP: ISO 16684-1. PDF/UA's own entry: ISO 14289-1, 5. PDF/A's entry, and the description of an
entry that PDF/A does not know: ISO 19005-2, 6.6. Output intent: ISO 19005-2, 6.2.3.
"""

from dataclasses import dataclass
from functools import cache
from typing import Protocol
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFString,
)

from iro_desktop.documents.pdf.objects import OpenStream, Stream, Text

PRODUCER = "IRO Desktop"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{creator}
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_CREATOR = "\n<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"

# ICC.1:2010, 7.2.8: where in a profile the moment stands at which it was made.
_MADE_AT = slice(24, 36)
_A_MOMENT = bytes.fromhex("07EA 0001 0001 0000 0000 0000")


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself. An author may be empty; a title may not."""

    title: str
    author: str
    language: str


class _Digest(Protocol):
    def update(self, data: bytes, /) -> None: ...


class Information(PDFObject):  # type: ignore[misc]  # reportlab is untyped
    """The Info dictionary, with no day in it: the same document always gives the same bytes."""

    def __init__(self, about: About) -> None:
        self._about = about

    def digest(self, signature: _Digest) -> None:
        """Let the file's identifier depend on what the file says of itself."""
        signature.update(repr(self._about).encode("utf-8", "replace"))

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary as bytes."""
        entries: dict[str, object] = {
            "Title": Text(self._about.title),
            "Producer": PDFString(PRODUCER),
            "Creator": PDFString(PRODUCER),
        }
        if self._about.author:
            entries["Author"] = Text(self._about.author)
        return bytes(PDFDictionary(entries).format(document))


def packet(about: About) -> OpenStream:
    """The XMP packet, readable by programs that know nothing of PDF."""
    author = _CREATOR.format(author=_xml(about.author)) if about.author else ""
    content = _PACKET.format(
        title=_xml(about.title), language=_xml(about.language), creator=author, producer=PRODUCER
    )
    entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return OpenStream(content.encode(), entries)


def output_intent(document: PDFDocument) -> PDFArray:
    """That colours are meant as sRGB."""
    profile = document.Reference(Stream(_srgb(), {"N": 3}))
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": profile,
    }
    return PDFArray([PDFDictionary(intent)])


@cache
def _srgb() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_MADE_AT] = _A_MOMENT
    return bytes(profile)


def _xml(text: str) -> str:
    return escape(text)
