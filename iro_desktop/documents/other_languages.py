"""Find what stands in a document in another language than the document's own."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from iro_desktop.documents.blocks import Document, Quotation, Scale, Span


def untranslated(document: Document) -> tuple[str, ...]:
    """The texts that a person wrote and that nobody has put into the reader's language.

    Such a text is tagged with its own language. Someone's words in quotation stand as they were
    said: they are such a text only where no translation stands beneath.
    """
    own = _primary(document.language)
    return tuple(
        text
        for text, language in _authored(document.blocks)
        if text.strip() and _primary(language or own) != own
    )


def _authored(value: object) -> Iterator[tuple[str, str]]:
    """Each text that a person wrote, with the language it is tagged with."""
    match value:
        case Span():
            if value.authored:
                yield value.text, value.language
        case Quotation(translation=""):
            yield value.words, value.language
        case Scale(authored=True):
            yield value.question, value.language
        case tuple():
            for each in value:
                yield from _authored(each)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _authored(getattr(value, field.name))
        case _:
            pass


def _primary(language: str) -> str:
    """The first subtag of a BCP 47 tag: two variants of one language are one."""
    return language.split("-", maxsplit=1)[0].lower()
