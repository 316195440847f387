"""Easy read: each thought a line of its own with its picture; and words with a few pictures.

Both change how a document stands, never what it says. What is drawn, quoted or to be filled in
stays as it is; a table becomes a line for each cell, under the name of its column.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise
from typing import TypeGuard

from iro_desktop.documents.blocks import (
    Block,
    Document,
    Facts,
    Heading,
    ListItems,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Pictured,
    Quotation,
    Row,
    Scale,
    Signature,
    Span,
    Spans,
    Table,
    plain,
    text_of,
)
from iro_desktop.documents.pictograms import (
    USUAL,
    pictogram_for,
    pictogram_of_heading,
    pictured,
    seen_in,
)
from iro_desktop.documents.sentences import ends_as_a_sentence, sentences_of
from iro_desktop.domain.reading import ReadingStyle
from iro_desktop.i18n.translator import Translator

_LONGEST_PAIR = 80
# In a list under such a part each item is one of what its picture shows together.
_OF_EACH = {"people-meeting": "person"}


def in_style(document: Document, style: ReadingStyle, tr: Translator) -> Document:
    """The document as someone wants to read it, in the language of `tr`."""
    match style:
        case ReadingStyle.EASY_READ:
            return easy_read(document, tr)
        case ReadingStyle.WORDS_AND_PICTURES:
            return words_and_pictures(document, tr)
        case _:
            return replace(document, style=style)


def easy_read(document: Document, tr: Translator) -> Document:
    """The document with one thought to a line, and a picture at the start of each.

    A page that follows the signature is for another day, and for an adult: it stays as it is.
    """
    now, later = _now_and_later(document.blocks)
    blocks = (*_in_easy_words(now, tr), _source_of_pictures(tr), *later)
    return replace(document, blocks=blocks, style=ReadingStyle.EASY_READ)


def words_and_pictures(document: Document, tr: Translator) -> Document:
    """The document as it is, with a picture beside the first paragraph under each heading."""
    found: list[Block] = []
    waiting = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            waiting = pictogram_of_heading(block.text, tr)
        if waiting and _is_body(block):
            seen = seen_in(waiting, tr)
            stays = block.keep_with_next
            found.append(Pictured(waiting, seen, block.spans, keep_with_next=stays))
            waiting = ""
        else:
            found.append(block)
    blocks = (*found, _source_of_pictures(tr))
    return replace(document, blocks=blocks, style=ReadingStyle.WORDS_AND_PICTURES)


def _now_and_later(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    for place, (block, after) in enumerate(pairwise(blocks), start=1):
        if isinstance(block, Signature) and isinstance(after, PageBreak):
            return blocks[:place], blocks[place:]
    return blocks, ()


def _in_easy_words(blocks: tuple[Block, ...], tr: Translator) -> Iterator[Block]:
    part = USUAL
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, Heading):
            part = pictogram_of_heading(block.text, tr)
        if isinstance(after, Signature):
            yield block  # the farewell belongs to the name beneath it
        elif isinstance(after, Quotation) and _names_what_follows(block):
            yield replace(block, spans=_bold(block.spans))
        else:
            yield from _easy(block, part, before, tr)


def _easy(block: Block, part: str, before: Block | None, tr: Translator) -> Iterable[Block]:
    match block:
        case Paragraph() if _is_body(block):
            return _kept(_lines(block.spans, part, tr), with_next=block.keep_with_next)
        case Quotation():
            return (_quoted(block, before, tr),)
        case ListItems():
            return _items(block, part, tr)
        case Facts():
            return chain.from_iterable(
                _lines(_labelled(label, value), part, tr) for label, value in block.items
            )
        case Table():
            rows = chain.from_iterable(_row(row, block.header, part, tr) for row in block.rows)
            # A scale says the question already that its table repeats.
            return rows if isinstance(before, Scale) else chain(_caption(block), rows)
        case _:
            return (block,)


def _quoted(quotation: Quotation, before: Block | None, tr: Translator) -> Quotation:
    """The words beside a picture of what they are about, as far as the line above names it."""
    name = USUAL
    if before is not None and _names_what_follows(before):
        name = pictogram_for(text_of(before.spans), USUAL, tr)
    return replace(quotation, pictogram=name, description=seen_in(name, tr))


def _names_what_follows(block: Block) -> TypeGuard[Paragraph]:
    """Whether a line is but the name of what is below it, such as "About: school"."""
    return _is_body(block) and block.keep_with_next and not ends_as_a_sentence(block.spans)


def _kept(lines: tuple[Pictured, ...], *, with_next: bool) -> tuple[Pictured, ...]:
    return (*lines[:-1], *(replace(line, keep_with_next=with_next) for line in lines[-1:]))


def _items(items: ListItems, part: str, tr: Translator) -> Iterable[Block]:
    part = _OF_EACH.get(part, part)
    for number, item in enumerate(items.items, start=1):
        yield from _lines((Span(f"{number}. "), *item) if items.numbered else item, part, tr)


def _row(row: Row, header: tuple[str, ...], part: str, tr: Translator) -> Iterable[Block]:
    """Its first cell as it is where it is a sentence, else as the name of the second.

    Each further cell follows the heading of its column.
    """
    cells = [*row.cells]
    labels = [*header, *("" for _ in range(len(cells) - len(header)))]
    first, rest = cells[:1], list(zip(labels, cells, strict=False))[1:]
    said: list[Spans] = first
    if first and rest and not ends_as_a_sentence(first[0]):
        said = [_named(first[0], rest[0][1])]
        rest = rest[1:]
    said += [_labelled(label, cell) for label, cell in rest if text_of(cell).strip()]
    lines = [line for spans in said for line in _lines(spans, part, tr)]
    return (*(replace(line, anchor=row.anchor) for line in lines[:1]), *lines[1:])


def _lines(spans: Spans, part: str, tr: Translator) -> tuple[Pictured, ...]:
    """A line for each sentence; two short ones that have the same picture share it."""
    found: list[Pictured] = []
    shared = False
    for sentence in sentences_of(spans):
        line = pictured(sentence, part, tr)
        before = found[-1] if found and not shared else None
        shared = before is not None and _go_together(before, line)
        if before is not None and shared:
            found[-1] = replace(before, spans=(*before.spans, Span(" "), *line.spans))
        else:
            found.append(line)
    return tuple(found)


def _go_together(one: Pictured, other: Pictured) -> bool:
    length = len(text_of(one.spans)) + len(text_of(other.spans))
    return one.pictogram == other.pictogram and length <= _LONGEST_PAIR


def _labelled(label: str, value: Spans) -> Spans:
    return (Span(f"{label}: ", bold=True), *value) if label else value


def _named(name: Spans, value: Spans) -> Spans:
    bold = _bold(name)
    return (*bold, Span(": "), *value) if text_of(value).strip() else bold


def _bold(spans: Spans) -> Spans:
    return tuple(replace(span, bold=True) for span in spans)


def _caption(table: Table) -> tuple[Block, ...]:
    bold = _bold(table.caption)
    return (Paragraph(bold, keep_with_next=True),) if text_of(bold).strip() else ()


def _is_body(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.style is ParagraphStyle.BODY


def _source_of_pictures(tr: Translator) -> Paragraph:
    """OpenMoji's licence asks for its name and its terms beside the pictures."""
    words = tr("The small pictures are by OpenMoji (openmoji.org), licence CC BY-SA 4.0.")
    return Paragraph(plain(words), ParagraphStyle.SMALL)
