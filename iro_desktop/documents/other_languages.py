"""Find what stands in a document in another language than the document's own."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from iro_desktop.documents.blocks import Document, Span


def untranslated(document: Document) -> tuple[str, ...]:
    """The texts that a person wrote and that nobody has put into the reader's language.

    Such a text is tagged with its own language. Someone's words in quotation are no such text:
    they stand as they were said, with a translation beneath.
    """
    own = _primary(document.language)
    return tuple(
        span.text
        for span in _spans(document.blocks)
        if span.authored and span.text.strip() and _primary(span.language or own) != own
    )


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _spans(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


def _primary(language: str) -> str:
    """The first subtag of a BCP 47 tag: two variants of one language are one."""
    return language.split("-", maxsplit=1)[0].lower()
