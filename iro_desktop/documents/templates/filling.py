"""Fill a template: its own words, the record's fields, and the parts of the built document."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from iro_desktop.documents.blocks import (
    Block,
    Document,
    Heading,
    ListItems,
    Notice,
    PageBreak,
    Paragraph,
    Span,
    Spans,
    text_of,
)
from iro_desktop.documents.document_parts import above_title, notices_at_head
from iro_desktop.documents.templates.fields import AUTHORED, TITLE
from iro_desktop.documents.templates.template import (
    Items,
    NewPage,
    Part,
    Pieces,
    Prose,
    ProseKind,
    Runs,
    When,
)

_LEVELS = {ProseKind.TITLE: 1, ProseKind.HEADING: 2, ProseKind.SUBHEADING: 3}


def filled_document(
    pieces: Pieces,
    document: Document,
    parts: Mapping[str, tuple[Block, ...]],
    values: Mapping[str, str],
) -> Document:
    """The document with a template's wording and order, its parts put in where they are named.

    `parts` are those of the built document (`document_parts.parts_of`), `values` those of
    `fields.values_of`. The document keeps its language, look and papers, and what stands above its
    title. Prose that says nothing once it is filled is left out.
    """
    known = {**values, TITLE: document.title}
    blocks = [*_stepped(_filled(pieces, parts, known))]
    first = blocks[0] if blocks else None
    if not (isinstance(first, Heading) and first.level == 1 and not first.part):
        blocks.insert(0, Heading(1, document.title))
    # A wording of one's own never hides that a letter is a draft, or that a child is made up.
    blocks[1:1] = notices_at_head(document)
    title = next((block.text for block in blocks if isinstance(block, Heading)), document.title)
    return replace(document, title=title, blocks=(*above_title(document), *blocks))


def _stepped(blocks: Iterator[Block]) -> Iterator[Block]:
    """The same, no heading more than one level below the one before it."""
    last = 1
    for block in blocks:
        if isinstance(block, Heading):
            last = min(block.level, last + 1)
            yield replace(block, level=last)
        else:
            yield block


def _filled(
    pieces: Pieces, parts: Mapping[str, tuple[Block, ...]], values: Mapping[str, str]
) -> Iterator[Block]:
    for piece in pieces:
        match piece:
            case Prose():
                yield from _prose(piece, values)
            case Items():
                said = [_spans(runs, values) for runs in piece.items]
                items = tuple(spans for spans in said if text_of(spans).strip())
                if items:
                    yield ListItems(items, numbered=piece.numbered)
            case Part():
                yield from parts.get(piece.name, ())
            case NewPage():
                yield PageBreak()
            case When():
                says = bool(values.get(piece.field) or parts.get(piece.field))
                chosen = piece.then if says is not piece.is_not else piece.otherwise
                yield from _filled(chosen, parts, values)
            case _:
                assert_never(piece)


def _prose(prose: Prose, values: Mapping[str, str]) -> Iterator[Block]:
    spans = _spans(prose.runs, values)
    if not text_of(spans).strip():
        return
    if prose.kind in _LEVELS:
        yield Heading(_LEVELS[prose.kind], text_of(spans))
    elif prose.kind is ProseKind.NOTICE:
        yield Notice(spans)
    else:
        yield Paragraph(spans)


def _spans(runs: Runs, values: Mapping[str, str]) -> Spans:
    said = [(values.get(run.field, "") if run.field else run.text, run) for run in runs]
    return tuple(
        Span(
            text,
            bold=run.bold,
            italic=run.italic,
            authored=run.field in AUTHORED,
            link=run.link,
        )
        for text, run in said
        if text
    )
