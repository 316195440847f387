"""The formats a document can be written in, each with its writer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.formats import Format
from iro_desktop.documents.theme import PLAIN, Theme


@dataclass(frozen=True, slots=True)
class Written:
    """A document's bytes, and the characters that no font had and that stand there as boxes."""

    data: bytes
    missing_characters: frozenset[str]


def write(
    document: Document,
    format: Format,  # noqa: A002  # the field's own word
    *,
    stationery: bytes | None = None,
    theme: Theme = PLAIN,
) -> Written:
    """The document in this format. The same document always gives the same bytes.

    `stationery` is a council's .docx file, for DOCX alone; `theme` its colour, face and size, for
    all but TEXT. Raises `StationeryRefused` and `ThemeRefused`.
    """
    return _WRITERS[format](document, stationery, theme)


# The libraries take a tenth of a second each to load, so only whoever writes waits for them.


def _docx(document: Document, stationery: bytes | None, theme: Theme) -> Written:
    from iro_desktop.documents.docx import write_docx  # noqa: PLC0415

    return Written(*write_docx(document, stationery, theme))


def _pdf(document: Document, _stationery: bytes | None, theme: Theme) -> Written:
    from iro_desktop.documents.pdf import write_pdf  # noqa: PLC0415

    return Written(*write_pdf(document, theme))


def _html(document: Document, _stationery: bytes | None, theme: Theme) -> Written:
    from iro_desktop.documents.html import write_page  # noqa: PLC0415

    return Written(write_page(document, theme).encode(), frozenset())


def _epub(document: Document, _stationery: bytes | None, theme: Theme) -> Written:
    from iro_desktop.documents.epub import write_epub  # noqa: PLC0415

    return Written(write_epub(document, theme), frozenset())


def _text(document: Document, _stationery: bytes | None, _theme: Theme) -> Written:
    from iro_desktop.documents.plain_text import write_text  # noqa: PLC0415

    # Old editors on Windows take a file for UTF-8 only if it says so.
    return Written(write_text(document, spoken=True).encode("utf-8-sig"), frozenset())


_WRITERS: Mapping[Format, Callable[[Document, bytes | None, Theme], Written]] = MappingProxyType(
    {
        Format.DOCX: _docx,
        Format.PDF: _pdf,
        Format.HTML: _html,
        Format.EPUB: _epub,
        Format.TEXT: _text,
    }
)
