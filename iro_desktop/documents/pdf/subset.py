"""The glyphs of a font that a document uses, as a font of its own inside the file.

ISO 32000-1, 9.7 (composite fonts) and 9.10 (extraction of text); ISO 19005-2, 6.2.11 (embedded,
subset, each glyph with its Unicode text); OpenType, `glyf` (composite glyphs).

A code of the font is one drawn cluster together with the text that it stands for. Where shaping
made several glyphs of a cluster, or moved one, the subset gets one composite glyph: so that
whatever copies, searches or reads aloud finds for each code the text that was typed, on one line.
"""

import hashlib
import struct
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from iro_desktop.documents.font_file import FontFile
from iro_desktop.documents.pdf.objects import Stream

_EM = 1000
_SYMBOLIC = 4
_CAPITALS = 0.7
_BOLD_STEM, _STEM = 140, 80
_ENTRIES_AT_ONCE = 100
# Layout was done before, and names, character maps and hints are of no use to who draws by glyph.
_UNWANTED_TABLES = (
    b"GSUB", b"GPOS", b"GDEF", b"BASE", b"JSTF", b"kern", b"name", b"post", b"cmap", b"OS/2",
    b"DSIG", b"STAT", b"gasp", b"meta", b"vhea", b"vmtx", b"VORG",
)  # fmt: skip


class Part(NamedTuple):
    """A glyph of a cluster, and where it stands in it, in the font's units."""

    glyph: int
    x: int = 0
    y: int = 0


Parts = tuple[Part, ...]


class _Code(NamedTuple):
    parts: Parts
    text: str
    width: int


_NO_GLYPH = _Code((Part(0),), "", 0)


