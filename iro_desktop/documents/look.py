"""How each design looks: sizes, spacing and colours, the same in every format.

Lengths are in points unless they say millimetres. Colours are #RRGGBB.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from iro_desktop.documents.blocks import Design
from iro_desktop.documents.fonts import LEXEND, NOTO_SANS, Family


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
    """A design in numbers. `padding` is a table cell's: at the sides, then above and below."""

    family: Family
    ink: Ink
    styles: Mapping[Role, TextStyle]
    side_margin_mm: float
    padding: tuple[float, float]
    label_share: float

    def heading(self, level: int) -> TextStyle:
        """The style of a heading; every level below the fourth looks like the fourth."""
        return self.styles[heading_role(level)]


def heading_role(level: int) -> Role:
    """Which text a heading of this level is."""
    return HEADINGS[max(1, min(level, len(HEADINGS))) - 1]


_CHILD = Ink(text="#1F2A30", muted="#4F5D66", accent="#0B6468", tint="#E6F3F2", rule="#BFD9D8")
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

LOOKS: Mapping[Design, Look] = MappingProxyType(
    {Design.LETTER: _LETTER, Design.MINUTES: _MINUTES, Design.CERTIFICATE: _LETTER}
)
