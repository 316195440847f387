"""A neutral document as plain text, for golden files and for looking words up."""

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
    Row,
    Scale,
    Signature,
    Table,
    Timeline,
    WritingSpace,
    text_of,
)


def text_of_document(document: Document) -> str:
    head = [
        f"title: {document.title}",
        f"language: {document.language}",
        f"design: {document.design}",
        f"foot: {document.running_title}",
        f"made up: {document.made_up}",
        "",
    ]
    return "\n".join([*head, *(f"{_text(block)}\n" for block in document.blocks)])


def rows_of(document: Document) -> list[Row]:
    return [row for block in document.blocks if isinstance(block, Table) for row in block.rows]


def headings_of(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def _text(block: Block) -> str:  # noqa: C901, PLR0911, PLR0912  # one case for each kind of block
    match block:
        case Heading():
            return f"{'#' * block.level} {block.text}"
        case Paragraph():
            return text_of(block.spans)
        case Quotation():
            said = f"{block.words}\n  {block.translation}" if block.translation else block.words
            picture = f"[{block.pictogram}] " if block.pictogram else ""
            return f"{picture}> {said}\n-- {block.source}"
        case ListItems():
            return "\n".join(f"- {text_of(item)}" for item in block.items)
        case Table():
            lines = [text_of(block.caption), " | ".join(block.header)]
            return "\n".join([*lines, *(_row(row) for row in block.rows)])
        case Facts():
            return "\n".join(f"{label}: {text_of(value)}" for label, value in block.items)
        case Scale():
            ends = f"0 = {block.meaning_of_0}, 10 = {block.meaning_of_10}"
            return f"[0..10] {block.question} ({ends}) {block.description}"
        case Timeline():
            steps = "\n".join(
                f"  {text_of(one.what)} | {one.planned} | {one.now} | {one.done}"
                for one in block.steps
            )
            return f"[line of days] {block.description}\n{steps}"
        case Picture():
            return f"[picture] {block.description}\n{text_of(block.caption)}"
        case Pictured():
            return f"[{block.pictogram}] {text_of(block.spans)}"
        case WritingSpace():
            return f"{text_of(block.prompt)}\n[{block.lines} lines]"
        case Choices():
            return "\n".join((text_of(block.prompt), *(f"[ ] {text_of(i)}" for i in block.items)))
        case Notice():
            return f"[!] {text_of(block.spans)}"
        case Signature():
            return "\n".join(block.lines)
        case PageBreak():
            return "-----"
        case _:
            assert_never(block)


def _row(row: Row) -> str:
    cells = " | ".join(text_of(cell) for cell in row.cells)
    return f"{cells} ({row.anchor})" if row.anchor else cells