class Subset:
    """What a document uses of one font. `name` is the font's in the page's resources."""

    def __init__(self, face: FontFile, name: str) -> None:
        self.name = name
        self._face = face
        self._codes: dict[tuple[Parts, str, int], tuple[int, int]] = {}
        self._rows = [_NO_GLYPH]
        self._numbers: dict[_Code, int] = {}

    def code(self, parts: Parts, text: str, advance: int) -> tuple[int, int]:
        """The code of a cluster, and how wide it is drawn, in thousandths of an em.

        A glyph as the font has it keeps the font's width, whatever its `advance` here, in the
        font's units, and no cluster is narrower than nothing, though one of Nastaliq may send the
        pen back: the difference is for the line to make up.
        """
        key = (parts, text, advance)
        known = self._codes.get(key)
        if known is None:
            known = self._codes[key] = self._new(parts, text, advance)
        return known

    def _new(self, parts: Parts, text: str, advance: int) -> tuple[int, int]:
        if _is_glyph(parts):
            advance = self._face.advance(parts[0].glyph)
        row = _Code(parts, text, round(max(advance, 0) * _EM / self._face.units))
        code = self._numbers.setdefault(row, len(self._rows))
        if code == len(self._rows):
            self._rows.append(row)
        return code, row.width

    def font(self, document: PDFDocument) -> PDFDictionary:
        """The Type 0 font. To be called when all is drawn."""
        program, glyphs = self._program()
        name = PDFName(f"{self._tag()}+{self._face.path.stem.replace('_', '-')}")
        embedded = document.Reference(Stream(program, {"Length1": len(program)}))
        order = Stream(struct.pack(f">{len(glyphs)}H", *glyphs))
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": _system("Identity"),
            "FontDescriptor": document.Reference(self._descriptor(name, embedded)),
            "DW": _EM,
            "W": PDFArray([0, PDFArray([row.width for row in self._rows])]),
            "CIDToGIDMap": document.Reference(order),
        }
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
                "ToUnicode": document.Reference(Stream(_to_unicode(self._rows))),
            }
        )

    def _program(self) -> tuple[bytes, list[int]]:
        """The font program, and the glyph in it of each code."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(sorted({part.glyph for row in self._rows for part in row.parts}))
        wanted.flags = hb.SubsetFlags.NO_HINTING
        unwanted = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        unwanted.update(int.from_bytes(tag) for tag in _UNWANTED_TABLES)
        plan = hb.SubsetPlan(self._face.font.face, wanted)
        renumbered = plan.old_to_new_glyph_mapping
        clusters = [
            [Part(renumbered[part.glyph], part.x, part.y) for part in row.parts]
            for row in self._rows
        ]
        program = plan.execute().blob.data
        if all(map(_is_glyph, clusters)):
            return program, [parts[0].glyph for parts in clusters]
        widths = [round(row.width * self._face.units / _EM) for row in self._rows]
        return _with_composites(program, clusters, widths)

    def _descriptor(self, name: PDFName, program: PDFObjectReference) -> PDFDictionary:
        scale = _EM / self._face.units
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([-_EM, -_EM, 3 * _EM, 2 * _EM]),
                "ItalicAngle": 0,
                "Ascent": round(self._face.ascent * scale),
                "Descent": -round(self._face.descent * scale),
                "CapHeight": round(self._face.ascent * scale * _CAPITALS),
                "StemV": _BOLD_STEM if "Bold" in self._face.path.stem else _STEM,
                "FontFile2": program,
            }
        )

    def _tag(self) -> str:
        """Six letters that differ where what is used differs. ISO 32000-1, 9.6.4."""
        digest = hashlib.sha256(repr(self._rows).encode()).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _with_composites(
    program: bytes, clusters: Sequence[Sequence[Part]], widths: Sequence[int]
) -> tuple[bytes, list[int]]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # Latin text never needs it
    from fontTools.ttLib.tables._g_l_y_f import Glyph  # noqa: PLC0415

    font = TTFont(BytesIO(program), recalcTimestamp=False)
    outlines, measures = font["glyf"], font["hmtx"]
    order = font.getGlyphOrder()
    known = [*order]
    glyphs = []
    for parts, width in zip(clusters, widths, strict=True):
        if _is_glyph(parts):
            glyphs.append(parts[0].glyph)
            continue
        glyph = Glyph()
        components = [
            _component(known[part.glyph], part)
            for part in parts
            if outlines[known[part.glyph]].numberOfContours
        ]
        name = f"cluster{len(order)}"
        glyphs.append(len(order))
        order.append(name)
        glyph.numberOfContours = -1 if components else 0
        if components:
            glyph.components = components
        outlines.glyphs[name] = glyph
        outlines.glyphOrder = order
        font.setGlyphOrder(order)
        left = 0
        if components:
            glyph.recalcBounds(outlines)
            left = glyph.xMin
        measures.metrics[name] = (width, left)
    file = BytesIO()
    font.save(file)
    return file.getvalue(), glyphs


def _is_glyph(parts: Sequence[Part]) -> bool:
    """Whether a cluster is a glyph as the font has it."""
    return len(parts) == 1 and parts[0].x == parts[0].y == 0


def _component(name: str, part: Part) -> object:
    from fontTools.ttLib.tables import _g_l_y_f as outlines  # noqa: PLC0415

    component = outlines.GlyphComponent()
    component.glyphName, component.x, component.y = name, part.x, part.y
    component.flags = outlines.ARGS_ARE_XY_VALUES
    return component


def _system(ordering: str) -> PDFDictionary:
    return PDFDictionary(
        {"Registry": PDFString("Adobe"), "Ordering": PDFString(ordering), "Supplement": 0}
    )


def _to_unicode(rows: Sequence[_Code]) -> bytes:
    """The CMap from codes to text. ISO 32000-1, 9.10.3."""
    return "\n".join(_cmap_lines(rows)).encode("ascii")


def _cmap_lines(rows: Sequence[_Code]) -> Iterator[str]:
    yield "/CIDInit /ProcSet findresource begin"
    yield "12 dict begin"
    yield "begincmap"
    yield "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def"
    yield "/CMapName /Adobe-Identity-UCS def"
    yield "/CMapType 2 def"
    yield "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange"
    said = [
        f"<{code:04X}> <{row.text.encode('utf-16-be').hex().upper()}>"
        for code, row in enumerate(rows)
        if row.text
    ]
    for start in range(0, len(said), _ENTRIES_AT_ONCE):
        entries = said[start : start + _ENTRIES_AT_ONCE]
        yield f"{len(entries)} beginbfchar"
        yield from entries
        yield "endbfchar"
    yield "endcmap"
    yield "CMapName currentdict /CMap defineresource pop"
    yield "end\nend"
