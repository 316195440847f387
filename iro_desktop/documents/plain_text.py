"""Blocks -> text without any marks, for the body of an e-mail."""

from iro_desktop.documents.blocks import (
    Block,
    Document,
    Facts,
    Heading,
    ListItems,
    Notice,
    PageBreak,
    Paragraph,
    Quotation,
    Scale,
    Signature,
    Table,
    text_of,
)
from iro_desktop.documents.characters import writable
from iro_desktop.documents.page_words import PageWords


def write_text(document: Document) -> str:
    """The document as paragraphs with an empty line between them, and a line end at its end."""
    parts = (PageWords(document).made_up, *(_text(block) for block in document.blocks))
    return "\n\n".join(writable(part) for part in parts if part) + "\n"


def _text(block: Block) -> str:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Heading(_, text):
            return text
        case Paragraph(spans) | Notice(spans):
            return text_of(spans)
        case Quotation(words, source):
            return f"{words}\n({source})" if source else words
        case ListItems(items, numbered):
            marks = (f"{number}." if numbered else "-" for number in range(1, len(items) + 1))
            return "\n".join(
                f"{mark} {text_of(item)}" for mark, item in zip(marks, items, strict=True)
            )
        case Facts(items):
            return "\n".join(f"{label}: {value}" for label, value in items)
        case Table(caption, header, rows):
            lines = (
                "; ".join(
                    f"{label}: {text_of(cell)}"
                    for label, cell in zip(header, row.cells, strict=True)
                )
                for row in rows
            )
            return "\n".join((caption, *lines))
        case Scale(question, description=description):
            return f"{question}\n{description}"
        case Signature(lines):
            return "\n".join(lines)
        case PageBreak():
            return ""
