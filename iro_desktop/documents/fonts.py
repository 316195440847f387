"""The faces that documents are set in, and which face draws which character."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path

from iro_desktop import paths
from iro_desktop.documents.font_file import FontFile, read_font

MISSING = "\N{WHITE SQUARE}"
"""Stands for a character that no face has."""


class Cut(StrEnum):
    """A face of a family, in the names WordprocessingML has for the four it can embed."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"
    BOLD_ITALIC = "BoldItalic"


def cut(*, bold: bool, italic: bool) -> Cut:
    """The cut for an emphasis."""
    if bold:
        return Cut.BOLD_ITALIC if italic else Cut.BOLD
    return Cut.ITALIC if italic else Cut.REGULAR


@dataclass(frozen=True)
class Family:
    """A family by its name, with the files of its cuts under `resources/fonts/`."""

    name: str
    files: tuple[tuple[Cut, str], ...]

    def file(self, wanted: Cut) -> Path:
        """The file of this cut. A family without italics shows emphasis by weight."""
        files = dict(self.files)
        upright = {Cut.ITALIC: Cut.BOLD, Cut.BOLD_ITALIC: Cut.BOLD}
        name = files.get(wanted) or files.get(upright.get(wanted, wanted)) or files[Cut.REGULAR]
        return paths.resources() / "fonts" / name

    @property
    def has_italics(self) -> bool:
        """Whether slanted text can be set without forging it."""
        return Cut.ITALIC in dict(self.files)


LEXEND = Family(
    "Lexend",
    (
        (Cut.REGULAR, "lexend/Lexend_400Regular.ttf"),
        (Cut.BOLD, "lexend/Lexend_700Bold.ttf"),
    ),
)
NOTO_SANS = Family(
    "Noto Sans",
    (
        (Cut.REGULAR, "noto-sans/NotoSans_400Regular.ttf"),
        (Cut.BOLD, "noto-sans/NotoSans_700Bold.ttf"),
        (Cut.ITALIC, "noto-sans/NotoSans_400Regular_Italic.ttf"),
        (Cut.BOLD_ITALIC, "noto-sans/NotoSans_700Bold_Italic.ttf"),
    ),
)
SYMBOLS = Family(
    "Noto Sans Symbols 2",
    ((Cut.REGULAR, "noto-sans-symbols-2/NotoSansSymbols2_400Regular.ttf"),),
)
EMOJI = Family("Noto Emoji", ((Cut.REGULAR, "noto-emoji/NotoEmoji_400Regular.ttf"),))


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that one face draws."""

    face: FontFile
    text: str


@dataclass(frozen=True)
class Setting:
    """A family in one cut, with the faces that stand in for what it lacks."""

    faces: tuple[FontFile, ...]
    _drawn: dict[str, Piece] = field(default_factory=dict, compare=False, repr=False)

    def pieces(self, text: str) -> Iterator[Piece]:
        """The text in drawable pieces, composed, with `MISSING` for what no face has."""
        drawn = (self._piece(character) for character in _composed(text))
        for _face, run in groupby(drawn, key=lambda piece: id(piece.face)):
            pieces = [*run]
            if together := "".join(piece.text for piece in pieces):
                yield Piece(pieces[0].face, together)

    def missing(self, text: str) -> frozenset[str]:
        """The visible characters of the text that no face has."""
        return frozenset(
            character
            for character in set(_composed(text)) - {MISSING}
            if self._piece(character).text == MISSING
        )

    def width(self, text: str, size: float) -> float:
        """How wide the text is at `size`."""
        return sum(piece.face.width(piece.text, size) for piece in self.pieces(text))

    def _piece(self, character: str) -> Piece:
        if character not in self._drawn:
            self._drawn[character] = self._looked_up(character)
        return self._drawn[character]

    def _looked_up(self, character: str) -> Piece:
        if _invisible(character):
            return Piece(self.faces[0], "")
        having = [face for face in self.faces if face.has(character)]
        return Piece(having[0], character) if having else self._piece(MISSING)


@cache
def setting(family: Family, *, bold: bool = False, italic: bool = False) -> Setting:
    """How to set text of this emphasis."""
    wanted = cut(bold=bold, italic=italic)
    families = (family, NOTO_SANS, SYMBOLS, EMOJI)
    return Setting(tuple(read_font(each.file(wanted)) for each in families))


def _composed(text: str) -> str:
    # Without shaping, a letter and its mark look right only as one character.
    return unicodedata.normalize("NFC", text)


def _invisible(character: str) -> bool:
    """Joiners, direction marks, soft hyphens, variation selectors: said to a shaper, never drawn.

    Arabic number signs are format characters too, but are seen: bidi class AN tells them apart.
    """
    if "\ufe00" <= character <= "\ufe0f":
        return True
    formats = unicodedata.category(character) == "Cf"
    return formats and unicodedata.bidirectional(character) != "AN"
