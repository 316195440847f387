"""Blocks -> text without any marks, for the body of an e-mail."""

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
    Table,
    WritingSpace,
    text_of,
)
from iro_desktop.documents.characters import writable
from iro_desktop.documents.page_words import PageWords


def write_text(document: Document) -> str:
    """The document as paragraphs with an empty line between them, and a line end at its end."""
    parts = (PageWords(document).made_up, *(_text(block) for block in document.blocks))
    return "\n\n".join(writable(part) for part in parts if part) + "\n"


def _text(block: Block) -> str:  # noqa: C901, PLR0911, PLR0912 - one for each kind of block
    match block:
        case Heading(_, text):
            return text
        case Paragraph(spans) | Notice(spans):
            return text_of(spans)
        case Quotation(words, source, _, translation):
            said = f"{words}\n{translation}" if translation else words
            return f"{said}\n({source})" if source else said
        case ListItems(items, numbered):
            marks = (f"{number}." if numbered else "-" for number in range(1, len(items) + 1))
            return "\n".join(
                f"{mark} {text_of(item)}" for mark, item in zip(marks, items, strict=True)
            )
        case Facts(items):
            return "\n".join(f"{label}: {text_of(value)}" for label, value in items)
        case Table(caption, header, rows):
            lines = (
                "; ".join(
                    f"{label}: {text_of(cell)}"
                    for label, cell in zip(header, row.cells, strict=True)
                )
                for row in rows
            )
            return "\n".join((text_of(caption), *lines))
        case Scale(question, description=description):
            return f"{question}\n{description}"
        case Picture(_, description, caption):
            return "\n".join(filter(None, (description, text_of(caption))))
        case Pictured(spans=spans):
            return text_of(spans)
        case WritingSpace(prompt, lines_high):
            return text_of(prompt) + "\n" * (lines_high + 1)
        case Choices(prompt, ticks):
            return "\n".join((text_of(prompt), *(f"[ ] {text_of(tick)}" for tick in ticks)))
        case Signature(lines):
            return "\n".join(lines)
        case PageBreak():
            return ""
