"""How a document looks to its reader: sizes, spacing and colours, the same in every format.

Lengths are in points unless they say millimetres. Colours are #RRGGBB.

Large print follows the UK Association for Accessible Formats (Creating clear print and large
print documents): nothing smaller than the size asked for, no slanted or underlined text, lines
that start together and stand well apart. The dyslexia-friendly look follows the British Dyslexia
Association's style guide: cream paper, 14 pt, one and a half lines, bold for emphasis.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from iro_desktop.documents.blocks import Design, Document
from iro_desktop.documents.fonts import (
    ATKINSON,
    LEXEND,
    NOTO_SANS,
    Family,
    Setting,
    leading_factor,
    setting,
)
from iro_desktop.domain.reading import ReadingStyle

WHITE = "#FFFFFF"


class Role(StrEnum):
    """What a line of text is for; each has one style."""

    TITLE = "title"
    SECTION = "section"
    SUBSECTION = "subsection"
    MINOR = "minor"
    BODY = "body"
    LEAD = "lead"
    ADDRESS = "address"
    SMALL = "small"
    ITEM = "item"
    QUOTATION = "quotation"
    SOURCE = "source"
    CAPTION = "caption"
    CELL = "cell"
    COLUMN_HEAD = "column_head"
    LABEL = "label"
    VALUE = "value"
    QUESTION = "question"
    NOTICE = "notice"
    SIGNATURE = "signature"
    PAGE = "page"


# What stands in columns, or beside its mark.
_NEVER_CENTRED = frozenset(
    {Role.ITEM, Role.CELL, Role.COLUMN_HEAD, Role.LABEL, Role.VALUE, Role.NOTICE, Role.PAGE}
)

HEADINGS = (Role.TITLE, Role.SECTION, Role.SUBSECTION, Role.MINOR)


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a design: one accent, and greys that go with it."""

    text: str
    muted: str
    accent: str
    tint: str
    rule: str


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a line of text is set. `leading` is from baseline to baseline."""

    size: float
    leading: float
    colour: str
    bold: bool = False
    before: float = 0
    after: float = 0


@dataclass(frozen=True, slots=True)
class Look:
    """A design in numbers. `padding` is a table cell's: at the sides, then above and below.

    `slants` says that emphasis may be italic; otherwise it is bold; `underlines`
    that a link may be underlined. `picture_share` is how much of
    the line the picture of a `Pictured` takes. `framed` asks for a rule around the page.
    `language` is the BCP 47 tag of the text.
    """

    family: Family
    ink: Ink
    styles: Mapping[Role, TextStyle]
    side_margin_mm: float
    padding: tuple[float, float]
    label_share: float
    slants: bool = False
    underlines: bool = True
    centred: bool = False
    framed: bool = False
    paper: str = WHITE
    picture_share: float = 0.24
    language: str = ""

    def face(self, *, bold: bool = False) -> Setting:
        """The family for text in the document's language."""
        return setting(self.family, bold=bold, language=self.language)

    @property
    def body(self) -> float:
        """The size of running text."""
        return self.styles[Role.BODY].size

    def centres(self, role: Role) -> bool:
        """Whether text of this role stands in the middle of its line."""
        return self.centred and role not in _NEVER_CENTRED

    def heading(self, level: int) -> TextStyle:
        """The style of a heading; every level below the fourth looks like the fourth."""
        return self.styles[heading_role(level)]


def heading_role(level: int) -> Role:
    """Which text a heading of this level is."""
    return HEADINGS[max(1, min(level, len(HEADINGS))) - 1]


_CHILD = Ink(text="#1F2A30", muted="#4F5D66", accent="#0B6468", tint="#E6F3F2", rule="#BFD9D8")
_WALL = Ink(text="#2A2233", muted="#5A5064", accent="#5B2A6B", tint="#F8F1E2", rule="#C9A24B")
_FILE = Ink(text="#1B2127", muted="#4E5965", accent="#1F4068", tint="#EDF2F7", rule="#C5CFDA")

