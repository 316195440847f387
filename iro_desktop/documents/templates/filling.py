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
from iro_desktop.documents.document_parts import notices_at_head
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
    `fields.values_of`. The document keeps its language, look and papers.
    """
    blocks = [*_filled(pieces, parts, values)]
    title = next((block.text for block in blocks if isinstance(block, Heading)), document.title)
    # A wording of one's own never hides that a letter is a draft, or that a child is made up.
    blocks[1:1] = notices_at_head(document)
    return replace(document, title=title, blocks=tuple(blocks))


def _filled(
    pieces: Pieces, parts: Mapping[str, tuple[Block, ...]], values: Mapping[str, str]
) -> Iterator[Block]:
    for piece in pieces:
        match piece:
            case Prose():
                yield from _prose(piece, values)
            case Items():
                items = tuple(_spans(runs, values) for runs in piece.items)
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
    if prose.kind in _LEVELS:
        yield Heading(_LEVELS[prose.kind], text_of(spans))
    elif prose.kind is ProseKind.NOTICE:
        yield Notice(spans)
    else:
        yield Paragraph(spans)


def _spans(runs: Runs, values: Mapping[str, str]) -> Spans:
    return tuple(
        Span(
            values.get(run.field, "") if run.field else run.text,
            bold=run.bold,
            italic=run.italic,
            link=run.link,
        )
        for run in runs
    )
