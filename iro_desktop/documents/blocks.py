"""The neutral document: what is said and in what order, with no word about any format.

A writer is one `match` over `Block`; preview, .docx and .pdf come from the same tree and so
cannot drift apart.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from iro_desktop.domain.reading import ReadingStyle


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text. `language` is a BCP 47 tag where it differs from the document's.

    `authored` says that a person wrote it for this record: it comes from no catalogue, so a
    translator renders it. `link` is an address to follow: `mailto:`, `tel:` or `https:`.
    """

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    authored: bool = False
    link: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title and stands once, levels never skip.

    `part` names the part of the document that it opens, the same in every language.
    """

    level: int
    text: str
    part: str = ""


class ParagraphStyle(StrEnum):
    """How a paragraph is meant, not how it looks."""

    BODY = "body"
    LEAD = "lead"
    ADDRESS = "address"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `keep_with_next` asks that no page ends right after it."""

    spans: Spans
    style: ParagraphStyle = ParagraphStyle.BODY
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Someone's own words, verbatim, with who said them and how.

    `language` is a BCP 47 tag where the words are not in the document's; `translation` then stands
    below them, and never in their place. `pictogram` and `description` are as in `Pictured`, and
    empty but in easy read.
    """

    words: str
    source: str = ""
    language: str = ""
    translation: str = ""
    pictogram: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class ListItems:
    """A list, numbered or not."""

    items: tuple[Spans, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. `anchor` ties it to a record by id, the same in every format."""

    cells: tuple[Spans, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Data in rows: the first row heads the columns, the first cell of a row heads the row.

    `widths` are shares of the line, as many as columns. Rows do not break over pages where one
    page holds them; the header repeats.
    """

    caption: Spans
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, such as name and date of birth at the head of minutes."""

    items: tuple[tuple[str, Spans], ...]


@dataclass(frozen=True, slots=True)
class ScoreMark:
    """One person's score on one scale."""

    person: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Scale:
    """A 0 to 10 line with marks. `description` says the same in words, for a screen reader.

    Without marks it is a line to put one on. `language` is a BCP 47 tag where the question and its
    two ends are not in the document's; `authored` says that a person wrote those.
    """

    question: str
    meaning_of_0: str
    meaning_of_10: str
    marks: tuple[ScoreMark, ...]
    description: str
    language: str = ""
    authored: bool = False


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A step on a line of days: planned first, planned now, and done.

    `now` is None where the first date still holds. A step without any day has a name alone.
    """

    what: Spans
    planned: dt.date | None = None
    now: dt.date | None = None
    done: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Steps, one below the other, along one line of days.

    `ticks` are days on the line with their words, those first that matter most: whichever has no
    room is left out. `keys` say what the three marks mean: planned, planned now, done.
    `description` says the same in words, for a screen reader.
    """

    steps: tuple[TimelineStep, ...]
    ticks: tuple[tuple[dt.date, str], ...]
    keys: tuple[str, str, str]
    description: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing or a photo. `image` is a PNG or JPEG file that holds nothing but what is seen.

    `share` is how much of the line it takes at most. `description` says what is seen.
    """

    image: bytes
    description: str
    caption: Spans = ()
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Pictured:
    """One thought with its picture, as easy read has it: the picture at the start of the line.

    `pictogram` is a name in `resources/pictograms/manifest.json`; `description` says what is seen.
    `anchor` ties it to a record by id, as that of a row of a table does. `keep_with_next` asks that
    no page ends right after it.
    """

    pictogram: str
    description: str
    spans: Spans
    anchor: str = ""
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class WritingSpace:
    """A question with room to write or draw an answer by hand, so many lines high.

    With a `field` it can be filled in on a screen as well, under that name.
    """

    prompt: Spans
    lines: int
    field: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """A question with boxes to tick. `fields` are their names, where a screen can tick them."""

    prompt: Spans
    items: tuple[Spans, ...]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A boxed remark that must not be overlooked, such as a draft or made-up data."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, in lines."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = (
    Heading
    | Paragraph
    | Quotation
    | ListItems
    | Table
    | Facts
    | Scale
    | Timeline
    | Picture
    | Pictured
    | WritingSpace
    | Choices
    | Notice
    | Signature
    | PageBreak
)


class Design(StrEnum):
    """Which look a writer gives: one for a child, one for a file, one to hang on a wall."""

    LETTER = "letter"
    MINUTES = "minutes"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `running_title` stands at the foot with the page number: no full names.

    `draft` says that it may still change: it cannot be signed. `answers_to` says of a form to be
    filled in what its answers belong to.
    """

    title: str
    language: str
    design: Design
    blocks: tuple[Block, ...]
    right_to_left: bool = False
    running_title: str = ""
    author: str = ""
    made_up: bool = False
    style: ReadingStyle = ReadingStyle.STANDARD
    draft: bool = False
    answers_to: str = ""


def plain(text: str) -> Spans:
    """Text with no emphasis, from a catalogue or not to be translated, such as a name or a day."""
    return (Span(text),)


def authored(text: str) -> Spans:
    """A person's own text, which a translator renders."""
    return (Span(text, authored=True),)


def facts(*items: tuple[str, Spans]) -> Facts:
    """The facts that say something."""
    return Facts(tuple((label, value) for label, value in items if text_of(value).strip()))


def text_of(spans: Spans) -> str:
    """The characters of some spans."""
    return "".join(span.text for span in spans)