_LETTER = Look(
    family=LEXEND,
    ink=_CHILD,
    side_margin_mm=24,
    padding=(8, 8),
    label_share=0.32,
    styles=MappingProxyType(
        {
            Role.TITLE: TextStyle(26, 32, _CHILD.accent, bold=True, after=14),
            Role.SECTION: TextStyle(17, 23, _CHILD.accent, bold=True, before=20, after=6),
            Role.SUBSECTION: TextStyle(14, 20, _CHILD.accent, bold=True, before=14, after=4),
            Role.MINOR: TextStyle(14, 20, _CHILD.text, bold=True, before=12, after=4),
            Role.BODY: TextStyle(14, 20.5, _CHILD.text, after=9),
            Role.LEAD: TextStyle(16, 23.5, _CHILD.text, after=10),
            Role.ADDRESS: TextStyle(12, 17, _CHILD.muted, after=14),
            Role.SMALL: TextStyle(11, 16, _CHILD.muted, after=6),
            Role.ITEM: TextStyle(14, 20.5, _CHILD.text, after=4),
            Role.QUOTATION: TextStyle(15, 22.5, _CHILD.text, before=6, after=4),
            Role.SOURCE: TextStyle(11, 16, _CHILD.muted, after=12),
            Role.CAPTION: TextStyle(12, 17, _CHILD.muted, before=6, after=5),
            Role.CELL: TextStyle(13, 18.5, _CHILD.text),
            Role.COLUMN_HEAD: TextStyle(12, 17, _CHILD.accent, bold=True),
            Role.LABEL: TextStyle(12.5, 18, _CHILD.accent, bold=True),
            Role.VALUE: TextStyle(13, 18, _CHILD.text, before=6),
            Role.QUESTION: TextStyle(14, 20.5, _CHILD.text, bold=True, before=10, after=6),
            Role.NOTICE: TextStyle(12, 17.5, _CHILD.text, before=6, after=12),
            Role.SIGNATURE: TextStyle(14, 21, _CHILD.text, before=18),
            Role.PAGE: TextStyle(9.5, 13, _CHILD.muted),
        }
    ),
)

_MINUTES = Look(
    family=NOTO_SANS,
    ink=_FILE,
    side_margin_mm=20,
    padding=(5, 3.5),
    label_share=0.3,
    slants=True,
    styles=MappingProxyType(
        {
            Role.TITLE: TextStyle(20, 26, _FILE.accent, bold=True, after=10),
            Role.SECTION: TextStyle(13.5, 18, _FILE.accent, bold=True, before=16, after=5),
            Role.SUBSECTION: TextStyle(11.5, 16, _FILE.accent, bold=True, before=11, after=3),
            Role.MINOR: TextStyle(10.5, 15, _FILE.text, bold=True, before=9, after=2),
            Role.BODY: TextStyle(10.5, 15, _FILE.text, after=6),
            Role.LEAD: TextStyle(11.5, 16.5, _FILE.text, after=7),
            Role.ADDRESS: TextStyle(10, 14, _FILE.muted, after=8),
            Role.SMALL: TextStyle(9, 12.5, _FILE.muted, after=4),
            Role.ITEM: TextStyle(10.5, 15, _FILE.text, after=2),
            Role.QUOTATION: TextStyle(10.5, 15.5, _FILE.text, before=3, after=2),
            Role.SOURCE: TextStyle(9, 12.5, _FILE.muted, after=8),
            Role.CAPTION: TextStyle(9.5, 13, _FILE.muted, before=4, after=4),
            Role.CELL: TextStyle(9.5, 13.2, _FILE.text),
            Role.COLUMN_HEAD: TextStyle(9, 12.5, _FILE.accent, bold=True),
            Role.LABEL: TextStyle(9.5, 13.5, _FILE.muted, bold=True),
            Role.VALUE: TextStyle(10, 13.5, _FILE.text, before=3),
            Role.QUESTION: TextStyle(10.5, 15, _FILE.text, bold=True, before=8, after=4),
            Role.NOTICE: TextStyle(9.5, 13.5, _FILE.text, before=4, after=8),
            Role.SIGNATURE: TextStyle(10.5, 15.5, _FILE.text, before=14),
            Role.PAGE: TextStyle(8.5, 12, _FILE.muted),
        }
    ),
)

_ON_THE_WALL = {_CHILD.text: _WALL.text, _CHILD.muted: _WALL.muted, _CHILD.accent: _WALL.accent}

# A certificate says little: what it says can be large.
_CERTIFICATE = replace(
    _LETTER,
    ink=_WALL,
    centred=True,
    framed=True,
    side_margin_mm=30,
    styles=MappingProxyType(
        {
            **{
                role: replace(style, colour=_ON_THE_WALL[style.colour])
                for role, style in _LETTER.styles.items()
            },
            Role.TITLE: TextStyle(38, 48, _WALL.accent, bold=True, before=40, after=24),
            Role.SECTION: TextStyle(24, 32, _WALL.accent, bold=True, before=26, after=10),
            Role.SUBSECTION: TextStyle(20, 28, _WALL.accent, bold=True, before=18, after=8),
            Role.BODY: TextStyle(18, 28, _WALL.text, after=14),
            Role.LEAD: TextStyle(34, 44, _WALL.text, bold=True, before=10, after=24),
            Role.ITEM: TextStyle(18, 28, _WALL.text, after=8),
            Role.QUOTATION: TextStyle(20, 31, _WALL.text, before=12, after=8),
            Role.COLUMN_HEAD: TextStyle(14, 20, _WALL.accent, bold=True),
            Role.LABEL: TextStyle(14, 20, _WALL.accent, bold=True),
            Role.SIGNATURE: TextStyle(16, 25, _WALL.text, before=30),
        }
    ),
)

