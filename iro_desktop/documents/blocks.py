"""The neutral document: what is said and in what order, with no word about any format.

A writer is one `match` over `Block`; preview, .docx and .pdf come from the same tree and so
cannot drift apart.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text. `language` is a BCP 47 tag where it differs from the document's."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title and stands once, levels never skip."""

    level: int
    text: str


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
    """Someone's own words, verbatim, with who said them and how."""

    words: str
    source: str = ""


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

    caption: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, such as name and date of birth at the head of minutes."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ScoreMark:
    """One person's score on one scale."""

    person: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Scale:
    """A 0 to 10 line with marks. `description` says the same in words, for a screen reader."""

    question: str
    meaning_of_0: str
    meaning_of_10: str
    marks: tuple[ScoreMark, ...]
    description: str


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
    | Notice
    | Signature
    | PageBreak
)


class Design(StrEnum):
    """Which look a writer gives: one for a child, one for a file."""

    LETTER = "letter"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `running_title` stands at the foot with the page number: no full names."""

    title: str
    language: str
    design: Design
    blocks: tuple[Block, ...]
    right_to_left: bool = False
    running_title: str = ""
    author: str = ""
    made_up: bool = False


def plain(text: str) -> Spans:
    """Text with no emphasis."""
    return (Span(text),)


def text_of(spans: Spans) -> str:
    """The characters of some spans."""
    return "".join(span.text for span in spans)
