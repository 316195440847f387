"""Blocks -> text without any marks, for the body of an e-mail and for being read aloud."""

from typing import assert_never

from iro_desktop.documents.blocks import (
    Block,
    Choices,
    Document,
    Facts,
    Heading,
    ListItems,
    Notice,
    PageBreak,
    Paragraph,
    Picture,
    Pictured,
    Quotation,
    Scale,
    Signature,
    Spans,
    Table,
    Timeline,
    WritingSpace,
    text_of,
)
from iro_desktop.documents.characters import one_line, writable
from iro_desktop.documents.page_words import PageWords
from iro_desktop.documents.presentable import presentable
from iro_desktop.documents.sentences import STOPS


def write_text(document: Document, *, spoken: bool = False) -> str:
    """The document as paragraphs with an empty line between them, and a line end at its end.

    `spoken` marks headings by as many number signs as they are deep, and numbers the rows of
    tables, so that somebody who only hears the text knows where they are.
    """
    words = PageWords(document)
    writer = _Text(words, spoken=spoken)
    parts = (words.made_up, *(writer.block(block) for block in presentable(document)))
    kept = (writable(part) for part in parts)
    return "\n\n".join(part for part in kept if part.strip()) + "\n"


class _Text:
    def __init__(self, words: PageWords, *, spoken: bool) -> None:
        self._words = words
        self._spoken = spoken

    def block(self, block: Block) -> str:  # noqa: C901, PLR0911, PLR0912 - one for each kind of block
        match block:
            case Heading(level, text):
                return f"{'#' * level} {one_line(text)}" if self._spoken else text
            case Paragraph(spans) | Notice(spans) | Pictured(spans=spans):
                return text_of(spans)
            case Quotation(words, source, translation=translation):
                said = f"{words}\n{translation}" if translation else words
                return f"{said}\n({source})" if source else said
            case ListItems(items, numbered):
                marks = (f"{number}." if numbered else "-" for number in range(1, len(items) + 1))
                return "\n".join(
                    f"{mark} {text_of(item)}" for mark, item in zip(marks, items, strict=True)
                )
            case Facts(items):
                return "\n".join(f"{label}: {text_of(value)}" for label, value in items)
            case Table(caption):
                return "\n".join(filter(str.strip, (text_of(caption), *self._rows(block))))
            case Scale(question, description=description):
                return "\n".join(filter(None, (question, description)))
            case Timeline(description=description):
                return description
            case Picture(_, description, caption):
                seen = self._words.picture(description) if description.strip() else ""
                return "\n".join(filter(None, (seen, text_of(caption))))
            case WritingSpace(prompt, high):
                return text_of(prompt) if self._spoken else text_of(prompt) + "\n" * (high + 1)
            case Choices(prompt, ticks):
                boxes = (f"[ ] {text_of(tick)}" for tick in ticks if text_of(tick).strip())
                return "\n".join(filter(None, (text_of(prompt), *boxes)))
            case Signature(lines):
                return "\n".join(lines)
            case PageBreak():
                return ""
            case _:
                assert_never(block)

    def _rows(self, table: Table) -> list[str]:
        said_once = [any(text_of(cell).strip() for cell in column) for column in _columns(table)]
        rows = [] if all(said_once) else ["; ".join(filter(str.strip, table.header))]
        for number, row in enumerate(table.rows, start=1):
            said = _said(table.header, row.cells)
            if self._spoken:
                sentences = " ".join(map(_sentence, said))
                rows.append(f"{self._words.row(number)}. {sentences}".rstrip())
            else:
                rows.append("; ".join(said))
        return rows


def _columns(table: Table) -> list[list[Spans]]:
    """The cells beneath each head."""
    return [[row.cells[place] for row in table.rows] for place in range(len(table.header))]


def _said(labels: tuple[str, ...], cells: tuple[Spans, ...]) -> list[str]:
    """What each cell says, with its column's label, where it says something."""
    named = labels or ("",) * len(cells)
    return [
        f"{one_line(label)}: {words}" if label.strip() else words
        for label, words in zip(named, (text_of(cell).strip() for cell in cells), strict=True)
        if words
    ]


def _sentence(text: str) -> str:
    """The text with an end that a voice falls at."""
    return text if text.endswith((*STOPS, ":")) else f"{text}."
