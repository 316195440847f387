"""The faces that documents are set in, and which face draws which character."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from iro_desktop import paths
from iro_desktop.documents.font_file import FontFile, read_font
from iro_desktop.documents.typography.graphemes import clusters
from iro_desktop.documents.typography.scripts import ARABIC, HAN, LATIN, script_of, scripts
from iro_desktop.documents.typography.shaping import measure

MISSING = "\N{WHITE SQUARE}"
"""Stands for a character that no face has."""

_EMOJI_STYLE = "\N{VARIATION SELECTOR-16}"
# Default_Ignorable_Code_Point, as far as people's texts hold it: heard by a shaper, never drawn.
_IGNORED = re.compile(
    "[\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff]"
)
_PLAIN = re.compile("[ -~\n]*")


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


def _of_one_script(name: str, folder: str) -> Family:
    file = name.replace(" ", "")
    return Family(
        name,
        (
            (Cut.REGULAR, f"{folder}/{file}_400Regular.ttf"),
            (Cut.BOLD, f"{folder}/{file}_700Bold.ttf"),
        ),
    )


ATKINSON = Family(
    "Atkinson Hyperlegible Next",
    (
        (Cut.REGULAR, "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_400Regular.ttf"),
        (Cut.BOLD, "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_700Bold.ttf"),
        (Cut.ITALIC, "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_400Regular_Italic.ttf"),
    ),
)
"""For readers who find letters hard to tell apart: with low vision, or with dyslexia."""

NASTALIQ = _of_one_script("Noto Nastaliq Urdu", "noto-nastaliq-urdu")
BY_SCRIPT: Mapping[str, Family] = MappingProxyType(
    {
        ARABIC: _of_one_script("Noto Sans Arabic", "noto-sans-arabic"),
        "Deva": _of_one_script("Noto Sans Devanagari", "noto-sans-devanagari"),
        "Beng": _of_one_script("Noto Sans Bengali", "noto-sans-bengali"),
        "Guru": _of_one_script("Noto Sans Gurmukhi", "noto-sans-gurmukhi"),
        HAN: _of_one_script("Noto Sans TC", "noto-sans-tc"),
    }
)
"""The family of each script that has one of its own."""

SYMBOLS = Family(
    "Noto Sans Symbols 2",
    ((Cut.REGULAR, "noto-sans-symbols-2/NotoSansSymbols2_400Regular.ttf"),),
)
EMOJI = Family("Noto Emoji", ((Cut.REGULAR, "noto-emoji/NotoEmoji_400Regular.ttf"),))

_LEADING_OF_NASTALIQ = 1.6
_LEADING_OF_TALL_SCRIPTS = 1.17


def script_family(language: str) -> Family | None:
    """The family of a language's own script (BCP 47), where Latin letters are not enough."""
    # Urdu is read in Nastaliq; in the plain style of Arabic it looks foreign.
    if _is_urdu(language):
        return NASTALIQ
    return BY_SCRIPT.get(script_of(language))


def leading_factor(language: str) -> float:
    """How much further apart lines stand than in English: for marks above and below letters."""
    if _is_urdu(language):
        return _LEADING_OF_NASTALIQ
    return 1.0 if script_of(language) == LATIN else _LEADING_OF_TALL_SCRIPTS


def _is_urdu(language: str) -> bool:
    return language.split("-", maxsplit=1)[0] == "ur"


@dataclass(frozen=True, eq=False)
class Setting:
    """A family in one cut for a language, with the faces that stand in for what it lacks.

    `faces` are all of them, the family's first; `by_script` are those that letters of a script
    are looked for in before any other; `emoji` is asked for pictures written as such.
    """

    faces: tuple[FontFile, ...]
    by_script: Mapping[str, tuple[FontFile, ...]]
    emoji: FontFile
    language: str = ""
    _found: dict[tuple[str, str], FontFile | None] = field(default_factory=dict, repr=False)

    def face_for(self, text: str, script: str) -> FontFile | None:
        """The first face that has all of the text: a cluster, or a word, in this script."""
        key = (text, script)
        if key not in self._found:
            self._found[key] = next(
                (face for face in self._order(text, script) if _has_all(face, text)), None
            )
        return self._found[key]

    def face_of_missing(self) -> FontFile:
        """The face that is asked for what no face has."""
        return self.faces[0]

    def drawable(self, text: str) -> str:
        """The text with `MISSING` for each cluster that no face has, ready to be shaped.

        Without soft hyphens and marks of annotation, which a shaper would draw.
        """
        text = "".join(character for character in text if not _unheard(character))
        if _PLAIN.fullmatch(text):
            return text
        return "".join(
            cluster if cluster == "\n" or self._drawn(cluster, script) else MISSING
            for cluster, script in self._clusters(text)
        )

    def missing(self, text: str) -> frozenset[str]:
        """The characters of the text that no face has, with the marks that belong to them."""
        return frozenset(
            _visible(cluster)
            for cluster, script in self._clusters(text)
            if cluster != "\n" and not self._drawn(cluster, script)
        )

    def width(self, text: str, size: float) -> float:
        """How wide a line of the text is at `size`."""
        return measure(self.drawable(text), self, size)

    def _order(self, text: str, script: str) -> Iterator[FontFile]:
        if _EMOJI_STYLE in text:
            yield self.emoji
        # Numbers and signs look the same in the whole document, whatever letters are beside them.
        if unicodedata.category(text[0])[0] not in "NS":
            yield from self.by_script.get(script, ())
        yield from self.faces

    def _drawn(self, cluster: str, script: str) -> bool:
        return self.face_for(cluster, script) is not None

    def _clusters(self, text: str) -> Iterator[tuple[str, str]]:
        found = scripts(text, self.language)
        at = 0
        for cluster in clusters(text):
            yield cluster, found[at]
            at += len(cluster)


@cache
def setting(
    family: Family, *, bold: bool = False, italic: bool = False, language: str = ""
) -> Setting:
    """How to set text of this emphasis in a language (BCP 47)."""
    wanted = cut(bold=bold, italic=italic)
    own = script_family(language)
    first = {script_of(language): own} if own else {}
    scripts_first = {**BY_SCRIPT, **first}

    def face(of: Family) -> FontFile:
        return read_font(of.file(wanted))

    by_script = {script: (face(of),) for script, of in scripts_first.items()}
    order = (family, NOTO_SANS, SYMBOLS, EMOJI, *scripts_first.values(), *BY_SCRIPT.values())
    faces = tuple(dict.fromkeys(map(face, order)))
    return Setting(faces, MappingProxyType(by_script), face(EMOJI), language)


def _has_all(face: FontFile, text: str) -> bool:
    seen = _IGNORED.sub("", text)
    if all(map(face.has, seen)):
        return True
    # A shaper composes, and takes apart, what the face has the one or the other way only.
    return any(all(map(face.has, unicodedata.normalize(form, seen))) for form in ("NFC", "NFD"))


def _visible(cluster: str) -> str:
    return unicodedata.normalize("NFC", _IGNORED.sub("", cluster))


def _unheard(character: str) -> bool:
    """Soft hyphens and marks of annotation. Arabic number signs (bidi class AN) are drawn."""
    if character < "\xad" or _IGNORED.match(character):
        return False
    return unicodedata.category(character) == "Cf" and unicodedata.bidirectional(character) != "AN"
