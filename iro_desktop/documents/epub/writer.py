"""The neutral document as EPUB 3.3, with the metadata of EPUB Accessibility 1.1.

A book is a zip file (Open Container Format): its kind first, then a package that lists a page of
contents, the text and its pictures.
"""

import hashlib
import uuid
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.characters import one_line
from iro_desktop.documents.html.escaping import attribute, image_type
from iro_desktop.documents.html.markup import body, places
from iro_desktop.documents.html.page_sheet import page_sheet
from iro_desktop.documents.look import Look
from iro_desktop.documents.theme import PLAIN, Theme, look_in

# The oldest time that a zip file can hold. A document knows none of its own.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_MODIFIED = "1980-01-01T00:00:00Z"

_CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)
_ACCESSIBILITY = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"),
)


def write_epub(document: Document, theme: Theme = PLAIN) -> bytes:
    """The book. The same document gives the same bytes. Raises `ThemeRefused`."""
    look = look_in(document, theme)
    pictures = _Pictures()
    text = _xhtml(document, body(document, look, pictures.name), sheet=True)
    files = {
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/nav.xhtml": _xhtml(document, _contents(document, look)).encode(),
        "EPUB/text.xhtml": text.encode(),
        "EPUB/style.css": page_sheet(look).encode(),
        **{f"EPUB/{name}": image for name, image in pictures.files.items()},
    }
    files["EPUB/package.opf"] = _package(document, files, drawn="<svg" in text).encode()
    return _packed(files)


class _Pictures:
    """The book's pictures, each once, by the name of its file."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def name(self, image: bytes) -> str:
        ending = image_type(image).removeprefix("image/")
        name = f"picture-{hashlib.sha256(image).hexdigest()[:16]}.{ending}"
        self.files[name] = image
        return name


def _xhtml(document: Document, content: str, *, sheet: bool = False) -> str:
    language = attribute(document.language)
    direction = "rtl" if document.right_to_left else "ltr"
    style = '<link rel="stylesheet" type="text/css" href="style.css"/>' if sheet else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{language}" xml:lang="{language}" dir="{direction}">\n'
        f"<head><title>{_title(document)}</title>{style}</head>\n"
        f"<body>\n{content}\n</body>\n</html>\n"
    )


def _contents(document: Document, look: Look) -> str:
    entries = "".join(
        f'<li><a href="text.xhtml#{place}">{escape(one_line(text))}</a></li>'
        for text, place in places(document, look)
    )
    whole = f'<li><a href="text.xhtml">{_title(document)}</a></li>'
    return f'<nav epub:type="toc" role="doc-toc"><ol>{entries or whole}</ol></nav>'


def _package(document: Document, files: dict[str, bytes], *, drawn: bool) -> str:
    written = hashlib.sha256(b"".join(files.values())).hexdigest()
    language, author = attribute(document.language), escape(one_line(document.author))
    pictures = "".join(
        f'<item id="{name.rpartition(".")[0]}" href="{name}" media-type="{image_type(image)}"/>'
        for name, image in (
            (path.removeprefix("EPUB/"), image)
            for path, image in files.items()
            if path.startswith("EPUB/picture-")
        )
    )
    said = "".join(
        f'<meta property="schema:{name}">{value}</meta>' for name, value in _ACCESSIBILITY
    )
    progression = ' page-progression-direction="rtl"' if document.right_to_left else ""
    svg = ' properties="svg"' if drawn else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
        f' xml:lang="{language}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, written)}'
        f"</dc:identifier><dc:title>{_title(document)}</dc:title>"
        f"<dc:language>{language}</dc:language>"
        + (f"<dc:creator>{author}</dc:creator>" if author else "")
        + f'<meta property="dcterms:modified">{_MODIFIED}</meta>{said}</metadata><manifest>'
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'<item id="text" href="text.xhtml" media-type="application/xhtml+xml"{svg}/>'
        f'<item id="style" href="style.css" media-type="text/css"/>{pictures}</manifest>'
        f'<spine{progression}><itemref idref="text"/></spine></package>\n'
    )


def _packed(files: dict[str, bytes]) -> bytes:
    book = BytesIO()
    with ZipFile(book, "w") as archive:
        # The kind of file stands first and uncompressed, where whoever looks finds it.
        archive.writestr(ZipInfo("mimetype", _NO_TIME), "application/epub+zip", ZIP_STORED)
        for name, data in files.items():
            archive.writestr(ZipInfo(name, _NO_TIME), data, ZIP_DEFLATED)
    return book.getvalue()


def _title(document: Document) -> str:
    return escape(one_line(document.title)) or attribute(document.language)
