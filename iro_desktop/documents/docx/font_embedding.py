"""Put fonts into the file, so that it looks the same where they are not installed.

ECMA-376 part 4, 17.8.1: a font is obfuscated by a key that stands beside it. All our fonts allow
it (SIL Open Font License 1.1; `fsType` 0). Of a font that is large, only the glyphs of the
characters used go in, under its own name, which the licence allows where no name is reserved.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

from iro_desktop.documents.font_file import read_font
from iro_desktop.documents.fonts import Cut, Family

_OBFUSCATED = 32
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_TABLE_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
# Whoever goes on writing in a font wants all of it, as long as a letter stays small enough to send.
_LARGEST_WHOLE = 700_000


@dataclass(frozen=True, slots=True)
class Embedded:
    """A family to put into the file, and the cuts and characters that the text takes."""

    family: Family
    cuts: frozenset[Cut]
    characters: frozenset[str]


def embed(document: Document, wanted: Iterable[Embedded]) -> None:
    """Make the document's font table hold these families."""
    table = _font_table(document)
    fonts = "".join(_Font(table, each).declared() for each in wanted)
    blob = table.blob.decode()
    table._blob = blob.replace("</w:fonts>", f"{fonts}</w:fonts>").encode()  # noqa: SLF001  # python-docx gives no other way to fill a part of its own kind


def obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    """The font with its first 32 bytes masked by the key, last byte first. Twice gives it back."""
    mask = cycle(reversed(key.bytes))
    head = bytes(byte ^ part for byte, part in zip(font[:_OBFUSCATED], mask, strict=False))
    return head + font[_OBFUSCATED:]


@cache
def subset(file: Path, characters: frozenset[str]) -> bytes:
    """The font with the glyphs of these characters alone, and of what they join into."""
    import uharfbuzz  # noqa: PLC0415  # 30 ms, which most documents do without

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    for kept in (wanted.layout_feature_tag_set, wanted.name_id_set):
        kept.invert()
    return bytes(uharfbuzz.subset(read_font(file).font.face, wanted).blob.data)


class _Font:
    """One family on its way into the file."""

    def __init__(self, table: Part, wanted: Embedded) -> None:
        self._table = table
        self._wanted = wanted

    def declared(self) -> str:
        """What the font table says of the family."""
        # The schema asks for the order in which the cuts are declared.
        cuts = sorted(self._wanted.cuts, key=list(Cut).index)
        files: dict[Path, Cut] = {}
        for wanted in cuts:
            # A family without a cut has its upright or regular one: once in the file is enough.
            files.setdefault(self._wanted.family.file(wanted), wanted)
        faces = "".join(self._face(file, wanted) for file, wanted in files.items())
        return (
            f'<w:font w:name="{self._wanted.family.name}"><w:charset w:val="00"/>'
            f'<w:family w:val="swiss"/><w:pitch w:val="variable"/>{faces}</w:font>'
        )

    def _face(self, file: Path, wanted: Cut) -> str:
        data = file.read_bytes()
        if len(data) > _LARGEST_WHOLE:
            data = subset(file, self._wanted.characters | {" "})
        key = uuid.uuid5(uuid.NAMESPACE_URL, file.name)
        package = self._table.package
        name = PackURI(f"/word/fonts/{file.stem.replace('_', '-')}.odttf")
        relation = self._table.relate_to(
            Part(name, _CONTENT_TYPE, obfuscated(data, key), package), _RELATIONSHIP
        )
        guid = "{" + str(key).upper() + "}"
        return f'<w:embed{wanted} r:id="{relation}" w:fontKey="{guid}"/>'


def _font_table(document: Document) -> Part:
    """The font table that stationery has, else an empty one."""
    part = document.part
    for key, relation in list(part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            if b"</w:fonts>" in relation.target_part.blob:
                theirs: Part = relation.target_part
                return theirs
            del part.rels[key]
    blank = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:fonts {nsdecls('w', 'r')}></w:fonts>"
    ).encode()
    table = Part(PackURI("/word/fontTable.xml"), _TABLE_CONTENT_TYPE, blank, part.package)
    part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
    return table
