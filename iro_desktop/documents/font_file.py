"""A face in a TrueType file: which characters it has, how wide and how tall they are."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uharfbuzz


@dataclass(frozen=True, eq=False)
class FontFile:
    """A face as HarfBuzz reads it. Measures are in units; `units` of them make the font's size.

    `ascent` reaches up from the baseline; `descent` reaches down from it, and is positive too.
    """

    path: Path
    units: int
    ascent: int
    descent: int
    font: "uharfbuzz.Font"

    def has(self, character: str) -> bool:
        """Whether the face draws this character."""
        return self.glyph(character) is not None

    def glyph(self, character: str) -> int | None:
        """The number of the glyph that draws this character, where nothing else says otherwise."""
        found = self.font.get_nominal_glyph(ord(character))
        return None if found is None else int(found)

    def advance(self, glyph: int) -> int:
        """How far a glyph moves the pen on."""
        return int(self.font.get_glyph_h_advance(glyph))

    @cached_property
    def characters(self) -> frozenset[str]:
        """All that the face draws."""
        return frozenset(map(chr, self.font.face.unicodes))


@cache
def read_font(path: Path) -> FontFile:
    """The face in this file. Raises ValueError if it draws no characters."""
    # 30 ms, which the start of the program need not wait for.
    import uharfbuzz  # noqa: PLC0415

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    if not len(face.unicodes):
        raise ValueError("the font maps no characters")
    font = uharfbuzz.Font(face)
    extents = font.get_font_extents("ltr")
    return FontFile(path, face.upem, extents.ascender, -extents.descender, font)
