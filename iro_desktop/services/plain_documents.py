"""Remarks on a whole document, each at the block it belongs to, and how hard it is to read.

What a person said word for word, the ends of a scale, bare facts, names under a letter and passages
in another language are left alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.documents import blocks as b
from iro_desktop.plain_words.linter import Linter
from iro_desktop.plain_words.readability import Lengths, Readability, lengths
from iro_desktop.plain_words.remarks import Remark, Rule
from iro_desktop.plain_words.situation import Situation


class Part(StrEnum):
    """Which part of a block."""

    TEXT = "text"
    CAPTION = "caption"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True, order=True)
class BlockPlace:
    """Where in a document: the block by number from 0, and in it the item, or the row and cell."""

    block: int
    part: Part = Part.TEXT
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class PlacedRemark:
    """A remark on the text of one place. Its `start` and `end` count from the start of `text`.

    `authored` says that a person wrote the words, so that they can be changed in the record; the
    others are the document's own sentences.
    """

    place: BlockPlace
    text: str
    remark: Remark
    authored: bool


@dataclass(frozen=True, slots=True)
class DocumentRemarks:
    """All remarks on a document in its order. `readability` is of one in English alone."""

    remarks: tuple[PlacedRemark, ...]
    readability: Readability | None
    lengths: Lengths


FOR_LATER = "when_older"
"""The part of a letter that is for the adult whom the child will be: it draws no remark."""

IN_A_HEADING = frozenset(
    {Rule.JARGON, Rule.BLAME, Rule.SOFTENED_HARM, Rule.ACRONYM, Rule.THIRD_PARTY}
)
"""What is remarked in a heading: it is no sentence, and may name whose letter it is."""


def remarks_on_document(document: b.Document, situation: Situation) -> DocumentRemarks:
    """What is remarked on a document. One that is not in English has its lengths alone."""
    if not _is_english(document.language):
        texts = (b.text_of(spans) for _, spans in _places(document))
        return DocumentRemarks((), None, lengths("\n".join(texts), document.language))
    linter = Linter(situation)
    placed = [
        (place, spans, _in_english(spans))
        for place, spans in _places(document)
        if b.text_of(spans).strip()
    ]
    whole = "\n".join(text for _, _, text in placed)
    found = iter(linter.remarks(whole))
    remarks = tuple(_placed(document, placed, found))
    running = "\n".join(
        text for place, _, text in placed if not isinstance(document.blocks[place.block], b.Heading)
    )
    return DocumentRemarks(remarks, linter.readability(running), lengths(running, "en-GB"))


def _placed(
    document: b.Document,
    placed: list[tuple[BlockPlace, b.Spans, str]],
    found: Iterator[Remark],
) -> Iterator[PlacedRemark]:
    start = 0
    remark = next(found, None)
    for place, spans, text in placed:
        end = start + len(text)
        while remark is not None and remark.start < end:
            here = remark.moved(-start)
            if _applies(document, place, here):
                yield PlacedRemark(place, text, here, _is_authored(spans, here))
            remark = next(found, None)
        start = end + 1


def _applies(document: b.Document, place: BlockPlace, remark: Remark) -> bool:
    if document.design is b.Design.CERTIFICATE and remark.rule is Rule.THIRD_PERSON:
        return False  # it says whose it is
    block = document.blocks[place.block]
    return not isinstance(block, b.Heading) or remark.rule in IN_A_HEADING


def _is_authored(spans: b.Spans, remark: Remark) -> bool:
    at = 0
    for span in spans:
        after = at + len(span.text)
        if span.authored and at < remark.end and remark.start < after:
            return True
        at = after
    return False


def _in_english(spans: b.Spans) -> str:
    """The text, with what is in another language blanked out, so that places stay the same."""
    return "".join(
        span.text
        if not span.language or _is_english(span.language)
        else "".join("\n" if one == "\n" else " " for one in span.text)
        for span in spans
    )


def _is_english(language: str) -> bool:
    return language.partition("-")[0].lower() == "en"


def _places(document: b.Document) -> Iterator[tuple[BlockPlace, b.Spans]]:
    part_name = ""
    for number, block in enumerate(document.blocks):
        if isinstance(block, b.Heading) and block.part:
            part_name = block.part
        if part_name == FOR_LATER:
            continue
        for part, row, column, spans in _parts(block):
            yield BlockPlace(number, part, row, column), spans


_Parts = Iterator[tuple[Part, int, int, b.Spans]]


def _parts(block: b.Block) -> _Parts:  # noqa: C901 - one case for each kind of block
    match block:
        case b.Heading(text=text):
            yield Part.TEXT, 0, 0, b.plain(text)
        case b.Paragraph(style=b.ParagraphStyle.ADDRESS):
            pass
        case b.Paragraph(spans=spans) | b.Pictured(spans=spans):
            yield Part.TEXT, 0, 0, spans
        case b.ListItems(items=items):
            yield from _items(items)
        case b.Table():
            yield Part.CAPTION, 0, 0, block.caption
            for row, cells in enumerate(block.rows):
                for column, spans in enumerate(cells.cells):
                    yield Part.CELL, row, column, spans
        case b.Picture(caption=caption):
            yield Part.CAPTION, 0, 0, caption
        case b.WritingSpace(prompt=prompt):
            yield Part.TEXT, 0, 0, prompt
        case b.Choices(prompt=prompt, items=items):
            yield Part.TEXT, 0, 0, prompt
            yield from _items(items)
        case b.Facts() | b.Quotation() | b.Scale() | b.Timeline():
            pass
        case b.Notice() | b.Signature() | b.PageBreak():
            pass


def _items(items: tuple[b.Spans, ...]) -> _Parts:
    for row, spans in enumerate(items):
        yield Part.ITEM, row, 0, spans
