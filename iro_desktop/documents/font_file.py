"""Read from a TrueType file which characters it has and how wide they are.

OpenType 1.9: `head`, `hhea`, `hmtx`, and `cmap` in formats 4 and 12, which static faces use.
"""

import struct
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_SEGMENTS_16_BIT = 4
_GROUPS_32_BIT = 12


@dataclass(frozen=True)
class FontFile:
    """A face's coverage. Widths are in units; `units` of them make the font's size."""

    path: Path
    units: int
    glyphs: dict[int, int]
    advances: tuple[int, ...]

    def has(self, character: str) -> bool:
        """Whether the face draws this character."""
        return ord(character) in self.glyphs

    def width(self, text: str, size: float) -> float:
        """How wide the text is at `size`, in the unit of `size`."""
        last = len(self.advances) - 1
        glyphs = (self.glyphs.get(ord(character), 0) for character in text)
        return sum(self.advances[min(glyph, last)] for glyph in glyphs) * size / self.units


@cache
def read_font(path: Path) -> FontFile:
    """The face in this file. Raises ValueError if it maps no characters in a known format."""
    data = path.read_bytes()
    tables = _tables(data)
    (units,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (measured,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    pairs = struct.unpack_from(f">{measured * 2}H", data, tables["hmtx"])
    return FontFile(path, units, _characters(data, tables["cmap"]), pairs[::2])


def _tables(data: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    records = struct.iter_unpack(">4sLLL", data[12 : 12 + 16 * count])
    return {tag.decode("ascii"): offset for tag, _checksum, offset, _length in records}


def _characters(data: bytes, cmap: int) -> dict[int, int]:
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    found = {}
    for _platform, _encoding, offset in struct.iter_unpack(
        ">HHL", data[cmap + 4 : cmap + 4 + 8 * count]
    ):
        (form,) = struct.unpack_from(">H", data, cmap + offset)
        found[form] = cmap + offset
    if _GROUPS_32_BIT in found:
        return _groups(data, found[_GROUPS_32_BIT])
    if _SEGMENTS_16_BIT in found:
        return _segments(data, found[_SEGMENTS_16_BIT])
    raise ValueError("no character map in a known format")


def _groups(data: bytes, start: int) -> dict[int, int]:
    (count,) = struct.unpack_from(">L", data, start + 12)
    groups = struct.iter_unpack(">LLL", data[start + 16 : start + 16 + 12 * count])
    return {
        code: glyph + code - first
        for first, last, glyph in groups
        for code in range(first, last + 1)
    }


def _segments(data: bytes, start: int) -> dict[int, int]:
    (double,) = struct.unpack_from(">H", data, start + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    firsts = struct.unpack_from(f">{count}H", data, start + 16 + double)
    deltas = struct.unpack_from(f">{count}H", data, start + 16 + 2 * double)
    offsets_at = start + 16 + 3 * double
    offsets = struct.unpack_from(f">{count}H", data, offsets_at)
    glyphs = {}
    for index, (first, last, delta, offset) in enumerate(
        zip(firsts, ends, deltas, offsets, strict=True)
    ):
        for code in range(first, last + 1):
            glyph = code
            if offset:
                where = offsets_at + 2 * index + offset + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", data, where)
                if not glyph:
                    continue
            if mapped := (glyph + delta) & 0xFFFF:
                glyphs[code] = mapped
    glyphs.pop(0xFFFF, None)
    return glyphs