LOOKS: Mapping[Design, Look] = MappingProxyType(
    {Design.LETTER: _LETTER, Design.MINUTES: _MINUTES, Design.CERTIFICATE: _CERTIFICATE}
)
"""Each design for a reader who asked for nothing else, in a Latin script."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a reading style asks of any design. Sizes of text are at least `body`."""

    body: float
    leading: float
    space: float = 1.0
    side_margin_mm: float = 0
    picture_share: float = 0.24
    cream: bool = False
    family: Family | None = None


_READING: Mapping[ReadingStyle, _Reading] = MappingProxyType(
    {
        ReadingStyle.LARGE_PRINT: _Reading(18, 1.5),
        ReadingStyle.LARGER_PRINT: _Reading(24, 1.4, side_margin_mm=18),
        ReadingStyle.EASY_READ: _Reading(16, 1.5, side_margin_mm=28, picture_share=0.2),
        ReadingStyle.WORDS_AND_PICTURES: _Reading(16, 1.5, side_margin_mm=24, picture_share=0.24),
        ReadingStyle.DYSLEXIA_FRIENDLY: _Reading(14, 1.6, space=1.2, cream=True, family=ATKINSON),
    }
)
# White paper dazzles some people who have dyslexia, and cold tints clash with cream.
_CREAM, _ON_CREAM, _RULE_ON_CREAM = "#FBF5E6", "#F2E8CD", "#D6C79F"
# Large text needs less to tell a heading from it than small text does.
_LARGER_THAN_BODY: Mapping[Role, float] = MappingProxyType(
    {Role.TITLE: 1.5, Role.SECTION: 1.25, Role.SUBSECTION: 1.1, Role.LEAD: 1.1}
)
_LARGE, _LEADING_OF_LARGE_TEXT = 26, 1.25


def asked_for(style: ReadingStyle) -> bool:
    """Whether a reading style sets face and size of its own, as a reader needs them."""
    return style in _READING


def look_of(document: Document) -> Look:
    """The look for this document's design, its reader's style and its language."""
    look = LOOKS[document.design]
    if reading := _READING.get(document.style):
        look = _read_as(look, reading)
    return _in_language(look, document.language)


def enlarged(look: Look, factor: float) -> Look:
    """The look with all its text larger by this factor, to the half point, or smaller."""
    styles = {
        role: replace(
            style,
            size=round(style.size * factor * 2) / 2,
            leading=round(style.leading * factor, 1),
            before=round(style.before * factor, 1),
            after=round(style.after * factor, 1),
        )
        for role, style in look.styles.items()
    }
    return replace(look, styles=MappingProxyType(styles))


def _read_as(look: Look, reading: _Reading) -> Look:
    body = max(reading.body, look.body)
    growth = body / look.body
    space = reading.space * growth
    return replace(
        look,
        styles=MappingProxyType(
            {
                role: _text(style, _size(role, style, body), reading.leading, space)
                for role, style in look.styles.items()
            }
        ),
        side_margin_mm=reading.side_margin_mm or look.side_margin_mm,
        padding=(look.padding[0], max(look.padding[1], body * 0.35)),
        slants=False,
        underlines=False,
        family=reading.family or look.family,
        ink=replace(look.ink, tint=_ON_CREAM, rule=_RULE_ON_CREAM) if reading.cream else look.ink,
        paper=_CREAM if reading.cream else WHITE,
        picture_share=reading.picture_share,
    )


def _size(role: Role, style: TextStyle, body: float) -> float:
    wanted = body * _LARGER_THAN_BODY.get(role, 1)
    return max(wanted, style.size) if role in _LARGER_THAN_BODY else wanted


def _text(style: TextStyle, size: float, leading: float, space: float) -> TextStyle:
    apart = _LEADING_OF_LARGE_TEXT if style.bold and size >= _LARGE else leading
    return replace(
        style,
        size=size,
        leading=round(size * apart, 1),
        before=round(style.before * space, 1),
        after=round(style.after * space, 1),
    )


def _in_language(look: Look, language: str) -> Look:
    look = replace(look, language=language)
    factor = leading_factor(language)
    if factor <= 1:
        return look
    styles = {
        role: replace(style, leading=round(style.leading * factor, 1))
        for role, style in look.styles.items()
    }
    # No face for these scripts slants.
    return replace(look, styles=MappingProxyType(styles), slants=False)
