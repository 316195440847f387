"""Every text of a document, and what the tree says of it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from iro_desktop.documents.blocks import Document, Picture, Pictured, Quotation, Scale, Span, Table


def fixed_texts(document: Document) -> list[str]:
    """The texts that pass for phrases of a catalogue, for names or for days."""
    return [text for text, by_a_person in _texts(document) if not by_a_person]


def persons_texts(document: Document) -> list[str]:
    """The texts that are known as a person's own."""
    return [text for text, by_a_person in _texts(document) if by_a_person]


def _texts(part: object) -> Iterator[tuple[str, bool]]:  # noqa: C901 - one case for each kind
    match part:
        case Span():
            yield part.text, part.authored
        case Quotation():
            yield part.words, True
            yield part.translation, True
            yield part.source, False
        case Scale():
            for text in (part.question, part.meaning_of_0, part.meaning_of_10):
                yield text, part.authored
            yield part.description, False
        case Picture():
            yield part.description, True
            yield from _texts(part.caption)
        case Enum() | bytes():
            pass
        case str():
            yield part, False
        case tuple():
            for one in part:
                yield from _texts(one)
        case _ if is_dataclass(part):
            for field in fields(part):
                yield from _texts(getattr(part, field.name))


def anchors(document: Document) -> list[str]:
    """The anchors of rows and of easy read's lines, in order."""
    found: list[str] = []
    for block in document.blocks:
        match block:
            case Table():
                found.extend(row.anchor for row in block.rows)
            case Pictured():
                found.append(block.anchor)
            case _:
                pass
    return [anchor for anchor in found if anchor]
