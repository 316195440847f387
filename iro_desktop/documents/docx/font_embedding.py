"""Put fonts into the file, so that it looks the same where they are not installed.

ECMA-376 part 4, 17.8.1: a font is obfuscated by a key that stands beside it. All our fonts allow
it (SIL Open Font License 1.1; `fsType` 0).
"""

import uuid
from collections.abc import Iterable
from itertools import cycle

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

from iro_desktop.documents.fonts import Cut, Family

_OBFUSCATED = 32
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_TABLE_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"


def embed(document: Document, family: Family, cuts: Iterable[Cut]) -> None:
    """Make the document's font table hold this family, with the files of these cuts."""
    package = document.part.package
    table = Part(PackURI("/word/fontTable.xml"), _TABLE_CONTENT_TYPE, b"", package)
    document.part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
    faces: list[str] = []
    # The schema asks for the order in which the cuts are declared.
    for wanted in sorted(cuts, key=list(Cut).index):
        file = family.file(wanted)
        key = uuid.uuid5(uuid.NAMESPACE_URL, file.name)
        data = obfuscated(file.read_bytes(), key)
        name = PackURI(f"/word/fonts/font{len(faces) + 1}.odttf")
        relation = table.relate_to(Part(name, _CONTENT_TYPE, data, package), _RELATIONSHIP)
        guid = "{" + str(key).upper() + "}"
        faces.append(f'<w:embed{wanted} r:id="{relation}" w:fontKey="{guid}"/>')
    table._blob = (  # noqa: SLF001  # python-docx gives no other way to fill a part of its own kind
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {nsdecls("w", "r")}>'
        f'<w:font w:name="{family.name}"><w:charset w:val="00"/><w:family w:val="swiss"/>'
        f'<w:pitch w:val="variable"/>{"".join(faces)}</w:font></w:fonts>'
    ).encode()


def obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    """The font with its first 32 bytes masked by the key, last byte first. Twice gives it back."""
    mask = cycle(reversed(key.bytes))
    head = bytes(byte ^ part for byte, part in zip(font[:_OBFUSCATED], mask, strict=False))
    return head + font[_OBFUSCATED:]
