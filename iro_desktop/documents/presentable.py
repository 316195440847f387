"""What every writer may rely on: no block without text, and headings that skip no level."""

import math
from collections.abc import Iterator
from dataclasses import replace
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
    ParagraphStyle,
    Picture,
    Pictured,
    Quotation,
    Row,
    Scale,
    Signature,
    Spans,
    Table,
    Timeline,
    WritingSpace,
    text_of,
)
from iro_desktop.documents.characters import writable
from iro_desktop.i18n.directions import apart

# A column narrower than this share of the others together could not hold a letter.
_LEAST_SHARE = 0.03


def presentable(document: Document) -> Iterator[Block]:
    """The blocks in order, empty ones left out, heading levels made to follow each other.

    Where lines run from right to left, what stands alone in a line and runs the other way, such as
    a telephone number, is kept together.
    """
    level = 0
    for block in document.blocks:
        if not _says_something(block):
            continue
        match block:
            case Heading():
                level = max(1, min(block.level, level + 1))
                yield replace(block, level=level)
            case ListItems():
                yield replace(block, items=tuple(item for item in block.items if _seen(item)))
            case Table():
                empty = Paragraph(block.caption, ParagraphStyle.SMALL)
                yield _even(block) if _has_cells(block) else empty
            case Signature(lines) if document.right_to_left:
                yield Signature(tuple(map(apart, lines)))
            case Facts(items) if document.right_to_left:
                yield Facts(tuple((label, _apart(value)) for label, value in items))
            case _:
                yield block


def _apart(spans: Spans) -> Spans:
    return tuple(replace(span, text=apart(span.text)) for span in spans)


# One line for each kind of block: as many as there are kinds.
def _says_something(block: Block) -> bool:  # noqa: PLR0911
    match block:
        case Heading():
            return _visible(block.text)
        case Paragraph() | Notice():
            return _seen(block.spans)
        case Quotation():
            return _visible(block.words + block.translation + block.source)
        case ListItems():
            return any(_seen(item) for item in block.items)
        case Table():
            return _has_cells(block) or _seen(block.caption)
        case Facts():
            return bool(block.items)
        case Timeline():
            return bool(block.steps)
        case Signature():
            return any(_visible(line) for line in block.lines)
        case Pictured() | WritingSpace() | Choices() | Scale() | Picture() | PageBreak():
            return True
        case _:
            assert_never(block)


def _has_cells(table: Table) -> bool:
    return bool(table.header or any(row.cells for row in table.rows))


def _even(table: Table) -> Table:
    """The table with as many cells in each row, and as many widths."""
    count = max(len(table.header), *(len(row.cells) for row in table.rows), 1)
    widths = table.widths
    if len(widths) != count or not all(0 < width < math.inf for width in widths):
        widths = (1.0,) * count
    least = sum(widths) * _LEAST_SHARE
    widths = tuple(max(width, least) for width in widths)
    return replace(
        table,
        header=table.header + ("",) * (count - len(table.header)) if table.header else (),
        rows=tuple(_filled(row, count) for row in table.rows),
        widths=tuple(width / sum(widths) for width in widths),
    )


def _filled(row: Row, count: int) -> Row:
    return replace(row, cells=row.cells + ((),) * (count - len(row.cells)))


def _seen(spans: Spans) -> bool:
    return _visible(text_of(spans))


def _visible(text: str) -> bool:
    return bool(writable(text).strip())
