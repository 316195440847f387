"""The words that stand in a written file, read back by somebody else's reader."""

import re
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import docx
import pypdfium2
from docx.oxml.ns import qn

from iro_desktop.documents.formats import Format

_GLUE = re.compile(r"\s+")


def words_in(data: bytes, file_format: Format) -> str:
    """All text of the file with every run of white space as one space."""
    readers = {
        Format.DOCX: _docx,
        Format.PDF: _pdf,
        Format.HTML: _html,
        Format.EPUB: _epub,
        Format.TEXT: lambda data: data.decode("utf-8-sig"),
    }
    return _GLUE.sub(" ", readers[file_format](data))


def pages_of(data: bytes) -> list[str]:
    """The text of each page of a PDF."""
    with pypdfium2.PdfDocument(data) as document:
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(_GLUE.sub(" ", text_page.get_text_range()))
            text_page.close()
            page.close()
        return texts


def _pdf(data: bytes) -> str:
    return "\n".join(pages_of(data))


def _docx(data: bytes) -> str:
    document = docx.Document(BytesIO(data))
    found = []
    for element in document.element.body.iter():
        if element.tag == qn("w:t"):
            found.append(element.text or "")
        elif element.tag in {qn("w:br"), qn("w:tab"), qn("w:p")}:
            found.append("\n")
        elif element.tag == qn("wp:docPr"):
            found.append(f"\n{element.get('descr', '')}\n")
    return "".join(found)


def _epub(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as book:
        return _html(book.read("EPUB/text.xhtml"))


def _html(data: bytes) -> str:
    reader = _Text()
    reader.feed(data.decode())
    reader.close()
    return "".join(reader.found)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"b", "i", "span", "a", "strong", "em"}:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        self.found.append(data)
